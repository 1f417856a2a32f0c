package io.dateline.toponym;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The log-odds that a sighting is a place at all: a weighted sum of {@link Cue}s and {@link
 * PlaceFeature}s. The weights lie in {@code placeness.tsv}.
 */
final class Placeness {

  private static final long PERSON =
      Cue.TITLE_BEFORE.bit()
          | Cue.GIVEN_NAME_BEFORE.bit()
          | Cue.INITIAL_BEFORE.bit()
          | Cue.PERSON_CUE_BEFORE.bit()
          | Cue.CAPITAL_BEFORE.bit()
          | Cue.FULL_NAME.bit()
          | Cue.AGE_AFTER.bit()
          | Cue.SAYING.bit();
  private static final long PLACE =
      Cue.PREPOSITION_BEFORE.bit()
          | Cue.CUE_BEFORE.bit()
          | Cue.CUE_AFTER.bit()
          | Cue.MUNICIPAL_AFTER.bit()
          | Cue.AFTER_IN.bit();
  private static final Set<String> NOUN_CAPITAL_LANGUAGES = Set.of("de", "lb");
  private static final int SHORT_NAME = 4;
  private static final int BIG = 100_000;

  /** Inhabitants of a foreign city that every language has a name for. */
  private static final int WELL_KNOWN = 250_000;

  static final int CUES = Cue.values().length;
  static final int FEATURES = CUES + PlaceFeature.values().length;

  private static final double[] WEIGHTS = load();

  private Placeness() {}

  /** Weighs all sightings: before the resolution from their looks, after it with its support. */
  static void weigh(List<Referent> referents, String language) {
    double[] features = new double[FEATURES];
    for (Referent referent : referents) {
      int persons = 0;
      int places = 0;
      for (Sighting sighting : referent.sightings) {
        persons += (sighting.cues() & PERSON) != 0 ? 1 : 0;
        places += (sighting.cues() & PLACE) != 0 ? 1 : 0;
      }
      double sum = 0;
      Reading best = referent.best();
      for (Sighting sighting : referent.sightings) {
        fill(features, sighting, best, persons, places, language);
        sighting.placeness = dot(features, sighting.cues());
        sum += sighting.placeness;
        referent.municipal |= sighting.has(Cue.MUNICIPAL_AFTER);
      }
      double mean = sum / referent.sightings.size();
      referent.weight = Confidence.logistic(mean) * Math.sqrt(referent.sightings.size());
    }
  }

  private static void fill(
      double[] features,
      Sighting sighting,
      Reading reading,
      int persons,
      int places,
      String language) {
    long cues = sighting.cues();
    Referent referent = sighting.referent;
    Arrays.fill(features, 0, CUES, 1); // of them only those that are there are looked at
    Arrays.fill(features, CUES, FEATURES, 0);
    if (reading.sort == Reading.Sort.COUNTRY) {
      features[Long.numberOfTrailingZeros(Cue.TITLE_BEFORE.bit())] = 0; // "Presiden Indonesia"
    }
    if (reading.nativeName) {
      features[Long.numberOfTrailingZeros(Cue.IS_COMMON_WORD.bit())] = 0; // "Island" is Iceland
    }
    if (reading.sort.compareTo(Reading.Sort.CAPITAL) <= 0) {
      features[Long.numberOfTrailingZeros(Cue.SAYING.bit())] *= 0.3; // "Tehran told Washington"
    }
    if (isBigSeat(reading) && sighting.has(Cue.PREPOSITION_BEFORE)) {
      features[Long.numberOfTrailingZeros(Cue.IS_SURNAME.bit())] *= 0.3; // "desde Mendoza"
    }
    if (!reading.abroad && Inflections.areUsualIn(language)) {
      features[Long.numberOfTrailingZeros(Cue.INFLECTED.bit())] *= 0.3; // names have endings there
    }
    if (!reading.isTown()) {
      features[Long.numberOfTrailingZeros(Cue.GENERIC_NAME.bit())] = 0; // "Black Sea"
    }
    if (reading.sort == Reading.Sort.REGION) {
      features[Long.numberOfTrailingZeros(Cue.MEDIA.bit())] *= 2; // "Wall Street Journal"
    }
    set(features, PlaceFeature.BIAS, 1);
    set(features, sort(reading), 1);
    if (reading.isTown()) {
      set(features, PlaceFeature.PEOPLE, reading.people() - 3);
      set(features, PlaceFeature.FAME, reading.fame());
      set(features, PlaceFeature.ABROAD, reading.abroad ? 1 : 0);
    }
    boolean ownName = reading.isOwnName() || (reading.ownScript && !reading.abroad);
    set(features, PlaceFeature.OTHER_NAME, ownName ? 0 : 1);
    set(features, PlaceFeature.NEAR, reading.near);
    set(features, PlaceFeature.CONTAINER_NAMED, reading.containerNamed);
    set(features, PlaceFeature.DOMINANCE, reading.dominance);
    set(features, PlaceFeature.NEIGHBOUR, reading.neighbour / 7);
    int others = referent.sightings.size() - 1;
    if (others > 0) {
      int person = (cues & PERSON) != 0 ? 1 : 0;
      int place = (cues & PLACE) != 0 ? 1 : 0;
      set(features, PlaceFeature.REPEATED, Math.log(1.0 + others));
      set(features, PlaceFeature.PERSON_ELSEWHERE, (persons - person) / (double) others);
      set(features, PlaceFeature.PLACE_ELSEWHERE, (places - place) / (double) others);
    }
    set(features, PlaceFeature.SHORT, sighting.end - sighting.start <= SHORT_NAME ? 1 : 0);
    boolean unled = (cues & PLACE) == 0 && sighting.firstToken == sighting.lastToken;
    boolean nouns = NOUN_CAPITAL_LANGUAGES.contains(language);
    if (nouns || sighting.caseless) {
      caseSaysNothing(features, sighting, nouns);
    }
    set(
        features,
        PlaceFeature.NOUN_CAPITALS,
        unled && nouns && !sighting.associative ? obscurity(reading) : 0);
    set(
        features,
        PlaceFeature.NO_CASE,
        unled && sighting.caseless ? 0.3 + 0.7 * obscurity(reading) : 0);
    set(features, PlaceFeature.FOREIGN_NAME, reading.foreignName ? 1 : 0);
    set(features, PlaceFeature.OTHER_LETTERS, reading.otherLetters ? 1 : 0);
    boolean unknown = reading.population < WELL_KNOWN;
    boolean brief = sighting.end - sighting.start <= SHORT_NAME + 1;
    boolean stray = reading.isTown() && reading.abroad && !reading.isOwnName();
    set(
        features,
        PlaceFeature.STRAY,
        sighting.caseless && brief && stray && unknown ? obscurity(reading) : 0);
  }

