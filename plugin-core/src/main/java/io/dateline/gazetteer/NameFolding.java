package io.dateline.gazetteer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
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

  private static final int FIRST_EXPANSION = 0xE000;
  private static final char PRIVATE_USE = '\uFFFC';

  private static final String APOSTROPHES = "'`\u00B4\u2018\u2019\u201B\u2032\uFF07\u05F3\u05F4";
  private static final String DOTS = ".\u00B7\u2024\u2027\u30FB\uFF65\uFF0E\u0387";

  /** Pairs: a letter that Unicode does not decompose, and the plain one that stands for it. */
  private static final String PLAIN =
      "łløođdðdħhıiĸkŀlŋnƀbɓbƈcɗdɖdəaǝaɛeƒfɠgɣgɨiƙkɲnɵoɔoʃsʈtʊuƴyƶzȼcɇeɉjɍrɏyӏі";

  private static final List<String> EXPANSIONS = new ArrayList<>();
  private static final char[] TABLE = table();

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

  /** {@link #DROPPED}, {@link #ATTACHED}, a folded unit, or one that {@link #isExpansion} knows. */
  static char lookUp(char unit) {
    return TABLE[unit];
  }

  static boolean isExpansion(char looked) {
    return looked >= FIRST_EXPANSION && looked <= 0xF8FF;
  }

  static String expansion(char looked) {
    return EXPANSIONS.get(looked - FIRST_EXPANSION);
  }

  private static char[] table() {
    char[] table = new char[1 << 16];
    for (int c = 0; c < table.length; c++) {
      table[c] = identity(c) ? (char) c : PRIVATE_USE;
    }
    for (int c = 0; c < table.length; c++) {
      if (!identity(c)) {
        table[c] = entry(foldSlowly((char) c));
      }
    }
    return table;
  }

  /** The big ranges that fold to themselves; leaving them out halves the start-up. */
  private static boolean identity(int c) {
    return (c >= 0x3400 && c <= 0x9FFF) // Han
        || (c >= 0xAC00 && c <= 0xD7A3) // Hangul
        || (c >= 0xD800 && c <= 0xDFFF); // surrogates
  }

  private static char entry(String folded) {
    if (folded.length() == 1) {
      return folded.charAt(0);
    }
    if (folded.isEmpty()) {
      return DROPPED;
    }
    int known = EXPANSIONS.indexOf(folded);
    if (known < 0) {
      known = EXPANSIONS.size();
      EXPANSIONS.add(folded);
    }
    return (char) (FIRST_EXPANSION + known);
  }

  private static String foldSlowly(char c) {
    if (c >= FIRST_EXPANSION && c <= 0xF8FF) {
      return String.valueOf(PRIVATE_USE);
    }
    if (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '_' || isDash(c)) {
      return " ";
    }
    if (APOSTROPHES.indexOf(c) >= 0 || DOTS.indexOf(c) >= 0 || (c >= 0x02B0 && c <= 0x02FF)) {
      return "";
    }
    int type = Character.getType(c);
    if (type == Character.FORMAT || isLooseMark(c)) {
      return String.valueOf(ATTACHED);
    }
    if (type == Character.CONTROL) {
      return " ";
    }
    if (type == Character.DECIMAL_DIGIT_NUMBER) {
      return String.valueOf((char) ('0' + Character.digit(c, 10)));
    }
    return foldLetter(c);
  }

  private static boolean isDash(char c) {
    return Character.getType(c) == Character.DASH_PUNCTUATION || c == '\u2212';
  }

  private static String foldLetter(char c) {
    boolean strips =
        switch (Character.UnicodeScript.of(c)) {
          case LATIN, GREEK, CYRILLIC, ARABIC, HEBREW -> true;
          default -> false;
        };
    Normalizer.Form form = strips ? Normalizer.Form.NFKD : Normalizer.Form.NFKC;
    String spread = Normalizer.normalize(String.valueOf(c), form);
    StringBuilder folded = new StringBuilder();
    for (char part : spread.toLowerCase(Locale.ROOT).toCharArray()) {
      if (!isLooseMark(part)) {
        folded.append(spell(part));
      }
    }
    if (folded.isEmpty() || !Character.isLetterOrDigit(c)) {
      // "…" must not turn into three full stops and vanish
      return folded.length() == 1 ? folded.toString() : String.valueOf(c);
    }
    return folded.toString();
  }

  /** Marks whose absence no reader minds. */
  private static boolean isLooseMark(char c) {
    if (Character.getType(c) != Character.NON_SPACING_MARK) {
      return c == '\u0640'; // tatweel
    }
    return (c >= 0x0300 && c <= 0x036F)
        || (c >= 0x0483 && c <= 0x0487)
        || (c >= 0x0591 && c <= 0x05C7)
        || (c >= 0x0610 && c <= 0x06ED)
        || (c >= 0x08D3 && c <= 0x08FF)
        || (c >= 0x1AB0 && c <= 0x1AFF)
        || (c >= 0x1DC0 && c <= 0x1DFF)
        || (c >= 0x20D0 && c <= 0x20F0)
        || (c >= 0xFE00 && c <= 0xFE2F)
        || ((c & 0x7F) == 0x3C && c >= 0x0900 && c <= 0x0CFF); // nukta
  }

  private static String spell(char c) {
    for (int i = 0; i < PLAIN.length(); i += 2) {
      if (PLAIN.charAt(i) == c) {
        return PLAIN.substring(i + 1, i + 2);
      }
    }
    return switch (c) {
      case 'ß' -> "ss";
      case 'æ' -> "ae";
      case 'œ' -> "oe";
      case 'þ' -> "th";
      case 'ς' -> "σ";
      case '\u0621' -> ""; // lone hamza
      case '\u0671', '\u0672', '\u0673', '\u0675' -> "\u0627"; // alef forms
      case '\u0649', '\u06CC', '\u06CD', '\u06D0', '\u06D2' -> "\u064A"; // yeh forms
      case '\u0629', '\u06BE', '\u06C1', '\u06C3', '\u06D5' -> "\u0647"; // heh and teh marbuta
      case '\u06A9', '\u06AA' -> "\u0643"; // kaf forms
      default -> String.valueOf(c);
    };
  }
}
