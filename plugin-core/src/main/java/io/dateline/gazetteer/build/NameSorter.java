package io.dateline.gazetteer.build;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Sorts names by key, then place, then type; spills sorted runs to disk beyond half a million. */
final class NameSorter implements Closeable {

  /** About 60 MB of heap. */
  static final int RUN = 500_000;

  /**
   * A name of a place.
   *
   * @param language packed as {@code NameIndex} does; 0 for all
   */
  record Named(String key, int place, int type, int language) implements Comparable<Named> {
    private static final Comparator<Named> ORDER =
        Comparator.comparing(Named::key)
            .thenComparingInt(Named::place)
            .thenComparingInt(Named::type)
            .thenComparingInt(Named::language);

    @Override
    public int compareTo(Named other) {
      return ORDER.compare(this, other);
    }
  }

  /** Takes names in order. */
  interface Sink {
    void accept(Named named) throws IOException;
  }

  private final Path folder;
  private final String prefix;
  private final int runLength;
  private final List<Path> runs = new ArrayList<>();
  private List<Named> present = new ArrayList<>();

  NameSorter(Path folder, String prefix, int runLength) {
    this.folder = folder;
    this.prefix = prefix;
    this.runLength = runLength;
  }

  void add(Named named) throws IOException {
    present.add(named);
    if (present.size() >= runLength) {
      spill();
    }
  }

  /** Hands over all names in order, once. */
  void drain(Sink sink) throws IOException {
    if (runs.isEmpty()) {
      present.sort(null);
      for (Named named : present) {
        sink.accept(named);
      }
      return;
    }
    spill();
    PriorityQueue<Run> queue = new PriorityQueue<>(Comparator.comparing(run -> run.head));
    try {
      for (Path file : runs) {
        Run run = new Run(file);
        queue.add(run);
      }
      while (!queue.isEmpty()) {
        Run run = queue.remove();
        sink.accept(run.head);
        if (run.advance()) {
          queue.add(run);
        } else {
          run.close();
        }
      }
    } finally {
      for (Run run : queue) {
        run.close();
      }
    }
  }

  @Override
  public void close() throws IOException {
    for (Path run : runs) {
      Files.deleteIfExists(run);
    }
  }

  private void spill() throws IOException {
    if (present.isEmpty()) {
      return;
    }
    present.sort(null);
    Path file = folder.resolve(prefix + runs.size() + ".run");
    runs.add(file);
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
      for (Named named : present) {
        out.writeUTF(named.key());
        out.writeInt(named.place());
        out.writeByte(named.type());
        out.writeShort(named.language());
      }
    }
    present = new ArrayList<>();
  }

  private static final class Run implements Closeable {
    private final DataInputStream in;
    private Named head;

    Run(Path file) throws IOException {
      in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
      head = read();
    }

    boolean advance() throws IOException {
      in.mark(1);
      if (in.read() < 0) {
        return false;
      }
      in.reset();
      head = read();
      return true;
    }

    private Named read() throws IOException {
      return new Named(in.readUTF(), in.readInt(), in.readUnsignedByte(), in.readUnsignedShort());
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
