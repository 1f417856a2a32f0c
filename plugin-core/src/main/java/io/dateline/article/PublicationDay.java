package io.dateline.article;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.Set;

/**
 * Which days a story that is read now can have been published on: from the first printed newspaper
 * to tomorrow, which has begun in some zone already and whose paper is printed today, without the
 * days that publishing systems write when they know none.
 */
public final class PublicationDay {

  private static final LocalDate FIRST_NEWSPAPER = LocalDate.of(1605, Month.JANUARY, 1);

  /** The zeros of SQL Server (two), of spreadsheets, and of Unix, east and west of Greenwich. */
  private static final Set<LocalDate> ZEROS =
      Set.of(
          LocalDate.of(1753, Month.JANUARY, 1),
          LocalDate.of(1900, Month.JANUARY, 1),
          LocalDate.of(1899, Month.DECEMBER, 30),
          LocalDate.EPOCH,
          LocalDate.EPOCH.minusDays(1));

  private PublicationDay() {}

  /** Whether a story that is read at this moment can bear this day. */
  public static boolean isPossible(LocalDate day, Instant now) {
    LocalDate tomorrow = now.atZone(ZoneOffset.UTC).toLocalDate().plusDays(1);
    return !day.isBefore(FIRST_NEWSPAPER) && !day.isAfter(tomorrow) && !ZEROS.contains(day);
  }
}
