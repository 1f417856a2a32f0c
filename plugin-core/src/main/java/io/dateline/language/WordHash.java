package io.dateline.language;

import io.dateline.table.PackReader;
import io.dateline.table.PackWriter;
import java.text.Normalizer;
import java.util.Locale;

/**
 * A 64-bit hash of a word without case and combining marks, so that looking a word up in a list
 * makes no string. With a few ten thousand words, two that share a hash are not to be expected
 * (probability below 10⁻⁹).
 */
public final class WordHash {

  /** Where the build puts the plain letters, beside this class. */
  public static final String RESOURCE = "plain-letters.pack";

  private static final long SEED = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private static final int LATIN_END = 0x250;
  private static final int EXTENDED = 0x1E00;
  private static final int EXTENDED_END = 0x2000;
  private static final char[] PLAIN_LATIN;
  private static final char[] PLAIN_EXTENDED;

  static {
    PackReader in = PackReader.open(WordHash.class, RESOURCE);
    PLAIN_LATIN = in == null ? plainLetters(0, LATIN_END) : in.letters();
    PLAIN_EXTENDED = in == null ? plainLetters(EXTENDED, EXTENDED_END) : in.letters();
  }

  private WordHash() {}

  /** Packs the plain letters, as the JDK's Unicode data say. */
  public static byte[] toBytes() {
    PackWriter out = new PackWriter();
    out.letters(plainLetters(0, LATIN_END));
    out.letters(plainLetters(EXTENDED, EXTENDED_END));
    return out.toBytes();
  }

  /** The hash of {@code text[start, end)}. Full stops are left out: "U.S." hashes like "US". */
  public static long of(CharSequence text, int start, int end) {
    long hash = SEED;
    for (int at = start; at < end; at++) {
      char c = text.charAt(at);
      if (c < 128) {
        if (c == '.') {
          continue;
        }
        hash = next(hash, (char) (c >= 'A' && c <= 'Z' ? c + 32 : c));
      } else {
        hash = mixOther(hash, c);
      }
    }
    return end(hash);
  }

  /** Before the first letter, for who reads the letters for another reason, too. */
  public static long start() {
    return SEED;
  }

  /** One more letter or digit, already without case and marks. */
  public static long next(long hash, char folded) {
    return (hash ^ folded) * PRIME;
  }

  /** The hash of the word whose letters have been read. */
  public static long end(long hash) {
    return hash ^ (hash >>> 29);
  }

  /** The hash of a whole word. */
  public static long of(String word) {
    return of(word, 0, word.length());
  }

  private static long mixOther(long hash, char c) {
    if (Character.getType(c) == Character.NON_SPACING_MARK) {
      return hash;
    }
    char lower = Character.toLowerCase(c);
    if (lower < LATIN_END) {
      lower = PLAIN_LATIN[lower];
    } else if (lower >= EXTENDED && lower < EXTENDED_END) {
      lower = PLAIN_EXTENDED[lower - EXTENDED];
    }
    return (hash ^ lower) * PRIME;
  }

  /** The letters of a range without their marks: asking the normaliser each time is slow. */
  private static char[] plainLetters(int from, int to) {
    char[] plain = new char[to - from];
    for (int c = from; c < to; c++) {
      String spread = Normalizer.normalize(String.valueOf((char) c), Normalizer.Form.NFD);
      plain[c - from] = spread.toLowerCase(Locale.ROOT).charAt(0);
    }
    return plain;
  }
}
