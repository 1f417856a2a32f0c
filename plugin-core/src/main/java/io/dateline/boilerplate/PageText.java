package io.dateline.boilerplate;

import io.dateline.Meter;
import io.dateline.capture.Block;
import java.util.Arrays;
import java.util.List;

/**
 * What one pass over the characters of a page finds out: its words as hashes, and counts for every
 * block. Everything later works on these arrays and never touches the text again.
 *
 * <p>A word is a run of letters and digits, folded to lower case; in scripts without blanks between
 * words every character is one. The lowest bit of a hash tells numbers from words.
 */
final class PageText {

  static final int ENDS_SENTENCE = 1;
  static final int ENDS_COLON = 1 << 1;
  static final int ENDS_ELLIPSIS = 1 << 2;
  static final int ENDS_ARROW = 1 << 3;
  static final int STARTS_LOWER = 1 << 4;
  static final int STARTS_QUOTE = 1 << 5;
  static final int BRACKETED = 1 << 6;
  static final int HAS_ADDRESS = 1 << 7;
  static final int HAS_COPYRIGHT = 1 << 8;
  static final int HAS_BAR = 1 << 9;
  static final int HAS_CLOCK = 1 << 10;
  static final int HAS_YEAR = 1 << 11;
  static final int ENDS_QUESTION = 1 << 12;
  static final int ALL_UPPER = 1 << 13;
  static final int STARTS_MARK = 1 << 14;
  static final int BRACKETED_ROUND = 1 << 15;

  /** Beyond this many words a block is surely running text or surely none; the rest is not read. */
  private static final int MAX_WORDS_IN_BLOCK = 50_000;

  private static final byte SPACE = 0;
  private static final byte OTHER = 1;
  private static final byte DIGIT = 2;
  private static final byte LOWER = 3;
  private static final byte UPPER = 4;
  private static final byte[] ASCII = new byte[128];

  static {
    Arrays.fill(ASCII, OTHER);
    ASCII[' '] = SPACE;
    Arrays.fill(ASCII, '0', '9' + 1, DIGIT);
    Arrays.fill(ASCII, 'a', 'z' + 1, LOWER);
    Arrays.fill(ASCII, 'A', 'Z' + 1, UPPER);
  }

  final int count;
  final int[] from;
  final float[] words;
  final int[] chars;
  final int[] sentences;
  final int[] commas;
  final int[] upper;
  final int[] digits;
  final int[] letters;
  final int[] quotes;
  final int[] script;
  final int[] flags;
  final long[] hash;

  /** Words before the first colon of a block; 0 when it has none. */
  final int[] labelWords;

  private final int[] scriptCounts = new int[Script.COUNT];
  private long[] tokens = new long[1024];
  private int tokenCount;

  private PageText(int count) {
    this.count = count;
    from = new int[count + 1];
    words = new float[count];
    chars = new int[count];
    sentences = new int[count];
    commas = new int[count];
    upper = new int[count];
    digits = new int[count];
    letters = new int[count];
    quotes = new int[count];
    script = new int[count];
    flags = new int[count];
    hash = new long[count];
    labelWords = new int[count];
  }

  static PageText of(List<Block> blocks, Meter meter) {
    PageText text = new PageText(blocks.size());
    for (int i = 0; i < text.count; i++) {
      meter.work(blocks.get(i).text().length());
      text.from[i] = text.tokenCount;
      text.scan(i, blocks.get(i).text());
    }
    text.from[text.count] = text.tokenCount;
    return text;
  }

  /** The words of a text by itself. */
  static long[] wordsOf(String text) {
    PageText page = of(List.of(new Block(0, text)), Meter.unlimited());
    return Arrays.copyOf(page.tokens, page.tokenCount);
  }

  long token(int at) {
    return tokens[at];
  }

  int length(int block) {
    return from[block + 1] - from[block];
  }

  boolean is(int block, int flag) {
    return (flags[block] & flag) != 0;
  }

  static boolean isNumber(long token) {
    return (token & 1) != 0;
  }

  private void scan(int block, String text) {
    char[] units = text.toCharArray(); // a string asks for its coder at every letter
    int length = units.length;
    int[] scripts = scriptCounts;
    Arrays.fill(scripts, 0);
    long word = 0;
    int wordChars = 0;
    boolean number = true;
    int han = 0;
    int flag = 0;
    int start = tokenCount;
    int letterCount = 0;
    int digitCount = 0;
    int upperCount = 0;
    for (int i = 0; i < length; i++) {
      char c = units[i];
      byte sort = c < 0x80 ? ASCII[c] : (byte) -1;
      boolean digit = sort >= 0 ? sort == DIGIT : Character.isDigit(c);
      boolean letter = sort >= 0 ? sort >= LOWER : isLetter(c);
      if (letter || digit) {
        if (letter) {
          letterCount++;
          int s = sort >= 0 ? Script.LATIN : Script.of(c);
          scripts[s]++;
          if (s == Script.HAN || s == Script.THAI) {
            if (wordChars > 0) {
              push(word, number);
              wordChars = 0;
            }
            push(mix(c), false);
            han++;
            number = true;
            continue;
          }
        } else {
          digitCount++;
        }
        if (wordChars == 0) {
          word = 0;
          number = true;
          if (letter && (sort >= 0 ? sort == UPPER : Character.isUpperCase(c))) {
            upperCount++;
          }
        }
        number &= digit;
        int folded = sort >= 0 ? (sort == UPPER ? c + 32 : c) : Character.toLowerCase(c);
        word = word * 0x100000001B3L + folded + 1;
        wordChars++;
      } else if (c >= 0x0300 && isMark(c)) {
        continue;
      } else {
        if (wordChars > 0) {
          if (number && wordChars == 4 && isYear(text, i)) {
            flag |= HAS_YEAR;
          }
          push(word, number);
          wordChars = 0;
        }
        if (sort != SPACE) {
          if (isColon(c) && labelWords[block] == 0) {
            labelWords[block] = tokenCount - start;
          }
          flag |= punctuation(block, text, i, c);
        }
      }
      if (tokenCount - start > MAX_WORDS_IN_BLOCK) {
        break;
      }
    }
    if (wordChars > 0) {
      if (number && wordChars == 4 && isYear(text, length)) {
        flag |= HAS_YEAR;
      }
      push(word, number);
    }
    letters[block] = letterCount;
    digits[block] = digitCount;
    upper[block] = upperCount;
    chars[block] = length;
    words[block] = tokenCount - start - han * 0.5f;
    script[block] = dominant(scripts);
    flags[block] = flag | ends(text) | starts(text) | allUpper(block);
    long h = 1;
    for (int i = start; i < tokenCount; i++) {
      h = h * 0x9E3779B97F4A7C15L + tokens[i];
    }
    hash[block] = h == 0 ? 1 : h;
  }

