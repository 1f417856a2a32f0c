package io.dateline.gazetteer.build;

import java.util.HashMap;
import java.util.Map;

/** Numbers by number, for keys that lie close together, in 4 bytes each. */
final class IntMap {

  private static final int PAGE_BITS = 12;
  private static final int PAGE_MASK = (1 << PAGE_BITS) - 1;

  private final Map<Integer, int[]> pages = new HashMap<>();

  /** Keeps a value, which must not be negative. */
  void put(int key, int value) {
    int[] page = pages.computeIfAbsent(key >>> PAGE_BITS, unseen -> new int[1 << PAGE_BITS]);
    page[key & PAGE_MASK] = value + 1;
  }

  /** The value; -1 if there is none. */
  int get(int key) {
    int[] page = pages.get(key >>> PAGE_BITS);
    return page == null ? -1 : page[key & PAGE_MASK] - 1;
  }
}
