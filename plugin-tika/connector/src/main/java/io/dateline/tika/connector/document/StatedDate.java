package io.dateline.tika.connector.document;

import io.dateline.article.PublicationDay;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/**
 * A date as far as the page states it, and the instant that stands for it.
 *
 * @param instant its beginning, in the configured zone where it has none
 * @param precision year, month, day, minute (a time without a zone) or instant
 */
record StatedDate(Instant instant, String precision) {

  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern(
              "uuuu[-MM[-dd['T'HH:mm[:ss][.SSSSSSSSS][.SSSSSS][.SSS][XXX][XX][X]]]]", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT); // or 30 February becomes the 28th

  /**
   * Reads ISO 8601 with what is known.
   *
   * @return empty when it is not a date
   */
  static Optional<StatedDate> parse(String text, ZoneId zone) {
    TemporalAccessor parsed;
    try {
      parsed =
          ISO.parseBest(
              text.strip(),
              OffsetDateTime::from,
              LocalDateTime::from,
              LocalDate::from,
              YearMonth::from,
              Year::from);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
    ZonedDateTime start;
    String precision;
    if (parsed instanceof OffsetDateTime offset) {
      return Optional.of(new StatedDate(offset.toInstant(), "instant"));
    } else if (parsed instanceof LocalDateTime time) {
      start = time.atZone(zone);
      precision = "minute";
    } else if (parsed instanceof LocalDate day) {
      start = day.atStartOfDay(zone);
      precision = "day";
    } else if (parsed instanceof YearMonth month) {
      start = month.atDay(1).atStartOfDay(zone);
      precision = "month";
    } else {
      start = Year.from(parsed).atDay(1).atStartOfDay(zone);
      precision = "year";
    }
    return Optional.of(new StatedDate(start.toInstant(), precision));
  }

  /** Whether a story that is read now can bear this date. */
  boolean isPossible(Instant now) {
    try {
      return PublicationDay.isPossible(LocalDate.ofInstant(instant, ZoneOffset.UTC), now);
    } catch (DateTimeException beyondTheCalendar) {
      return false;
    }
  }
}
