package io.dateline.gazetteer.build;

import io.dateline.gazetteer.Trie;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Writes the trie that {@link Trie} walks from keys in ascending order.
 *
 * <p>A node is written once all its children are, so only the path to the present key is held in
 * memory. Units go to a scratch file back to front; turned round at the end, every child follows
 * its parent, an only child directly. The form of a node, in 16-bit units:
 *
 * <pre>
 * c                                        the only way on is c, to the next unit
 * LEAF entry(2)                            a name ends, none goes on
 * FINAL entry(2) node                      a name ends, and the node follows
 * SORTED_SHORT+n label(n) delta(n)         n ways on; a delta counts from this unit
 * SORTED_LONG+n label(n) delta(2n)
 * DENSE_SHORT+n low delta(n)               labels low to low+n-1; delta 0 for none
 * DENSE_LONG+n low delta(2n)
 * HUGE n(2) label(n) delta(2n)
 * </pre>
 */
final class TrieWriter implements Closeable {

  private final Path scratch;
  private final OutputStream out;
  private long written; // units
  private String previous = "";
  private Node[] path = new Node[64];

  TrieWriter(Path scratch) throws IOException {
    this.scratch = scratch;
    this.out = new BufferedOutputStream(Files.newOutputStream(scratch), 1 << 16);
    path[0] = new Node();
  }

  /**
   * Adds a key.
   *
   * @throws IllegalArgumentException if it is empty or not behind the previous one
   */
  void add(String key, int entry) throws IOException {
    if (key.compareTo(previous) <= 0) {
      throw new IllegalArgumentException("keys must ascend; got " + key + " after " + previous);
    }
    int common = 0;
    int limit = Math.min(key.length(), previous.length());
    while (common < limit && key.charAt(common) == previous.charAt(common)) {
      common++;
    }
    freezeDownTo(common);
    if (key.length() >= path.length) {
      path = Arrays.copyOf(path, key.length() * 2);
    }
    for (int depth = common; depth < key.length(); depth++) {
      path[depth].open(key.charAt(depth));
      if (path[depth + 1] == null) {
        path[depth + 1] = new Node();
      }
      path[depth + 1].reset();
    }
    path[key.length()].entry = entry;
    previous = key;
  }

  /** Completes the trie and appends it to a stream; gives its length in bytes. */
  long finish(OutputStream target) throws IOException {
    freezeDownTo(0);
    if (path[0].count > 0) {
      write(path[0]);
    }
    out.close();
    if (written > Integer.MAX_VALUE / 2) {
      throw new IOException("too many names for one gazetteer");
    }
    copyReversed(target);
    return written * 2;
  }

  @Override
  public void close() throws IOException {
    out.close();
    Files.deleteIfExists(scratch);
  }

  private void freezeDownTo(int depth) throws IOException {
    for (int d = previous.length(); d > depth; d--) {
      write(path[d]);
      path[d - 1].closeLast(written);
    }
  }

  private void write(Node node) throws IOException {
    if (node.count == 1) {
      unit(node.labels[0]);
    } else if (node.count > 1) {
      writeBranch(node);
    }
    if (node.entry >= 0) {
      unit(node.entry & 0xFFFF);
      unit(node.entry >>> 16);
      unit(node.count == 0 ? Trie.LEAF : Trie.FINAL);
    }
  }

  private void writeBranch(Node node) throws IOException {
    int count = node.count;
    int span = node.labels[count - 1] - node.labels[0] + 1;
    long spread = written - node.ends[0];
    if (count > Trie.MAX_COUNT) {
      writeSorted(node, 2, written + 3 + 3L * count);
      unit(count & 0xFFFF);
      unit(count >>> 16);
      unit(Trie.HUGE);
      return;
    }
    // a dense node saves the search; worth a third more room
    boolean isShort = spread + 2 + Math.max(2L * count, span) <= 0xFFFF;
    int width = isShort ? 1 : 2;
    if (span <= Trie.MAX_COUNT && 3L * width * span <= 4L * (width + 1) * count) {
      long head = written + 2 + (long) width * span;
      int next = count - 1;
      for (int label = node.labels[count - 1]; label >= node.labels[0]; label--) {
        boolean present = next >= 0 && node.labels[next] == label;
        delta(present ? head - node.ends[next--] : 0, width);
      }
      unit(node.labels[0]);
      unit((isShort ? Trie.DENSE_SHORT : Trie.DENSE_LONG) + span);
    } else {
      writeSorted(node, width, written + 1 + (1L + width) * count);
      unit((isShort ? Trie.SORTED_SHORT : Trie.SORTED_LONG) + count);
    }
  }

  private void writeSorted(Node node, int width, long head) throws IOException {
    for (int i = node.count - 1; i >= 0; i--) {
      delta(head - node.ends[i], width);
    }
    for (int i = node.count - 1; i >= 0; i--) {
      unit(node.labels[i]);
    }
  }

  private void delta(long delta, int width) throws IOException {
    unit((int) (delta & 0xFFFF));
    if (width == 2) {
      unit((int) (delta >>> 16));
    }
  }

  private void unit(int unit) throws IOException {
    out.write(unit >>> 8); // turned round later, so the high byte goes first
    out.write(unit);
    written++;
  }

  private void copyReversed(OutputStream target) throws IOException {
    try (FileChannel channel = FileChannel.open(scratch)) {
      ByteBuffer block = ByteBuffer.allocate(1 << 16);
      byte[] turned = new byte[block.capacity()];
      long end = channel.size();
      while (end > 0) {
        int size = (int) Math.min(block.capacity(), end);
        block.clear().limit(size);
        for (long at = end - size; block.hasRemaining(); ) {
          at += channel.read(block, at);
        }
        for (int i = 0; i < size; i++) {
          turned[i] = block.get(size - 1 - i);
        }
        target.write(turned, 0, size);
        end -= size;
      }
    }
  }

  /** A node whose last child is still being written. */
  private static final class Node {
    private int entry = -1;
    private int count;
    private char[] labels = new char[4];
    private long[] ends = new long[4]; // units written when the child was complete

    void reset() {
      entry = -1;
      count = 0;
    }

    void open(char label) {
      if (count == labels.length) {
        labels = Arrays.copyOf(labels, count * 2);
        ends = Arrays.copyOf(ends, count * 2);
      }
      labels[count++] = label;
    }

    void closeLast(long end) {
      ends[count - 1] = end;
    }
  }
}
