package io.dateline.furniture;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a dateline by its shape: a place, perhaps a date, perhaps an agency in brackets, and a dash
 * or colon. No gazetteer is asked, so that a village nobody knows is recognised as well.
 */
final class DatelineReader {

  private static final int LOOK = 160;
  private static final Lexicon LEXICON = Lexicon.get();

  private final DateFinder finder;
  private final RecentLines lines;

  DatelineReader(DateOrder order, String language, RecentLines lines) {
    finder = new DateFinder(order, language);
    this.lines = lines;
  }

  /** A line that is nothing but a dateline: {@code "Paris - Agencies"}. */
  Optional<Dateline> line(String line) {
    if (line.length() > LOOK) {
      return Optional.empty();
    }
    String text = line.strip();
    Optional<Dateline> found = read(text);
    return found.filter(
        dateline -> {
          if (dateline.end() < text.length()) {
            return false;
          }
          char last = text.charAt(text.length() - 1);
          return dateline.agency() != null
              || dateline.date() != null
              || last == ':'
              || last == '-'
              || last == '—'
              || last == '–';
        });
  }

  /** A dateline at the start of a paragraph; the story goes on behind it. */
  Optional<Dateline> leading(String paragraph) {
    return read(paragraph).filter(dateline -> dateline.end() < paragraph.length());
  }

  private Optional<Dateline> read(String text) {
    String head = text.length() > LOOK ? text.substring(0, LOOK) : text;
    if (!hasDelimiter(head)) {
      return Optional.empty();
    }
    Tokens tokens = lines.of(head);
    Dateline dateline = EastAsianDateline.read(tokens, head);
    if (dateline == null) {
      dateline = western(tokens, head);
    }
    if (dateline == null) {
      return Optional.empty();
    }
    return Optional.of(dateline);
  }

  private static boolean hasDelimiter(String head) {
    for (int i = 0; i < head.length(); i++) {
      switch (head.charAt(i)) {
        case '-', '–', '—', '―', ':', '(', '（', '|', '=', ']', '］', '】', '电', '電', '/' -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  private @Nullable Dateline western(Tokens tokens, String text) {
    DatelinePlace place = DatelinePlace.read(tokens, text);
    if (place == null) {
      return null;
    }
    String agency = null;
    String date = null;
    boolean bracket = false;
    int i = place.end();
    int quiet = quiet(tokens, i);
    DateFinder.Found day = dateAt(tokens, quiet);
    if (day != null) {
      date = day.date() == null ? "" : day.date().toString();
      i = day.end();
    }
    quiet = quiet(tokens, i);
    if (tokens.at(quiet).isAnyOf("(/[")) {
      int close = EastAsianDateline.closing(tokens, quiet);
      if (close < 0 || close - quiet > 9) {
        return null;
      }
      Agencies.Hit hit = firstAgency(tokens, quiet + 1, close);
      if (hit == null && !isPlain(tokens, quiet, close)) {
        return null;
      }
      agency = hit == null ? null : hit.name();
      bracket = true;
      i = close + 1;
    } else if (place.words() > 0) {
      Agencies.Hit hit = Agencies.at(tokens, i); // "Berlin dpa - "
      if (hit != null && tokens.at(i + hit.tokens()).isAnyOf("-|:")) {
        agency = hit.name();
        i += hit.tokens();
      }
    }
    while (tokens.at(i).isAnyOf(".,") && tokens.at(i + 1).isAnyOf("-:|")) {
      i++; // "(EFE).-"
    }
    boolean dash = false;
    boolean colon = false;
    if (tokens.at(i).is('-') && DatelinePlace.isDash(text, tokens.at(i))) {
      dash = true;
      while (tokens.at(i).is('-')) {
        i++;
      }
      int open = tokens.at(i).isAnyOf("([/") ? i + 1 : i;
      Agencies.Hit hit = agency == null ? Agencies.at(tokens, open) : null;
      int after = hit == null ? 0 : open + hit.tokens();
      if (hit != null && (tokens.at(after).isAnyOf(".:-,)]/=") || after >= tokens.size())) {
        agency = hit.name();
        i = after;
        while (tokens.at(i).isAnyOf(".:-,)]/=")) {
          i++;
        }
      }
    } else if (tokens.at(i).isAnyOf(":|=")) {
      colon = true;
      i++;
    } else if (bracket && agency != null) {
      while (tokens.at(i).isAnyOf(".,")) {
        i++; // "MOSCOW, November 20. /TASS/."
      }
    } else {
      return null;
    }
    boolean named = agency != null || (date != null && !date.isEmpty()) || (day != null && dash);
    if (!named && !place.capitals()) {
      return null; // "Paris - the city of lights" is prose
    }
    String printed = text.substring(place.start(), place.textEnd());
    boolean joined = printed.indexOf('/') > 0 || printed.indexOf(',') > 0;
    boolean certain = dash || named || bracket || (colon && joined);
    boolean label = LEXICON.is(tokens, 0, Cue.NOT_PLACE) || LEXICON.is(tokens, 0, Cue.PHOTO);
    if ((label && !named) || (!certain && place.words() > 3)) {
      return null;
    }
    int end = i < tokens.size() ? tokens.at(i).start() : text.length();
    return new Dateline(
        printed, agency, date == null || date.isEmpty() ? null : date, end, certain);
  }

  /** Past a comma or full stop that parts place, date and agency. */
  private static int quiet(Tokens tokens, int from) {
    int i = from;
    while (tokens.at(i).isAnyOf(",.") && i - from < 2) {
      i++;
    }
    return i;
  }

  private DateFinder.@Nullable Found dateAt(Tokens tokens, int i) {
    int from = i;
    int weekday = LEXICON.length(tokens, from, Cue.WEEKDAY);
    from += weekday;
    if (weekday > 0 && tokens.at(from).is(',')) {
      from++;
    }
    return finder.dayAt(tokens, from);
  }

  private static Agencies.@Nullable Hit firstAgency(Tokens tokens, int from, int to) {
    for (int i = from; i < to; i++) {
      Agencies.Hit hit = Agencies.at(tokens, i);
      if (hit != null) {
        return hit;
      }
    }
    return null;
  }

  /** A country or an agency nobody knows, not a sentence. */
  private static boolean isPlain(Tokens tokens, int open, int close) {
    return close - open <= 5 && tokens.at(close).start() - tokens.at(open).end() <= 30;
  }
}
