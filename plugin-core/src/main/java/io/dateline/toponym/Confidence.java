package io.dateline.toponym;

/** The probability that a sighting is a place and the place is the one chosen. */
final class Confidence {

  private Confidence() {}

  static double logistic(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }

  static double of(Sighting sighting, Referent referent, Reading reading) {
    double placeness =
        0.7 * sighting.placeness + 0.3 * referent.placeness + 0.45 * Math.min(reading.support, 6);
    return logistic(placeness) * reading.share;
  }
}
