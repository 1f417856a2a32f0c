package io.dateline.toponym;

import io.dateline.gazetteer.FoldedText;

/**
 * Prepositions and conjunctions that Arabic, Hebrew and Amharic write as one with the next word.
 */
final class AttachedWords {

  private static final String ARABIC = "وفبلك";
  private static final String ETHIOPIC = "በከለየወ";
  private static final String HEBREW = "ובלמהשכ";

  private AttachedWords() {}

  /** How many units of the word that starts at {@code from} may be such: 0 to 3. */
  static int length(FoldedText folded, int from, int wordEnd) {
    char first = folded.charAt(from);
    String letters = isHebrew(first) ? HEBREW : isEthiopic(first) ? ETHIOPIC : ARABIC;
    int count = 0;
    while (count < 3
        && from + count + 2 < folded.length()
        && folded.start(from + count + 2) < wordEnd
        && letters.indexOf(folded.charAt(from + count)) >= 0) {
      count++;
    }
    return count;
  }

  private static boolean isEthiopic(char c) {
    return c >= '\u1200' && c <= '\u137F';
  }

  private static boolean isHebrew(char c) {
    return c >= '\u0590' && c <= '\u05FF';
  }
}
