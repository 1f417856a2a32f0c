package io.dateline.elasticsearch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Unpacks a distribution once for all nodes of all builds; they only read it. */
final class UnpackedZip {

  private UnpackedZip() {}

  /** The folder with {@code bin}, {@code lib} and so on. */
  static Path home(Path zip) throws IOException {
    String name = zip.getFileName().toString().replace(".zip", "");
    String key = name + "-" + Files.size(zip) + "-" + user();
    Path folder = Path.of(System.getProperty("java.io.tmpdir"), "dateline-" + key);
    if (!Files.isDirectory(folder)) {
      Path fresh =
          Files.createTempDirectory(
              folder.getParent(),
              "dateline-unpacking-",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
      Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
      unpack(zip, fresh);
      try {
        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        delete(fresh);
        if (!(e instanceof FileAlreadyExistsException) && !Files.isDirectory(folder)) {
          throw e;
        }
        // another build was quicker; its copy is as good
      }
    }
    String owner = Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).getName();
    if (!owner.equals(user())) {
      throw new IOException(folder + " belongs to " + owner + "; remove it");
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.filter(Files::isDirectory).findFirst().orElseThrow();
    }
  }

  /** As the file system names its files' owner: "user.name" is "?" for a user without an entry. */
  private static String user() throws IOException {
    Path probe = Files.createTempFile("dateline-owner-", null);
    try {
      return Files.getOwner(probe).getName();
    } finally {
      Files.delete(probe);
    }
  }

  private static void unpack(Path zip, Path target) throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      Enumeration<? extends ZipEntry> entries = file.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
          throw new IOException("entry outside of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(path);
          continue;
        }
        Files.createDirectories(path.getParent());
        try (InputStream in = file.getInputStream(entry)) {
          Files.copy(in, path);
        }
        boolean program = entry.getName().matches(".*/bin/[^/]+");
        Files.setPosixFilePermissions(
            path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
      }
    }
  }

  static void delete(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      paths
          .sorted(Comparator.reverseOrder())
          .forEach(
              path -> {
                try {
                  Files.deleteIfExists(path);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
