package io.dateline.boilerplate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers about the blocks of a page, a row a block. Every row puts the same names in order.
 *
 * <p>They lie as the trees want them: 64 rows make a tile, in which a feature of all of them stands
 * side by side, as integers in the order of the numbers.
 */
final class FeatureTable {

  /** Rows of a tile: a bit of a long each. */
  static final int TILE = Long.SIZE;

  private final List<String> names = new ArrayList<>();
  private final int rows;
  private int width;
  private int[] values;
  private boolean naming;
  private int at;
  private int row = -1;

  /** A table whose first row tells how many features there are, and what they are called. */
  FeatureTable(int rows) {
    this.rows = rows;
    values = new int[64 * TILE];
    naming = true;
  }

  /** A table of so many features as were put before; their names are not taken down again. */
  FeatureTable(int rows, int width) {
    this.rows = rows;
    this.width = width;
    values = new int[tiles(rows) * width * TILE];
  }

  private static int tiles(int rows) {
    return (rows + TILE - 1) / TILE;
  }

  /** An integer that is as great among integers as a number is among numbers; NaN is greatest. */
  static int ordered(float number) {
    int bits = Float.floatToIntBits(number + 0f); // makes -0 equal to 0
    return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
  }

  void startRow() {
    row++;
    if (row == 1 && naming) {
      naming = false;
      width = names.size();
      values = Arrays.copyOf(values, tiles(rows) * width * TILE);
    }
    at = row / TILE * width * TILE + row % TILE;
  }

  void put(String name, float value) {
    if (naming) {
      name(name);
    }
    values[at] = ordered(value);
    at += TILE;
  }

  void put(String name, boolean value) {
    put(name, value ? 1f : 0f);
  }

  /** Puts one of several numbers of a sort. The name is put together once, not in every row. */
  void put(String name, int which, float value) {
    put(naming ? name + which : name, value);
  }

  void put(String name, int which, boolean value) {
    put(name, which, value ? 1f : 0f);
  }

  private void name(String name) {
    names.add(name);
    if (at >= values.length) {
      values = Arrays.copyOf(values, values.length * 2);
    }
  }

  int rows() {
    return rows;
  }

  int width() {
    return naming ? names.size() : width;
  }

  /** What the features are called; empty when the table was made for a known number of them. */
  List<String> names() {
    return names;
  }

  /** All numbers: one tile behind the other. */
  int[] values() {
    return values;
  }

  /** Where a feature of a tile's first row stands; those of the other rows follow. */
  int column(int tile, int feature) {
    return (tile * width() + feature) * TILE;
  }

  /** The features of one row as they were put. */
  float[] row(int row) {
    float[] numbers = new float[width()];
    for (int feature = 0; feature < numbers.length; feature++) {
      int bits = values[column(row / TILE, feature) + row % TILE];
      numbers[feature] = Float.intBitsToFloat(bits ^ ((bits >> 31) & Integer.MAX_VALUE));
    }
    return numbers;
  }
}
