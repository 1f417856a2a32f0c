package io.dateline.boilerplate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The phrases of all families in all languages, as one trie over words. {@code #} in a phrase
 * stands for any number.
 */
final class PhraseBook {

  /** Where in a block a phrase must stand. */
  enum Place {
    IS,
    STARTS,
    ENDS,
    HAS,
    /** At the start and before a colon, with anything behind. */
    LABELS
  }

  /** A phrase as it was found: where it must stand, and whether it decides alone. */
  record Entry(PhraseFamily family, Place place, boolean sure, int length) {}

  private static final long NUMBER = 3;
  private static final PhraseBook BUILT_IN = load();

  /** In blocks longer than this, phrases are looked for near the ends only. */
  private static final int WHOLE_WORDS = 90;

  private static final int END_WORDS = 12;
  private static final int FILTER_BITS = 1 << 16;

  private final LongTable children = new LongTable(1 << 15);

  /** Bits of the words that begin phrases; small enough to stay in the processor's cache. */
  private final long[] begins = new long[FILTER_BITS / 64];

  private final List<List<Entry>> entries = new ArrayList<>();

  private PhraseBook() {
    entries.add(List.of());
  }

  static PhraseBook builtIn() {
    return BUILT_IN;
  }

  /** One without phrases. */
  static PhraseBook empty() {
    return new PhraseBook();
  }

  private static PhraseBook load() {
    PhraseBook book = new PhraseBook();
    for (PhraseFamily family : PhraseFamily.values()) {
      try (InputStream in = PhraseBook.class.getResourceAsStream(family.file());
          BufferedReader reader =
              new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
          if (!line.startsWith("#") && !line.isBlank()) {
            book.addLine(family, line);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(family.file() + " cannot be read", e);
      }
    }
    return book;
  }

  private void addLine(PhraseFamily family, String line) {
    String[] columns = line.split("\t", -1);
    boolean sure = columns[1].endsWith("!");
    String how = sure ? columns[1].substring(0, columns[1].length() - 1) : columns[1];
    Place place =
        switch (how) {
          case "is" -> Place.IS;
          case "starts" -> Place.STARTS;
          case "ends" -> Place.ENDS;
          case "has" -> Place.HAS;
          case "labels" -> Place.LABELS;
          default -> throw new IllegalStateException(family.file() + ": no such place: " + how);
        };
    for (String phrase : columns[2].split("\\|", -1)) {
      add(family, place, sure, phrase);
    }
  }

  private void add(PhraseFamily family, Place place, boolean sure, String phrase) {
    List<Long> words = new ArrayList<>();
    for (String part : phrase.split(" ", -1)) {
      if (part.equals("#")) {
        words.add(NUMBER);
      } else {
        for (long word : PageText.wordsOf(part)) {
          words.add(word);
        }
      }
    }
    if (!words.isEmpty()) {
      begins[slot(words.get(0))] |= 1L << (words.get(0) >>> 20);
    }
    int node = 0;
    for (long word : words) {
      long key = key(node, word);
      int next = children.get(key);
      if (next == 0) {
        next = entries.size();
        entries.add(List.of());
        children.put(key, next);
      }
      node = next;
    }
    if (node != 0) {
      List<Entry> grown = new ArrayList<>(entries.get(node));
      grown.add(new Entry(family, place, sure, words.size()));
      entries.set(node, List.copyOf(grown));
    }
  }

  private static int slot(long word) {
    return (int) (word >>> 26) & (FILTER_BITS / 64 - 1);
  }

  private boolean mayBegin(long word) {
    return (begins[slot(word)] & 1L << (word >>> 20)) != 0 || PageText.isNumber(word);
  }

  private static long key(int node, long word) {
    long key = word * 31 + node * 0x9E3779B97F4A7C15L;
    return key == 0 ? 1 : key;
  }

  /** Whether a text by itself is a phrase of a family that may stand as a whole block. */
  boolean isWhole(String text, PhraseFamily family) {
    int node = 0;
    for (long word : PageText.wordsOf(text)) {
      node = children.get(key(node, word));
      if (node == 0) {
        return false;
      }
    }
    return entries.get(node).stream()
        .anyMatch(entry -> entry.family() == family && entry.place() == Place.IS);
  }

  /** Finds the phrases of a block. */
  void find(PageText text, int block, PhraseHits hits) {
    int from = text.from[block];
    int end = text.from[block + 1];
    int length = end - from;
    for (int at = from; at < end; at++) {
      if (length > WHOLE_WORDS && at - from == END_WORDS) {
        at = end - END_WORDS;
      }
      if (!mayBegin(text.token(at))) {
        continue;
      }
      int node = 0;
      for (int i = at; i < end; i++) {
        long word = text.token(i);
        int next = children.get(key(node, word));
        if (next == 0 && PageText.isNumber(word)) {
          next = children.get(key(node, NUMBER));
        }
        if (next == 0) {
          break;
        }
        node = next;
        for (Entry entry : entries.get(node)) {
          boolean fits =
              switch (entry.place()) {
                case IS -> at == from && i + 1 == end;
                case STARTS -> at == from;
                case ENDS -> i + 1 == end;
                case HAS -> true;
                case LABELS -> at == from && i + 1 - from == text.labelWords[block];
              };
          if (fits) {
            hits.add(block, at, entry, i + 1 - from == text.labelWords[block]);
          }
        }
      }
    }
  }
}
