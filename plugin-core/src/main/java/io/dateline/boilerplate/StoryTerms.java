package io.dateline.boilerplate;

import java.util.ArrayList;
import java.util.List;

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

  void add(String text) {
    for (long term : of(text)) {
      terms.put(term, 1);
    }
  }

  /** Share of a text's terms that the story has, too; 0 to 1. */
  float share(String text) {
    List<Long> own = of(text);
    int shared = 0;
    for (long term : own) {
      shared += terms.get(term) != 0 ? 1 : 0;
    }
    return shared / (float) Math.max(LEAST_TERMS, own.size());
  }

  /** Beginnings of the longer words; pairs of characters where no blanks part the words. */
  private static List<Long> of(String text) {
    List<Long> found = new ArrayList<>();
    int letters = 0;
    long stem = 7;
    char before = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? Character.toLowerCase(text.charAt(i)) : ' ';
      if (Script.isHan(c) && Character.isLetter(c)) {
        if (before != 0) {
          found.add(before * 65_537L + c + 1);
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
          found.add(stem);
        }
        letters = 0;
        stem = 7;
      }
    }
    return found;
  }

  /** One sign of these scripts stands for a syllable or for a consonant with its vowel. */
  private static boolean isSyllable(char c) {
    int script = Script.of(c);
    return script == Script.HANGUL || script == Script.OTHER || script == Script.INDIC;
  }
}
