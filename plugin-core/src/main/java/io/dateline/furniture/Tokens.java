package io.dateline.furniture;

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

  /**
   * @param number value of a number of at most nine digits, else -1
   */
  record Token(Kind kind, int start, int end, String folded, int number) {
    boolean is(char mark) {
      return kind == Kind.MARK && folded.charAt(0) == mark;
    }

    boolean isAnyOf(String marks) {
      return kind == Kind.MARK && marks.indexOf(folded.charAt(0)) >= 0;
    }

    int length() {
      return end - start;
    }
  }

  private static final Token END = new Token(Kind.MARK, 0, 0, "\0", -1);

  private final String text;
  private final List<Token> tokens;
  private final Lexicon.@Nullable Node[] nodes;

  private Tokens(String text, List<Token> tokens) {
    this.text = text;
    this.tokens = tokens;
    this.nodes = new Lexicon.Node[tokens.size()];
  }

  static Tokens of(String text) {
    List<Token> tokens = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      int start = i;
      if (Character.isDigit(c)) {
        int value = 0;
        while (i < text.length() && Character.isDigit(text.codePointAt(i))) {
          int digit = Character.digit(text.codePointAt(i), 10);
          value = i - start < 9 ? value * 10 + digit : -1;
          i += Character.charCount(text.codePointAt(i));
        }
        tokens.add(new Token(Kind.NUMBER, start, i, "", i - start <= 9 ? value : -1));
      } else if (Character.isIdeographic(c)) {
        i += Character.charCount(c);
        tokens.add(new Token(Kind.WORD, start, i, text.substring(start, i), -1));
      } else if (Character.isLetter(c)) {
        i = endOfWord(text, i);
        tokens.add(new Token(Kind.WORD, start, i, fold(text.substring(start, i)), -1));
      } else {
        i += Character.charCount(c);
        if (!Character.isWhitespace(c)
            && !Character.isSpaceChar(c)
            && Character.getType(c) != Character.FORMAT) {
          tokens.add(new Token(Kind.MARK, start, i, mark(text.substring(start, i)), -1));
        }
      }
    }
    return new Tokens(text, tokens);
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

  private static String mark(String mark) {
    return switch (mark) {
      case "：" -> ":";
      case "／" -> "/";
      case "（" -> "(";
      case "）" -> ")";
      case "，", "،" -> ",";
      case "．" -> ".";
      case "–", "—", "−", "‑", "‐", "―", "ー", "ｰ" -> "-";
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
      if (Character.getType(c) == Character.NON_SPACING_MARK || c == '\u200c' || c == '\u0640') {
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

  /** Where the lexicon goes on from the token at a position; looked up once. */
  Lexicon.Node node(int i) {
    if (i < 0 || i >= nodes.length) {
      return Lexicon.nothing();
    }
    Lexicon.Node node = nodes[i];
    if (node == null) {
      Token token = tokens.get(i);
      node = token.kind() == Kind.NUMBER ? Lexicon.nothing() : Lexicon.begin(token.folded());
      nodes[i] = node;
    }
    return node;
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
