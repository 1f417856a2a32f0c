package io.dateline.markup;

import java.util.Arrays;

/**
 * The stack of open elements, the innermost last. How many of each tag are open is counted, and a
 * search looks at so many elements and no more: a page that nests without an end costs no more than
 * others.
 */
final class OpenElements {

  /** What a search passes over before it gives up. */
  private static final int REACH = 256;

  /** Where a search ends without result, apart from {@link Tag#boundsScope}. */
  enum Scope {
    ELEMENT,
    BUTTON,
    LIST,
    TABLE
  }

  private final MarkupTree tree;
  private final FormattingElements formatting;

  private int[] nodes = new int[64];
  private Tag[] tags = new Tag[64];
  private long[] names = new long[64];
  private boolean[] foreign = new boolean[64];
  private int depth;
  private final int[] counts = new int[Tag.count()];

  OpenElements(MarkupTree tree, FormattingElements formatting) {
    this.tree = tree;
    this.formatting = formatting;
  }

  int depth() {
    return depth;
  }

  int node() {
    return nodes[depth - 1];
  }

  Tag tag() {
    return tags[depth - 1];
  }

  Tag tag(int index) {
    return tags[index];
  }

  int node(int index) {
    return nodes[index];
  }

  /** Whether the innermost element belongs to a drawing or formula. */
  boolean isForeign() {
    return foreign[depth - 1];
  }

  boolean has(Tag tag) {
    return counts[tag.code() & 0xFF] > 0;
  }

  /** Opens an element of the tag at hand in the innermost one. */
  void insert(Tag tag, long name) {
    push(tag, name, tree.addElement(tag, node()), false);
  }

  /** Opens an element that the source does not have. */
  void insertImplied(Tag tag, long name) {
    push(tag, name, tree.addImplied(tag, node()), false);
  }

  /** Adds an element of the tag at hand that holds nothing. */
  void insertVoid(Tag tag) {
    tree.close(tree.addElement(tag, node()));
  }

  void push(Tag tag, long name, int node, boolean inDrawing) {
    if (depth == nodes.length) {
      nodes = Arrays.copyOf(nodes, depth * 2);
      tags = Arrays.copyOf(tags, depth * 2);
      names = Arrays.copyOf(names, depth * 2);
      foreign = Arrays.copyOf(foreign, depth * 2);
    }
    nodes[depth] = node;
    tags[depth] = tag;
    names[depth] = name;
    foreign[depth++] = inDrawing;
    counts[tag.code() & 0xFF]++;
    if (tag.isMarker()) {
      formatting.mark();
    }
  }

  void pop() {
    Tag tag = tags[--depth];
    tree.close(nodes[depth]);
    counts[tag.code() & 0xFF]--;
    if (tag.isMarker()) {
      formatting.clearToMark();
    }
    while (tags[depth - 1] == Tag.CLOSED) {
      tree.close(nodes[--depth]);
      counts[Tag.CLOSED.code() & 0xFF]--;
    }
  }

  /** Closes an element and all in it. */
  void popTo(int index) {
    while (depth > index) {
      pop();
    }
  }

  /** Closes the innermost element of a tag in scope, if there is one, and all in it. */
  void close(Tag tag, Scope scope) {
    int index = find(tag, scope);
    if (index >= 0) {
      popTo(index);
    }
  }

  /** Closes what an end tag without a rule of its own closes. */
  void closeNamed(long name) {
    int index = findNamed(name);
    if (index >= 0) {
      popTo(index);
    }
  }

  /** Ends an element that was closed crosswise; the open ones in it stay open. */
  void endEarly(int index) {
    counts[tags[index].code() & 0xFF]--;
    tags[index] = Tag.CLOSED;
    names[index] = 0;
    counts[Tag.CLOSED.code() & 0xFF]++;
  }

  /** The innermost element of a tag within a scope; -1 when there is none. */
  int find(Tag tag, Scope scope) {
    if (!has(tag)) {
      return -1;
    }
    int last = Math.max(0, depth - REACH);
    for (int i = depth - 1; i >= last; i--) {
      Tag at = tags[i];
      if (at == tag) {
        return i;
      }
      if (ends(scope, at)) {
        return -1;
      }
    }
    return -1;
  }

  /** Where an element stands that is in scope; -1 when it is not. */
  int findNode(int node) {
    int last = Math.max(0, depth - REACH);
    for (int i = depth - 1; i >= last && !tags[i].boundsScope(); i--) {
      if (nodes[i] == node) {
        return i;
      }
    }
    return -1;
  }

  private static boolean ends(Scope scope, Tag at) {
    return switch (scope) {
      case ELEMENT -> at.boundsScope();
      case BUTTON -> at.boundsScope() || at == Tag.BUTTON;
      case LIST -> at.boundsScope() || at == Tag.OL || at == Tag.UL;
      case TABLE -> at == Tag.TABLE || at == Tag.TEMPLATE || at == Tag.HTML;
    };
  }

  /** The innermost heading in scope; -1 when there is none. */
  int findHeading() {
    int last = Math.max(0, depth - REACH);
    for (int i = depth - 1; i >= last && !tags[i].boundsScope(); i--) {
      if (tags[i].rule() == Tag.Rule.HEADING) {
        return i;
      }
    }
    return -1;
  }

  /** The item that a new one of the same kind ends; -1 when there is none. */
  int findItem(Tag tag) {
    boolean term = tag != Tag.LI;
    if (term ? !has(Tag.DD) && !has(Tag.DT) : !has(Tag.LI)) {
      return -1;
    }
    int last = Math.max(0, depth - REACH);
    for (int i = depth - 1; i >= last; i--) {
      Tag at = tags[i];
      if (at == tag || (term && (at == Tag.DD || at == Tag.DT))) {
        return i;
      }
      if (at.isSpecial() && at != Tag.ADDRESS && at != Tag.DIV && at != Tag.P) {
        return -1;
      }
    }
    return -1;
  }

  /** The element that an end tag without a rule of its own closes; -1 when there is none. */
  private int findNamed(long name) {
    int last = Math.max(0, depth - REACH);
    for (int i = depth - 1; i >= last; i--) {
      if (names[i] == name) {
        return i;
      }
      if (tags[i].isSpecial()) {
        return -1;
      }
    }
    return -1;
  }

  /** The part of a drawing that an end tag closes; -1 when the rules of HTML decide. */
  int findForeign(long name) {
    int last = Math.max(0, depth - REACH);
    for (int i = depth - 1; i >= last && (foreign[i] || tags[i] == Tag.HOLDS_HTML); i--) {
      if (names[i] == name) {
        return i;
      }
    }
    return -1;
  }

  /** Whether a special element is open in an open one. */
  boolean holdsBlock(int index) {
    for (int i = index + 1; i < depth; i++) {
      if (tags[i].isSpecial()) {
        return true;
      }
    }
    return false;
  }

  /** Closes what needs no end tag. */
  void closeImplied() {
    while (tag().hasImpliedEnd()) {
      pop();
    }
  }
}
