package io.dateline.boilerplate;

import io.dateline.table.LongTable;

/** Remembers blocks by their word sequences and tells whether another only says the same again. */
final class Retelling {

  private static final int RUN = 4;

  /** Fewer words may well be said twice. */
  private static final float LEAST_WORDS = 15;

  private static final float MOSTLY = 0.75f;

  private final PageText text;
  private final LongTable runs = new LongTable(2048);

  Retelling(PageText text) {
    this.text = text;
  }

  void add(int block) {
    for (int at = text.from[block]; at + RUN <= text.from[block + 1]; at++) {
      runs.put(run(at), 1);
    }
  }

  /** Whether three quarters of a block's word sequences have been told already. */
  boolean knows(int block) {
    int length = text.length(block) - RUN + 1;
    if (text.words[block] < LEAST_WORDS || length < 1) {
      return false;
    }
    int known = 0;
    for (int o = 0; o < length; o++) {
      known += runs.get(run(text.from[block] + o));
    }
    return known >= MOSTLY * length;
  }

  private long run(int at) {
    long h = 7;
    for (int k = 0; k < RUN; k++) {
      h = h * 0x9E3779B97F4A7C15L + text.token(at + k);
    }
    return h == 0 ? 1 : h;
  }
}
