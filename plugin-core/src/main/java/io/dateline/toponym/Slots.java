package io.dateline.toponym;

/** Numbers keys in the order in which they come; an open hash table without boxes. */
final class Slots {

  private long[] keys = new long[256]; // plus one, so that 0 is a free place
  private int[] slots = new int[256];
  private int size;

  int size() {
    return size;
  }

  /** The number of a key that may not be negative. */
  int of(long key) {
    int at = find(key);
    if (keys[at] == 0) {
      if (size * 2 >= keys.length) {
        grow();
        at = find(key);
      }
      keys[at] = key + 1;
      slots[at] = size++;
    }
    return slots[at];
  }

  private int find(long key) {
    int mask = keys.length - 1;
    int at = (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & mask;
    while (keys[at] != 0 && keys[at] != key + 1) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldSlots = slots;
    keys = new long[oldKeys.length * 2];
    slots = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int at = find(oldKeys[i] - 1);
        keys[at] = oldKeys[i];
        slots[at] = oldSlots[i];
      }
    }
  }
}
