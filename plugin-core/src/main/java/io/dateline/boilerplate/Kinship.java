package io.dateline.boilerplate;

import io.dateline.table.LongTable;

/**
 * Whether blocks speak of the same things: the share of a block's words, frequent ones left out,
 * that other paragraphs use too. Teasers, comments of the site and notices bring words of their
 * own, in any language.
 */
final class Kinship {

  private final PageText text;
  private final LongTable frequent;
  private final boolean[] member;

  /** In how many members each word stands. */
  private final LongTable uses = new LongTable(2048);

  /**
   * @param member the paragraphs to compare with
   */
  Kinship(PageText text, LongTable frequent, boolean[] member) {
    this.text = text;
    this.frequent = frequent;
    this.member = member;
    LongTable lastUser = new LongTable(2048);
    for (int i = 0; i < text.count; i++) {
      for (int at = text.from[i]; member[i] && at < text.from[i + 1]; at++) {
        long word = text.token(at);
        if (isContent(word) && lastUser.get(word) != i + 1) {
          lastUser.put(word, i + 1);
          uses.add(word, 1);
        }
      }
    }
  }

  private boolean isContent(long word) {
    return !PageText.isNumber(word) && frequent.get(word) == 0;
  }

  /** Share of a block's words that another member uses; -1 when it has too few to tell. */
  float of(int block) {
    int own = member[block] ? 1 : 0;
    int shared = 0;
    int content = 0;
    for (int at = text.from[block]; at < text.from[block + 1]; at++) {
      long word = text.token(at);
      if (isContent(word)) {
        content++;
        shared += uses.get(word) > own ? 1 : 0;
      }
    }
    return content < 2 ? -1 : shared / (float) content;
  }
}
