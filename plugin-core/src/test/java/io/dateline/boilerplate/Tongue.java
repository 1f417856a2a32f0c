package io.dateline.boilerplate;

import java.util.Locale;

/**
 * Retells a capture as if in another language, so that trees grown on a mostly English corpus do
 * not count on English: on the length of its words, on capitals, on blanks between words. A word
 * always becomes the same word; lines and numbers stay.
 */
enum Tongue {
  /** As it is. */
  PLAIN,
  /** Without capitals, as in Arabic or Hindi. */
  SMALL,
  /** Short words stick to the next one, as in Turkish or Zulu. */
  JOINED,
  /** Many words have capitals, as in German. */
  CAPITAL,
  /** One or two characters a word and no blanks, as in Chinese. */
  HAN;

  private static final Tongue[] TURNS = {PLAIN, SMALL, JOINED, CAPITAL, HAN, PLAIN, JOINED};
  private static final int FIRST_HAN = 0x4e00;
  private static final int HAN_COUNT = 3000;

  /** Takes turns. */
  static Tongue of(int page) {
    return TURNS[page % TURNS.length];
  }

  String tell(String text) {
    if (this == PLAIN) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isLetter(c)) {
        int end = at;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
          end++;
        }
        at = word(text, at, end, out);
      } else {
        out.append(this == HAN ? mark(c) : c);
        at++;
        boolean blank = this == HAN && c != '\n' && at < text.length() && text.charAt(at) == ' ';
        if (blank && at > 1 && text.charAt(at - 2) != '\n') {
          at++;
        }
      }
    }
    return out.toString();
  }

  /** Writes a word and says where to go on. */
  private int word(String text, int at, int end, StringBuilder out) {
    String word = text.substring(at, end);
    int hash = word.toLowerCase(Locale.ROOT).hashCode() * 0x9E3779B9;
    boolean blank =
        end + 1 < text.length()
            && text.charAt(end) == ' '
            && Character.isLetter(text.charAt(end + 1));
    switch (this) {
      case SMALL -> out.append(word.toLowerCase(Locale.ROOT));
      case CAPITAL ->
          out.append(
              word.length() > 3 && (hash >>> 8) % 5 < 2
                  ? Character.toUpperCase(word.charAt(0)) + word.substring(1)
                  : word);
      case JOINED -> {
        out.append(word);
        return blank && word.length() <= 4 && (hash >>> 8) % 3 > 0 ? end + 1 : end;
      }
      case HAN -> {
        int size = word.length() <= 3 ? 1 : 2;
        for (int k = 0; k < size; k++) {
          out.append((char) (FIRST_HAN + Math.floorMod(hash >> (k * 7), HAN_COUNT)));
        }
        return blank ? end + 1 : end;
      }
      case PLAIN -> throw new AssertionError("told as it is");
    }
    return end;
  }

  private static char mark(char c) {
    return switch (c) {
      case '.' -> '\u3002';
      case ',' -> '\uff0c';
      case '?' -> '\uff1f';
      case '!' -> '\uff01';
      case ':' -> '\uff1a';
      default -> c;
    };
  }
}
