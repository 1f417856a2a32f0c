package io.dateline.markup;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A page as a tree of elements and texts, numbered in document order: 0 is the {@code html}
 * element, 1 its head, and all that an element holds stands between its number and {@link #behind}.
 * Read-only once parsed; threads may share it.
 */
public final class MarkupTree {

  /** The {@code html} element. */
  public static final int ROOT = 0;

  /** The {@code head} element. */
  public static final int HEAD = 1;

  private final byte[] source;

  private int size;
  private byte[] tags = new byte[1024];
  private int[] parents = new int[1024];
  private int[] behind = new int[1024];

  /** Of a text its place in the source, of an element the places of its attributes. */
  private int[] from = new int[1024];

  private int[] to = new int[1024];

  private int attributes;

  /** The attributes of the tag at hand begin here. */
  private int tagFrom;

  private byte[] attributeNames = new byte[1024];
  private int[] valueFrom = new int[1024];
  private int[] valueTo = new int[1024];

  private int body;

  MarkupTree(byte[] source) {
    this.source = source;
  }

  /** Parses a page, however broken it is. */
  public static MarkupTree parse(byte[] utf8) {
    return parse(utf8, 0, utf8.length);
  }

  /** Parses a part of an array, which must not be changed afterwards. */
  public static MarkupTree parse(byte[] utf8, int from, int to) {
    return MarkupParser.parse(utf8, from, to);
  }

  /** The number of nodes. */
  public int size() {
    return size;
  }

  /** The {@code body} element, or the {@code frameset} in its place. */
  public int body() {
    return body;
  }

  /** What a node is. */
  public Tag tag(int node) {
    return Tag.of(tags[node]);
  }

  /** The element around a node; -1 for the root. */
  public int parent(int node) {
    return parents[node];
  }

  /** The number of the first node behind a node and all that it holds. */
  public int behind(int node) {
    return behind[node];
  }

  /** The sibling before a node; -1 for the first one. */
  public int before(int node) {
    int parent = parents[node];
    int sibling = node - 1;
    while (sibling > parent && parents[sibling] != parent) {
      sibling = parents[sibling];
    }
    return sibling > parent ? sibling : -1;
  }

  /**
   * The name of an element, its ASCII letters in lower case. A NUL is U+FFFD, as the standard has
   * it: without it, a name that no parser takes for {@code script} would become one.
   */
  public String name(int node) {
    Tag tag = tag(node);
    if (tag != Tag.OTHER) {
      return tag.htmlName();
    }
    int at = valueFrom[from[node]];
    byte[] name = Arrays.copyOfRange(source, at, valueTo[from[node]]);
    for (int i = 0; i < name.length; i++) {
      if (name[i] >= 'A' && name[i] <= 'Z') {
        name[i] = (byte) (name[i] | 0x20);
      }
    }
    return new String(name, StandardCharsets.UTF_8).replace('\0', '\uFFFD');
  }

  /** The element that a node of {@link Tag#FORMAT_END} ends. */
  public int ended(int node) {
    return from[node];
  }

  /** Whether an element has an attribute, if only an empty one. */
  public boolean has(int node, Attribute attribute) {
    return find(node, attribute) >= 0;
  }

  /** The value of an element's attribute; empty when it has none. */
  public String attribute(int node, Attribute attribute) {
    int at = find(node, attribute);
    return at < 0 ? "" : value(at);
  }

  private int find(int node, Attribute attribute) {
    byte code = attribute.code();
    for (int i = from[node]; i < to[node]; i++) {
      if (attributeNames[i] == code) {
        return i;
      }
    }
    return -1;
  }

  /** The number of an element's first attribute. */
  public int firstAttribute(int node) {
    return from[node];
  }

  /** The number behind an element's last attribute. */
  public int behindAttributes(int node) {
    return to[node];
  }

  /** The name of an attribute by its number. */
  public Attribute attributeName(int attribute) {
    return Attribute.of(attributeNames[attribute]);
  }

  /** The value of an attribute by its number. */
  public String value(int attribute) {
    int start = valueFrom[attribute];
    int end = valueTo[attribute];
    return start == end ? "" : new SourceText(source).escaped(start, end, true).toString();
  }

  /** Equal for equal values as they are written, apart from white space around; 0 for none. */
  public long valueHash(int attribute) {
    int start = valueFrom[attribute];
    int end = valueTo[attribute];
    while (start < end && source[start] >= 0 && source[start] <= ' ') {
      start++;
    }
    while (start < end && source[end - 1] >= 0 && source[end - 1] <= ' ') {
      end--;
    }
    long hash = 0;
    for (int i = start; i < end; i++) {
      hash = hash * 0x100000001B3L + source[i] + 1;
    }
    return hash;
  }

  /** A reader of this tree's texts; for one thread. */
  public TreeText texts() {
    return new TreeText(this, new SourceText(source));
  }

  /** All text in an element as a person would read it, in one line. */
  public String text(int node) {
    return texts().line(node, behind[node]);
  }

  /** The same of the first nodes in it only, so many at most. */
  public String textStart(int node, int nodes) {
    return texts().line(node, Math.min(behind[node], node + nodes));
  }

  /** The same of the last nodes in it only, so many at most. */
  public String textEnd(int node, int nodes) {
    return texts().line(Math.max(node, behind[node] - nodes), behind[node]);
  }

  /** All text in an element as it stands in the source. */
  public String wholeText(int node) {
    return texts().whole(node);
  }

  int valueFrom(int attribute) {
    return valueFrom[attribute];
  }

  int valueTo(int attribute) {
    return valueTo[attribute];
  }

  int from(int node) {
    return from[node];
  }

  int to(int node) {
    return to[node];
  }

  /** Begins a tag, whose attributes come next. */
  void beginTag() {
    tagFrom = attributes;
  }

  /** Adds the element of the tag at hand, open until it is closed. */
  int addElement(Tag tag, int parent) {
    int node = add(tag, parent, tagFrom, attributes);
    tagFrom = attributes;
    return node;
  }

  /** Adds an element that the source does not have. */
  int addImplied(Tag tag, int parent) {
    return add(tag, parent, attributes, attributes);
  }

  /** Adds an element once more. */
  int addCopy(int node, int parent) {
    return add(tag(node), parent, from[node], to[node]);
  }

  private int add(Tag tag, int parent, int start, int end) {
    if (size == tags.length) {
      grow(size * 2);
    }
    tags[size] = tag.code();
    parents[size] = parent;
    behind[size] = 0;
    from[size] = start;
    to[size] = end;
    return size++;
  }

  int addLeaf(Tag tag, int parent, int start, int end) {
    int leaf = add(tag, parent, start, end);
    behind[leaf] = size;
    return leaf;
  }

  private void grow(int capacity) {
    tags = Arrays.copyOf(tags, capacity);
    parents = Arrays.copyOf(parents, capacity);
    behind = Arrays.copyOf(behind, capacity);
    from = Arrays.copyOf(from, capacity);
    to = Arrays.copyOf(to, capacity);
  }

  void close(int node) {
    behind[node] = size;
  }

  boolean isOpen(int node) {
    return behind[node] == 0;
  }

  void body(int node) {
    body = node;
  }

  void addAttribute(Attribute name, int start, int end) {
    if (attributes == attributeNames.length) {
      attributeNames = Arrays.copyOf(attributeNames, attributes * 2);
      valueFrom = Arrays.copyOf(valueFrom, attributes * 2);
      valueTo = Arrays.copyOf(valueTo, attributes * 2);
    }
    attributeNames[attributes] = name.code();
    valueFrom[attributes] = start;
    valueTo[attributes++] = end;
  }

  /** Forgets the attributes of the tag at hand, which makes no element. */
  void dropAttributes() {
    attributes = tagFrom;
  }

  /** Equal for tags at hand with the same attributes. */
  long attributesHash() {
    long hash = 0;
    for (int i = tagFrom; i < attributes; i++) {
      hash = hash * 31 + attributeNames[i];
      hash = hash * 0x100000001B3L + valueHash(i);
    }
    return hash;
  }

  /** Gives an element what it lacks of the attributes of the tag at hand. */
  void merge(int node) {
    int last = attributes;
    int start = attributes;
    for (int i = from[node]; i < to[node]; i++) {
      addAttribute(attributeName(i), valueFrom[i], valueTo[i]);
    }
    for (int i = tagFrom; i < last; i++) {
      if (find(node, attributeName(i)) < 0) {
        addAttribute(attributeName(i), valueFrom[i], valueTo[i]);
      }
    }
    from[node] = start;
    to[node] = attributes;
    tagFrom = attributes;
  }
}
