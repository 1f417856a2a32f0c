package io.dateline.markup;

import java.util.Arrays;

/**
 * Names of elements or attributes by a hash that is made while the bytes of a name are read, in any
 * case, so that no string is. Two names of 64 bits in common would have to be made on purpose, and
 * would gain nothing.
 */
final class NameTable<V> {

  static final long START = 7;

  private static final int SLOTS = 512;

  private final long[] names = new long[SLOTS];
  private final Object[] values = new Object[SLOTS];

  /**
   * @param absent the value of every other name
   */
  NameTable(V absent) {
    Arrays.fill(values, absent);
  }

  void with(V value, String name) {
    int slot = slot(hash(name));
    names[slot] = hash(name);
    values[slot] = value;
  }

  @SuppressWarnings("unchecked") // only values of this type are put in
  V get(long name) {
    return (V) values[slot(name)];
  }

  private int slot(long name) {
    int slot = (int) ((name * 0x9E3779B97F4A7C15L) >>> 55);
    while (names[slot] != 0 && names[slot] != name) {
      slot = (slot + 1) & (SLOTS - 1);
    }
    return slot;
  }

  static long hash(String name) {
    long hash = START;
    for (int i = 0; i < name.length(); i++) {
      hash = append(hash, (byte) name.charAt(i));
    }
    return hash;
  }

  static long append(long hash, byte c) {
    return hash * 0x100000001B3L + (c >= 'A' && c <= 'Z' ? c + 32 : c);
  }
}
