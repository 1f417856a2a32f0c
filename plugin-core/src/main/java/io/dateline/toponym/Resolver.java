package io.dateline.toponym;

import io.dateline.Meter;
import io.dateline.gazetteer.Candidate;
import io.dateline.gazetteer.Gazetteer;
import io.dateline.gazetteer.NameIndex;
import io.dateline.gazetteer.NameType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Says which place each name of a document means, for all of them together.
 *
 * <p>Each reading starts with a prior (what sort of place, how the name belongs to it, population).
 * Then, a few rounds long, every referent is taken out of the common {@link Evidence}, its readings
 * are scored anew by what the others say, and it goes back in. A container behind a comma ("Paris,
 * Texas") outweighs all of that.
 */
final class Resolver {

  private static final int ROUNDS = 3;

  private static final double NAMED_LIKE_DIVISION = 1.7;

  /** What a division loses against a town in it of the same name. */
  private static final double YIELD = 1.5;

  private static final double DOMINANCE = 2.5;
  private static final double DIVISION_DOMINANCE = 1.5;

  /** What "mayor" behind a name is worth against countries and divisions. */
  private static final double MUNICIPAL = 2.5;

  private final Gazetteer gazetteer;
  private final NameIndex names;

  Resolver(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
    this.names = gazetteer.names();
  }

  /** The names of the document, with readings; sightings get their referent. */
  List<Referent> referents(List<Sighting> sightings, String language, Meter meter) {
    Map<Long, Referent> byName = new HashMap<>();
    List<Referent> all = new ArrayList<>();
    for (Sighting sighting : sightings) {
      long key =
          sighting.entry < 0
              ? -1L - sighting.loose().get(0).place()
              : (long) sighting.entry << 16 | sighting.types;
      Referent referent = byName.get(key);
      if (referent == null) {
        referent = new Referent(readings(sighting, language));
        meter.work(referent.readings.length);
        byName.put(key, referent);
        all.add(referent);
      }
      referent.sightings.add(sighting);
      sighting.referent = referent;
    }
    return all;
  }

  private Reading[] readings(Sighting sighting, String language) {
    List<Reading> readings = new ArrayList<>();
    for (Candidate candidate : sighting.loose()) {
      readings.add(new Reading(gazetteer, candidate.place(), candidate.type(), false));
    }
    int count = sighting.entry < 0 ? 0 : names.count(sighting.entry);
    for (int i = 0; i < count; i++) {
      NameType type = names.type(sighting.entry, i);
      if (sighting.admits(type)) {
        Reading reading =
            new Reading(gazetteer, names.place(sighting.entry, i), type, sighting.otherScript);
        reading.foreignName = isForeign(sighting, i, reading, language);
        reading.nativeName = isNative(sighting, i, reading, language);
        reading.otherLetters = sighting.accented && hasOtherLetters(sighting, reading);
        readings.add(reading);
      }
    }
    for (Reading reading : readings) {
      reading.prior = Prior.of(reading, language.equals("en"));
      reading.score = reading.prior;
    }
    yieldToSeats(readings);
    return readings.toArray(new Reading[0]);
  }

  /** "Island" is Iceland in German; a common word is no country's name unless that is noted. */
  private boolean isNative(Sighting sighting, int i, Reading reading, String language) {
    return reading.sort == Reading.Sort.COUNTRY
        && names.isNative(sighting.entry, i, language)
        && !(sighting.commonHere && names.languages(sighting.entry, i).isEmpty());
  }

  /** "Suis" is Switzerland in Breton. Scripts without case belong to few languages. */
  private boolean isForeign(Sighting sighting, int i, Reading reading, String language) {
    return reading.sort == Reading.Sort.COUNTRY
        && reading.type == NameType.ALTERNATE
        && !sighting.caseless
        && !names.isIn(sighting.entry, i, language)
        && !names.isIn(sighting.entry, i, "en");
  }

  /** "Nähe" is not Nahe. Other names than the place's own are known only without accents. */
  private boolean hasOtherLetters(Sighting sighting, Reading reading) {
    if ("VN".equals(gazetteer.countryCode(reading.place))) {
      return false; // GeoNames leaves most of its marks out
    }
    if (reading.isTown()
        && !sighting.strictLetters.isEmpty()
        && !StrictLetters.allIn(sighting.strictLetters, gazetteer.name(reading.place))) {
      return true;
    }
    return reading.type == NameType.PRIMARY
        && reading.sort.compareTo(Reading.Sort.SUBDIVISION) >= 0
        && reading.sort != Reading.Sort.CAPITAL
        && gazetteer.name(reading.place).chars().allMatch(letter -> letter < 128);
  }

  /** A division that is called like a town in it: the town is meant, unless more is said. */
  private static void yieldToSeats(List<Reading> readings) {
    for (Reading division : readings) {
      if (division.sort != Reading.Sort.DIVISION && division.sort != Reading.Sort.SUBDIVISION) {
        continue;
      }
      for (Reading town : readings) {
        if (!town.isContainer() && (town.liesIn(division) || town.isAround(division))) {
          division.prior -= YIELD;
          division.score = division.prior;
          if (town.type == NameType.ALTERNATE && division.type == NameType.PRIMARY) {
            town.prior += NAMED_LIKE_DIVISION; // Genève is Geneva: its canton's name is English
            town.score = town.prior;
          }
          break;
        }
      }
    }
  }

  /** Resolves all together. */
  void resolve(
      List<Referent> referents, List<Sighting> sightings, Map<Integer, Double> homes, Meter meter) {
    Neighbours.link(sightings);
    Evidence evidence = new Evidence(referents, homes);
    for (Referent referent : referents) {
      referent.normalise();
      for (Reading reading : referent.readings) {
        reading.shareBefore = reading.share;
      }
      evidence.add(referent, 1);
    }
    for (int round = 0; round < ROUNDS; round++) {
      for (Referent referent : referents) {
        if (referent.readings.length == 1 && round < ROUNDS - 1) {
          continue; // says the same whatever the others say
        }
        evidence.add(referent, -1);
        for (Reading reading : referent.readings) {
          meter.work(10 + referent.links.size());
          reading.neighbour = Neighbours.support(referent, reading);
          reading.support = support(reading, evidence) + reading.neighbour;
          if (referent.municipal && isTown(reading)) {
            reading.support += MUNICIPAL;
          }
          reading.score = reading.prior + reading.support;
        }
        referent.normalise();
        evidence.add(referent, 1);
      }
    }
  }

  private static boolean isTown(Reading reading) {
    return switch (reading.sort) {
      case CAPITAL, SEAT, TOWN, QUARTER, SUBDIVISION -> true;
      case COUNTRY, REGION, DIVISION -> false;
    };
  }

  private static double support(Reading reading, Evidence evidence) {
    double support = 0;
    boolean small = reading.sort != Reading.Sort.COUNTRY && reading.sort != Reading.Sort.REGION;
    int place = reading.placeSlot;
    int division = reading.admin1Slot;
    if (small) {
      double country = evidence.named(reading.countrySlot);
      double admin1 = division == place ? 0 : evidence.named(division);
      double admin2 = reading.admin2Slot == place ? 0 : evidence.named(reading.admin2Slot);
      reading.containerNamed = country + admin1 + admin2;
      reading.dominance = evidence.dominance(reading.countrySlot);
      reading.near = evidence.near(reading);
      support += DOMINANCE * reading.dominance;
      support += DIVISION_DOMINANCE * evidence.dominance(division, reading.countrySlot);
      support += 1.6 * country + 2.2 * admin1 + 1.5 * admin2;
      support += 0.7 * evidence.inside(reading.countrySlot);
      support += 0.8 * evidence.inside(division);
      support += 1.2 * reading.near;
    }
    if (reading.sort != Reading.Sort.REGION) {
      support += 0.8 * evidence.inRegion(reading);
    }
    if (reading.isContainer()) {
      support += 0.8 * evidence.inside(place);
    }
    support += 1.0 * evidence.named(place);
    return support;
  }
}
