package io.dateline.gazetteer.build;

import io.dateline.gazetteer.GeoPoint;

/**
 * A place as GeoNames lists it.
 *
 * @param alternateNames separated by commas
 * @param feature class and code, such as {@code P.PPLC}
 * @param country ISO 3166-1 alpha-2 or empty
 * @param admin1 GeoNames code of the first-order division or empty
 * @param admin2 GeoNames code of the second-order division or empty
 * @param fame how many other names are listed, here or before they were dropped
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
    int population,
    int fame) {

  PlaceRow(
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
    this(
        geonamesId,
        name,
        asciiName,
        alternateNames,
        latitude,
        longitude,
        feature,
        country,
        admin1,
        admin2,
        population,
        alternateNames.isEmpty()
            ? 0
            : 1 + (int) alternateNames.chars().filter(c -> c == ',').count());
  }

  String admin1Key() {
    return admin1.isEmpty() ? "" : country + "." + admin1;
  }

  String admin2Key() {
    return admin1.isEmpty() || admin2.isEmpty() ? "" : country + "." + admin1 + "." + admin2;
  }

  /** The row without other names, which are the bulk of it. */
  PlaceRow withoutNames() {
    return named(name);
  }

  /** The row under one name and no other. */
  PlaceRow named(String newName) {
    return new PlaceRow(
        geonamesId,
        newName,
        "",
        "",
        latitude,
        longitude,
        feature,
        country,
        admin1,
        admin2,
        population,
        fame);
  }

  /** The row with a point of one's own. */
  PlaceRow at(GeoPoint point) {
    return new PlaceRow(
        geonamesId,
        name,
        asciiName,
        alternateNames,
        point.latitude(),
        point.longitude(),
        feature,
        country,
        admin1,
        admin2,
        population,
        fame);
  }

  /** The row moved and renamed by a user, whose empty columns change nothing. */
  PlaceRow changedBy(PlaceRow user) {
    return new PlaceRow(
        geonamesId,
        user.name,
        "",
        "",
        user.latitude,
        user.longitude,
        user.feature.isEmpty() ? feature : user.feature,
        user.country.isEmpty() ? country : user.country,
        admin1,
        admin2,
        user.population == 0 ? population : user.population,
        fame);
  }

  /** The row as a town, where nothing else is said. */
  PlaceRow orTown() {
    return feature.isEmpty()
        ? new PlaceRow(
            geonamesId,
            name,
            "",
            "",
            latitude,
            longitude,
            "P.PPL",
            country,
            admin1,
            admin2,
            population,
            fame)
        : this;
  }
}
