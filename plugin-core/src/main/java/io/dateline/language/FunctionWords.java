package io.dateline.language;

import io.dateline.table.ListFile;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The function words of languages (articles, pronouns, prepositions), which make up a third of any
 * running text. Where those of one language are frequent and no other comes near, the language is
 * settled, hundreds of times faster than by n-grams. Immutable after loading.
 */
public final class FunctionWords {

  /** Fewer words may be a caption or a list of names. */
  private static final int LEAST_WORDS = 40;

  /** So many words decide as well as ten times as many; only a close call needs the rest. */
  private static final int ENOUGH_WORDS = 250;

  /** Share of function words below which something else may be meant: verse, lists, a dialect. */
  private static final double LEAST_SHARE = 0.12;

  /** Of the best language's hits, so many at most may be another's, too. */
  private static final double SECOND = 0.55;

  private static final FunctionWords BUILT_IN = new FunctionWords();

  private final Map<String, List<String>> lists = new LinkedHashMap<>();
  private final String[] tags;
  private final long[] table = new long[1 << 13]; // open hash; behind each word its languages
  private long deciding;

  private FunctionWords() {
    ListFile.lines(FunctionWords.class, "function-words.tsv").forEach(this::add);
    tags = lists.keySet().toArray(String[]::new);
  }

  /** The words of each language; keys are BCP 47 primary tags. */
  public static Map<String, List<String>> byLanguage() {
    return Collections.unmodifiableMap(BUILT_IN.lists);
  }

  /**
   * The language of running text, when its function words leave no doubt. Languages with close kin
   * (Norwegian and Danish, Czech and Slovak, Indonesian and Malay) are never decided here.
   *
   * @return a BCP 47 primary language tag
   */
  public static Optional<String> decide(CharSequence text) {
    return BUILT_IN.of(text.toString());
  }

  private Optional<String> of(String text) {
    int[] hits = new int[tags.length];
    int words = 0;
    int at = 0;
    while (at < text.length()) {
      if (!isLetter(text.charAt(at))) {
        at++;
        continue;
      }
      int start = at;
      long hash = WordHash.start(); // in the same go, as long as the letters are ASCII
      boolean ascii = true;
      for (; at < text.length(); at++) {
        char c = text.charAt(at);
        if (!isLetter(c)) {
          break;
        }
        ascii &= c < 128;
        hash = WordHash.next(hash, (char) (c | 0x20));
      }
      words++;
      if (words == ENOUGH_WORDS) {
        Optional<String> early = clearest(hits, words);
        if (early.isPresent()) {
          return early;
        }
      }
      int slot = slot(ascii ? WordHash.end(hash) : WordHash.of(text, start, at));
      for (long rest = table[slot + 1]; rest != 0; rest &= rest - 1) {
        hits[Long.numberOfTrailingZeros(rest)]++;
      }
    }
    return words < LEAST_WORDS ? Optional.empty() : clearest(hits, words);
  }

  private Optional<String> clearest(int[] hits, int words) {
    int best = 0;
    for (int i = 1; i < hits.length; i++) {
      best = hits[i] > hits[best] ? i : best;
    }
    int second = 0;
    for (int i = 0; i < hits.length; i++) {
      second = i == best ? second : Math.max(second, hits[i]);
    }
    boolean clear =
        (deciding >>> best & 1) != 0
            && hits[best] >= LEAST_SHARE * words
            && second <= SECOND * hits[best];
    return clear ? Optional.of(tags[best]) : Optional.empty();
  }

  private static boolean isLetter(char c) {
    int lower = c | 0x20;
    return c < 128
        ? lower >= 'a' && lower <= 'z'
        : Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private int slot(long hash) {
    int mask = table.length - 2;
    int slot = (int) (hash ^ (hash >>> 32)) << 1 & mask;
    while (table[slot] != 0 && table[slot] != hash) {
      slot = (slot + 2) & mask;
    }
    return slot;
  }

  private void add(String line) {
    String[] row = line.split("\t", -1);
    long bit = 1L << lists.size();
    List<String> words = List.of(row[2].split("\\|", -1));
    lists.put(row[0], words);
    if (row[1].equals("decides")) {
      deciding |= bit;
    }
    for (String word : words) {
      long hash = WordHash.of(word);
      int slot = slot(hash);
      table[slot] = hash;
      table[slot + 1] |= bit;
    }
  }
}
