package io.dateline.toponym;

import io.dateline.language.WordHash;
import io.dateline.toponym.Tokens.Gap;
import io.dateline.toponym.Tokens.Shape;
import java.lang.Character.UnicodeScript;
import java.util.Arrays;

/** Cuts a text into words, and says what the words look like and what stands between them. */
final class Tokenizer {

  /** Unicode's categories of letters, digits and combining marks, as bits. */
  private static final int WORD_TYPES =
      1 << Character.UPPERCASE_LETTER
          | 1 << Character.LOWERCASE_LETTER
          | 1 << Character.TITLECASE_LETTER
          | 1 << Character.MODIFIER_LETTER
          | 1 << Character.OTHER_LETTER
          | 1 << Character.DECIMAL_DIGIT_NUMBER
          | 1 << Character.NON_SPACING_MARK
          | 1 << Character.COMBINING_SPACING_MARK;

  private static final int SMALL = 1;
  private static final int CAPITAL = 2;
  private static final int DIGIT = 4;

  /** What the ASCII characters are; 0 for those that end a word. */
  private static final int[] KINDS = new int[128];

  static {
    Arrays.fill(KINDS, 'a', 'z' + 1, SMALL);
    Arrays.fill(KINDS, 'A', 'Z' + 1, CAPITAL);
    Arrays.fill(KINDS, '0', '9' + 1, DIGIT);
  }

  private final Lexicon lexicon;

