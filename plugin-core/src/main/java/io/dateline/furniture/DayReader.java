package io.dateline.furniture;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads a day in the shapes that papers write: year, month or day first, words or numbers. */
final class DayReader {

  /**
   * A day and how far it reaches.
   *
   * @param date null when the year is missing or the order of day and month cannot be told
   */
  record Day(@Nullable LocalDate date, int tokens) {}

  /** Years of the Buddhist era, by which Thai papers date themselves. */
  private static final int BUDDHIST_FROM = 2440;

  private static final int BUDDHIST_TO = 2640;
  private static final int BUDDHIST_AHEAD = 543;

  private static final Lexicon LEXICON = Lexicon.get();

  private final DateOrder order;
  private final String language;

  DayReader(DateOrder order, String language) {
    this.order = order;
    this.language = language;
  }

  /** The day that begins at a token; null when none does. */
  @Nullable Day at(Tokens tokens, int i) {
    if (tokens.isNumber(i)) {
      Tokens.Token first = tokens.at(i);
      if (first.length() == 4) {
        return yearFirst(tokens, i);
      }
      if (first.length() <= 2) {
        Day day = dayFirst(tokens, i);
        return day != null ? day : numeric(tokens, i);
      }
      return null;
    }
    return monthFirst(tokens, i);
  }

  /** 2013-11-20, 2013/11/20, 2013年11月20日, 2013. november 20. */
  private @Nullable Day yearFirst(Tokens tokens, int i) {
    int year = tokens.at(i).number();
    int next = i + 1;
    Tokens.Token mark = tokens.at(next);
    if (mark.isAnyOf("-/.") && tokens.isNumber(next + 1)) {
      char separator = mark.folded().charAt(0);
      int third = next + 2;
      if (tokens.at(third).is(separator)
          && shortNumber(tokens, next + 1)
          && shortNumber(tokens, third + 1)) {
        return made(
            year, tokens.at(next + 1).number(), tokens.at(third + 1).number(), third + 2 - i);
      }
    }
    int yearMark = LEXICON.length(tokens, next, Cue.YEAR_MARK);
    if (yearMark > 0 && shortNumber(tokens, next + yearMark)) {
      int month = next + yearMark;
      int monthMark = LEXICON.length(tokens, month + 1, Cue.MONTH_MARK);
      int day = month + 1 + monthMark;
      if (monthMark > 0 && shortNumber(tokens, day)) {
        int dayMark = LEXICON.length(tokens, day + 1, Cue.DAY_MARK);
        return made(
            year, tokens.at(month).number(), tokens.at(day).number(), day + 1 + dayMark - i);
      }
      return null;
    }
    while (tokens.at(next).isAnyOf(".,-/") && next - i < 3) {
      next++;
    }
    Lexicon.Hit month = LEXICON.match(tokens, next, Cue.MONTH, language);
    if (month == null) {
      return null;
    }
    next += month.tokens();
    while (tokens.at(next).isAnyOf(".,-/")) {
      next++;
    }
    return shortNumber(tokens, next)
        ? made(year, month.value(), tokens.at(next).number(), next + 1 - i)
        : null;
  }

  /** 20 November 2013, 20. November 2013, 20 de noviembre de 2013, 20-Nov-13, 20 نوفمبر 2013. */
  private @Nullable Day dayFirst(Tokens tokens, int i) {
    int day = tokens.at(i).number();
    int next = between(tokens, i + 1);
    Lexicon.Hit month = LEXICON.match(tokens, next, Cue.MONTH, language);
    boolean jalali = false;
    if (month == null) {
      month = LEXICON.match(tokens, next, Cue.JALALI_MONTH, language);
      jalali = month != null;
    }
    if (month == null || day < 1 || day > 31) {
      return null;
    }
    next += month.tokens();
    // Arabic papers give both names: 20 تشرين الثاني/نوفمبر 2013
    Tokens.Token mark = tokens.at(next);
    if (mark.isAnyOf("/(-")) {
      Lexicon.Hit other = LEXICON.match(tokens, next + 1, Cue.MONTH, language);
      if (other != null && other.value() == month.value()) {
        next += 1 + other.tokens();
        if (tokens.at(next).is(')')) {
          next++;
        }
      }
    }
    int year = between(tokens, next);
    if (tokens.isNumber(year) && tokens.at(year).length() == 4) {
      int end = year + 1 + LEXICON.length(tokens, year + 1, Cue.YEAR_MARK);
      return jalali
          ? new Day(
              JalaliCalendar.toGregorian(tokens.at(year).number(), month.value(), day), end - i)
          : made(tokens.at(year).number(), month.value(), day, end - i);
    }
    if (tokens.isNumber(year)
        && tokens.at(year).length() == 2
        && tokens.at(year - 1).isAnyOf("-/'’")
        && !tokens.at(year + 1).isAnyOf(":.")) {
      return made(fullYear(tokens.at(year).number()), month.value(), day, year + 1 - i);
    }
    return new Day(null, next - i);
  }

