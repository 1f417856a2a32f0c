package io.dateline.toponym;

import java.util.Arrays;

/**
 * Weights over the Earth in cells of so many degrees.
 *
 * <p>The cells lie in square pages, and only pages that a reading lies in are there. So finding a
 * cell or its neighbour takes no hashing, and a document's grid stays as small as what it names.
 */
final class EvidenceGrid {

  private static final int BITS = 3;
  private static final int SIDE = 1 << BITS; // of a page, in cells
  private static final int CELLS = SIDE * SIDE;

  private final double degrees;
  private final int rows;
  private final int columns;
  private final int pagesAcross;
  private final int[] pageAt; // first cell of the page at this position, 0 for none
  private int[] positions = new int[16]; // of the pages
  private double[] sums = new double[0];
  private int pages = 1; // the first stands for none

  /**
   * An empty grid.
   *
   * @param degrees a divisor of 45, so that whole pages go around the Earth
   */
  EvidenceGrid(int degrees) {
    this.degrees = degrees;
    this.rows = 180 / degrees + 1; // one for the pole itself
    this.columns = 360 / degrees;
    this.pagesAcross = columns / SIDE;
    this.pageAt = new int[(rows / SIDE + 1) * pagesAcross];
  }

  /** Makes the cell of a point one that can be asked for. */
  int cell(double latitude, double longitude) {
    int row = (int) Math.floor((latitude + 90) / degrees);
    int column = around((int) Math.floor((longitude + 180) / degrees));
    int position = position(row, column);
    if (pageAt[position] == 0) {
      pageAt[position] = newPage(position);
    }
    return pageAt[position] + within(row, column);
  }

  private int newPage(int position) {
    if (pages == positions.length) {
      positions = Arrays.copyOf(positions, 2 * pages);
    }
    positions[pages] = position;
    return pages++ * CELLS;
  }

  /** No more cells can be made. */
  void close() {
    sums = new double[pages * CELLS];
  }

  /** Into the cell and its neighbours, because there is far more asking than adding. */
  void add(int cell, double amount) {
    int row = cell >>> BITS & (SIDE - 1);
    int column = cell & (SIDE - 1);
    if (row == 0 || row == SIDE - 1 || column == 0 || column == SIDE - 1) {
      addAcrossPages(cell, amount);
      return;
    }
    for (int middle = cell - SIDE; middle <= cell + SIDE; middle += SIDE) {
      sums[middle - 1] += amount;
      sums[middle] += amount;
      sums[middle + 1] += amount;
    }
  }

  private void addAcrossPages(int cell, double amount) {
    int position = positions[cell / CELLS];
    int row = position / pagesAcross * SIDE + (cell >>> BITS & (SIDE - 1));
    int column = position % pagesAcross * SIDE + (cell & (SIDE - 1));
    int west = around(column - 1);
    int east = around(column + 1);
    for (int near = Math.max(0, row - 1); near <= row + 1 && near < rows; near++) {
      addIfAsked(near, west, amount);
      addIfAsked(near, column, amount);
      addIfAsked(near, east, amount);
    }
  }

  private void addIfAsked(int row, int column, double amount) {
    int page = pageAt[position(row, column)];
    if (page != 0) {
      sums[page + within(row, column)] += amount;
    }
  }

  /** A column next to those of the Earth is one of them; a remainder would cost a division. */
  private int around(int column) {
    return column < 0 ? column + columns : column >= columns ? column - columns : column;
  }

  /** What was added in the cell and around it. */
  double get(int cell) {
    return Math.max(0, sums[cell]);
  }

  private int position(int row, int column) {
    return (row >>> BITS) * pagesAcross + (column >>> BITS);
  }

  private static int within(int row, int column) {
    return (row & (SIDE - 1)) << BITS | (column & (SIDE - 1));
  }
}
