package io.dateline.toponym;

import io.dateline.gazetteer.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * The place a story is about: a town or division where the text supports it, else a country.
 *
 * @param name the place's name
 * @param countryCode ISO 3166-1 alpha-2
 * @param admin1 name of the first-order division
 * @param point where it is
 * @param confidence within [0, 1]
 */
public record Focus(
    String name,
    @Nullable String countryCode,
    @Nullable String admin1,
    GeoPoint point,
    double confidence) {}
