package io.dateline.capture;

import io.dateline.markup.TreeText;

/**
 * The marks of a page's class names and ids, by the hash of how they are written: a page says the
 * same name hundreds of times, and only the first time it is read as text.
 */
final class NameMarks {

  private static final int MOST_PROBES = 64;

  private final MarkupWords words = MarkupWords.builtIn();
  private final TreeText text;
  private long[] hashes = new long[256];
  private long[] marks = new long[256];
  private int size;

  NameMarks(TreeText text) {
    this.text = text;
  }

  /**
   * The marks of an attribute's value, as {@link Mark} bits.
   *
   * @param hash of the value; 0 for an empty one
   */
  long of(int attribute, long hash) {
    if (hash == 0) {
      return 0;
    }
    int slot = slot(hash);
    if (slot < 0) {
      return read(attribute);
    }
    if (hashes[slot] == 0) {
      long found = read(attribute);
      hashes[slot] = hash;
      marks[slot] = found;
      if (++size * 2 > hashes.length) {
        grow();
      }
      return found;
    }
    return marks[slot];
  }

  private long read(int attribute) {
    text.readValue(attribute);
    return words.marksOf(text.chars(), text.length());
  }

  /** The place of a hash or an empty one; -1 where too many names were made to meet. */
  private int slot(long hash) {
    int mask = hashes.length - 1;
    int slot = (int) ((hash * 0x9E3779B97F4A7C15L) >>> 40) & mask;
    for (int probe = 0; probe < MOST_PROBES; probe++) {
      int at = (slot + probe) & mask;
      if (hashes[at] == 0 || hashes[at] == hash) {
        return at;
      }
    }
    return -1;
  }

  private void grow() {
    long[] oldHashes = hashes;
    long[] oldMarks = marks;
    hashes = new long[oldHashes.length * 2];
    marks = new long[hashes.length];
    for (int i = 0; i < oldHashes.length; i++) {
      if (oldHashes[i] != 0) {
        int slot = slot(oldHashes[i]);
        if (slot >= 0) {
          hashes[slot] = oldHashes[i];
          marks[slot] = oldMarks[i];
        }
      }
    }
  }
}
