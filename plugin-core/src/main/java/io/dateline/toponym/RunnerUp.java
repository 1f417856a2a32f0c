package io.dateline.toponym;

import io.dateline.gazetteer.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * A place that a name could also have meant.
 *
 * @param name its name in the gazetteer
 * @param geonamesId null for places that GeoNames does not have
 * @param point where it is
 * @param countryCode ISO 3166-1 alpha-2
 * @param admin1 name of the first-order division
 * @param featureCode GeoNames feature code such as {@code PPLC}
 * @param confidence within [0, 1]
 */
public record RunnerUp(
    String name,
    @Nullable Integer geonamesId,
    GeoPoint point,
    @Nullable String countryCode,
    @Nullable String admin1,
    String featureCode,
    double confidence) {}
