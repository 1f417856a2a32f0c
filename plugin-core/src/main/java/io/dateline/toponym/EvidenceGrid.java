package io.dateline.toponym;

import java.util.Arrays;

/**
 * Weights over the Earth in cells of so many degrees. Only cells that a reading lies in are ever
 * asked for, so only those are kept, and each knows which of its neighbours are.
 */
final class EvidenceGrid {

  private static final long COLUMNS = 360;
  private static final int AROUND = 9;

  private final double degrees;
  private final Slots slots = new Slots();
  private long[] keys = new long[64];
  private int[][] around = new int[0][];
  private double[] sums = new double[0];

  EvidenceGrid(double degrees) {
    this.degrees = degrees;
  }

  /** Makes the cell of a point one that can be asked for. */
  int cell(double latitude, double longitude) {
    long key = key(row(latitude / degrees), column(longitude / degrees));
    int slot = slots.of(key);
    if (slot >= keys.length) {
      keys = Arrays.copyOf(keys, 2 * keys.length);
    }
    keys[slot] = key;
    return slot;
  }

  /** Joins the cells to their neighbours; no more can be made. */
  void close() {
    int size = slots.size();
    around = new int[size][];
    sums = new double[size];
    int[] found = new int[AROUND];
    for (int slot = 0; slot < size; slot++) {
      long row = (keys[slot] - COLUMNS) / COLUMNS;
      long column = (keys[slot] - COLUMNS) % COLUMNS;
      int count = 0;
      for (long near = row - 1; near <= row + 1; near++) {
        for (long side = column - 1; side <= column + 1; side++) {
          int known = slots.known(key(near, Math.floorMod(side, COLUMNS)));
          if (known >= 0) {
            found[count++] = known;
          }
        }
      }
      around[slot] = Arrays.copyOf(found, count);
    }
  }

  /** Into the cell and its neighbours, because there is far more asking than adding. */
  void add(int cell, double amount) {
    for (int near : around[cell]) {
      sums[near] += amount;
    }
  }

  /** What was added in the cell and around it. */
  double get(int cell) {
    return Math.max(0, sums[cell]);
  }

  private static long row(double latitude) {
    return (long) Math.floor(latitude) + 91;
  }

  private static long column(double longitude) {
    return Math.floorMod((long) Math.floor(longitude) + 180, COLUMNS);
  }

  private static long key(long row, long column) {
    return (row + 1) * COLUMNS + column;
  }
}
