package io.dateline.capture;

/**
 * How the blocks of an HTML page lay in its element tree. Elements that hold text are numbered in
 * document order; 0 is the body, and a parent's number is smaller than its children's. Read-only.
 */
public final class DomLayout implements Layout {

  private final int[] blockNode;
  private final int[] linkChars;
  private final int[] links;
  private final int[] boldChars;
  private final long[] inlineMarks;
  private final int[] parent;
  private final int[] tag;
  private final long[] ownMarks;
  private final int[] signature;

  DomLayout(
      int[] blockNode,
      int[] linkChars,
      int[] links,
      int[] boldChars,
      long[] inlineMarks,
      int[] parent,
      int[] tag,
      long[] ownMarks,
      int[] signature) {
    this.blockNode = blockNode;
    this.linkChars = linkChars;
    this.links = links;
    this.boldChars = boldChars;
    this.inlineMarks = inlineMarks;
    this.parent = parent;
    this.tag = tag;
    this.ownMarks = ownMarks;
    this.signature = signature;
  }

  /** The number of elements. */
  public int nodeCount() {
    return parent.length;
  }

  /** The element that holds a block. */
  public int nodeOf(int block) {
    return blockNode[block];
  }

  /** Characters of a block inside links. */
  public int linkChars(int block) {
    return linkChars[block];
  }

  /** Links that begin in a block. */
  public int links(int block) {
    return links[block];
  }

  /** Characters of a block in bold or italics. */
  public int boldChars(int block) {
    return boldChars[block];
  }

  /** Marks of the inline element that holds most of a block, as {@link Mark} bits. */
  public long inlineMarks(int block) {
    return inlineMarks[block];
  }

  /** The element around an element; -1 for the body. */
  public int parent(int node) {
    return parent[node];
  }

  /** The sort of element. */
  public ElementKind kind(int node) {
    return ElementKind.of(tag[node]);
  }

  /** What the element itself says about its text, as {@link Mark} bits. */
  public long ownMarks(int node) {
    return ownMarks[node];
  }

  /** Equal for elements of one tag and class. */
  public int signature(int node) {
    return signature[node];
  }
}