  private static boolean isColon(char c) {
    return c == ':' || c == '\uff1a' || c == '\u1366';
  }

  private int allUpper(int block) {
    return upper[block] > 0 && upper[block] == Math.round(words[block]) ? ALL_UPPER : 0;
  }

  private int punctuation(int block, String text, int at, char c) {
    switch (c) {
      case '.',
          '!',
          '?',
          '\u2026',
          '\u3002',
          '\u061f',
          '\u06d4',
          '\u0964',
          '\u1362',
          '\u104b',
          '\u17d4',
          '\u0589',
          '\uff01',
          '\uff1f' -> {
        boolean last = at + 1 >= text.length();
        if (last || !Character.isLetterOrDigit(text.charAt(at + 1)) || c > 0x80) {
          sentences[block]++;
        }
      }
      case ',', '\u060c', '\uff0c', '\u3001', ';' -> commas[block]++;
      case '"', '\u201c', '\u201d', '\u00ab', '\u00bb', '\u201e', '\u300c' -> quotes[block]++;
      case '@' -> {
        return HAS_ADDRESS;
      }
      case '\u00a9' -> {
        return HAS_COPYRIGHT;
      }
      case '|', '\u2022', '\u00b7' -> {
        return HAS_BAR;
      }
      case ':' -> {
        if (at > 0 && at + 1 < text.length()) {
          if (isDigit(text.charAt(at - 1)) && isDigit(text.charAt(at + 1))) {
            return HAS_CLOCK;
          }
          return text.charAt(at + 1) == '/' ? HAS_ADDRESS : 0;
        }
      }
      default -> {}
    }
    return 0;
  }

  private static int ends(String text) {
    int at = text.length() - 1;
    int flag = 0;
    while (at > 0 && "\"”’'»)›]“".indexOf(text.charAt(at)) >= 0) {
      if (text.charAt(at) == '»' || text.charAt(at) == '›') {
        flag = ENDS_ARROW;
      }
      at--;
    }
    char c = at < 0 ? ' ' : text.charAt(at);
    return switch (c) {
      case '.',
          '!',
          '\u3002',
          '\u06d4',
          '\u0964',
          '\u1362',
          '\u104b',
          '\u17d4',
          '\u0589',
          '\uff01' ->
          ENDS_SENTENCE | (c == '.' && at > 1 && text.charAt(at - 1) == '.' ? ENDS_ELLIPSIS : 0);
      case '?', '\u061f', '\uff1f' -> ENDS_SENTENCE | ENDS_QUESTION;
      case '\u2026' -> ENDS_SENTENCE | ENDS_ELLIPSIS;
      case ':', '\uff1a' -> ENDS_COLON;
      case '>', '\u2192', '\u203a', '\u00bb', '\u25b6' -> ENDS_ARROW;
      default -> flag;
    };
  }

  private static int starts(String text) {
    char c = text.isEmpty() ? ' ' : text.charAt(0);
    int flag = 0;
    if (Character.isLowerCase(c)) {
      flag |= STARTS_LOWER;
    } else if ("\"“«„‘'「".indexOf(c) >= 0) {
      flag |= STARTS_QUOTE;
    } else if ("-–—>→•*»▶+#".indexOf(c) >= 0) {
      flag |= STARTS_MARK;
    }
    if (c == '[' && text.charAt(text.length() - 1) == ']') {
      flag |= BRACKETED;
    } else if (c == '(' && text.charAt(text.length() - 1) == ')') {
      flag |= BRACKETED_ROUND;
    }
    return flag;
  }

  private void push(long word, boolean number) {
    if (tokenCount == tokens.length) {
      tokens = Arrays.copyOf(tokens, tokenCount * 2);
    }
    long mixed = mix(word);
    tokens[tokenCount++] = number ? mixed | 1 : (mixed & ~1L) == 0 ? 2 : mixed & ~1L;
  }

  private static long mix(long value) {
    long h = (value + 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
    return h ^ (h >>> 29);
  }

  private static boolean isLetter(char c) {
    return Character.isLetter(c);
  }

  private static boolean isMark(char c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || c == '\u200c'
        || c == '\u200d'
        || c == '\u0640';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isYear(String text, int end) {
    char first = text.charAt(end - 4);
    char second = text.charAt(end - 3);
    return (first == '1' && second == '9') || (first == '2' && second == '0');
  }

  private static int dominant(int[] scripts) {
    int best = -1;
    for (int i = 0; i < scripts.length; i++) {
      if (scripts[i] > 0 && (best < 0 || scripts[i] > scripts[best])) {
        best = i;
      }
    }
    return best;
  }
}
