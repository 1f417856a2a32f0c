package io.dateline.article;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the day in an address: {@code /2013/11/20/}, {@code /2013/nov/20/}, {@code /2013-11-20-…},
 * {@code /20131120/}.
 */
final class AddressDate {

  private AddressDate() {}

  static Optional<String> read(@Nullable String address) {
    if (address == null) {
      return Optional.empty();
    }
    int end = address.indexOf('?');
    String path = end < 0 ? address : address.substring(0, end);
    for (int i = Math.max(0, path.indexOf("//") + 2); i + 8 <= path.length(); i++) {
      boolean start = !Character.isDigit(path.charAt(i - 1));
      if (!start || !Character.isDigit(path.charAt(i))) {
        continue;
      }
      Optional<String> day = at(path, i);
      if (day.isPresent()) {
        return day;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> at(String path, int from) {
    int year = number(path, from, 4);
    if (year < 1990 || year > 2100) {
      return Optional.empty();
    }
    int i = from + 4;
    char separator = path.charAt(i);
    boolean separated = separator == '/' || separator == '-' || separator == '_';
    i += separated ? 1 : 0;
    int letters = separated ? letters(path, i) : 0;
    int monthDigits = letters > 0 ? letters : separated && number(path, i, 2) < 0 ? 1 : 2;
    int month = letters > 0 ? month(path.substring(i, i + letters)) : number(path, i, monthDigits);
    i += monthDigits;
    if (separated) {
      if (i >= path.length() || path.charAt(i) != separator) {
        return Optional.empty();
      }
      i++;
    }
    int dayDigits = separated && number(path, i, 2) < 0 ? 1 : 2;
    int day = number(path, i, dayDigits);
    i += dayDigits;
    if (month < 1 || day < 1 || (i < path.length() && Character.isDigit(path.charAt(i)))) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.of(year, month, day).toString());
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static int letters(String path, int from) {
    int i = from;
    while (i < path.length() && Character.isLetter(path.charAt(i))) {
      i++;
    }
    return i - from;
  }

  /** The number of an English month, in full or cut to three letters; -1 for another word. */
  private static int month(String word) {
    for (Month month : Month.values()) {
      String name = month.name();
      if (name.equalsIgnoreCase(word) || name.substring(0, 3).equalsIgnoreCase(word)) {
        return month.getValue();
      }
    }
    return -1;
  }

  private static int number(String text, int from, int digits) {
    if (from + digits > text.length()) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < from + digits; i++) {
      int digit = Character.digit(text.charAt(i), 10);
      if (digit < 0) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
