package io.dateline.command;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * A capture on disk: {@code .html}, {@code .htm}, {@code .xhtml} or {@code .txt}, each also with
 * {@code .gz} behind it.
 *
 * @param path the file
 */
record CaptureFile(Path path) {

  private static final List<String> EXTENSIONS = List.of(".html", ".htm", ".xhtml", ".txt");

  /** What is longer, or unpacks to more, is no page: five times what the budget lets through. */
  static final int MAX_BYTES = 100 << 20;

  /** No byte of gzip unpacks to more. */
  private static final int MOST_PER_BYTE = 1032;

  /**
   * The captures in these files and folders. Files that are named are taken whatever their
   * extension; each folder is searched to its depth. In the order of the arguments, inside a folder
   * sorted by path.
   *
   * @throws NoSuchFileException if an argument is neither file nor folder
   * @throws IOException if a folder cannot be read
   */
  static List<CaptureFile> in(Collection<Path> paths) throws IOException {
    List<CaptureFile> files = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        try (Stream<Path> tree = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
          tree.filter(CaptureFile::isCapture)
              .sorted(Comparator.comparing(Path::toString))
              .forEach(file -> files.add(new CaptureFile(file)));
        } catch (UncheckedIOException e) {
          throw e.getCause();
        }
      } else if (Files.exists(path)) {
        files.add(new CaptureFile(path));
      } else {
        throw new NoSuchFileException(path.toString(), null, "there is no such file or folder");
      }
    }
    return files;
  }

  private static boolean isCapture(Path file) {
    String name = withoutGz(nameOf(file));
    return EXTENSIONS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith)
        && Files.isRegularFile(file);
  }

  /** The file's name without {@code .gz} and without its extension. */
  String id() {
    String name = resourceName();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /** The file's name without {@code .gz}. */
  String resourceName() {
    return withoutGz(nameOf(path));
  }

  /**
   * The capture's bytes, unpacked.
   *
   * @throws IOException if the file cannot be read, is broken gzip, or unpacks to more than {@link
   *     #MAX_BYTES}
   */
  byte[] read() throws IOException {
    if (MOST_PER_BYTE * Files.size(path) > MAX_BYTES) {
      requireFewBytes();
    }
    try (InputStream in = open()) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      requireAtMost(bytes.length);
      return bytes;
    }
  }

  /** Counts before anything is kept: a bomb must not get the memory that it asks for. */
  private void requireFewBytes() throws IOException {
    byte[] buffer = new byte[1 << 16];
    long bytes = 0;
    try (InputStream in = open()) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        bytes += n;
        requireAtMost(bytes);
      }
    }
  }

  private static void requireAtMost(long bytes) throws IOException {
    if (bytes > MAX_BYTES) {
      throw new IOException("the capture has more than " + MAX_BYTES + " bytes");
    }
  }

  private InputStream open() throws IOException {
    InputStream file = new BufferedInputStream(Files.newInputStream(path));
    if (!isGz(nameOf(path))) {
      return file;
    }
    try {
      return new GZIPInputStream(file, 1 << 16);
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  private static boolean isGz(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".gz");
  }

  private static String withoutGz(String name) {
    return isGz(name) ? name.substring(0, name.length() - 3) : name;
  }

  private static String nameOf(Path file) {
    Path name = file.getFileName();
    return name == null ? file.toString() : name.toString();
  }
}
