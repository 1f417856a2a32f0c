package io.dateline.gazetteer.build;

import java.util.Set;

/** Countries whose names reach Latin letters by way of Arabic script. */
final class LooseCountries {

  private static final Set<String> CODES =
      Set.of(
          "AE", "AF", "BH", "DJ", "DZ", "EG", "EH", "ER", "IL", "IQ", "IR", "JO", "KM", "KW", "LB",
          "LY", "MA", "MR", "OM", "PK", "PS", "QA", "SA", "SD", "SO", "SY", "TD", "TN", "YE");

  private LooseCountries() {}

  static boolean contains(String country) {
    return CODES.contains(country);
  }
}
