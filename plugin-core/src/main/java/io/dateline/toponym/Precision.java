package io.dateline.toponym;

import java.util.Locale;

/** How exactly a place's point says where it is. */
public enum Precision {
  /** A building, square or street. */
  POINT,
  /** A town, village or quarter. */
  TOWN,
  /** A province, state, county or district. */
  DIVISION,
  COUNTRY,
  /** A sea, range, desert, continent or disputed or historical region. */
  REGION;

  /** Lower case, as in JSON. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
