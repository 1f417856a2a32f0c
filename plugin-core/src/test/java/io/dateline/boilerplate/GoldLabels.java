package io.dateline.boilerplate;

import io.dateline.table.LongTable;
import java.util.Arrays;

/**
 * Tells which blocks of a page are in its gold text. Blocks of four words and more are found by
 * their word sequences; of several places where a text occurs, the chain in reading order that
 * covers most wins, so that a teaser that repeats the story's opening does not count. Shorter
 * blocks count when they stand between two others at the place where gold has them.
 */
final class GoldLabels {

  private static final int SHINGLE = 4;

  /** Share of each block's words that are in gold, at a place no other block takes. */
  final float[] share;

  /** Share of gold that the blocks cover. */
  final float coverage;

  private final PageText text;
  private final long[] gold;
  private final boolean[] claimed;
  private final int[] start;
  private final float[] match;

  GoldLabels(PageText text, String goldText) {
    this.text = text;
    gold = PageText.wordsOf(goldText);
    claimed = new boolean[gold.length];
    share = new float[text.count];
    start = new int[text.count];
    match = new float[text.count];
    Arrays.fill(start, -1);
    locate();
    boolean[] chain = chain();
    for (int i = 0; i < text.count; i++) {
      if (chain[i]) {
        share[i] = claim(i);
      }
    }
    for (int i = 0; i < text.count; i++) {
      if (!chain[i] && match[i] >= 0.6f) {
        share[i] = claim(i);
      }
    }
    shortBlocks(chain);
    int covered = 0;
    for (boolean one : claimed) {
      covered += one ? 1 : 0;
    }
    coverage = covered / (float) Math.max(1, gold.length);
  }

  int goldWords() {
    return gold.length;
  }

  private static long shingle(long[] words, int at) {
    long h = 7;
    for (int k = 0; k < SHINGLE; k++) {
      h = h * 0x9E3779B97F4A7C15L + words[at + k];
    }
    return h == 0 ? 1 : h;
  }

  private long shingleOfPage(int at) {
    long h = 7;
    for (int k = 0; k < SHINGLE; k++) {
      h = h * 0x9E3779B97F4A7C15L + text.token(at + k);
    }
    return h == 0 ? 1 : h;
  }

  private void locate() {
    LongTable first = new LongTable(gold.length + 1);
    int[] next = new int[gold.length + 1];
    for (int g = gold.length - SHINGLE; g >= 0; g--) {
      long h = shingle(gold, g);
      next[g] = first.get(h);
      first.put(h, g + 1);
    }
    for (int i = 0; i < text.count; i++) {
      int length = text.length(i);
      if (length < SHINGLE) {
        continue;
      }
      int found = 0;
      LongTable diagonals = new LongTable(32);
      int best = 0;
      for (int o = 0; o + SHINGLE <= length; o++) {
        int g = first.get(shingleOfPage(text.from[i] + o));
        found += g > 0 ? 1 : 0;
        for (int tries = 0; g > 0 && tries < 8; tries++) {
          int votes = diagonals.add(g - 1 - o + (1L << 32), 1);
          if (votes > best) {
            best = votes;
            start[i] = g - 1 - o;
          }
          g = next[g - 1];
        }
      }
      match[i] = found / (float) (length - SHINGLE + 1);
    }
  }

  /** The heaviest chain of blocks whose places in gold rise. */
  private boolean[] chain() {
    int n = text.count;
    float[] best = new float[n];
    int[] before = new int[n];
    int last = -1;
    for (int i = 0; i < n; i++) {
      before[i] = -1;
      if (match[i] < 0.5f) {
        continue;
      }
      float weight = match[i] * text.length(i);
      best[i] = weight;
      for (int k = Math.max(0, i - 600); k < i; k++) {
        int end = start[k] + text.length(k);
        if (match[k] >= 0.5f && end <= start[i] + 3 && best[k] + weight > best[i]) {
          best[i] = best[k] + weight;
          before[i] = k;
        }
      }
      last = last < 0 || best[i] > best[last] ? i : last;
    }
    boolean[] chain = new boolean[n];
    for (int i = last; i >= 0; i = before[i]) {
      chain[i] = true;
    }
    return chain;
  }

  private float claim(int block) {
    int free = 0;
    int length = text.length(block);
    for (int o = 0; o < length; o++) {
      int g = start[block] + o;
      if (g >= 0 && g < gold.length && !claimed[g]) {
        free++;
        claimed[g] = true;
      }
    }
    return match[block] * free / length;
  }

  private void shortBlocks(boolean[] chain) {
    int from = 0;
    for (int i = 0; i < text.count; i++) {
      if (chain[i]) {
        from = Math.max(from, start[i] + text.length(i));
        continue;
      }
      if (share[i] > 0 || text.length(i) == 0 || text.length(i) >= 8) {
        continue;
      }
      int end = gold.length;
      for (int k = i + 1; k < text.count; k++) {
        if (chain[k]) {
          end = start[k];
          break;
        }
      }
      int at = find(i, Math.max(0, from - 1), Math.min(gold.length, end + 1));
      if (at >= 0) {
        share[i] = 1;
        Arrays.fill(claimed, at, at + text.length(i), true);
        from = at + text.length(i);
      }
    }
  }

  private int find(int block, int from, int end) {
    int length = text.length(block);
    for (int at = from; at + length <= end; at++) {
      int same = 0;
      while (same < length
          && !claimed[at + same]
          && gold[at + same] == text.token(text.from[block] + same)) {
        same++;
      }
      if (same == length) {
        return at;
      }
    }
    return -1;
  }
}
