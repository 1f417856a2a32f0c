package io.dateline.furniture;

import java.util.List;
import java.util.Optional;

/** Reads a byline: {@code "By Jane Doe and John Roe"}, {@code "بقلم …"}, {@code "홍길동 기자"}. */
final class BylineReader {

  private static final int MAX_LENGTH = 200;
  private static final int MAX_WORDS = 30;
  private static final Lexicon LEXICON = Lexicon.get();
  private static final long NEEDED =
      Lexicon.bit(Cue.BY) | Lexicon.bit(Cue.BY_AFTER) | Lexicon.bit(Cue.ROLE);

  private final DateFinder finder;
  private final RecentLines lines;

  BylineReader(DateOrder order, String language, RecentLines lines) {
    finder = new DateFinder(order, language);
    this.lines = lines;
  }

  Optional<Byline> read(String printed) {
    if (printed.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    if ((lines.of(printed).cues() & NEEDED) == 0) {
      return Optional.empty(); // without its addresses a line says no more
    }
    String line = NameReader.withoutAddresses(printed);
    Tokens tokens = lines.of(line);
    if ((tokens.cues() & NEEDED) == 0 || tokens.words() > MAX_WORDS || tokens.size() == 0) {
      return Optional.empty();
    }
    int end = endBeforeDate(tokens);
    int from = 0;
    while (tokens.at(from).kind() == Tokens.Kind.MARK && from < tokens.size()) {
      if (tokens.at(from).isAnyOf("\"“«”»‘?!")) {
        return Optional.empty();
      }
      from++;
    }
    int by = LEXICON.length(tokens, from, Cue.BY);
    boolean cased = by > 0 && isPreposition(tokens, from, by);
    String rest;
    if (by > 0) {
      int start = from + by;
      while (tokens.at(start).isAnyOf(":/|-") && start < end) {
        start++;
      }
      if (start >= end) {
        return Optional.empty();
      }
      rest = line.substring(tokens.at(start).start(), tokens.at(end - 1).end());
    } else if (slashed(tokens, end) > 0) {
      int start = slashed(tokens, end);
      int stop = start;
      while (stop < end && !tokens.at(stop).isAnyOf("/|")) {
        stop++;
      }
      rest = line.substring(tokens.at(start).start(), tokens.at(stop - 1).end());
    } else if (namesThenRole(tokens, from, end)) {
      rest = line.substring(tokens.at(from).start(), tokens.at(end - 1).end());
    } else {
      return Optional.empty();
    }
    NameReader.Names names = NameReader.read(rest);
    if (!names.whole() || (names.persons().isEmpty() && names.organisations().isEmpty())) {
      return Optional.empty();
    }
    if (by > 0 && !cased && !hasColon(tokens, from + by) && !plausible(names.persons())) {
      return Optional.empty();
    }
    return Optional.of(new Byline(names.persons(), names.organisations()));
  }

  /** A date closes the names: "By Jane Doe, 20 November 2013". */
  private int endBeforeDate(Tokens tokens) {
    List<DateFinder.Found> found = finder.find(tokens);
    int end = tokens.size();
    if (!found.isEmpty() && found.get(0).start() > 0) {
      end = found.get(0).start();
      for (int i = Math.max(0, end - 4); i < end; i++) {
        boolean label =
            LEXICON.is(tokens, i, Cue.PUBLISHED)
                || LEXICON.is(tokens, i, Cue.UPDATED)
                || LEXICON.is(tokens, i, Cue.WEEKDAY)
                || (i >= end - 1 && LEXICON.is(tokens, i, Cue.AT));
        if (label && i > 0) {
          return i;
        }
      }
    }
    return end;
  }

  private static boolean isPreposition(Tokens tokens, int from, int by) {
    // in a cased script "By" before a capitalised name says enough
    int first = tokens.text().codePointAt(tokens.at(from + by).start());
    return Character.isUpperCase(first) && Character.isLetter(first);
  }

  private static boolean hasColon(Tokens tokens, int i) {
    return tokens.at(i).isAnyOf(":/|");
  }

  /** In scripts without capitals a cue alone is weak: كتب also means "wrote" in a sentence. */
  private static boolean plausible(List<String> persons) {
    return !persons.isEmpty() && persons.stream().allMatch(name -> Tokens.of(name).words() <= 4);
  }

  /** The first word of the name in 東岸時報／記者林美濃／台東報導; 0 when there is none. */
  private static int slashed(Tokens tokens, int end) {
    for (int i = 1; i + 1 < end; i++) {
      int by = LEXICON.length(tokens, i, Cue.BY);
      int role = LEXICON.length(tokens, i, Cue.ROLE);
      int cue = Math.max(by, Math.max(role, LEXICON.length(tokens, i, Cue.BY_AFTER)));
      boolean ideograph = Character.isIdeographic(tokens.text().codePointAt(tokens.at(i).start()));
      if (cue > 0
          && ideograph
          && tokens.at(i - 1).isAnyOf("/|")
          && i + cue < end
          && tokens.isWord(i + cue)) {
        return i + cue;
      }
    }
    return 0;
  }

  /** "Jane Doe, Staff Writer", "Жан Иванов, корреспондент", "홍길동 기자". */
  private static boolean namesThenRole(Tokens tokens, int from, int end) {
    for (int i = from + 1; i < end; i++) {
      int after = LEXICON.length(tokens, i, Cue.BY_AFTER);
      if (after > 0
          && i - from >= 1
          && i - from <= 5
          && (i + after >= end || !tokens.isWord(i + after))) {
        return true;
      }
      int role = LEXICON.length(tokens, i, Cue.ROLE);
      if (role > 0 && tokens.at(i - 1).isAnyOf(",|-/•·(") && i - from >= 3) {
        return true;
      }
    }
    return false;
  }
}
