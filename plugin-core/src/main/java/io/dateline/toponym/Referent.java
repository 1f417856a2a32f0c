package io.dateline.toponym;

import java.util.ArrayList;
import java.util.List;

/**
 * A name in a document with all its sightings: one name, one referent (Gale, Church and Yarowsky
 * 1992, "One sense per discourse").
 */
final class Referent {

  final List<Sighting> sightings = new ArrayList<>();
  final Reading[] readings;

  /** Stands in the dateline, the headline or the publisher's name only. */
  boolean evidenceOnly;

  /** How much it counts as evidence for others. */
  double weight;

  /** Mean placeness of the sightings, log-odds. */
  double placeness;

  Referent(Reading[] readings) {
    this.readings = readings;
  }

  Reading best() {
    Reading best = readings[0];
    for (Reading reading : readings) {
      if (reading.score > best.score) {
        best = reading;
      }
    }
    return best;
  }

  /** Shares from scores. */
  void normalise() {
    double max = best().score;
    double sum = 0;
    for (Reading reading : readings) {
      reading.share = Math.exp(reading.score - max);
      sum += reading.share;
    }
    for (Reading reading : readings) {
      reading.share /= sum;
    }
  }
}
