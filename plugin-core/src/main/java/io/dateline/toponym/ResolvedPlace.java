package io.dateline.toponym;

import io.dateline.gazetteer.GeoPoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place that the story names, with all its mentions.
 *
 * @param name its name in the gazetteer, or as the text has it where the gazetteer lacks it
 * @param geonamesId null for places that GeoNames does not have
 * @param point where it is
 * @param countryCode ISO 3166-1 alpha-2; null for seas and other places without a country
 * @param admin1 name of the first-order division
 * @param featureCode GeoNames feature code such as {@code PPLC}
 * @param precision how exact the point is
 * @param confidence probability that this is the place meant, within [0, 1]
 * @param role what it is to the story
 * @param kind literal when one of the mentions is (or the place stood only in a stripped dateline)
 * @param mentions in text order; empty when it stood only in a stripped dateline
 * @param runnersUp other readings, best first
 */
public record ResolvedPlace(
    String name,
    @Nullable Integer geonamesId,
    GeoPoint point,
    @Nullable String countryCode,
    @Nullable String admin1,
    String featureCode,
    Precision precision,
    double confidence,
    Role role,
    MentionKind kind,
    List<Mention> mentions,
    List<RunnerUp> runnersUp) {

  public ResolvedPlace {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence must be within [0, 1]; got " + confidence);
    }
    mentions = List.copyOf(mentions);
    runnersUp = List.copyOf(runnersUp);
  }
}
