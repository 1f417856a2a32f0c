package io.dateline.boilerplate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Numbers about the blocks of a page, a row a block. Every row puts the same names in order. */
final class FeatureTable {

  private final List<String> names = new ArrayList<>();
  private final int rows;
  private float[] values = new float[0];
  private int width;
  private int at;
  private int row = -1;

  FeatureTable(int rows) {
    this.rows = rows;
  }

  void startRow() {
    row++;
    if (row == 1) {
      width = names.size();
      float[] all = new float[rows * width];
      System.arraycopy(values, 0, all, 0, width);
      values = all;
    }
    at = row * width;
  }

  void put(String name, float value) {
    put(name, "", value);
  }

  /** Puts one of several numbers of a sort. The name is put together once, not in every row. */
  void put(String name, int which, float value) {
    put(name, row == 0 ? Integer.toString(which) : "", value);
  }

  void put(String name, int which, boolean value) {
    put(name, which, value ? 1 : 0);
  }

  private void put(String name, String which, float value) {
    if (row == 0) {
      names.add(name + which);
      if (at == values.length) {
        values = Arrays.copyOf(values, at + 64);
      }
    }
    values[at++] = value;
  }

  void put(String name, boolean value) {
    put(name, value ? 1 : 0);
  }

  int rows() {
    return rows;
  }

  int width() {
    return names.size();
  }

  List<String> names() {
    return names;
  }

  /** All rows behind each other. */
  float[] values() {
    return values;
  }
}
