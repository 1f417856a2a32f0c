package io.dateline.toponym;

/** The probability that a sighting is a place and the place is the one chosen. */
final class Confidence {

  /**
   * What the product of the two probabilities says, and how many were right then: shares by bins on
   * the 229 texts of GeoVirus (Gritta et al. 2018, CC BY), smoothed to rise. "Right" is within 161
   * km, or the right country for a country's name. Raw, 0.99 meant 0.9: errors of the gazetteer and
   * of the markings put a ceiling on it.
   */
  private static final double[][] KNOTS = {
    {0, 0},
    {0.4, 0.25},
    {0.5, 0.4},
    {0.6, 0.54},
    {0.7, 0.66},
    {0.8, 0.77},
    {0.9, 0.81},
    {0.95, 0.86},
    {0.99, 0.89},
    {1, 0.92}
  };

  private Confidence() {}

  static double logistic(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }

  static double of(Sighting sighting, Reading reading) {
    return calibrated(isPlace(sighting) * sighting.referent.sureness(reading));
  }

  /** Monotone and piecewise linear between the knots. */
  static double calibrated(double raw) {
    for (int i = 1; i < KNOTS.length; i++) {
      if (raw <= KNOTS[i][0]) {
        double share = (raw - KNOTS[i - 1][0]) / (KNOTS[i][0] - KNOTS[i - 1][0]);
        return KNOTS[i - 1][1] + share * (KNOTS[i][1] - KNOTS[i - 1][1]);
      }
    }
    return KNOTS[KNOTS.length - 1][1];
  }

  /** The probability that some place is meant. */
  static double isPlace(Sighting sighting) {
    return logistic(sighting.placeness);
  }
}
