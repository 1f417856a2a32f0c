package io.dateline.toponym;

/**
 * What the names of a document say together about where it plays: weights by country, division and
 * cell of one degree. Every referent puts its weight in, split over its readings; a reading is
 * supported by what the others have put near it.
 */
final class Evidence {

  /** What a share is diluted with, in names, so that one name alone does not dominate. */
  private static final double DOUBT = 0.7;

  /** Readings with less say nothing. */
  private static final double LEAST = 0.004;

  /** Degrees of the coarser grid. */
  private static final double BLOCK = 5;

  private static final long COLUMNS = 360;

  private final EvidenceMap named = new EvidenceMap();
  private final EvidenceMap inside = new EvidenceMap();
  private final EvidenceMap cells = new EvidenceMap();
  private final EvidenceMap blocks = new EvidenceMap();
  private double total;

  /** What is known about the home country, see {@link HomeCountries}. */
  void addHome(int country, double weight) {
    inside.add(country, weight);
    total += weight;
  }

  void add(Referent referent, double sign) {
    for (Reading reading : referent.readings) {
      double amount = sign * referent.weight * reading.share;
      if (Math.abs(amount) < LEAST) {
        continue;
      }
      named.add(reading.place, amount);
      addInside(reading.country, reading.place, amount);
      if (reading.country >= 0) {
        total += amount;
      }
      addInside(reading.admin1, reading.place, amount);
      addInside(reading.admin2, reading.place, amount);
      if (reading.sort != Reading.Sort.REGION) {
        addAround(blocks, reading.latitude / BLOCK, reading.longitude / BLOCK, amount);
      }
      if (!isWide(reading)) {
        addAround(cells, reading.latitude, reading.longitude, amount);
      }
    }
  }

  private void addInside(int container, int place, double amount) {
    if (container >= 0 && container != place) {
      inside.add(container, amount);
    }
  }

  /** Others name this place too. */
  double named(int place) {
    return place < 0 ? 0 : Math.max(0, named.get(place));
  }

  /** Others lie in this place. */
  double inside(int place) {
    return place < 0 ? 0 : Math.max(0, inside.get(place));
  }

  /** Share of a country in all that is known, 0 to 1: high in local papers, low in world news. */
  double dominance(int country) {
    return country < 0 ? 0 : (named(country) + inside(country)) / (Math.max(0, total) + DOUBT);
  }

  /** Share of a division in what is known of its country. */
  double dominance(int division, int country) {
    if (division < 0 || country < 0) {
      return 0;
    }
    return (named(division) + inside(division)) / (named(country) + inside(country) + DOUBT);
  }

  /** Others lie within some 100 to 200 km. */
  double near(double latitude, double longitude) {
    return Math.max(0, cells.get(cell(row(latitude), column(longitude))));
  }

  /** Others lie within some 500 to 1000 km. */
  double inRegion(double latitude, double longitude) {
    return Math.max(0, blocks.get(cell(row(latitude / BLOCK), column(longitude / BLOCK))));
  }

  /** Into the cell and its neighbours, because there is far more asking than adding. */
  private static void addAround(EvidenceMap map, double latitude, double longitude, double amount) {
    long row = row(latitude);
    long column = column(longitude);
    long west = column == 0 ? COLUMNS - 1 : column - 1;
    long east = column == COLUMNS - 1 ? 0 : column + 1;
    for (long near = row - 1; near <= row + 1; near++) {
      map.add(cell(near, west), amount);
      map.add(cell(near, column), amount);
      map.add(cell(near, east), amount);
    }
  }

  private static boolean isWide(Reading reading) {
    return reading.sort == Reading.Sort.COUNTRY
        || reading.sort == Reading.Sort.DIVISION
        || reading.sort == Reading.Sort.REGION;
  }

  private static long row(double latitude) {
    return (long) Math.floor(latitude) + 90;
  }

  private static long column(double longitude) {
    return Math.floorMod((long) Math.floor(longitude) + 180, COLUMNS);
  }

  private static long cell(long row, long column) {
    return row * COLUMNS + column + 400;
  }
}
