package io.dateline.toponym;

/** Sums by key; an open hash table without boxes. Keys are not negative. */
final class EvidenceMap {

  private long[] keys = new long[256]; // plus one, so that 0 is a free slot
  private double[] sums = new double[256];
  private int size;

  double get(long key) {
    return sums[slot(key)];
  }

  void add(long key, double amount) {
    int slot = slot(key);
    if (keys[slot] == 0) {
      if (size * 2 >= keys.length) {
        grow();
        slot = slot(key);
      }
      keys[slot] = key + 1;
      size++;
    }
    sums[slot] += amount;
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & mask;
    while (keys[slot] != 0 && keys[slot] != key + 1) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    double[] oldSums = sums;
    keys = new long[oldKeys.length * 2];
    sums = new double[oldKeys.length * 2];
    size = 0;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        add(oldKeys[i] - 1, oldSums[i]);
      }
    }
  }
}