  /**
   * Where all nouns have capitals, or none, a capital beside a name does not make it a person's.
   */
  private static void caseSaysNothing(double[] features, Sighting sighting, boolean nouns) {
    int common = Long.numberOfTrailingZeros(Cue.IS_COMMON_WORD.bit());
    features[common] *= sighting.has(Cue.CUE_BEFORE) ? 1 : 2;
    if (!nouns) {
      features[Long.numberOfTrailingZeros(Cue.SENTENCE_START.bit())] = 0;
      features[Long.numberOfTrailingZeros(Cue.INFLECTED.bit())] = 0; // a particle, mostly
    }
    if (nouns) {
      features[Long.numberOfTrailingZeros(Cue.CAPITAL_BEFORE.bit())] *= 0.3;
      features[Long.numberOfTrailingZeros(Cue.CAPITAL_AFTER.bit())] *= 0.3;
    }
  }

  /** Which is not worse known than the bearers of its name. */
  private static boolean isBigSeat(Reading reading) {
    return reading.sort.compareTo(Reading.Sort.SEAT) <= 0 && reading.population >= BIG;
  }

  /** How easily a noun is taken for this place's name: 0 for those that everybody knows. */
  private static double obscurity(Reading reading) {
    return switch (reading.sort) {
      case COUNTRY, CAPITAL, DIVISION, REGION -> 0;
      case SEAT, TOWN, QUARTER, SUBDIVISION -> {
        double small = 2.35 - reading.people() / 2;
        boolean byOthers =
            reading.abroad && !reading.isOwnName() && reading.population < WELL_KNOWN;
        yield Math.max(byOthers ? 0.6 : 0, Math.min(1, small));
      }
    };
  }

  private static PlaceFeature sort(Reading reading) {
    return switch (reading.sort) {
      case COUNTRY -> PlaceFeature.COUNTRY;
      case REGION -> PlaceFeature.REGION;
      case DIVISION -> PlaceFeature.DIVISION;
      case SUBDIVISION -> PlaceFeature.SUBDIVISION;
      case CAPITAL -> PlaceFeature.CAPITAL;
      case SEAT -> PlaceFeature.SEAT;
      case TOWN -> PlaceFeature.TOWN;
      case QUARTER -> PlaceFeature.QUARTER;
    };
  }

  @SuppressWarnings("EnumOrdinal") // the order never leaves the process
  private static void set(double[] features, PlaceFeature feature, double value) {
    features[CUES + feature.ordinal()] = value;
  }

  /** Looks at the cues that are there only: four or five of some forty. */
  private static double dot(double[] features, long cues) {
    double sum = 0;
    for (long rest = cues; rest != 0; rest &= rest - 1) {
      int i = Long.numberOfTrailingZeros(rest);
      sum += features[i] * WEIGHTS[i];
    }
    for (int i = CUES; i < FEATURES; i++) {
      sum += features[i] * WEIGHTS[i];
    }
    return sum;
  }

  /** The names of all features, in their order. */
  static String[] names() {
    String[] names = new String[FEATURES];
    int i = 0;
    for (Cue cue : Cue.values()) {
      names[i++] = cue.name();
    }
    for (PlaceFeature feature : PlaceFeature.values()) {
      names[i++] = feature.name();
    }
    return names;
  }

  private static double[] load() {
    Map<String, Double> byName = new HashMap<>();
    WordList.readRows("placeness.tsv", row -> byName.put(row[0], Double.valueOf(row[1])));
    String[] names = names();
    double[] weights = new double[FEATURES];
    for (int i = 0; i < FEATURES; i++) {
      Double weight = byName.get(names[i]);
      if (weight == null) {
        throw new IllegalStateException("placeness.tsv lacks " + names[i]);
      }
      weights[i] = weight;
    }
    return weights;
  }
}
