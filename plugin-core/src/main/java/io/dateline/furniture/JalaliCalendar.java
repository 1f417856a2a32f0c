package io.dateline.furniture;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The Iranian calendar as papers date themselves by. Leap years follow the 33-year rule, which
 * agrees with the astronomical calendar from 1244 to 1472 (1865 to 2093).
 */
final class JalaliCalendar {

  private static final int EPOCH_YEAR = 1400;
  private static final LocalDate EPOCH = LocalDate.of(2021, 3, 21); // 1 Farvardin 1400

  private JalaliCalendar() {}

  static @Nullable LocalDate toGregorian(int year, int month, int day) {
    if (year < 1244 || year > 1472 || month < 1 || month > 12 || day < 1) {
      return null;
    }
    int length = month <= 6 ? 31 : month < 12 || isLeap(year) ? 30 : 29;
    if (day > length) {
      return null;
    }
    long days = 0;
    for (int y = EPOCH_YEAR; y < year; y++) {
      days += isLeap(y) ? 366 : 365;
    }
    for (int y = year; y < EPOCH_YEAR; y++) {
      days -= isLeap(y) ? 366 : 365;
    }
    int before = month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30;
    return EPOCH.plusDays(days + before + day - 1);
  }

  private static boolean isLeap(int year) {
    return (25 * year + 11) % 33 < 8;
  }
}
