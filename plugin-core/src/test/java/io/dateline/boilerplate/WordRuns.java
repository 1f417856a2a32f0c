package io.dateline.boilerplate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * How alike two texts are by their runs of four words, counted with multiplicity; a text of fewer
 * words is one run. The usual measure of article extraction.
 */
final class WordRuns {

  private final Map<String, Integer> counts = new HashMap<>();
  private int total;

  WordRuns(String text) {
    this(text, 4);
  }

  /**
   * @param length words in a run; 1 compares words whatever their order
   */
  WordRuns(String text, int length) {
    String[] words =
        text.codePoints()
            .map(c -> isWord(c) ? c : ' ')
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()
            .strip()
            .split(" +");
    if (words[0].isEmpty()) {
      return;
    }
    for (int i = 0; i == 0 || i + length <= words.length; i++) {
      int end = Math.min(i + length, words.length);
      counts.merge(String.join(" ", Arrays.asList(words).subList(i, end)), 1, Integer::sum);
      total++;
    }
  }

  private static boolean isWord(int c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }

  int total() {
    return total;
  }

  int sharedWith(WordRuns other) {
    int shared = 0;
    for (Map.Entry<String, Integer> entry : counts.entrySet()) {
      shared += Math.min(entry.getValue(), other.counts.getOrDefault(entry.getKey(), 0));
    }
    return shared;
  }
}
