package io.dateline.toponym;

/** The probability that a sighting is a place and the place is the one chosen. */
final class Confidence {

  private Confidence() {}

  static double logistic(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }

  static double of(Sighting sighting, Reading reading) {
    return isPlace(sighting) * sighting.referent.sureness(reading);
  }

  /** The probability that some place is meant. */
  static double isPlace(Sighting sighting) {
    Referent referent = sighting.referent;
    double support = Math.min(referent.best().support, 6);
    return logistic(0.7 * sighting.placeness + 0.3 * referent.placeness + 0.45 * support);
  }
}
