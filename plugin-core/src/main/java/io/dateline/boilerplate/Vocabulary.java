package io.dateline.boilerplate;

import io.dateline.table.LongTable;

/**
 * How a block's words relate to those of the page's running text, in whatever language that is
 * written.
 */
final class Vocabulary {

  private static final int FUNCTION_WORDS = 30;

  /** Share of a block's words that are among the page's most frequent words in running text. */
  final float[] functionShare;

  /** Whether the script is not the one that most of the page's running text is in. */
  final boolean[] foreignScript;

  /** The most frequent words of the running text: in most languages its function words. */
  final LongTable frequent;

  private final PageText text;
  private final float[] mass;
  private final int count;

  /**
   * @param mass words of running text in each block
   */
  Vocabulary(PageText text, float[] mass) {
    this.text = text;
    this.mass = mass;
    count = text.count;
    functionShare = new float[count];
    foreignScript = new boolean[count];
    frequent = LongTable.of(frequentWords());
    functionWords();
    scripts();
  }

  private long[] frequentWords() {
    LongTable counts = new LongTable(256);
    int budget = 200_000;
    for (int i = 0; i < count && budget > 0; i++) {
      if (mass[i] > 0) {
        for (int at = text.from[i]; at < text.from[i + 1] && budget > 0; at++, budget--) {
          if (!PageText.isNumber(text.token(at))) {
            counts.add(text.token(at), 1);
          }
        }
      }
    }
    int[] asFrequent = counts.keysByValue();
    int least = 3;
    while (least < asFrequent.length && asFrequent[least] > FUNCTION_WORDS) {
      least += Math.max(1, least / 4);
    }
    return counts.keysWith(least);
  }

  private void functionWords() {
    for (int i = 0; i < count; i++) {
      int found = 0;
      for (int at = text.from[i]; at < text.from[i + 1]; at++) {
        found += frequent.get(text.token(at));
      }
      functionShare[i] = found / (float) Math.max(1, text.length(i));
    }
  }

  private void scripts() {
    float[] weight = new float[Script.COUNT];
    for (int i = 0; i < count; i++) {
      if (text.script[i] >= 0) {
        weight[text.script[i]] += mass[i];
      }
    }
    int main = 0;
    for (int i = 1; i < weight.length; i++) {
      main = weight[i] > weight[main] ? i : main;
    }
    for (int i = 0; i < count; i++) {
      foreignScript[i] = weight[main] > 0 && text.script[i] >= 0 && text.script[i] != main;
    }
  }
}
