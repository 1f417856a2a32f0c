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
    return logistic(sighting.placeness);
  }
}
