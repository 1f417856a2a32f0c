package io.dateline.furniture;

import java.util.Locale;

/** What a word of the language files in {@code resources/io/dateline/furniture} announces. */
enum Cue {
  MONTH,
  JALALI_MONTH,
  ETHIOPIC_MONTH,
  WEEKDAY,
  /** Stands between day, month and year. */
  OF,
  /** Stands between date and time. */
  AT,
  AM,
  PM,
  YEAR_MARK,
  MONTH_MARK,
  DAY_MARK,
  HOUR_MARK,
  MINUTE_MARK,
  PUBLISHED,
  UPDATED,
  AGO,
  AGO_BEFORE,
  UNIT,
  NOW,
  BY,
  BY_AFTER,
  AND,
  ROLE,
  ORG,
  PHOTO,
  SOURCE,
  PRINT,
  VERSION,
  EDITION_OF,
  EDITION_END,
  PAGE,
  SECTION,
  HOME,
  REPORT,
  NOT_PLACE,
  COMPANY,
  /** The name of a news agency begins here; {@link Agencies} knows how it goes on. */
  AGENCY;

  static Cue of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