  Tokenizer(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** The words of a text, classified. */
  Tokens tokenize(String text) {
    Tokens tokens = new Tokens(text);
    int length = text.length();
    int at = 0;
    int previousEnd = 0;
    Word word = new Word(text);
    while (at < length) {
      int codePoint = text.codePointAt(at);
      if (!isWordPart(codePoint)) {
        at += Character.charCount(codePoint);
        continue;
      }
      word.read(at);
      int end = word.end;
      Gap gap = gapBefore(tokens, previousEnd, at, word.shape);
      tokens.add(at, end, word.shape, gap, word.hash);
      previousEnd = end;
      at = end;
    }
    tokens.classify(lexicon);
    return tokens;
  }

  /** The word read last. */
  private static final class Word {
    private final String text;
    private final char[] letters; // a string asks for its coder at every letter
    int end;
    Shape shape = Shape.LOWER;
    long hash;

    Word(String text) {
      this.text = text;
      this.letters = text.toCharArray();
    }

    void read(int start) {
      if (!readAscii(start)) {
        end = wordEnd(text, start);
        shape = shapeOf(text, start, end);
        hash = WordHash.of(text, start, end);
      }
      if (shape == Shape.INITIAL) {
        int afterInitials = initialsEnd(text, end);
        if (afterInitials > end) {
          end = afterInitials;
          shape = Shape.UPPER;
          hash = WordHash.of(text, start, end);
        }
      }
    }

    /** Nearly every word of most texts: end, shape and hash in one go. False for any other. */
    private boolean readAscii(int start) {
      int seen = 0;
      long sum = WordHash.start();
      int at = start;
      for (; at < letters.length; at++) {
        char c = letters[at];
        if (c >= 128) {
          return false; // may go on in other letters
        }
        int kind = KINDS[c];
        if (kind == 0) {
          break;
        }
        seen |= kind;
        sum = WordHash.next(sum, (char) (c | 0x20)); // digits have that bit
      }
      end = at;
      hash = WordHash.end(sum);
      char first = letters[start];
      if (first <= '9') {
        shape = Shape.NUMBER;
      } else if (first >= 'a') {
        boolean smallBeforeCapital = (seen & CAPITAL) != 0 && KINDS[letters[start + 1]] == CAPITAL;
        shape = smallBeforeCapital ? Shape.CAPITALISED : Shape.LOWER;
      } else if ((seen & SMALL) != 0) {
        shape = Shape.CAPITALISED;
      } else {
        shape = hasSecondLetter(start) ? Shape.UPPER : Shape.INITIAL;
      }
      return true;
    }

    private boolean hasSecondLetter(int start) {
      for (int at = start + 1; at < end; at++) {
        if (KINDS[letters[at]] != DIGIT) {
          return true;
        }
      }
      return false;
    }
  }

  private static boolean isWordPart(int codePoint) {
    if (codePoint < 128) {
      return isAsciiLetterOrDigit(codePoint);
    }
    return (WORD_TYPES >>> Character.getType(codePoint) & 1) != 0
        || codePoint == 0x200C // zero width non-joiner, inside Persian words
        || codePoint == 0x0640; // tatweel
  }

  private static boolean isAsciiLetterOrDigit(int c) {
    return KINDS[c] != 0;
  }

  private static int wordEnd(String text, int start) {
    boolean unspaced = isUnspaced(text.codePointAt(start));
    int at = start;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c < 128) { // four letters in five, so they go past the tables of Unicode
        if (unspaced || !isAsciiLetterOrDigit(c)) {
          break;
        }
        at++;
        continue;
      }
      int codePoint = text.codePointAt(at);
      if (!isWordPart(codePoint) || (isUnspaced(codePoint) != unspaced && isBase(codePoint))) {
        break;
      }
      at += Character.charCount(codePoint);
    }
    return at;
  }

  private static boolean isBase(int codePoint) {
    return codePoint < 128 || Character.isLetterOrDigit(codePoint);
  }

  /** Scripts that are written without spaces between words. */
  private static boolean isUnspaced(int codePoint) {
    if (codePoint < 0x0E00) {
      return false;
    }
    if (codePoint >= 0xAC00 && codePoint <= 0xD7A3) {
      return false; // Hangul has spaces
    }
    UnicodeScript script = UnicodeScript.of(codePoint);
    return switch (script) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
      default -> codePoint == 0x30FC; // the long-vowel mark is common to both kana
    };
  }

  /** To Unicode these are small letters, but no text has their capitals. */
  private static boolean isGeorgian(int codePoint) {
    return codePoint >= 0x10D0 && codePoint <= 0x10FF;
  }

  private static Shape shapeOf(String text, int start, int end) {
    int first = text.codePointAt(start);
    if (Character.isDigit(first)) {
      return Shape.NUMBER;
    }
    if (isUnspaced(first)) {
      return Shape.UNSPACED;
    }
    if (isGeorgian(first)) {
      return Shape.CASELESS;
    }
    if (Character.isLowerCase(first)) {
      return isSmallBeforeCapital(text, start, end) ? Shape.CAPITALISED : Shape.LOWER;
    }
    if (!Character.isUpperCase(first) && !Character.isTitleCase(first)) {
      return Shape.CASELESS;
    }
    int letters = 0;
    for (int at = start; at < end; ) {
      int codePoint = text.codePointAt(at);
      if (Character.isLowerCase(codePoint)) {
        return Shape.CAPITALISED;
      }
      if (Character.isLetter(codePoint)) {
        letters++;
      }
      at += Character.charCount(codePoint);
    }
    return letters == 1 ? Shape.INITIAL : Shape.UPPER;
  }

  /** A small letter in front, as in "eSwatini" and "eThekwini". */
  private static boolean isSmallBeforeCapital(String text, int start, int end) {
    int second = start + Character.charCount(text.codePointAt(start));
    return second < end && Character.isUpperCase(text.codePointAt(second));
  }

  /** The end of "U.S." when the word is "U"; the word's own end if no initials follow. */
  private static int initialsEnd(String text, int end) {
    int at = end;
    int letters = 1;
    while (at + 1 < text.length()
        && text.charAt(at) == '.'
        && Character.isUpperCase(text.charAt(at + 1))
        && !isWordPartAt(text, at + 2)) {
      at += 2;
      letters++;
    }
    if (letters == 1) {
      return end;
    }
    if (at < text.length() && text.charAt(at) == '.') {
      at++;
    }
    return at;
  }

  private static boolean isWordPartAt(String text, int offset) {
    return offset < text.length() && isWordPart(text.codePointAt(offset));
  }

  private Gap gapBefore(Tokens tokens, int from, int to, Shape next) {
    if (tokens.size() == 0) {
      return Gap.SENTENCE;
    }
    String text = tokens.text;
    if (to == from + 1 && text.charAt(from) == ' ' && next != Shape.CAPITALISED) {
      return Gap.SPACE; // nearly always
    }
    Gap gap = Gap.SPACE;
    boolean blank = false;
    boolean stop = false;
    for (int at = from; at < to; at++) {
      char c = text.charAt(at);
      switch (c) {
        case ' ', '\u00A0', '\t', '\u202F', '\u2009' -> blank = true;
        case '\n', '\r', '\u2029', '!', '?', '…', '。', '！', '？', '؟', '।', '۔', '•' -> {
          return Gap.SENTENCE;
        }
        case '.' -> stop = true;
        case '-', '\u2010', '\u2011' -> gap = gap == Gap.SPACE && !blank ? Gap.HYPHEN : Gap.OTHER;
        case '\'', '\u2019', '\u02BC', '\u02BB', '`', '\u05F3', '\u05F4' ->
            gap = to - from == 1 ? Gap.APOSTROPHE : gap == Gap.SPACE ? Gap.QUOTE : gap;
        case ',', '،', '、', '，' -> gap = Gap.COMMA;
        case '/' -> gap = to - from <= 3 ? Gap.SLASH : Gap.OTHER;
        case '(', '[' -> gap = Gap.BRACKET;
        case '"', '“', '”', '„', '«', '»', '‘' -> {
          if (gap == Gap.SPACE) {
            gap = to - from == 1 && isHebrew(text, at - 1) ? Gap.APOSTROPHE : Gap.QUOTE;
          }
        }
        default -> gap = Gap.OTHER;
      }
    }
    if (gap == Gap.HYPHEN && blank) {
      gap = Gap.OTHER; // a hyphen used as a dash
    }
    if (!stop) {
      return endsInInitials(tokens) && next == Shape.CAPITALISED && isFunctionWord(tokens, to)
          ? Gap.SENTENCE
          : gap;
    }
    if (gap != Gap.SPACE) {
      return gap == Gap.COMMA ? Gap.COMMA : Gap.SENTENCE;
    }
    int last = tokens.size() - 1;
    if (!blank) {
      return next == Shape.NUMBER || tokens.shape(last) == Shape.NUMBER ? Gap.OTHER : Gap.DOT;
    }
    boolean abbreviated =
        next == Shape.LOWER
            || tokens.shape(last) == Shape.INITIAL
            || lexicon.has(tokens.hash(last), WordClass.ABBREVIATED);
    return abbreviated ? Gap.DOT : Gap.SENTENCE;
  }

  /** Hebrew writes its abbreviations with a quotation mark inside. */
  private static boolean isHebrew(String text, int offset) {
    return UnicodeScript.of(text.charAt(offset)) == UnicodeScript.HEBREW;
  }

  private static boolean endsInInitials(Tokens tokens) {
    return tokens.text.charAt(tokens.end(tokens.size() - 1) - 1) == '.';
  }

  /** "He moved to the U.S. The court ...": a capitalised function word starts a sentence. */
  private boolean isFunctionWord(Tokens tokens, int start) {
    int end = wordEnd(tokens.text, start);
    return lexicon.has(WordHash.of(tokens.text, start, end), WordClass.FUNCTION);
  }
}
