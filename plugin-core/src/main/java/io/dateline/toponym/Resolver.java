package io.dateline.toponym;

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

  /** What a division loses against a town in it of the same name. */
  private static final double YIELD = 1.5;

  /** What "mayor" behind a name is worth against countries and divisions. */
  private static final double MUNICIPAL = 2.5;

  private final Gazetteer gazetteer;
  private final NameIndex names;

  Resolver(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
    this.names = gazetteer.names();
  }

  /** The names of the document, with readings; sightings get their referent. */
  List<Referent> referents(List<Sighting> sightings) {
    Map<Long, Referent> byName = new HashMap<>();
    List<Referent> all = new ArrayList<>();
    for (Sighting sighting : sightings) {
      long key = (long) sighting.entry << 16 | sighting.types;
      Referent referent = byName.get(key);
      if (referent == null) {
        referent = new Referent(readings(sighting));
        byName.put(key, referent);
        all.add(referent);
      }
      referent.sightings.add(sighting);
      sighting.referent = referent;
    }
    return all;
  }

  private Reading[] readings(Sighting sighting) {
    int count = names.count(sighting.entry);
    List<Reading> readings = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      NameType type = names.type(sighting.entry, i);
      if (sighting.admits(type)) {
        readings.add(new Reading(gazetteer, names.place(sighting.entry, i), type));
      }
    }
    for (Reading reading : readings) {
      reading.prior = Prior.of(reading);
      reading.score = reading.prior;
    }
    yieldToSeats(readings);
    return readings.toArray(new Reading[0]);
  }

  /** A division that is called like a town in it: the town is meant, unless more is said. */
  private static void yieldToSeats(List<Reading> readings) {
    for (Reading division : readings) {
      if (division.sort != Reading.Sort.DIVISION && division.sort != Reading.Sort.SUBDIVISION) {
        continue;
      }
      for (Reading town : readings) {
        if (town.liesIn(division) && !town.isContainer()) {
          division.prior -= YIELD;
          division.score = division.prior;
          break;
        }
      }
    }
  }

  /** Resolves all together. */
  void resolve(List<Referent> referents, List<Sighting> sightings, Map<Integer, Double> homes) {
    Neighbours neighbours = Neighbours.of(sightings);
    Evidence evidence = new Evidence();
    homes.forEach(evidence::addHome);
    for (Referent referent : referents) {
      referent.normalise();
      evidence.add(referent, 1);
    }
    for (int round = 0; round < ROUNDS; round++) {
      for (Referent referent : referents) {
        if (referent.readings.length == 1 && round < ROUNDS - 1) {
          continue;
        }
        evidence.add(referent, -1);
        for (Reading reading : referent.readings) {
          reading.support =
              support(reading, evidence)
                  + neighbours.support(referent, reading)
                  + (referent.municipal && isTown(reading) ? MUNICIPAL : 0);
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
    if (small) {
      support += 1.6 * Math.log1p(evidence.named(reading.country));
      support += 0.7 * Math.log1p(evidence.inside(reading.country));
      if (reading.admin1 != reading.place) {
        support += 2.2 * Math.log1p(evidence.named(reading.admin1));
      }
      support += 0.8 * Math.log1p(evidence.inside(reading.admin1));
      if (reading.admin2 != reading.place) {
        support += 1.5 * Math.log1p(evidence.named(reading.admin2));
      }
      support += 1.2 * Math.log1p(evidence.near(reading.latitude, reading.longitude));
    }
    if (reading.isContainer()) {
      support += 0.8 * Math.log1p(evidence.inside(reading.place));
    }
    support += 1.0 * Math.log1p(evidence.named(reading.place));
    return support;
  }
}
