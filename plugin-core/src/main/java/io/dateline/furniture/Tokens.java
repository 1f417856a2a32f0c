package io.dateline.furniture;

import io.dateline.language.WordHash;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A line cut into words, numbers and marks. Words are folded (lower case, no accents, Arabic and
 * Cyrillic spelling variants as one); an ideograph is a word of its own, since its script has no
 * spaces; digits of any script count.
 */
final class Tokens {

  enum Kind {
    WORD,
    NUMBER,
    MARK
  }

  /** One of them. */
  static final class Token {
    private final Kind kind;
    private final String text;
    private final int start;
    private final int end;
    private final int number;
    private final char mark;
    private @Nullable String folded;

    private Token(Kind kind, String text, int start, int end, int number, char mark) {
      this.kind = kind;
      this.text = text;
      this.start = start;
      this.end = end;
      this.number = number;
      this.mark = mark;
    }

    Kind kind() {
      return kind;
    }

    int start() {
      return start;
    }

    int end() {
      return end;
    }

    /** Value of a number of at most nine digits, else -1. */
    int number() {
      return number;
    }

    /** The form in which words are compared; empty for a number. Made when first asked for. */
    String folded() {
      String form = folded;
      if (form == null) {
        form =
            switch (kind) {
              case NUMBER -> "";
              case WORD -> fold(text.substring(start, end));
              case MARK -> end - start > 1 ? text.substring(start, end) : String.valueOf(mark);
            };
        folded = form;
      }
      return form;
    }

    /** Hash of the folded form, or of the digits of a number. */
    long hash() {
      long hash = WordHash.start();
      for (int i = start; i < end; i++) {
        char c = text.charAt(i);
        if (c >= 128 && kind != Kind.NUMBER) {
          return hash(folded());
        }
        hash = WordHash.next(hash, c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
      }
      return WordHash.end(hash);
    }

    private static long hash(String word) {
      long hash = WordHash.start();
      for (int i = 0; i < word.length(); i++) {
        hash = WordHash.next(hash, word.charAt(i));
      }
      return WordHash.end(hash);
    }

    boolean is(char wanted) {
      return kind == Kind.MARK && mark == wanted;
    }

    boolean isAnyOf(String marks) {
      return kind == Kind.MARK && marks.indexOf(mark) >= 0;
    }

    int length() {
      return end - start;
    }
  }

  private static final Token END = new Token(Kind.MARK, "", 0, 0, -1, '\0');

  private final String text;
  private final List<Token> tokens;

  /** Where the lexicon goes on from each token, plus one; 0 where that was not asked yet. */
  private final int[] nodes;

  private final boolean hasNumber;
  private long cues = -1;

  private Tokens(String text, List<Token> tokens, boolean hasNumber) {
    this.text = text;
    this.hasNumber = hasNumber;
    this.tokens = tokens;
    this.nodes = new int[tokens.size()];
  }

  static Tokens of(String text) {
    List<Token> tokens = new ArrayList<>();
    boolean number = false;
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      int start = i;
      if (c == ' ') {
        i++;
      } else if (Character.isDigit(c)) {
        number = true;
        int value = 0;
        while (i < text.length() && Character.isDigit(text.codePointAt(i))) {
          int digit = Character.digit(text.codePointAt(i), 10);
          value = i - start < 9 ? value * 10 + digit : -1;
          i += Character.charCount(text.codePointAt(i));
        }
        tokens.add(new Token(Kind.NUMBER, text, start, i, i - start <= 9 ? value : -1, ' '));
      } else if (Character.isIdeographic(c)) {
        i += Character.charCount(c);
        tokens.add(new Token(Kind.WORD, text, start, i, -1, ' '));
      } else if (Character.isLetter(c)) {
        i = endOfWord(text, i);
        tokens.add(new Token(Kind.WORD, text, start, i, -1, ' '));
      } else {
        i += Character.charCount(c);
        if (!Character.isWhitespace(c)
            && !Character.isSpaceChar(c)
            && Character.getType(c) != Character.FORMAT) {
          tokens.add(new Token(Kind.MARK, text, start, i, -1, mark(text.charAt(start))));
        }
      }
    }
    return new Tokens(text, tokens, number);
  }

