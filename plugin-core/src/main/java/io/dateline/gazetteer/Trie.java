package io.dateline.gazetteer;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A trie in 16-bit units, its single-child paths written out as plain text, children after their
 * parent.
 *
 * <p>A state is the index of a unit. A unit outside the private use area is the only way on, to the
 * next unit; units within it head a final or branching node, whose forms {@code TrieWriter} in the
 * build package lists. A trie rather than a minimal automaton: the entry lies in the node, so a
 * state is one number, and it can be written from a sorted stream of any length. The price: the 1.1
 * million built-in names take 23 MB, as their endings are not shared.
 *
 * <p>Public for the compiler only.
 */
public final class Trie {

  public static final int LEAF = 0xE000;
  public static final int FINAL = 0xE001;
  public static final int SORTED_SHORT = 0xE100;
  public static final int SORTED_LONG = 0xE500;
  public static final int DENSE_SHORT = 0xE900;
  public static final int DENSE_LONG = 0xED00;
  public static final int HUGE = 0xF100;
  public static final int LAST_HEAD = 0xF8FF;

  /** The most labels of a node that is not huge. */
  public static final int MAX_COUNT = 0x3FF;

  private final CharBuffer units;
  private final int[] first = new int[1 << 16];

  Trie(ByteBuffer units) {
    this.units = units.asCharBuffer();
    Arrays.fill(first, -1);
    if (units.limit() > 0) {
      // nine walks in ten end at the root: one array read instead of a search over all scripts
      forEachChild(0, (label, child) -> first[label] = child);
    }
  }

  /** The state after one more letter; -1 if none. The state before any letter is 0. */
  int next(int state, char label) {
    return state == 0 ? first[label] : step(state, label);
  }

  /** The entry of the key that ends here; -1 if none. */
  int entry(int state) {
    int head = unit(state);
    return head == LEAF || head == FINAL ? unit(state + 1) << 16 | unit(state + 2) : -1;
  }

  /** Shows all keys in ascending order. */
  <E extends Exception> void forEach(NameIndex.Visitor<E> visitor) throws E {
    if (units.limit() > 0) {
      walk(0, new StringBuilder(), visitor);
    }
  }

  /** Recurs once a letter; no name is longer than a line. */
  private <E extends Exception> void walk(
      int from, StringBuilder path, NameIndex.Visitor<E> visitor) throws E {
    int entry = entry(from);
    if (entry >= 0) {
      visitor.visit(path.toString(), entry);
    }
    List<Character> labels = new ArrayList<>();
    forEachChild(from, (label, child) -> labels.add(label));
    for (char label : labels) {
      path.append(label);
      walk(step(from, label), path, visitor);
      path.setLength(path.length() - 1);
    }
  }

  /** Takes a way on. */
  private interface Child {
    void accept(char label, int state);
  }

  private void forEachChild(int from, Child child) {
    int state = from;
    int head = unit(state);
    if (head == LEAF) {
      return;
    }
    if (head == FINAL) {
      state += 3;
      head = unit(state);
    }
    if (head < LEAF || head > LAST_HEAD) {
      child.accept((char) head, state + 1);
    } else if (head >= DENSE_SHORT && head < HUGE) {
      int span = head - (head < DENSE_LONG ? DENSE_SHORT : DENSE_LONG);
      for (int i = 0; i < span; i++) {
        char label = (char) (unit(state + 1) + i);
        int next = step(state, label);
        if (next >= 0) {
          child.accept(label, next);
        }
      }
    } else {
      boolean isHuge = head == HUGE;
      int labels = isHuge ? state + 3 : state + 1;
      int count =
          isHuge
              ? unit(state + 1) << 16 | unit(state + 2)
              : head - (head < SORTED_LONG ? SORTED_SHORT : SORTED_LONG);
      int width = head < SORTED_LONG ? 1 : 2;
      for (int i = 0; i < count; i++) {
        int target = labels + count + width * i;
        int delta = width == 1 ? unit(target) : unit(target) << 16 | unit(target + 1);
        child.accept((char) unit(labels + i), state + delta);
      }
    }
  }

  private int unit(int state) {
    return units.get(state);
  }

  private int step(int from, char label) {
    int state = from;
    int head = unit(state);
    if (head == LEAF) {
      return -1;
    }
    if (head == FINAL) {
      state += 3;
      head = unit(state);
    }
    if (head < LEAF || head > LAST_HEAD) {
      return head == label ? state + 1 : -1;
    }
    if (head < SORTED_LONG) {
      int count = head - SORTED_SHORT;
      int at = search(state + 1, count, label);
      return at < 0 ? -1 : state + unit(state + 1 + count + at);
    }
    if (head < DENSE_SHORT) {
      return sortedLong(state, state + 1, head - SORTED_LONG, label);
    }
    if (head == HUGE) {
      return sortedLong(state, state + 3, unit(state + 1) << 16 | unit(state + 2), label);
    }
    int at = label - unit(state + 1);
    if (head < DENSE_LONG) {
      if (at < 0 || at >= head - DENSE_SHORT) {
        return -1;
      }
      int delta = unit(state + 2 + at);
      return delta == 0 ? -1 : state + delta;
    }
    if (at < 0 || at >= head - DENSE_LONG) {
      return -1;
    }
    int delta = unit(state + 2 + 2 * at) << 16 | unit(state + 3 + 2 * at);
    return delta == 0 ? -1 : state + delta;
  }

  private int sortedLong(int node, int labels, int count, char label) {
    int at = search(labels, count, label);
    if (at < 0) {
      return -1;
    }
    int target = labels + count + 2 * at;
    return node + (unit(target) << 16 | unit(target + 1));
  }

  private int search(int labels, int count, char label) {
    int low = 0;
    int high = count - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int found = unit(labels + middle);
      if (found == label) {
        return middle;
      }
      if (found < label) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }
}
