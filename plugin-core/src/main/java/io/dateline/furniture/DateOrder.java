package io.dateline.furniture;

import java.util.Locale;

/** In which order 03/04/2013 is to be read. */
public enum DateOrder {
  DAY_MONTH,
  MONTH_DAY,
  /** Cannot be told: such a date has no value unless one number is above twelve. */
  UNKNOWN;

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
}
