package io.dateline.toponym;

import io.dateline.gazetteer.FoldedText;
import io.dateline.gazetteer.NameFolding;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An ending that names take in running text, in the spelling of {@link NameFolding}.
 *
 * @param textHas what stands behind the stem
 * @param nameHas what the name in the gazetteer has instead; empty when it only goes
 * @param minStem how many letters must stand before it
 * @param associative whether it makes an adjective or an inhabitant
 * @param lowerCase whether such a word has no capital: "zadarski", "debreceni"
 */
record Ending(String textHas, String nameHas, int minStem, boolean associative, boolean lowerCase) {

  private static final String LOWER_CASE = "lower-case";
  private static final Ending[][] NO_ENDINGS = {};
  private static final Map<String, List<String[]>> ROWS = rows();

  /** Made when a language is first met: making all would take a tenth of a start. */
  private static final Map<String, Ending[][]> BY_LANGUAGE = new ConcurrentHashMap<>();

  /**
   * The endings of a language by their lengths in the text; caseless scripts go by the script of
   * the word's first letter.
   */
  static Ending[][] of(String language, char first) {
    if (first < 128) {
      return of(language);
    }
    String key =
        switch (UnicodeScript.of(first)) {
          case HANGUL -> "ko";
          case ARABIC -> "ar";
          case HEBREW -> "he";
          case BENGALI -> "bn";
          case TAMIL -> "ta";
          case ETHIOPIC -> "am";
          case ARMENIAN -> "hy";
          case GEORGIAN -> "ka";
          case DEVANAGARI -> "mr"; // and Nepali
          case GUJARATI -> "gu";
          case TELUGU -> "te";
          case KANNADA -> "kn";
          case MALAYALAM -> "ml";
          case LATIN, CYRILLIC, GREEK -> language;
          default -> "";
        };
    return of(key);
  }

  private static Ending[][] of(String language) {
    Ending[][] known = BY_LANGUAGE.get(language);
    if (known == null) {
      List<String[]> rows = ROWS.get(language);
      known = rows == null ? NO_ENDINGS : BY_LANGUAGE.computeIfAbsent(language, l -> made(rows));
    }
    return known;
  }

  /** Whether names take endings in the language, where they are written in ASCII. */
  static boolean areKnownIn(String language) {
    return ROWS.containsKey(language);
  }

  /** Whether the language makes adjectives or inhabitants of towns without a capital. */
  static boolean hasLowerCase(String language) {
    List<String[]> rows = ROWS.getOrDefault(language, List.of());
    for (String[] row : rows) {
      if (row[2].equals(LOWER_CASE)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the units from {@code from} to {@code to} are just this ending. */
  boolean fills(FoldedText folded, int from, int to) {
    int length = textHas.length();
    if (to - from != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (folded.charAt(from + i) != textHas.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static Map<String, List<String[]>> rows() {
    Map<String, List<String[]>> rows = new HashMap<>();
    WordList.readRows(
        "endings.tsv", row -> rows.computeIfAbsent(row[0], key -> new ArrayList<>()).add(row));
    return rows;
  }

  private static Ending[][] made(List<String[]> rows) {
    List<Ending> endings = new ArrayList<>();
    for (String[] row : rows) {
      String[] tails = row.length > 4 ? row[4].split(" ", -1) : new String[] {""};
      for (String pair : row[3].split(" ", -1)) {
        for (String tail : tails) {
          endings.add(of(row, pair, tail));
        }
      }
    }
    return byLength(endings);
  }

  private static Ending of(String[] row, String pair, String tail) {
    int arrow = pair.indexOf('>');
    boolean lowerCase = row[2].equals(LOWER_CASE);
    return new Ending(
        NameFolding.fold(pair.substring(0, arrow) + tail),
        NameFolding.fold(pair.substring(arrow + 1)),
        Integer.parseInt(row[1]),
        lowerCase || row[2].equals("associative"),
        lowerCase);
  }

  private static Ending[][] byLength(List<Ending> list) {
    int longest = list.stream().mapToInt(ending -> ending.textHas.length()).max().orElse(0);
    Ending[][] byLength = new Ending[longest + 1][];
    for (int length = 0; length <= longest; length++) {
      int wanted = length;
      byLength[length] =
          list.stream().filter(ending -> ending.textHas.length() == wanted).toArray(Ending[]::new);
    }
    return byLength;
  }
}