  private static int endOfWord(String text, int from) {
    int i = from;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      boolean joins = (c == '\'' || c == '’') && i > from && i + 1 < text.length();
      if (joins) {
        int next = text.codePointAt(i + 1);
        if (!Character.isLetter(next) || i - from <= 2 || Character.isUpperCase(next)) {
          return i; // l'édition, qu'elle, dell'ANSA
        }
      }
      if (!joins && (!isWordPart(c) || Character.isIdeographic(c))) {
        return i;
      }
      i += Character.charCount(c);
    }
    return i;
  }

  private static boolean isWordPart(int c) {
    int type = Character.getType(c);
    return Character.isLetter(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || c == '\u200c' // zero-width non-joiner inside Persian words
        || c == '\u0640'; // Arabic tatweel
  }

  private static char mark(char mark) {
    return switch (mark) {
      case '：' -> ':';
      case '／' -> '/';
      case '（' -> '(';
      case '）' -> ')';
      case '，', '،' -> ',';
      case '．' -> '.';
      case '–', '—', '−', '‑', '‐', '―', 'ー', 'ｰ' -> '-';
      default -> mark;
    };
  }

  /** The form in which words are compared. */
  static String fold(String word) {
    boolean ascii = true;
    for (int i = 0; i < word.length() && ascii; i++) {
      ascii = word.charAt(i) < 128;
    }
    if (ascii) {
      return word.toLowerCase(Locale.ROOT);
    }
    String apart = Normalizer.normalize(word, Normalizer.Form.NFD);
    StringBuilder out = new StringBuilder(apart.length());
    for (int i = 0; i < apart.length(); i++) {
      char c = apart.charAt(i);
      boolean accent = Character.getType(c) == Character.NON_SPACING_MARK && !isThai(c);
      if (accent || c == '\u200c' || c == '\u0640') {
        continue;
      }
      out.append(
          switch (c) {
            case 'ى', 'ی' -> 'ي';
            case 'ک' -> 'ك';
            case 'ة' -> 'ه';
            case 'ı' -> 'i';
            case 'ς' -> 'σ';
            case '’' -> '\'';
            default -> c;
          });
    }
    return Normalizer.normalize(out.toString().toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
  }

  /** Above and below Thai letters stand vowels, not accents: มี.ค. is March, ม.ค. January. */
  private static boolean isThai(char c) {
    return c >= 0x0e00 && c < 0x0e80;
  }

  String text() {
    return text;
  }

  int size() {
    return tokens.size();
  }

  /** The token at a position; an empty mark outside the line. */
  Token at(int i) {
    return i >= 0 && i < tokens.size() ? tokens.get(i) : END;
  }

  /** Where the lexicon goes on from the token at a position, 0 for nowhere; looked up once. */
  int node(int i) {
    if (i < 0 || i >= nodes.length) {
      return 0;
    }
    if (nodes[i] == 0) {
      Token token = tokens.get(i);
      nodes[i] = 1 + (token.kind() == Kind.NUMBER ? 0 : Lexicon.begin(token));
    }
    return nodes[i] - 1;
  }

  boolean hasNumber() {
    return hasNumber;
  }

  /** The cues of all phrases that begin anywhere in the line, as bits. */
  long cues() {
    long all = cues;
    if (all < 0) {
      all = 0;
      for (int i = 0; i < nodes.length; i++) {
        all |= Lexicon.cues(node(i));
      }
      cues = all;
    }
    return all;
  }

  boolean isWord(int i) {
    return at(i).kind() == Kind.WORD;
  }

  boolean isNumber(int i) {
    return at(i).kind() == Kind.NUMBER;
  }

  int words() {
    int words = 0;
    for (Token token : tokens) {
      words += token.kind() == Kind.MARK ? 0 : 1;
    }
    return words;
  }
}
