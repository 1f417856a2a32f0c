package io.dateline.furniture;

import org.jspecify.annotations.Nullable;

/**
 * The place at the head of a dateline, by its shape alone.
 *
 * @param end token behind it
 * @param start offset of its first character
 * @param textEnd offset behind its last character
 * @param capitals whether its first part stands in capitals
 * @param words how many words it has
 */
record DatelinePlace(int end, int start, int textEnd, boolean capitals, int words) {

  private static final int MAX_PLACE_WORDS = 6;
  private static final Lexicon LEXICON = Lexicon.get();

  /** One to six words of a place, cities joined by "/", a country or state behind a comma. */
  static @Nullable DatelinePlace read(Tokens tokens, String text) {
    int i = 0;
    int words = 0;
    boolean capitals = true;
    boolean comma = false;
    int textEnd = 0;
    while (i < tokens.size() && words <= MAX_PLACE_WORDS) {
      Tokens.Token token = tokens.at(i);
      if (token.kind() == Tokens.Kind.WORD) {
        boolean lower = Character.isLowerCase(text.codePointAt(token.start()));
        boolean small = lower && token.length() <= 3 && words > 0;
        if ((lower && !small) || (words > 0 && ends(tokens, i))) {
          break;
        }
        if (!comma && !small && !isCapitals(text, token)) {
          capitals = false;
        }
        words++;
        textEnd = small ? textEnd : token.end();
        i++;
      } else if (words > 0 && joins(tokens, i, text)) {
        comma |= token.is(',');
        textEnd = token.is('.') ? token.end() : textEnd;
        i++;
      } else {
        break;
      }
      if (comma && token.is(',') && ends(tokens, i)) {
        i--;
        break;
      }
    }
    if (words == 0 || words > MAX_PLACE_WORDS) {
      return null;
    }
    int start = tokens.at(0).start();
    int first = text.codePointAt(start);
    boolean bicameral = Character.isUpperCase(first) || Character.isLowerCase(first);
    boolean loud = capitals && bicameral && textEnd - start >= 3;
    return new DatelinePlace(i, start, textEnd, loud, words);
  }

  /** Whether a date or an agency begins here. */
  private static boolean ends(Tokens tokens, int i) {
    boolean month = LEXICON.is(tokens, i, Cue.MONTH) && dateLike(tokens, i);
    boolean weekday = tokens.at(i).length() > 3 && LEXICON.is(tokens, i, Cue.WEEKDAY);
    return month || weekday || Agencies.at(tokens, i) != null;
  }

  /** A mark inside a place: Port-au-Prince, BEIRUT/MOSCOW, St. Louis, "KAMPALA, Uganda". */
  private static boolean joins(Tokens tokens, int i, String text) {
    Tokens.Token mark = tokens.at(i);
    boolean word = tokens.isWord(i + 1);
    if (mark.isAnyOf("/'’")) {
      return word && Agencies.at(tokens, i + 1) == null;
    }
    if (mark.is('-')) {
      return word && !isDash(text, mark);
    }
    return (mark.is(',') && word) || (mark.is('.') && abbreviates(tokens, i, text));
  }

  private static boolean dateLike(Tokens tokens, int i) {
    return tokens.isNumber(i + 1) || (tokens.at(i + 1).is('.') && tokens.isNumber(i + 2));
  }

  /** "St. Louis", "Calif.", "D.C.": a dot inside the place, not the end of a sentence. */
  private static boolean abbreviates(Tokens tokens, int i, String text) {
    int length = tokens.at(i - 1).length();
    boolean shortWord = length <= 5;
    Tokens.Token next = tokens.at(i + 1);
    if (!shortWord || next.start() == 0) {
      return false;
    }
    return next.isAnyOf("-(,:")
        || (next.kind() == Tokens.Kind.WORD
            && length <= 3
            && Character.isUpperCase(text.codePointAt(next.start())));
  }

  private static boolean isCapitals(String text, Tokens.Token token) {
    for (int i = token.start(); i < token.end(); i++) {
      if (Character.isLowerCase(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** A long dash, a doubled hyphen, or a hyphen with white space on one side at least. */
  static boolean isDash(String text, Tokens.Token token) {
    char c = text.charAt(token.start());
    if (c == '–' || c == '—' || c == '―') {
      return true;
    }
    boolean before = token.start() > 0 && Character.isWhitespace(text.charAt(token.start() - 1));
    boolean after =
        token.end() >= text.length() || Character.isWhitespace(text.charAt(token.end()));
    boolean doubled = token.end() < text.length() && text.charAt(token.end()) == '-';
    return before || after || doubled;
  }
}
