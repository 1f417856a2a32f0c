package io.dateline.gazetteer;

import java.util.Locale;

/**
 * The spelling in which names are compared: what a reader would call the same name is one string.
 *
 * <ul>
 *   <li>Lower case in {@link Locale#ROOT}, full-width forms half-width, digits ASCII.
 *   <li>Latin, Greek, Cyrillic, Arabic and Hebrew lose their diacritics and points, also the Latin
 *       letters that Unicode does not decompose (ł ø đ ı), and ß æ œ þ become two letters. Marks of
 *       other scripts are vowels or consonants and stay, apart from the Indic nukta.
 *   <li>Arabic alef, yeh, kaf, heh and teh marbuta forms are one each; the lone hamza goes.
 *   <li>Traditional Chinese characters, and Japan's own forms, become simplified ones.
 *   <li>Apostrophes of all kinds, full stops and middle dots go: {@code Sana'a} is {@code sanaa},
 *       {@code U.S.} is {@code us}.
 *   <li>Hyphens, dashes, underscores and white space are one space between two letters.
 *   <li>All other punctuation stays itself, so that no name runs across it.
 * </ul>
 *
 * <p>Folding looks at one UTF-16 code unit at a time through a table, so it can follow a text; code
 * points beyond the basic plane stay as they are. {@link FoldedText} keeps the offsets.
 */
public final class NameFolding {

  /** A paragraph break in folded text; no name holds it. */
  public static final char BREAK = '\n';

  static final char DROPPED = 0;
  static final char ATTACHED = 1; // dropped, but belongs to the letter before it

  private static final FoldingTable TABLE = FoldingTable.load();

  private NameFolding() {}

  /**
   * Folds a whole name: what the automaton of {@link NameIndex} is keyed by. Leading and trailing
   * spaces are gone.
   */
  public static String fold(CharSequence name) {
    FoldedText folded = FoldedText.of(name);
    int from = 0;
    int to = folded.length();
    while (from < to && isSpace(folded.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(folded.charAt(to - 1))) {
      to--;
    }
    return folded.subSequence(from, to).toString();
  }

  private static boolean isSpace(char folded) {
    return folded == ' ' || folded == BREAK;
  }

  /**
   * What each code unit becomes: {@link #DROPPED}, {@link #ATTACHED}, a folded unit, or one that
   * {@link #isExpansion} knows.
   */
  static char[] table() {
    return TABLE.units();
  }

  static boolean isExpansion(char looked) {
    return looked >= FoldingTable.FIRST_EXPANSION && looked <= FoldingTable.LAST_EXPANSION;
  }

  static String expansion(char looked) {
    return TABLE.expansion(looked);
  }
}
