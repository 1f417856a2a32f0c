package io.dateline.toponym;

/** The words of one document, by hash, with about one false alarm in a hundred. */
final class WordSet {

  private static final int BITS = 1 << 16;

  private final long[] bits = new long[BITS >> 6];

  void add(long hash) {
    int bit = bit(hash);
    bits[bit >> 6] |= 1L << (bit & 63);
  }

  boolean has(long hash) {
    int bit = bit(hash);
    return (bits[bit >> 6] & (1L << (bit & 63))) != 0;
  }

  private static int bit(long hash) {
    return (int) ((hash * 0x9E3779B97F4A7C15L) >>> 48);
  }
}
