package io.dateline.toponym;

/**
 * Sums with their ln(1 + sum), which is taken when it is asked for and kept while the sum stays:
 * the twenty readings of a name ask for the same country twenty times.
 */
final class LoggedSums {

  /** Less than half of the last digit of 1, so that its logarithm is 0: what rounding leaves. */
  private static final double NOTHING = 1e-16;

  private final double[] cells; // each sum before its logarithm, NaN when it is not known

  LoggedSums(int size) {
    cells = new double[2 * size];
  }

  void add(int slot, double amount) {
    cells[2 * slot] += amount;
    cells[2 * slot + 1] = Double.NaN;
  }

  /**
   * The sum; 0 for a slot of -1, and if more was taken out than put in, as rounding may have it.
   */
  double get(int slot) {
    return slot < 0 ? 0 : Math.max(0, cells[2 * slot]);
  }

  /** ln(1 + sum). */
  double log(int slot) {
    if (slot < 0) {
      return 0;
    }
    double known = cells[2 * slot + 1];
    if (Double.isNaN(known)) {
      known = log1p(cells[2 * slot]);
      cells[2 * slot + 1] = known;
    }
    return known;
  }

  /** The JDK's own log1p is a call of slow code, and its last digits say nothing here. */
  static double log1p(double sum) {
    return sum < NOTHING ? 0 : Math.log(1 + sum);
  }
}
