package io.dateline.boilerplate;

import io.dateline.table.LongTable;

/** Which blocks of a page say the same, or begin alike. */
final class Repetition {

  /** How many blocks have these very words, and how many of them stand before. */
  final int[] copies;

  final int[] copiesBefore;

  /** Whether a longer block further down begins with this block's words. */
  final boolean[] beginsAnother;

  private final PageText text;

  Repetition(PageText text) {
    this.text = text;
    int count = text.count;
    copies = new int[count];
    copiesBefore = new int[count];
    beginsAnother = new boolean[count];
    LongTable seen = new LongTable(count);
    for (int i = 0; i < count; i++) {
      copiesBefore[i] = seen.add(text.hash[i], 1) - 1;
    }
    LongTable beginnings = new LongTable(count);
    for (int i = 0; i < count; i++) {
      copies[i] = seen.get(text.hash[i]);
      if (text.length(i) > 8) {
        beginnings.put(beginning(i), i + 1);
      }
    }
    for (int i = 0; i < count; i++) {
      if (text.length(i) >= 8) {
        int other = beginnings.get(beginning(i)) - 1;
        beginsAnother[i] = other > i && text.length(other) > text.length(i) && startsWith(other, i);
      }
    }
  }

  private long beginning(int block) {
    long h = 7;
    for (int i = 0; i < 8; i++) {
      h = h * 0x9E3779B97F4A7C15L + text.token(text.from[block] + i);
    }
    return h == 0 ? 1 : h;
  }

  private boolean startsWith(int block, int start) {
    int length = text.length(start);
    int same = 0;
    while (same < length
        && text.token(text.from[block] + same) == text.token(text.from[start] + same)) {
      same++;
    }
    return same * 10 >= length * 9;
  }
}
