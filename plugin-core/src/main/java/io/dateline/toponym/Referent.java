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

  /** Names in its reach. */
  final List<Neighbours.Link> links = new ArrayList<>(2);

  /** How much it counts as evidence for others. */
  double weight;

  /** A word behind it said that it is a town. */
  boolean municipal;

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
    if (readings.length == 1) {
      readings[0].share = 1;
      return;
    }
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

  /**
   * How sure the place is: the share of the reading, and of those called like it around the same
   * point. Whoever means the province of Homs is not far wrong with the town, nor with Kuwait City
   * who means Kuwait.
   */
  double sureness(Reading chosen) {
    double sure = 0;
    for (Reading reading : readings) {
      if (reading == chosen || chosen.isAround(reading)) {
        sure += reading.share;
      }
    }
    return Math.min(1, sure);
  }
}
