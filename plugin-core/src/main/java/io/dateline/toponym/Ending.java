package io.dateline.toponym;

import io.dateline.gazetteer.FoldedText;
import io.dateline.gazetteer.NameFolding;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An ending that names take in running text, in the spelling of {@link NameFolding}.
 *
 * @param textHas what stands behind the stem
 * @param nameHas what the name in the gazetteer has instead; empty when it only goes
 * @param minStem how many letters must stand before it
 * @param associative whether it makes an adjective or an inhabitant
 */
record Ending(String textHas, String nameHas, int minStem, boolean associative) {

  private static final Ending[][] NO_ENDINGS = {};
  private static final Map<String, Ending[][]> BY_LANGUAGE = load();

  /**
   * The endings of a language by their lengths in the text; caseless scripts go by the script of
   * the word's first letter.
   */
  static Ending[][] of(String language, char first) {
    if (first < 128) {
      return BY_LANGUAGE.getOrDefault(language, NO_ENDINGS);
    }
    String key =
        switch (UnicodeScript.of(first)) {
          case HANGUL -> "ko";
          case ARABIC -> "ar";
          case HEBREW -> "he";
          case BENGALI -> "bn";
          case TAMIL -> "ta";
          case ETHIOPIC -> "am";
          case LATIN, CYRILLIC, GREEK -> language;
          default -> "";
        };
    return BY_LANGUAGE.getOrDefault(key, NO_ENDINGS);
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

  private static Map<String, Ending[][]> load() {
    Map<String, List<Ending>> lists = new HashMap<>();
    WordList.readRows(
        "endings.tsv",
        row -> {
          List<Ending> endings = lists.computeIfAbsent(row[0], key -> new ArrayList<>());
          for (String pair : row[3].split(" ", -1)) {
            int arrow = pair.indexOf('>');
            endings.add(
                new Ending(
                    NameFolding.fold(pair.substring(0, arrow)),
                    NameFolding.fold(pair.substring(arrow + 1)),
                    Integer.parseInt(row[1]),
                    row[2].equals("associative")));
          }
        });
    Map<String, Ending[][]> arrays = new HashMap<>();
    lists.forEach((language, list) -> arrays.put(language, byLength(list)));
    return arrays;
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
