package io.dateline.gazetteer.build;

/**
 * A place as GeoNames lists it.
 *
 * @param alternateNames separated by commas
 * @param feature class and code, such as {@code P.PPLC}
 * @param country ISO 3166-1 alpha-2 or empty
 * @param admin1 GeoNames code of the first-order division or empty
 * @param admin2 GeoNames code of the second-order division or empty
 */
record PlaceRow(
    int geonamesId,
    String name,
    String asciiName,
    String alternateNames,
    double latitude,
    double longitude,
    String feature,
    String country,
    String admin1,
    String admin2,
    int population) {

  String admin1Key() {
    return admin1.isEmpty() ? "" : country + "." + admin1;
  }

  String admin2Key() {
    return admin1.isEmpty() || admin2.isEmpty() ? "" : country + "." + admin1 + "." + admin2;
  }
}
