package io.dateline.table;

/**
 * Phrases as a tree over the hashes of their words. A node is a number: 0 is the root, and as the
 * answer to a look-up it means that no phrase goes on so. Safe to read from many threads once it is
 * filled and published.
 */
public final class WordTrie {

  private static final int FILTER_BITS = 1 << 16;

  private final LongTable children;

  /** Bits of the words that begin phrases; small enough to stay in the processor's cache. */
  private final long[] begins;

  /** An empty one. */
  public WordTrie() {
    children = new LongTable(1 << 10);
    begins = new long[FILTER_BITS / 64];
  }

  /** One that {@link #write} has packed. */
  public WordTrie(PackReader in) {
    children = new LongTable(in);
    begins = in.longs();
  }

  /** Packs it. */
  public void write(PackWriter out) {
    children.write(out);
    out.longs(begins);
  }

  /** The number of nodes, with the root. */
  public int size() {
    return children.size() + 1;
  }

  /** Whether a phrase may begin with this word; false is sure. */
  public boolean mayBegin(long word) {
    return (begins[slot(word)] & 1L << (word >>> 20)) != 0;
  }

  /** The node that a word leads to from another; 0 if none. */
  public int next(int node, long word) {
    return node == 0 && !mayBegin(word) ? 0 : children.get(key(node, word));
  }

  /** The node that a word leads to from another, made if need be. */
  public int grow(int node, long word) {
    if (node == 0) {
      begins[slot(word)] |= 1L << (word >>> 20);
    }
    int next = children.get(key(node, word));
    if (next == 0) {
      next = size();
      children.put(key(node, word), next);
    }
    return next;
  }

  private static int slot(long word) {
    return (int) (word >>> 26) & (FILTER_BITS / 64 - 1);
  }

  private static long key(int node, long word) {
    long key = word * 31 + node * 0x9E3779B97F4A7C15L;
    return key == 0 ? 1 : key;
  }
}
