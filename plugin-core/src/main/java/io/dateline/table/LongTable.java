package io.dateline.table;

import java.util.Arrays;

/**
 * A map from non-zero longs to ints without boxing; absent keys read as 0. Safe to read from many
 * threads once it is filled and published.
 */
public final class LongTable {

  private long[] keys;
  private int[] values;
  private int size;

  /** One with room for so many keys; it grows when there are more. */
  public LongTable(int expected) {
    int capacity = Integer.highestOneBit(Math.max(8, expected) * 2) * 2;
    keys = new long[capacity];
    values = new int[capacity];
  }

  /** One that {@link #write} has packed. */
  public LongTable(PackReader in) {
    int capacity = in.number();
    keys = new long[capacity];
    values = new int[capacity];
    long[] packedKeys = in.longs();
    int[] packedValues = in.ints();
    for (int i = 0; i < packedKeys.length; i++) {
      put(packedKeys[i], packedValues[i]);
    }
  }

  /**
   * Packs it without the free places, from the first of them on, so that each key finds its old
   * place when the keys are put in that order again.
   */
  public void write(PackWriter out) {
    long[] packedKeys = new long[size];
    int[] packedValues = new int[size];
    int count = 0;
    int free = slot(0);
    for (int i = 0; i < keys.length; i++) {
      int slot = (free + i) & (keys.length - 1);
      if (keys[slot] != 0) {
        packedKeys[count] = keys[slot];
        packedValues[count++] = values[slot];
      }
    }
    out.number(keys.length);
    out.longs(packedKeys);
    out.ints(packedValues);
  }

  /** A table in which each of these has the value 1. */
  public static LongTable of(long[] keys) {
    LongTable table = new LongTable(keys.length);
    for (long key : keys) {
      table.put(key, 1);
    }
    return table;
  }

  /** The value of a key. */
  public int get(long key) {
    return values[slot(key)];
  }

  /** Sets the value of a key. */
  public void put(long key, int value) {
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

  /** How many keys there are. */
  public int size() {
    return size;
  }

  /** The number of a key: 1 for the first one that was asked for, and so on. */
  public int number(long key) {
    int known = get(key);
    if (known == 0) {
      known = size + 1;
      put(key, known);
    }
    return known;
  }

  /** Adds to the value of a key and returns the sum. */
  public int add(long key, int amount) {
    int slot = slot(key);
    if (keys[slot] != 0) {
      return values[slot] += amount;
    }
    put(key, amount);
    return amount;
  }

  /** The keys whose values are at least {@code least}, in no order that means anything. */
  public long[] keysWith(int least) {
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
  public int[] keysByValue() {
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
