package io.dateline.table;

import java.util.Arrays;

/**
 * What the nodes of a {@link WordTrie} say: nothing, one thing or several. Safe to read from many
 * threads once it is filled and published.
 *
 * @param <T> the things
 */
public final class NodeValues<T> {

  private final T[] none;
  private T[][] byNode;

  /**
   * An empty one.
   *
   * @param none an array without elements, for the nodes that say nothing
   */
  @SuppressWarnings("unchecked") // the arrays in it are made like the one without elements
  public NodeValues(T[] none) {
    this.none = none;
    byNode = (T[][]) new Object[0][];
  }

  /** What a node says, in the order in which it was added; not to be written. */
  public T[] at(int node) {
    return node < byNode.length ? byNode[node] : none;
  }

  /** Adds to what a node says. */
  public void add(int node, T value) {
    int known = byNode.length;
    if (node >= known) {
      byNode = Arrays.copyOf(byNode, Math.max(node + 1, 2 * known));
      Arrays.fill(byNode, known, byNode.length, none);
    }
    T[] grown = Arrays.copyOf(byNode[node], byNode[node].length + 1);
    grown[grown.length - 1] = value;
    byNode[node] = grown;
  }
}
