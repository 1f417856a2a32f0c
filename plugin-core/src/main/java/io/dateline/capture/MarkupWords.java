package io.dateline.capture;

import io.dateline.table.ListFile;
import java.util.HashMap;
import java.util.Map;

/** The vocabulary of class names and ids, {@code markup-words.tsv}. */
final class MarkupWords {

  private static final MarkupWords BUILT_IN = load();

  /** Names longer than this are hashes and base64, not words; reading them only costs time. */
  private static final int MAX_NAME = 400;

  private static final int FILTER_BITS = 15;

  /** Marks by the hash of a word, of two words run together, and of two words apart. */
  private final Map<Long, Long> byHash = new HashMap<>();

  /** A bit for each hash: most names of a page are none of ours, and so the tables stay cold. */
  private final long[] filter = new long[1 << (FILTER_BITS - 6)];

  private long[] hashes = new long[0];
  private long[] marks = new long[0];

  private MarkupWords() {}

  static MarkupWords builtIn() {
    return BUILT_IN;
  }

  private static MarkupWords load() {
    MarkupWords words = new MarkupWords();
    ListFile.lines(MarkupWords.class, "markup-words.tsv").forEach(words::add);
    words.spread();
    return words;
  }

  private void add(String line) {
    int tab = line.indexOf('\t');
    long bit = Mark.valueOf(line.substring(0, tab)).bit();
    String rest = line.substring(tab + 1);
    if (rest.indexOf('|') >= 0 || isPair(rest)) {
      for (String two : rest.split("\\|", -1)) {
        int blank = two.strip().indexOf(' ');
        long first = hash(two.strip().substring(0, blank));
        byHash.merge(pair(first, hash(two.strip().substring(blank + 1))), bit, (a, b) -> a | b);
      }
    } else {
      for (String one : rest.split(" ", -1)) {
        byHash.merge(hash(one.strip()), bit, (a, b) -> a | b);
      }
    }
  }

  /** A line of one pair has no bar; the file writes such a line with a single blank. */
  private static boolean isPair(String rest) {
    int blank = rest.indexOf(' ');
    return blank > 0 && rest.indexOf(' ', blank + 1) < 0;
  }

  private static long hash(String word) {
    long hash = 0;
    for (int i = 0; i < word.length(); i++) {
      hash = append(hash, word.charAt(i));
    }
    return hash;
  }

  private static long append(long hash, char c) {
    return hash * 0x100000001B3L + c + 1;
  }

  private static long pair(long first, long second) {
    return (first ^ 0x5DEECE66DL) * 0x9E3779B97F4A7C15L + second;
  }

  /** Into a table that is looked up without boxing; the names of a page ask thousands of times. */
  private void spread() {
    int capacity = Integer.highestOneBit(byHash.size()) * 4;
    hashes = new long[capacity];
    marks = new long[capacity];
    byHash.forEach(
        (hash, mark) -> {
          int slot = slot(hash);
          hashes[slot] = hash;
          marks[slot] = mark;
          filter[bit(hash) >> 6] |= 1L << bit(hash);
        });
  }

  private long marksOf(long hash) {
    int bit = bit(hash);
    return (filter[bit >> 6] & (1L << bit)) == 0 ? 0 : marks[slot(hash)];
  }

  private static int bit(long hash) {
    return (int) ((hash * 0x9E3779B97F4A7C15L) >>> (64 - FILTER_BITS));
  }

  private int slot(long hash) {
    int mask = hashes.length - 1;
    int slot = (int) ((hash * 0x9E3779B97F4A7C15L) >>> 40) & mask;
    while (hashes[slot] != 0 && hashes[slot] != hash) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** The marks that a class attribute, id or data name sets. */
  long marksOf(char[] name, int end) {
    long found = 0;
    long before = 0;
    long part = 0;
    long both = 0; // the part before and this one run together
    boolean open = false;
    int length = Math.min(end, MAX_NAME);
    boolean lowerBefore = false;
    for (int i = 0; i <= length; i++) {
      char c = i < length ? name[i] : ' ';
      boolean lower = c >= 'a' && c <= 'z';
      boolean letter = lower || (c >= 'A' && c <= 'Z') || (c >= 128 && Character.isLetter(c));
      if (i == length) {
        letter = false;
      }
      boolean hump = open && letter && !lower && lowerBefore && Character.isUpperCase(c);
      if (open && (!letter || hump)) {
        found |= marksOf(part);
        if (before != 0) {
          found |= marksOf(pair(before, part)) | marksOf(both);
        }
        before = part;
        open = false;
      }
      if (letter) {
        if (!open) {
          open = true;
          part = 0;
          both = before;
        }
        char folded = lower ? c : lower(c);
        part = append(part, folded);
        both = append(both, folded);
        lowerBefore = lower || (c >= 128 && Character.isLowerCase(c));
      } else if (i < length && Character.isWhitespace(c)) {
        before = 0;
      }
    }
    return found;
  }

  private static char lower(char c) {
    return c == 'İ' ? c : Character.toLowerCase(c); // in lower case it is two characters
  }
}
