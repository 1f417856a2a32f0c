package io.dateline.furniture;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds dates in running text, in any of the languages of the lexicon. One pass over the tokens;
 * every attempt looks a fixed number of tokens ahead.
 */
final class DateFinder {

  /**
   * @param start first token
   * @param end token behind the last
   */
  record Found(int start, int end, @Nullable LocalDate date, TimeReader.@Nullable Time time) {

    @Nullable String iso() {
      if (date == null) {
        return null;
      }
      if (time == null) {
        return date.toString();
      }
      LocalTime clock = time.time();
      LocalDateTime moment = date.atTime(clock);
      String text =
          DateTimeFormatter.ofPattern(
                  clock.getSecond() == 0 ? "uuuu-MM-dd'T'HH:mm" : "uuuu-MM-dd'T'HH:mm:ss",
                  Locale.ROOT)
              .format(moment);
      return time.zone() == null ? text : text + time.zone().offsetAt(moment);
    }
  }

  private static final int MAX_GAP = 6;
  private static final Lexicon LEXICON = Lexicon.get();

  /** The one sort of date that needs no number: "an hour ago" in languages that put "ago" first. */
  private static final long WITHOUT_NUMBER = Lexicon.bit(Cue.AGO_BEFORE);

  private final DayReader days;

  DateFinder(DateOrder order, String language) {
    days = new DayReader(order, language);
  }

  /** All dates of a line, in order, none overlapping. */
  List<Found> find(Tokens tokens) {
    if (!tokens.hasNumber() && (tokens.cues() & WITHOUT_NUMBER) == 0) {
      return List.of();
    }
    List<Found> found = new ArrayList<>();
    int i = 0;
    while (i < tokens.size()) {
      Found next = at(tokens, i);
      if (next == null) {
        i++;
      } else {
        found.add(next);
        i = next.end();
      }
    }
    return found;
  }

  /** The day that begins at a token, without a time. */
  @Nullable Found dayAt(Tokens tokens, int i) {
    DayReader.Day day = days.at(tokens, i);
    return day == null ? null : new Found(i, i + day.tokens(), day.date(), null);
  }

  private @Nullable Found at(Tokens tokens, int i) {
    DayReader.Day day = days.at(tokens, i);
    if (day != null) {
      int end = i + day.tokens();
      int gap = gap(tokens, end);
      TimeReader.Time time = TimeReader.read(tokens, gap);
      if (time != null) {
        return new Found(i, gap + time.tokens(), day.date(), time);
      }
      return new Found(i, end, day.date(), null);
    }
    int relative = relative(tokens, i);
    if (relative > 0) { // first, since 3時間前 begins like the time 3時
      return new Found(i, i + relative, null, null);
    }
    TimeReader.Time time = tokens.isNumber(i) ? TimeReader.read(tokens, i) : null;
    if (time != null) {
      int gap = gap(tokens, i + time.tokens());
      DayReader.Day after = days.at(tokens, gap);
      if (after != null) {
        return new Found(i, gap + after.tokens(), after.date(), time);
      }
    }
    return null;
  }

  /** Skips what may stand between a date and its time. */
  private static int gap(Tokens tokens, int from) {
    int i = from;
    while (i < tokens.size() && i - from < MAX_GAP) {
      Tokens.Token token = tokens.at(i);
      if (token.isAnyOf(",.-|•·(@)/;") || token.folded().equals("t")) {
        i++;
        continue;
      }
      int skip = LEXICON.length(tokens, i, Cue.AT);
      if (skip == 0) {
        skip = LEXICON.length(tokens, i, Cue.WEEKDAY);
      }
      if (skip == 0) {
        skip = LEXICON.length(tokens, i, Cue.YEAR_MARK);
      }
      if (skip == 0) {
        return i;
      }
      i += skip;
    }
    return i;
  }

  /** Tokens of "2 hours ago", "il y a 2 heures", "منذ ساعتين", "2小时前"; 0 when it is none. */
  private static int relative(Tokens tokens, int i) {
    int before = LEXICON.length(tokens, i, Cue.AGO_BEFORE);
    if (before > 0) {
      int next = i + before;
      if (tokens.isNumber(next)) {
        next++;
      }
      int unit = LEXICON.length(tokens, next, Cue.UNIT);
      return unit > 0 ? next + unit - i : 0;
    }
    if (tokens.isNumber(i)) {
      int unit = LEXICON.length(tokens, i + 1, Cue.UNIT);
      if (unit > 0) {
        int ago = LEXICON.length(tokens, i + 1 + unit, Cue.AGO);
        return ago > 0 ? 1 + unit + ago : 0;
      }
    }
    return 0;
  }
}
