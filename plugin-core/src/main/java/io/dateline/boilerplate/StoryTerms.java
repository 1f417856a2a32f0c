package io.dateline.boilerplate;

import io.dateline.table.LongTable;

/**
 * The words that a story is about, cut short against inflection, and how many of a line's own are
 * among them. Short words count for nothing: in any language they are the grammar's.
 */
final class StoryTerms {

  private static final int LEAST_LETTERS = 4;
  private static final int STEM = 5;

  /** A share of so few words says nothing; they count as so many. */
  private static final int LEAST_TERMS = 3;

  private final LongTable terms = new LongTable(512);

  /** The terms of the text read last, and how many they are. */
  private long[] found = new long[64];

  private int count;

  void add(String text) {
    read(text);
    for (int i = 0; i < count; i++) {
      terms.put(found[i], 1);
    }
  }

  /** Share of a text's terms that the story has, too; 0 to 1. */
  float share(String text) {
    read(text);
    int shared = 0;
    for (int i = 0; i < count; i++) {
      shared += terms.get(found[i]) != 0 ? 1 : 0;
    }
    return shared / (float) Math.max(LEAST_TERMS, count);
  }

  /** Beginnings of the longer words; pairs of characters where no blanks part the words. */
  private void read(String text) {
    count = 0;
    if (found.length < text.length()) {
      found = new long[text.length()];
    }
    int letters = 0;
    long stem = 7;
    char before = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? Character.toLowerCase(text.charAt(i)) : ' ';
      if (Script.isHan(c) && Character.isLetter(c)) {
        if (before != 0) {
          found[count++] = before * 65_537L + c + 1;
        }
        before = c;
        continue;
      }
      before = 0;
      if (Character.isLetter(c)) {
        letters++;
        stem = letters <= STEM ? stem * 0x100000001B3L + c : stem;
      } else if (Character.getType(c) != Character.NON_SPACING_MARK
          && Character.getType(c) != Character.COMBINING_SPACING_MARK) {
        if (letters >= LEAST_LETTERS || (letters >= 2 && isSyllable(text.charAt(i - 1)))) {
          found[count++] = stem;
        }
        letters = 0;
        stem = 7;
      }
    }
  }

  /** One sign of these scripts stands for a syllable or for a consonant with its vowel. */
  private static boolean isSyllable(char c) {
    int script = Script.of(c);
    return script == Script.HANGUL || script == Script.OTHER || script == Script.INDIC;
  }
}
