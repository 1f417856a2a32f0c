package io.dateline.furniture;

import java.util.Locale;
import java.util.Optional;

/** In which order 03/04/2013 is to be read. */
public enum DateOrder {
  DAY_MONTH,
  MONTH_DAY,
  /** Cannot be told: such a date has no value unless one number is above twelve. */
  UNKNOWN;

  /** Of day, month and a year of four. */
  private static final int LEAST_DIGITS = 6;

  /**
   * The order usual in a language and region.
   *
   * @param language BCP 47 tag such as {@code "en-GB"}; English without a region and an empty tag
   *     do not tell
   */
  public static DateOrder of(String language) {
    Locale locale = Locale.forLanguageTag(language.replace('_', '-'));
    String region = locale.getCountry();
    return switch (locale.getLanguage()) {
      case "" -> UNKNOWN;
      case "en" ->
          switch (region) {
            case "" -> UNKNOWN;
            case "US", "PH", "PR", "FM", "GU" -> MONTH_DAY;
            default -> DAY_MONTH;
          };
      case "fil", "tl" -> MONTH_DAY;
      default -> region.equals("US") && !locale.getLanguage().equals("es") ? MONTH_DAY : DAY_MONTH;
    };
  }

  /**
   * Whether a text has as many digits as a date needs to show its order; all else can be passed
   * over.
   */
  public static boolean mayShow(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      digits += Character.isDigit(text.charAt(i)) || Character.isSurrogate(text.charAt(i)) ? 1 : 0;
    }
    return digits >= LEAST_DIGITS;
  }

  /** The order that a numeric date shows by a number above twelve; empty when it shows none. */
  public static Optional<DateOrder> shownBy(String date) {
    Tokens tokens = Tokens.of(date);
    for (int i = 0; i + 4 < tokens.size(); i++) {
      boolean numeric =
          tokens.isNumber(i)
              && tokens.at(i + 1).isAnyOf("/-")
              && tokens.isNumber(i + 2)
              && tokens.at(i + 3).isAnyOf("/-")
              && tokens.isNumber(i + 4)
              && tokens.at(i + 4).length() == 4;
      if (numeric && tokens.at(i).number() > 12 && tokens.at(i + 2).number() <= 12) {
        return Optional.of(DAY_MONTH);
      }
      if (numeric && tokens.at(i + 2).number() > 12 && tokens.at(i).number() <= 12) {
        return Optional.of(MONTH_DAY);
      }
    }
    return Optional.empty();
  }
}
