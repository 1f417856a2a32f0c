package io.dateline.capture;

import io.dateline.markup.TreeText;
import java.util.Arrays;

/**
 * The marks of a page's class names and ids, by the hash of how they are written: a page says the
 * same name hundreds of times, and only the first time it is read as text.
 */
final class NameMarks {

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
    if (hashes[slot] == 0) {
      if (size * 2 == hashes.length) {
        grow();
        slot = slot(hash);
      }
      hashes[slot] = hash;
      text.readValue(attribute);
      marks[slot] = words.marksOf(text.chars(), text.length());
      size++;
    }
    return marks[slot];
  }

  private int slot(long hash) {
    int mask = hashes.length - 1;
    int slot = (int) ((hash * 0x9E3779B97F4A7C15L) >>> 40) & mask;
    while (hashes[slot] != 0 && hashes[slot] != hash) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldHashes = hashes;
    long[] oldMarks = marks;
    hashes = new long[oldHashes.length * 2];
    marks = Arrays.copyOf(marks, hashes.length);
    for (int i = 0; i < oldHashes.length; i++) {
      if (oldHashes[i] != 0) {
        int slot = slot(oldHashes[i]);
        hashes[slot] = oldHashes[i];
        marks[slot] = oldMarks[i];
      }
    }
  }
}