  /** November 20, 2013; Nov. 20th 2013. */
  private @Nullable Day monthFirst(Tokens tokens, int i) {
    Lexicon.Hit month = LEXICON.match(tokens, i, Cue.MONTH, language);
    Lexicon.Hit ethiopic =
        month == null ? LEXICON.match(tokens, i, Cue.ETHIOPIC_MONTH, language) : null;
    month = month == null ? ethiopic : month;
    if (month == null) {
      return null;
    }
    int next = i + month.tokens();
    while (tokens.at(next).isAnyOf(".-/") && next - i < 4) {
      next++;
    }
    if (!shortNumber(tokens, next) || tokens.at(next + 1).is(':')) {
      return null;
    }
    int day = tokens.at(next).number();
    if (day < 1 || day > 31) {
      return null;
    }
    int afterDay = next + 1;
    int year = between(tokens, afterDay);
    if (tokens.isNumber(year) && tokens.at(year).length() == 4) {
      int number = tokens.at(year).number();
      return ethiopic == null
          ? made(number, month.value(), day, year + 1 - i)
          : new Day(EthiopicCalendar.toGregorian(number, month.value(), day), year + 1 - i);
    }
    return new Day(null, afterDay - i);
  }

  /** 20.11.2013, 11/20/2013, 20-11-13. */
  private @Nullable Day numeric(Tokens tokens, int i) {
    Tokens.Token mark = tokens.at(i + 1);
    if (!mark.isAnyOf("./-") || !shortNumber(tokens, i + 2) || mark.start() != tokens.at(i).end()) {
      return null;
    }
    Tokens.Token third = tokens.at(i + 4);
    if (!tokens.at(i + 3).is(mark.folded().charAt(0))
        || third.kind() != Tokens.Kind.NUMBER
        || (third.length() != 4 && third.length() != 2)) {
      return null;
    }
    if (third.length() == 2 && tokens.at(i + 5).isAnyOf("./-:") && tokens.isNumber(i + 6)) {
      return null; // a version, a telephone number, or a time behind "12.4."
    }
    int a = tokens.at(i).number();
    int b = tokens.at(i + 2).number();
    int year = third.length() == 4 ? third.number() : fullYear(third.number());
    if (a > 12 && b <= 12) {
      return made(year, b, a, 5);
    }
    if (b > 12 && a <= 12) {
      return made(year, a, b, 5);
    }
    if (a > 12 || a < 1 || b < 1) {
      return null;
    }
    boolean dayFirst = order == DateOrder.DAY_MONTH || mark.is('.'); // no country dots month first
    if (order == DateOrder.UNKNOWN && !dayFirst && a != b) {
      return new Day(null, 5);
    }
    return dayFirst ? made(year, b, a, 5) : made(year, a, b, 5);
  }

  private static int between(Tokens tokens, int from) {
    int i = from;
    while (i - from < 4) {
      if (tokens.at(i).isAnyOf(".,-/'’፣")) {
        i++;
        continue;
      }
      int of = LEXICON.length(tokens, i, Cue.OF);
      if (of == 0) {
        return i;
      }
      i += of;
    }
    return i;
  }

  private static int fullYear(int twoDigits) {
    return twoDigits <= 40 ? 2000 + twoDigits : 1900 + twoDigits;
  }

  private static boolean shortNumber(Tokens tokens, int i) {
    return tokens.isNumber(i) && tokens.at(i).length() <= 2;
  }

  private static @Nullable Day made(int year, int month, int day, int tokens) {
    if (year >= 1244 && year <= 1472) {
      LocalDate date = JalaliCalendar.toGregorian(year, month, day);
      return date == null ? null : new Day(date, tokens);
    }
    int common = year >= BUDDHIST_FROM && year <= BUDDHIST_TO ? year - BUDDHIST_AHEAD : year;
    if (common < 1800 || common > 2199) {
      return null;
    }
    try {
      return new Day(LocalDate.of(common, month, day), tokens);
    } catch (DateTimeException noSuchDay) {
      return null; // 31 February is a score or a version, not a date
    }
  }
}
