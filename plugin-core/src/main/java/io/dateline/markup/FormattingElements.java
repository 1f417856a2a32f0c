package io.dateline.markup;

import java.util.Arrays;

/**
 * The formatting elements that hold on until their end tag, though blocks around them end: the
 * standard's list of active formatting elements. Only the last ones are kept, so that a page that
 * never closes any costs no more than others.
 */
final class FormattingElements {

  /** As many as the library takes that others read pages with. */
  private static final int MOST = 12;

  /** How many equal ones there may be, by the standard. */
  private static final int MOST_EQUAL = 3;

  private static final int MARK = -1;

  private int[] nodes = new int[16];
  private Tag[] tags = new Tag[16];
  private long[] looks = new long[16];
  private int size;

  int size() {
    return size;
  }

  boolean isMark(int index) {
    return nodes[index] == MARK;
  }

  int node(int index) {
    return nodes[index];
  }

  Tag tag(int index) {
    return tags[index];
  }

  /** The same element, opened again. */
  void replace(int index, int node) {
    nodes[index] = node;
  }

  /** Sets a mark: what came before does not reach into the element opened now. */
  void mark() {
    add(MARK, Tag.OTHER, 0);
  }

  void clearToMark() {
    while (size > 0 && nodes[--size] != MARK) {
      // up to and with the mark
    }
  }

  /**
   * Adds an element.
   *
   * @param look equal for elements of one tag and the same attributes
   */
  void add(int node, Tag tag, long look) {
    if (node != MARK) {
      int equal = 0;
      int own = 0;
      int oldest = -1;
      for (int i = size - 1; i >= 0 && nodes[i] != MARK; i--) {
        own++;
        oldest = i;
        if (tags[i] == tag && looks[i] == look && ++equal == MOST_EQUAL) {
          remove(i);
          own = 0;
          break;
        }
      }
      if (own == MOST) {
        remove(oldest);
      }
    }
    if (size == nodes.length) {
      nodes = Arrays.copyOf(nodes, size * 2);
      tags = Arrays.copyOf(tags, size * 2);
      looks = Arrays.copyOf(looks, size * 2);
    }
    nodes[size] = node;
    tags[size] = tag;
    looks[size++] = look;
  }

  /** The last element of a tag behind the last mark; -1 when there is none. */
  int find(Tag tag) {
    for (int i = size - 1; i >= 0 && nodes[i] != MARK; i--) {
      if (tags[i] == tag) {
        return i;
      }
    }
    return -1;
  }

  void remove(int index) {
    int moved = size - index - 1;
    System.arraycopy(nodes, index + 1, nodes, index, moved);
    System.arraycopy(tags, index + 1, tags, index, moved);
    System.arraycopy(looks, index + 1, looks, index, moved);
    size--;
  }
}
