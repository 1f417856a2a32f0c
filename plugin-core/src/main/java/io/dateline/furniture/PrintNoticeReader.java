package io.dateline.furniture;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads print notices: {@code "A version of this article appeared in the print edition of The Daily
 * Planet on November 20, 2013, on page 1."}
 */
final class PrintNoticeReader {

  private static final int MAX_LENGTH = 500;
  private static final Lexicon LEXICON = Lexicon.get();
  private static final long NEEDED = Lexicon.bit(Cue.PRINT) | Lexicon.bit(Cue.VERSION);

  private final DateFinder finder;
  private final RecentLines lines;

  PrintNoticeReader(DateOrder order, String language, RecentLines lines) {
    finder = new DateFinder(order, language);
    this.lines = lines;
  }

  Optional<PrintNotice> read(String line) {
    if (line.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    Tokens tokens = lines.of(line);
    if ((tokens.cues() & NEEDED) == 0) {
      return Optional.empty();
    }
    int print = -1;
    int printEnd = -1;
    boolean version = false;
    String page = null;
    for (int i = 0; i < tokens.size(); i++) {
      int length = LEXICON.length(tokens, i, Cue.PRINT);
      if (length > 0 && print < 0) {
        print = i;
        printEnd = i + length;
      }
      version |= LEXICON.is(tokens, i, Cue.VERSION);
      page = page == null ? page(tokens, i, line) : page;
    }
    if (print < 0 && !version) {
      return Optional.empty();
    }
    List<DateFinder.Found> dates = finder.find(tokens);
    String date =
        dates.stream()
            .filter(found -> found.date() != null)
            .map(found -> String.valueOf(found.date()))
            .findFirst()
            .orElse(null);
    boolean printed = print >= 0 && (version || date != null || page != null);
    boolean dated = version && date != null && page != null;
    if (!printed && !dated) {
      return Optional.empty();
    }
    return Optional.of(new PrintNotice(edition(tokens, line, print, printEnd, dates), date, page));
  }

  private static @Nullable String page(Tokens tokens, int i, String line) {
    int word = LEXICON.length(tokens, i, Cue.PAGE);
    if (word == 0) {
      return null;
    }
    int next = i + word;
    while (tokens.at(next).isAnyOf(".:#")) {
      next++;
    }
    if (tokens.isNumber(next) && tokens.at(next).length() <= 3) {
      return digits(tokens.at(next));
    }
    boolean letter =
        tokens.isWord(next)
            && tokens.at(next).length() == 1
            && tokens.isNumber(next + 1)
            && tokens.at(next + 1).start() == tokens.at(next).end();
    if (letter) {
      return line.substring(tokens.at(next).start(), tokens.at(next).end())
          + digits(tokens.at(next + 1));
    }
    boolean before =
        tokens.isNumber(i - 1)
            && tokens.at(i - 1).length() <= 3
            && Character.isIdeographic(line.codePointAt(tokens.at(i).start()));
    return before
            || (tokens.isNumber(i - 1)
                && tokens.at(i - 2).is('.')
                && tokens.at(i - 1).length() <= 2)
        ? digits(tokens.at(i - 1))
        : null;
  }

  private static String digits(Tokens.Token number) {
    return Integer.toString(number.number());
  }

  /** The capitalised run behind "print edition of", or behind "of the … edition". */
  private static @Nullable String edition(
      Tokens tokens, String line, int print, int printEnd, List<DateFinder.Found> dates) {
    for (int i = 0; i < tokens.size(); i++) {
      // "of the New York edition"
      if (i != print
          && tokens.at(i).folded().equals("edition")
          && tokens.isWord(i - 1)
          && (i < print || i >= printEnd)) {
        int from = i;
        while (from > 0
            && tokens.isWord(from - 1)
            && Character.isUpperCase(line.codePointAt(tokens.at(from - 1).start()))) {
          from--;
        }
        if (from < i) {
          return line.substring(tokens.at(from).start(), tokens.at(i).end());
        }
      }
    }
    if (print < 0) {
      return null;
    }
    int i = printEnd;
    int of = LEXICON.length(tokens, i, Cue.EDITION_OF);
    if (of == 0) {
      return null;
    }
    // "of The Planet": the article belongs to the name when it is written large
    i +=
        tokens.at(i + of - 1).folded().equals("the")
                && Character.isUpperCase(line.codePointAt(tokens.at(i + of - 1).start()))
            ? of - 1
            : of;
    int from = i;
    while (i < tokens.size()) {
      int at = i;
      boolean date = dates.stream().anyMatch(found -> found.start() == at);
      boolean end =
          date
              || tokens.at(i).isAnyOf(",.;:()")
              || (i > from && isSmall(line, tokens.at(i)) && closes(tokens, i, dates));
      if (end) {
        break;
      }
      i++;
    }
    if (i == from || i - from > 8) {
      return null;
    }
    String name = line.substring(tokens.at(from).start(), tokens.at(i - 1).end()).strip();
    return name.isEmpty() || Character.isLowerCase(name.codePointAt(0)) ? null : trimQuotes(name);
  }

  /** "on", "vom", "page": what ends the paper's name, unless it may be a part of it ("du Port"). */
  private static boolean closes(Tokens tokens, int i, List<DateFinder.Found> dates) {
    if (LEXICON.is(tokens, i, Cue.PAGE)) {
      return true;
    }
    if (!LEXICON.is(tokens, i, Cue.EDITION_END)) {
      return false;
    }
    boolean number = tokens.isNumber(i + 1) || LEXICON.is(tokens, i + 1, Cue.PAGE);
    boolean date = dates.stream().anyMatch(found -> found.start() == i + 1);
    return number || date || !LEXICON.is(tokens, i, Cue.EDITION_OF);
  }

  private static String trimQuotes(String name) {
    int from = 0;
    int to = name.length();
    while (from < to && "\"“”«»„'‘’".indexOf(name.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && "\"“”«»„'‘’".indexOf(name.charAt(to - 1)) >= 0) {
      to--;
    }
    return name.substring(from, to);
  }

  private static boolean isSmall(String line, Tokens.Token token) {
    return !Character.isUpperCase(line.codePointAt(token.start()));
  }
}
