package io.dateline.furniture;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The Ethiopian calendar: twelve months of thirty days and a thirteenth of five, or of six in every
 * fourth year.
 */
final class EthiopicCalendar {

  private static final int EPOCH_YEAR = 2000;
  private static final LocalDate EPOCH = LocalDate.of(2007, 9, 12); // 1 Meskerem 2000

  private EthiopicCalendar() {}

  static @Nullable LocalDate toGregorian(int year, int month, int day) {
    if (year < 1800 || year > 2190 || month < 1 || month > 13 || day < 1) {
      return null;
    }
    boolean leap = year % 4 == 3;
    if (day > (month < 13 ? 30 : leap ? 6 : 5)) {
      return null;
    }
    int years = year - EPOCH_YEAR;
    long days = 365L * years + Math.floorDiv(years, 4) + 30L * (month - 1) + day - 1;
    return EPOCH.plusDays(days);
  }
}
