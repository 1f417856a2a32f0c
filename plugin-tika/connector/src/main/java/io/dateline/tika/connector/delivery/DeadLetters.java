package io.dateline.tika.connector.delivery;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where documents go that could not be stored: NDJSON files in a folder, one at a time per process,
 * a new one when the old is full. What is written is on the disk before the call returns. Safe to
 * share between threads.
 */
public final class DeadLetters {

  /** What all files' names begin with. */
  public static final String PREFIX = "dead-letters-";

  /** What all files' names end with. */
  public static final String SUFFIX = ".ndjson";

  /** Emitters of one process share the file, however many of them Tika makes. */
  private static final Map<Path, DeadLetters> OPEN = new ConcurrentHashMap<>();

  private final Path folder;
  private final long maxBytes;
  private final Supplier<Path> names;
  private @Nullable FileChannel channel;
  private int files;

  private DeadLetters(Path folder, long maxBytes) {
    this.folder = folder;
    this.maxBytes = maxBytes;
    this.names = this::nextFile;
  }

  /** Writes to one file, whatever it is. */
  DeadLetters(Path file) {
    this.folder = file.toAbsolutePath().getParent();
    this.maxBytes = Long.MAX_VALUE;
    this.names = () -> file;
  }

  /**
   * The process's file in a folder. Nothing is created before the first letter.
   *
   * @param maxBytes after which a new file is begun
   */
  public static DeadLetters in(Path folder, long maxBytes) {
    return OPEN.computeIfAbsent(
        folder.toAbsolutePath().normalize(), path -> new DeadLetters(path, maxBytes));
  }

  /**
   * Ends the process's file in a folder, so that it can be replayed; the next letter begins one.
   */
  static void release(Path folder) throws IOException {
    DeadLetters open = OPEN.get(folder.toAbsolutePath().normalize());
    if (open != null) {
      open.close();
    }
  }

  /**
   * Appends letters.
   *
   * @throws IOException when they are not all safely on the disk; then none counts as written, and
   *     the file ends where it ended before, as far as the disk lets it
   */
  synchronized void write(List<DeadLetter> letters) throws IOException {
    FileChannel file = open();
    long end = file.position();
    try {
      for (DeadLetter letter : letters) {
        ByteBuffer line = ByteBuffer.wrap(letter.toLine());
        while (line.hasRemaining()) {
          file.write(line);
        }
      }
      file.force(true);
    } catch (IOException e) {
      try {
        file.truncate(end);
        file.position(end);
      } catch (IOException again) {
        e.addSuppressed(again);
        close();
      }
      throw new IOException(
          "dead letters could not be written to " + folder + ": " + e.getMessage(), e);
    }
    if (file.position() >= maxBytes) {
      close();
    }
  }

  private FileChannel open() throws IOException {
    FileChannel file = channel;
    if (file == null || !file.isOpen()) {
      Files.createDirectories(folder);
      file = FileChannel.open(names.get(), StandardOpenOption.WRITE, StandardOpenOption.CREATE);
      channel = file;
      if (file.tryLock() == null) { // held until it is closed, so that a replay leaves it alone
        throw new IOException("another process writes the same dead-letter file");
      }
    }
    return file;
  }

  private Path nextFile() {
    String process =
        ProcessHandle.current().pid()
            + "-"
            + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
    Path path;
    do {
      path = folder.resolve(PREFIX + process + "-" + files++ + SUFFIX);
    } while (Files.exists(path));
    return path;
  }

  private synchronized void close() throws IOException {
    FileChannel file = channel;
    channel = null;
    if (file != null) {
      file.close(); // gives up the lock too
    }
  }
}
