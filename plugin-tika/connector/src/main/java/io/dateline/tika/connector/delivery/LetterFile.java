package io.dateline.tika.connector.delivery;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One dead-letter file while nobody else writes or shortens it. Used by one thread.
 *
 * <p>All reading and writing goes through the channel that holds the lock: POSIX gives up a
 * process's lock as soon as it closes any other descriptor of the file.
 */
final class LetterFile implements Closeable {

  private final Path path;
  private final FileChannel channel;

  private LetterFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Opens a file that exists.
   *
   * @return null when somebody else has it, or replaced or deleted it just now
   */
  static @Nullable LetterFile lock(Path path) throws IOException {
    Object before = identity(path);
    if (before == null) {
      return null;
    }
    FileChannel channel;
    try {
      channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
    } catch (NoSuchFileException e) {
      return null;
    }
    boolean ours = false;
    try {
      // another file of that name by now means that the lock is on one that is no longer there
      ours = tryLock(channel) != null && before.equals(identity(path));
    } finally {
      if (!ours) {
        channel.close();
      }
    }
    return ours ? new LetterFile(path, channel) : null;
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // another thread of this process has it
    }
  }

  private static @Nullable Object identity(Path path) throws IOException {
    try {
      Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
      return Objects.requireNonNullElse(key, path); // Windows has none, and keeps open files
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  /**
   * Appends lines.
   *
   * @return the file's length
   * @throws IOException when they are not all safely on the disk; then the file ends where it ended
   *     before, as far as the disk lets it
   */
  long append(List<byte[]> lines) throws IOException {
    long end = channel.size();
    boolean torn = endsWithinLine(end);
    channel.position(end);
    try {
      if (torn) {
        write(channel, new byte[] {'\n'}); // or the first letter would be glued to half of another
      }
      for (byte[] line : lines) {
        write(channel, line);
      }
      channel.force(true);
    } catch (IOException e) {
      try {
        channel.truncate(end);
      } catch (IOException again) {
        e.addSuppressed(again);
      }
      throw e;
    }
    return channel.size();
  }

  /** Whether a write was cut short, and could not be taken back. */
  private boolean endsWithinLine(long end) throws IOException {
    ByteBuffer last = ByteBuffer.allocate(1);
    return end > 0 && channel.read(last, end - 1) == 1 && last.get(0) != '\n';
  }

  /** All lines that are not empty, without their line breaks; the last may lack its end. */
  List<byte[]> lines() throws IOException {
    if (channel.size() > Integer.MAX_VALUE - 8) {
      throw new IOException(path + " is larger than 2 GB; split it between lines");
    }
    ByteBuffer content = ByteBuffer.allocate((int) channel.size());
    channel.position(0);
    while (content.hasRemaining() && channel.read(content) >= 0) {
      // until all is there
    }
    byte[] bytes = content.array();
    List<byte[]> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= content.position(); i++) {
      if (i == content.position() || bytes[i] == '\n') {
        if (i > start) {
          lines.add(Arrays.copyOfRange(bytes, start, i));
        }
        start = i + 1;
      }
    }
    return lines;
  }

  /** Leaves only these lines, or no file at all; a crash in between leaves the file as it was. */
  void keepOnly(List<byte[]> lines) throws IOException {
    if (lines.isEmpty()) {
      Files.delete(path);
      return;
    }
    Path shorter = path.resolveSibling(path.getFileName() + ".shorter");
    try (FileChannel out =
        FileChannel.open(
            shorter,
            StandardOpenOption.WRITE,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      for (byte[] line : lines) {
        write(out, line);
        write(out, new byte[] {'\n'});
      }
      out.force(true);
    }
    Files.move(shorter, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void write(FileChannel file, byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      file.write(buffer);
    }
  }

  /** Gives the file back. */
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
