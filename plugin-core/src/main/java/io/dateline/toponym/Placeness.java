package io.dateline.toponym;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Weighs the cues of a sighting: how likely a place is meant at all, in log-odds. */
final class Placeness {

  private static final double[] WEIGHTS = weights();

  private Placeness() {}

  /** From cues and names alone; the resolution comes later. */
  static void weigh(List<Referent> referents) {
    for (Referent referent : referents) {
      double known = known(referent.best());
      double sum = 0;
      for (Sighting sighting : referent.sightings) {
        sighting.placeness = known + cues(sighting);
        sum += sighting.placeness;
        referent.municipal |= sighting.has(Cue.MUNICIPAL_AFTER);
      }
      referent.placeness = sum / referent.sightings.size();
      referent.weight =
          Confidence.logistic(referent.placeness) * (1 + 0.5 * Math.log(referent.sightings.size()));
    }
  }

  private static double cues(Sighting sighting) {
    double sum = 0;
    long cues = sighting.cues();
    while (cues != 0) {
      sum += WEIGHTS[Long.numberOfTrailingZeros(cues)];
      cues &= cues - 1;
    }
    return sum;
  }

  /** A name of a country is rarely anything else, one of a hamlet often. */
  static double known(Reading reading) {
    return switch (reading.sort) {
      case COUNTRY -> 3.5;
      case DIVISION -> 2.5;
      case CAPITAL -> 2.5;
      case REGION -> 1.5;
      case SUBDIVISION -> 0.5;
      case SEAT, TOWN, QUARTER -> -2.2 + 0.55 * Math.log10(reading.population + 10.0);
    };
  }

  @SuppressWarnings("EnumOrdinal") // as in Cue.bit
  private static double[] weights() {
    Map<Cue, Double> map = new EnumMap<>(Cue.class);
    map.put(Cue.SENTENCE_START, -0.5);
    map.put(Cue.CAPITALS_RUN, -0.5);
    map.put(Cue.ACRONYM, -1.0);
    map.put(Cue.PREPOSITION_BEFORE, 1.8);
    map.put(Cue.CUE_BEFORE, 1.5);
    map.put(Cue.CUE_AFTER, 1.2);
    map.put(Cue.TITLE_BEFORE, -3.0);
    map.put(Cue.GIVEN_NAME_BEFORE, -4.0);
    map.put(Cue.INITIAL_BEFORE, -3.5);
    map.put(Cue.CAPITAL_BEFORE, -2.2);
    map.put(Cue.CAPITAL_AFTER, -1.6);
    map.put(Cue.ORGANISATION_AFTER, 0.6);
    map.put(Cue.ORGANISATION_BEFORE, -1.0);
    map.put(Cue.CAPITAL_OF_BEFORE, -0.5);
    map.put(Cue.INSTITUTION_AFTER, -0.8);
    map.put(Cue.UNIVERSITY, -2.5);
    map.put(Cue.MEDIA, -1.5);
    map.put(Cue.STREET_AFTER, -3.0);
    map.put(Cue.COMPANY_AFTER, -2.5);
    map.put(Cue.SPORT_AFTER, -0.8);
    map.put(Cue.SAYING, -1.5);
    map.put(Cue.PERSON_CUE_BEFORE, -2.5);
    map.put(Cue.SURNAME_ELSEWHERE, -3.5);
    map.put(Cue.POSSESSIVE, 0.0);
    map.put(Cue.HYPHEN_BEFORE, -0.8);
    map.put(Cue.HYPHEN_AFTER, -0.5);
    map.put(Cue.LOWER_ELSEWHERE, -2.5);
    map.put(Cue.IS_GIVEN_NAME, -1.5);
    map.put(Cue.IS_SURNAME, -1.5);
    map.put(Cue.IS_COMMON_WORD, -3.0);
    map.put(Cue.IS_FAMOUS_WORD, -1.0);
    map.put(Cue.MEDIA_BEFORE, -1.0);
    map.put(Cue.DIRECTION_BEFORE, 0.3);
    map.put(Cue.NUMBER_BEFORE, -0.5);
    map.put(Cue.NUMBER_AFTER, -0.5);
    map.put(Cue.DATELINE, 3.0);
    map.put(Cue.LISTED, 0.5);
    map.put(Cue.AFTER_COMMA, 0.3);
    map.put(Cue.AFTER_IN, 0.0);
    map.put(Cue.GENERIC_NAME, -2.5);
    map.put(Cue.LONG_NAME, 1.5);
    map.put(Cue.INFLECTED, -0.8);
    map.put(Cue.LANGUAGE_CUE_AFTER, -2.0);
    map.put(Cue.DEMONYM, 0.0);
    double[] weights = new double[Cue.values().length];
    map.forEach((cue, weight) -> weights[cue.ordinal()] = weight);
    return weights;
  }
}
