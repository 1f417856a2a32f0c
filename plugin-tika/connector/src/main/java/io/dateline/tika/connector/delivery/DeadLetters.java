package io.dateline.tika.connector.delivery;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Where documents go that could not be stored: NDJSON files in a folder, one at a time per process,
 * a new one when the old is full or being replayed. What is written is on the disk before the call
 * returns; between calls the file is closed, so that it can be replayed while the process goes on.
 * Safe to share between threads.
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
  private @Nullable Path current;
  private int files;

  private DeadLetters(Path folder, long maxBytes) {
    this.folder = folder;
    this.maxBytes = maxBytes;
  }

  /** Begins with a file that exists, whatever it is. */
  DeadLetters(Path file) {
    this(file.toAbsolutePath().getParent(), Long.MAX_VALUE);
    current = file;
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
   * Appends letters.
   *
   * @throws IOException when they are not all safely on the disk; then none counts as written
   */
  synchronized void write(List<DeadLetter> letters) throws IOException {
    List<byte[]> lines = letters.stream().map(DeadLetter::toLine).toList();
    // an interrupted thread cannot write: the channel would close, and the letters with it be lost
    boolean interrupted = Thread.interrupted();
    try (LetterFile file = open()) {
      if (file.append(lines) >= maxBytes) {
        current = null;
      }
    } catch (IOException e) {
      throw new IOException(
          "dead letters could not be written to " + folder + ": " + e.getMessage(), e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private LetterFile open() throws IOException {
    LetterFile file = current == null ? null : LetterFile.lock(current);
    while (file == null) {
      Path fresh = create();
      current = fresh;
      file = LetterFile.lock(fresh);
    }
    return file;
  }

  private Path create() throws IOException {
    Files.createDirectories(folder);
    String process =
        ProcessHandle.current().pid()
            + "-"
            + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
    Path path;
    do {
      path = folder.resolve(PREFIX + process + "-" + files++ + SUFFIX);
    } while (Files.exists(path));
    Files.createFile(path);
    try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
      entries.force(true); // or a power cut could take the file's name
    } catch (IOException e) {
      // not every system lets a folder be opened; the file itself is forced in any case
    }
    return path;
  }
}
