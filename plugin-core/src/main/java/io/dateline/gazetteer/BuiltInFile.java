package io.dateline.gazetteer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * Brings the gazetteer in the jar into memory.
 *
 * <p>A file inside a jar cannot be mapped, so it is unpacked once into the user's cache folder
 * under a name that holds its checksum; all processes then map, and share, that one. Unpacking goes
 * to a file of its own and is moved into place, so processes that start together, or die half-way,
 * do each other no harm. Where the cache folder cannot be written, a private temporary file serves,
 * and where that fails too, the heap.
 */
final class BuiltInFile {

  /** Where the build puts the index. */
  static final String RESOURCE = "builtin.dlgz";

  /** System property that names the cache folder; default is the user's. */
  static final String CACHE_PROPERTY = "dateline.cache";

  private static final Duration HALF_WRITTEN = Duration.ofHours(1);
  private static final Duration UNUSED = Duration.ofDays(30);
  private static final Duration TOUCH = Duration.ofDays(1);

  private BuiltInFile() {}

  static Gazetteer load() {
    URL url = BuiltInFile.class.getResource(RESOURCE);
    if (url == null) {
      throw new IllegalStateException("The Dateline jar lacks its gazetteer, " + RESOURCE + ".");
    }
    try {
      if ("file".equals(url.getProtocol())) {
        return Gazetteer.open(Path.of(url.toURI()));
      }
      return load(url, cacheFolder());
    } catch (GazetteerException | URISyntaxException e) {
      throw new IllegalStateException(e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Loads from wherever the resource is, by way of the folder where that works. */
  static Gazetteer load(URL resource, Path folder) throws IOException, GazetteerException {
    try {
      return fromCache(resource, folder);
    } catch (IOException | GazetteerException e) {
      Log.LOG.debug("cannot keep the gazetteer in {}", folder, e);
    }
    try {
      return fromTemporaryFile(resource);
    } catch (IOException | GazetteerException e) {
      Log.LOG.debug("cannot keep the gazetteer in a temporary file", e);
    }
    try (InputStream in = resource.openStream()) {
      return Gazetteer.of(IndexFile.wrap(in.readAllBytes(), resource.toString()));
    }
  }

  static Path cacheFolder() {
    String configured = System.getProperty(CACHE_PROPERTY);
    if (configured != null) {
      return Path.of(configured);
    }
    String xdg = System.getenv("XDG_CACHE_HOME");
    Path caches =
        xdg != null && Path.of(xdg).isAbsolute()
            ? Path.of(xdg)
            : Path.of(System.getProperty("user.home", "."), ".cache");
    return caches.resolve("dateline");
  }

  private static Gazetteer fromCache(URL resource, Path folder)
      throws IOException, GazetteerException {
    Path file = folder.resolve(fileName(resource));
    if (Files.exists(file)) {
      try {
        Gazetteer gazetteer = Gazetteer.open(file);
        touch(file);
        return gazetteer;
      } catch (GazetteerException e) {
        Log.LOG.warn("unpacking the built-in gazetteer again: {}", e.getMessage());
      }
    }
    Files.createDirectories(folder);
    Path part = Files.createTempFile(folder, "gazetteer-", ".part");
    try {
      copy(resource, part);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
    sweep(folder, file);
    return Gazetteer.open(file);
  }

  private static Gazetteer fromTemporaryFile(URL resource) throws IOException, GazetteerException {
    Path file = Files.createTempFile("dateline-", ".dlgz");
    try {
      copy(resource, file);
      return Gazetteer.open(file);
    } finally {
      try {
        Files.deleteIfExists(file); // what is mapped stays, except on Windows
      } catch (IOException e) {
        file.toFile().deleteOnExit();
      }
    }
  }

  private static void copy(URL resource, Path file) throws IOException {
    try (InputStream in = resource.openStream()) {
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Length and checksum stand in the header, so two versions never share a name. */
  private static String fileName(URL resource) throws IOException {
    try (InputStream in = resource.openStream()) {
      byte[] start = in.readNBytes(IndexFile.HEADER_BYTES);
      if (start.length < IndexFile.HEADER_BYTES) {
        throw new IOException("the gazetteer in the jar is cut off");
      }
      ByteBuffer header = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN);
      return String.format(
          Locale.ROOT,
          "gazetteer-%d-%08x-%d.dlgz",
          header.getInt(4),
          header.getInt(16),
          header.getLong(8));
    }
  }

  private static void touch(Path file) {
    try {
      Instant now = Instant.now();
      if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(TOUCH))) {
        Files.setLastModifiedTime(file, FileTime.from(now));
      }
    } catch (IOException e) {
      Log.LOG.debug("cannot touch {}", file, e);
    }
  }

  /** Removes what dead processes and old versions have left. */
  private static void sweep(Path folder, Path keep) {
    Instant now = Instant.now();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "gazetteer-*")) {
      for (Path file : files) {
        Duration unused = file.toString().endsWith(".part") ? HALF_WRITTEN : UNUSED;
        Instant changed = Files.getLastModifiedTime(file).toInstant();
        if (!file.equals(keep) && changed.isBefore(now.minus(unused))) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      Log.LOG.debug("cannot tidy {}", folder, e);
    }
  }

  /**
   * Made when there is something to say: where nobody has logged yet, Log4j's own start takes
   * longer than all of the gazetteer's.
   */
  private static final class Log {
    static final Logger LOG = LogManager.getLogger(BuiltInFile.class);
  }
}
