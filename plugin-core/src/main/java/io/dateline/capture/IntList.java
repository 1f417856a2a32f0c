package io.dateline.capture;

import java.util.Arrays;

/** A growing array of ints. */
final class IntList {
  private int[] values = new int[64];
  private int size;

  int add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size] = value;
    return size++;
  }

  int get(int index) {
    return values[index];
  }

  int size() {
    return size;
  }

  int[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
