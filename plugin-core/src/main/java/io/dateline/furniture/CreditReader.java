package io.dateline.furniture;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads credits: {@code "(AFP PHOTO /STR)"}, {@code "Foto: dpa"}, {@code "Source: Agencies"}. */
final class CreditReader {

  private static final int MAX_LENGTH = 160;
  private static final int MAX_WORDS = 14;
  private static final int MAX_TRAILING_WORDS = 6;
  private static final Lexicon LEXICON = Lexicon.get();

  private final RecentLines lines;

  CreditReader(RecentLines lines) {
    this.lines = lines;
  }

  /** A line that is nothing but a credit. */
  Optional<Credit> line(String line) {
    if (line.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    Tokens tokens = lines.of(line);
    if (tokens.size() == 0 || tokens.words() > MAX_WORDS) {
      return Optional.empty();
    }
    int from = 0;
    while (tokens.at(from).isAnyOf("([|•-") && from < tokens.size() - 1) {
      from++;
    }
    boolean copyright = tokens.at(from).is('©');
    int photo = LEXICON.length(tokens, from, Cue.PHOTO);
    int source = LEXICON.length(tokens, from, Cue.SOURCE);
    if (copyright && !tokens.isNumber(from + 1) && tokens.words() <= 8) {
      return made(line, tokens, from + 1, 0, true);
    }
    if (photo >= source && photo > 0) {
      int next = from + photo;
      while (LEXICON.length(tokens, next, Cue.PHOTO) > 0) {
        next += LEXICON.length(tokens, next, Cue.PHOTO);
      }
      boolean colon = tokens.at(next).isAnyOf(":/|-©") && next < tokens.size();
      int by = LEXICON.length(tokens, next, Cue.BY);
      boolean spoken = photo > 1 && LEXICON.is(tokens, next - 1, Cue.BY); // "photo by"
      if (colon || by > 0 || spoken) {
        next += colon ? 1 : by;
        return next < tokens.size() ? made(line, tokens, next, 0, true) : Optional.empty();
      }
    }
    if (source > 0 && tokens.at(from + source).is(':') && from + source + 1 < tokens.size()) {
      return made(line, tokens, from + source + 1, 0, false);
    }
    // "AFP", "SANA Syrian Arab News Agency", "REUTERS/John Doe", "John Doe/AP", "Getty Images"
    Agencies.Hit hit = Agencies.at(tokens, from);
    boolean whole =
        hit != null
            && from + hit.tokens() >= tokens.size() - 1
            && !tokens.isWord(tokens.size() - 1 == from + hit.tokens() ? tokens.size() - 1 : -1);
    if (hit != null && (whole || isAgencyLine(tokens, from + hit.tokens()))) {
      return made(line, tokens, from, 0, !whole);
    }
    int slash = slash(tokens, 0);
    if (slash > 0 && tokens.words() <= 8) {
      boolean named =
          Agencies.at(tokens, slash + 1) != null
              || LEXICON.is(tokens, slash + 1, Cue.PHOTO)
              || (LEXICON.is(tokens, from, Cue.PHOTO) && tokens.words() <= 5);
      if (named) {
        return made(line, tokens, from, 0, true);
      }
    }
    return Optional.empty();
  }

  /** The credit in brackets, or behind a dash, at the end of a paragraph or caption. */
  Optional<Credit> trailing(String paragraph) {
    int from = Math.max(0, paragraph.length() - MAX_LENGTH);
    if (from > 0 && Character.isLowSurrogate(paragraph.charAt(from))) {
      from--;
    }
    String tail = paragraph.substring(from);
    Tokens tokens = Tokens.of(tail);
    int last = tokens.size() - 1;
    if (tokens.at(last).is('.')) {
      last--;
    }
    if (tokens.at(last).isAnyOf(")]")) {
      return bracketed(tokens, tail, last, from);
    }
    return dashed(tokens, tail, last, from);
  }

  private static Optional<Credit> bracketed(Tokens tokens, String tail, int last, int shift) {
    int open = last - 1;
    int words = 0;
    while (open >= 0 && !tokens.at(open).isAnyOf("([")) {
      words += tokens.isWord(open) ? 1 : 0;
      if (tokens.at(open).isAnyOf(")]?!;")) {
        return Optional.empty();
      }
      open--;
    }
    if (open < 1 || words == 0 || words > MAX_TRAILING_WORDS + 4) {
      return Optional.empty();
    }
    boolean photo = false;
    Agencies.Hit hit = null;
    boolean number = false;
    boolean source = LEXICON.is(tokens, open + 1, Cue.SOURCE);
    for (int i = open + 1; i < last; i++) {
      photo |= LEXICON.is(tokens, i, Cue.PHOTO);
      number |= tokens.isNumber(i);
      hit = hit == null ? Agencies.at(tokens, i) : hit;
    }
    // prose in brackets stands inside a sentence, a credit behind its full stop
    boolean behindSentence = tokens.at(open - 1).isAnyOf(".!?\"”“»’'…。؟」");
    boolean plain =
        words <= MAX_TRAILING_WORDS && !number && behindSentence && letters(tokens, open, last);
    if (hit == null && !photo && !source && !plain) {
      return Optional.empty();
    }
    boolean slash = words <= MAX_TRAILING_WORDS && slash(tokens, open) > 0;
    if (hit != null && !photo && !slash && !behindSentence && hit.tokens() != last - open - 1) {
      return Optional.empty(); // "(according to Reuters)" inside a sentence
    }
    if (photo && hit == null && !behindSentence && words > 4) {
      return Optional.empty();
    }
    String text = tail.substring(tokens.at(open).end(), tokens.at(last).start()).strip();
    return Optional.of(
        new Credit(text, hit == null ? null : hit.name(), shift + tokens.at(open).start(), photo));
  }

  private static boolean letters(Tokens tokens, int open, int last) {
    for (int i = open + 1; i < last; i++) {
      if (!tokens.isWord(i) && !tokens.at(i).isAnyOf("/-.&'’,")) {
        return false;
      }
    }
    return true;
  }

  /** "… of the talks. — AFP", "… the talks. Reuters" */
  private static Optional<Credit> dashed(Tokens tokens, String tail, int last, int shift) {
    for (int i = Math.max(1, last - 6); i <= last; i++) {
      Tokens.Token mark = tokens.at(i - 1);
      Agencies.Hit hit = mark.isAnyOf("-./\"”»。") ? Agencies.at(tokens, i) : null;
      if (hit == null || i + hit.tokens() != last + 1) {
        continue;
      }
      boolean dash = mark.is('-') && tokens.at(i - 2).isAnyOf(".!?\"”»。");
      boolean stop = mark.isAnyOf(".\"”»。") && hit.tokens() <= 3;
      if (dash || stop) {
        int start = dash ? mark.start() : tokens.at(i).start();
        return Optional.of(
            new Credit(
                tail.substring(tokens.at(i).start(), tokens.at(last).end()),
                hit.name(),
                shift + start,
                false));
      }
    }
    return Optional.empty();
  }

  private static boolean isAgencyLine(Tokens tokens, int from) {
    boolean organisation = false;
    for (int i = from; i < tokens.size(); i++) {
      if (tokens.at(i).isAnyOf("/|") || LEXICON.is(tokens, i, Cue.PHOTO)) {
        return tokens.words() <= 8;
      }
      if (tokens.isNumber(i) || tokens.at(i).isAnyOf(":.!?,-")) {
        return false;
      }
      organisation |= LEXICON.is(tokens, i, Cue.ORG);
    }
    return organisation && tokens.words() <= 8 && allCapitalised(tokens, from);
  }

  private static boolean allCapitalised(Tokens tokens, int from) {
    for (int i = from; i < tokens.size(); i++) {
      int first = tokens.text().codePointAt(tokens.at(i).start());
      if (tokens.isWord(i) && Character.isLowerCase(first) && tokens.at(i).length() > 3) {
        return false;
      }
    }
    return true;
  }

  private static int slash(Tokens tokens, int from) {
    for (int i = from + 1; i < tokens.size() - 1; i++) {
      if (tokens.at(i).isAnyOf("/|")) {
        return i;
      }
    }
    return -1;
  }

  private static Optional<Credit> made(
      String line, Tokens tokens, int from, int start, boolean picture) {
    int end = tokens.size();
    while (end > from && tokens.at(end - 1).isAnyOf(")].,|")) {
      end--;
    }
    if (end <= from) {
      return Optional.empty();
    }
    String text = line.substring(tokens.at(from).start(), tokens.at(end - 1).end());
    return Optional.of(new Credit(text, agency(tokens, from, end), start, picture));
  }

  private static @Nullable String agency(Tokens tokens, int from, int to) {
    for (int i = from; i < to; i++) {
      Agencies.Hit hit = Agencies.at(tokens, i);
      if (hit != null) {
        return hit.name();
      }
    }
    return null;
  }
}
