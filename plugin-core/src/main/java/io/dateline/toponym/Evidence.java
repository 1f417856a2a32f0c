package io.dateline.toponym;

import io.dateline.table.LongTable;
import java.util.List;
import java.util.Map;

/**
 * What the names of a document say together about where it plays: weights by country, division and
 * cell of one degree. Every referent puts its weight in, split over its readings; a reading is
 * supported by what the others have put near it.
 *
 * <p>All places and cells that can be asked for are known from the start and numbered, so that the
 * rounds of the resolution only add in arrays.
 */
final class Evidence {

  /** What a share is diluted with, in names, so that one name alone does not dominate. */
  private static final double DOUBT = 0.7;

  /** Readings with less say nothing. */
  private static final double LEAST = 0.004;

  /** Degrees of the coarser grid. */
  private static final int BLOCK = 5;

  /** Numbers the places from 1 on; a key is one more than its place, for none may be 0. */
  private final LongTable places = new LongTable(64);

  private final EvidenceGrid cells = new EvidenceGrid(1);
  private final EvidenceGrid blocks = new EvidenceGrid(BLOCK);
  private final LoggedSums named;
  private final LoggedSums inside;
  private double total;

  /**
   * Without evidence but that of the home countries, see {@link HomeCountries}.
   *
   * @param referents all that will be added or asked for
   */
  Evidence(List<Referent> referents, Map<Integer, Double> homes) {
    for (Referent referent : referents) {
      for (Reading reading : referent.readings) {
        reading.placeSlot = slot(reading.place);
        reading.countrySlot = slot(reading.country);
        reading.admin1Slot = slot(reading.admin1);
        reading.admin2Slot = slot(reading.admin2);
        reading.cell = cells.cell(reading.latitude, reading.longitude);
        reading.block = blocks.cell(reading.latitude, reading.longitude);
      }
    }
    homes.keySet().forEach(this::slot);
    cells.close();
    blocks.close();
    named = new LoggedSums(places.size());
    inside = new LoggedSums(places.size());
    homes.forEach(
        (country, weight) -> {
          inside.add(slot(country), weight);
          total += weight;
        });
  }

  private int slot(int place) {
    return place < 0 ? -1 : places.number(place + 1L) - 1;
  }

  void add(Referent referent, double sign) {
    for (Reading reading : referent.readings) {
      double amount = sign * referent.weight * reading.share;
      if (Math.abs(amount) < LEAST) {
        continue;
      }
      named.add(reading.placeSlot, amount);
      addInside(reading.countrySlot, reading.placeSlot, amount);
      if (reading.countrySlot >= 0) {
        total += amount;
      }
      addInside(reading.admin1Slot, reading.placeSlot, amount);
      addInside(reading.admin2Slot, reading.placeSlot, amount);
      if (reading.sort != Reading.Sort.REGION) {
        blocks.add(reading.block, amount);
      }
      if (!isWide(reading)) {
        cells.add(reading.cell, amount);
      }
    }
  }

  private void addInside(int container, int place, double amount) {
    if (container >= 0 && container != place) {
      inside.add(container, amount);
    }
  }

  /** Others name the place of this slot too: ln(1 + their weight). */
  double named(int slot) {
    return named.log(slot);
  }

  /** Others lie in the place of this slot: ln(1 + their weight). */
  double inside(int slot) {
    return inside.log(slot);
  }

  /** Share of a country in all that is known, 0 to 1: high in local papers, low in world news. */
  double dominance(int country) {
    return country < 0
        ? 0
        : (named.get(country) + inside.get(country)) / (Math.max(0, total) + DOUBT);
  }

  /** Share of a division in what is known of its country. */
  double dominance(int division, int country) {
    if (division < 0 || country < 0) {
      return 0;
    }
    double known = named.get(country) + inside.get(country);
    return (named.get(division) + inside.get(division)) / (known + DOUBT);
  }

  /** Others lie within some 100 to 200 km: ln(1 + their weight). */
  double near(Reading reading) {
    return LoggedSums.log1p(cells.get(reading.cell));
  }

  /** Others lie within some 500 to 1000 km: ln(1 + their weight). */
  double inRegion(Reading reading) {
    return LoggedSums.log1p(blocks.get(reading.block));
  }

  private static boolean isWide(Reading reading) {
    return reading.sort == Reading.Sort.COUNTRY
        || reading.sort == Reading.Sort.DIVISION
        || reading.sort == Reading.Sort.REGION;
  }
}
