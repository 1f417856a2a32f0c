package io.dateline.markup;

/** Drawings and formulas (SVG, MathML): foreign elements, and where they hold HTML again. */
final class DrawingRules {

  private static final NameTable<Boolean> HOLDS_HTML = new NameTable<>(false);

  static {
    for (String name :
        new String[] {
          "foreignobject", "desc", "title", "annotation-xml", "mi", "mo", "mn", "ms", "mtext"
        }) {
      HOLDS_HTML.with(true, name);
    }
  }

  private final MarkupTree tree;
  private final OpenElements open;

  DrawingRules(MarkupTree tree, OpenElements open) {
    this.tree = tree;
    this.open = open;
  }

  /** Begins a drawing or formula. */
  void begin(Tag tag, long name, boolean selfClosing) {
    insert(tag, name, selfClosing, false);
  }

  /**
   * Reads a start tag in a drawing; false when it has ended the drawing and is still to be read.
   */
  boolean start(Tag tag, long name, boolean selfClosing) {
    if (tag.breaksOut()) {
      leave();
      return false;
    }
    insert(tag, name, selfClosing, HOLDS_HTML.get(name));
    return true;
  }

  private void insert(Tag tag, long name, boolean selfClosing, boolean holdsHtml) {
    if (selfClosing) {
      open.insertVoid(tag);
    } else {
      int node = tree.addElement(tag, open.node());
      open.push(holdsHtml ? Tag.HOLDS_HTML : tag, name, node, !holdsHtml);
    }
  }

  /** Reads an end tag; false when what it ends in HTML is still to be found. */
  boolean end(Tag tag, long name) {
    if (!open.isForeign() && open.tag() != Tag.HOLDS_HTML) {
      return false;
    }
    int index = open.findForeign(name);
    if (index >= 0) {
      open.popTo(index);
    } else if (tag == Tag.P || tag == Tag.BR) {
      leave();
    }
    return index >= 0;
  }

  private void leave() {
    while (open.isForeign()) {
      open.pop();
    }
  }
}
