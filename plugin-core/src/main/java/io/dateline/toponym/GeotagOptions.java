package io.dateline.toponym;

/**
 * Switches and thresholds of the geotagger.
 *
 * @param associative whether demonyms ("Turkish") count as mentions of their country
 * @param minConfidence places below this are left out, within [0, 1]. Higher gives fewer and surer
 *     places
 */
public record GeotagOptions(boolean associative, double minConfidence) {

  /** Below this, three places in four are wrong. */
  public static final double DEFAULT_MIN_CONFIDENCE = 0.25;

  public GeotagOptions {
    if (!(minConfidence >= 0 && minConfidence <= 1)) {
      throw new IllegalArgumentException(
          "minConfidence must be within [0, 1]; got " + minConfidence);
    }
  }

  /** Demonyms on, {@link #DEFAULT_MIN_CONFIDENCE}. */
  public static GeotagOptions defaults() {
    return new GeotagOptions(true, DEFAULT_MIN_CONFIDENCE);
  }
}
