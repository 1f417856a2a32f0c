package io.dateline.article;

import io.dateline.furniture.DateMention;
import io.dateline.furniture.Furniture;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates that a page states for machines and throws out those that cannot be, as {@link
 * PublicationDay} has it.
 */
final class ClaimedDates {

  private final Furniture furniture;
  private final Clock clock;

  ClaimedDates(Furniture furniture, Clock clock) {
    this.furniture = furniture;
    this.clock = clock;
  }

  /** The date in ISO 8601 with what is known; empty when it is none or cannot be. */
  Optional<String> read(String claim) {
    String text = claim.strip();
    String iso = iso(text);
    if (iso == null) {
      iso = epoch(text);
    }
    if (iso == null && text.length() <= 80) {
      List<DateMention> dates = furniture.dates(text);
      iso = dates.isEmpty() ? null : dates.get(0).iso();
    }
    return Optional.ofNullable(iso).filter(this::isPossible);
  }

  /** Whether a story may have been published on this day. */
  boolean isPossible(String iso) {
    try {
      return PublicationDay.isPossible(LocalDate.parse(iso.substring(0, 10)), clock.instant());
    } catch (DateTimeException | StringIndexOutOfBoundsException notADay) {
      return false;
    }
  }

  /** ISO 8601 in the dialects of content systems: 20131120, 2013-11-20T08:15:00.000+0200. */
  private static @Nullable String iso(String text) {
    if (text.length() < 8 || !isDigits(text, 0, 4)) {
      return null;
    }
    boolean compact = isDigits(text, 4, 8);
    int dayEnd = compact ? 8 : 10;
    if (!compact
        && (text.length() < 10
            || text.charAt(4) != '-'
            || text.charAt(7) != '-'
            || !isDigits(text, 5, 7)
            || !isDigits(text, 8, 10))) {
      return null;
    }
    try {
      LocalDate day =
          LocalDate.of(
              number(text, 0, 4),
              compact ? number(text, 4, 6) : number(text, 5, 7),
              compact ? number(text, 6, 8) : number(text, 8, 10));
      if (text.length() == dayEnd) {
        return day.toString();
      }
      return isDigits(text, dayEnd, dayEnd + 1) ? null : withTime(day, text.substring(dayEnd));
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }

  private static String withTime(LocalDate day, String rest) {
    int i = 0;
    while (i < rest.length() && !Character.isDigit(rest.charAt(i))) {
      i++;
    }
    boolean colons = i + 5 <= rest.length() && rest.charAt(i + 2) == ':';
    if (!colons || !isDigits(rest, i, i + 2) || !isDigits(rest, i + 3, i + 5)) {
      return day.toString();
    }
    int hour = number(rest, i, i + 2);
    int minute = number(rest, i + 3, i + 5);
    int second = 0;
    int end = i + 5;
    if (end + 3 <= rest.length() && rest.charAt(end) == ':' && isDigits(rest, end + 1, end + 3)) {
      second = number(rest, end + 1, end + 3);
      end += 3;
      if (end < rest.length() && (rest.charAt(end) == '.' || rest.charAt(end) == ',')) {
        end++;
        while (end < rest.length() && Character.isDigit(rest.charAt(end))) {
          end++;
        }
      }
    }
    if (hour > 23 || minute > 59 || second > 59) {
      return day.toString();
    }
    String pattern = second == 0 ? "uuuu-MM-dd'T'HH:mm" : "uuuu-MM-dd'T'HH:mm:ss";
    String moment =
        DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
            .format(LocalDateTime.of(day, LocalTime.of(hour, minute, second)));
    return moment + zone(rest.substring(end).strip());
  }

  private static String zone(String text) {
    String zone = text.startsWith("UTC") || text.startsWith("GMT") ? text.substring(3) : text;
    if (zone.isEmpty()) {
      return text.isEmpty() ? "" : "Z";
    }
    if (zone.charAt(0) == 'Z' || zone.charAt(0) == 'z') {
      return "Z";
    }
    int space = zone.indexOf(' ');
    try {
      return ZoneOffset.of(space < 0 ? zone : zone.substring(0, space)).getId();
    } catch (DateTimeException unknown) {
      return "";
    }
  }

  /** Seconds or milliseconds since 1970. */
  private static @Nullable String epoch(String text) {
    boolean seconds = text.length() == 10;
    if ((!seconds && text.length() != 13) || !isDigits(text, 0, text.length())) {
      return null;
    }
    long value = Long.parseLong(text);
    Instant instant = seconds ? Instant.ofEpochSecond(value) : Instant.ofEpochMilli(value);
    return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT)
        .format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
  }

  private static boolean isDigits(String text, int from, int to) {
    if (to > text.length()) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }
}
