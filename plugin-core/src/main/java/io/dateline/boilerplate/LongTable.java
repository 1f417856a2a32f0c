package io.dateline.boilerplate;

import java.util.Arrays;

/** A map from non-zero longs to ints without boxing; absent keys read as 0. */
final class LongTable {

  private long[] keys;
  private int[] values;
  private int size;

  LongTable(int expected) {
    int capacity = Integer.highestOneBit(Math.max(8, expected) * 2) * 2;
    keys = new long[capacity];
    values = new int[capacity];
  }

  /** A table in which each of these has the value 1. */
  static LongTable of(long[] keys) {
    LongTable table = new LongTable(keys.length);
    for (long key : keys) {
      table.put(key, 1);
    }
    return table;
  }

  int get(long key) {
    return values[slot(key)];
  }

  void put(long key, int value) {
    int slot = slot(key);
    if (keys[slot] == 0) {
      keys[slot] = key;
      size++;
    }
    values[slot] = value;
    if (size * 2 > keys.length) {
      grow();
    }
  }

  int size() {
    return size;
  }

  /** The number of a key: 1 for the first one that was asked for, and so on. */
  int number(long key) {
    int known = get(key);
    if (known == 0) {
      known = size + 1;
      put(key, known);
    }
    return known;
  }

  /** Adds to the value of a key and returns the sum. */
  int add(long key, int amount) {
    int slot = slot(key);
    if (keys[slot] != 0) {
      return values[slot] += amount;
    }
    put(key, amount);
    return amount;
  }

  /** The keys whose values are at least {@code least}, in no order that means anything. */
  long[] keysWith(int least) {
    long[] found = new long[size];
    int count = 0;
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != 0 && values[i] >= least) {
        found[count++] = keys[i];
      }
    }
    return Arrays.copyOf(found, count);
  }

  /** How many keys have at least the value that is the index; values are not negative. */
  int[] keysByValue() {
    int greatest = 0;
    for (int value : values) {
      greatest = Math.max(greatest, value);
    }
    int[] keysFrom = new int[greatest + 1];
    for (int i = 0; i < keys.length; i++) {
      keysFrom[values[i]] += keys[i] != 0 ? 1 : 0;
    }
    for (int value = greatest - 1; value >= 0; value--) {
      keysFrom[value] += keysFrom[value + 1];
    }
    return keysFrom;
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldValues = values;
    keys = new long[oldKeys.length * 2];
    values = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }
}
