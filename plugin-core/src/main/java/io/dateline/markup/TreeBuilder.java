package io.dateline.markup;

/**
 * Puts tags and texts in their place, by the <a
 * href="https://html.spec.whatwg.org/multipage/parsing.html#tree-construction">tree
 * construction</a> of the HTML standard with scripting off. The package says where it differs.
 */
final class TreeBuilder {

  private final MarkupTree tree;
  private final byte[] source;
  private final OpenElements open;
  private final FormattingRules formatting;
  private final HeadRules head;
  private final BodyRules body;
  private final SelectRules choices;
  private final DrawingRules drawings;

  private boolean inBody;

  /** Whether the last tag began or ended a line, so that white space behind it says nothing. */
  private boolean behindBlock = true;

  TreeBuilder(MarkupTree tree, byte[] source) {
    this.tree = tree;
    this.source = source;
    FormattingElements active = new FormattingElements();
    open = new OpenElements(tree, active);
    formatting = new FormattingRules(tree, open, active);
    drawings = new DrawingRules(tree, open);
    head = new HeadRules(tree, open);
    body = new BodyRules(open, formatting, new TableRules(open), drawings);
    choices = new SelectRules(open);
    open.push(Tag.HTML, 0, tree.addImplied(Tag.HTML, -1), false);
    open.insertImplied(Tag.HEAD, 0);
  }

  MarkupTree finish() {
    if (!inBody) {
      leaveHead();
    }
    open.popTo(1);
    tree.close(MarkupTree.ROOT);
    return tree;
  }

  /** The element opened last. */
  int node() {
    return open.node();
  }

  /** Reads the doctype, of which only counts that the page begins with one. */
  void doctype() {
    if (!inBody && tree.size() == MarkupTree.HEAD + 1) {
      body.withoutQuirks();
    }
  }

  /** Adds text with character references. */
  void text(int from, int to) {
    add(Tag.TEXT, from, to);
  }

  /** Adds text in which nothing is escaped. */
  void literal(int from, int to) {
    add(Tag.RAW_TEXT, from, to);
  }

  private void add(Tag kind, int from, int to) {
    if (from >= to || head.inNoscript()) {
      return;
    }
    boolean inHead = !inBody && !open.has(Tag.TEMPLATE);
    if ((behindBlock || inHead) && isBlank(from, to)) {
      return;
    }
    if (inHead) {
      leaveHead();
    }
    behindBlock = false;
    if (open.tag() == Tag.COLGROUP) {
      open.pop();
    }
    if (!open.isForeign()) {
      formatting.reopen();
    }
    tree.addLeaf(kind, open.node(), from, to);
  }

  /** Adds the text of an element in which tags are no tags. */
  void rawText(Tag kind, int from, int to) {
    if (from < to) {
      tree.addLeaf(kind, open.node(), from, to);
    }
  }

  private boolean isBlank(int from, int to) {
    for (int i = from; i < to; i++) {
      if (source[i] > ' ' || source[i] < 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Reads the start tag at hand.
   *
   * @return whether it made an HTML element, whose content the tag decides
   */
  boolean start(Tag tag, long name, boolean selfClosing) {
    int size = tree.size();
    boolean foreign = open.isForeign() && drawings.start(tag, name, selfClosing);
    boolean html = !foreign && startHtml(tag, name, selfClosing);
    tree.dropAttributes(); // what made an element has taken them
    behindBlock = tree.size() > size && tag.endsLine();
    return html;
  }

  private boolean startHtml(Tag tag, long name, boolean selfClosing) {
    if (!inBody && !startBeforeBody(tag)) {
      if (head.start(tag, name)) {
        return open.tag() == tag;
      }
      if (!open.has(Tag.TEMPLATE)) {
        leaveHead();
      }
    }
    if (choices.isOpen() && choices.start(tag, name)) {
      return false;
    }
    if (open.tag() == Tag.COLGROUP && tag != Tag.COL && tag != Tag.TEMPLATE) {
      open.pop();
    }
    if (tag == Tag.HTML) {
      tree.merge(MarkupTree.ROOT);
    } else if (tag == Tag.BODY && inBody) {
      tree.merge(tree.body());
    }
    return body.start(tag, name, selfClosing);
  }

  /** Begins the body if the tag at hand is its own. */
  private boolean startBeforeBody(Tag tag) {
    if (tag.rule() != Tag.Rule.BODY || head.inNoscript()) {
      return false;
    }
    open.popTo(1);
    beginBody(tree.addElement(tag, MarkupTree.ROOT), tag);
    return true;
  }

  private void leaveHead() {
    open.popTo(1);
    beginBody(tree.addImplied(Tag.BODY, MarkupTree.ROOT), Tag.BODY);
  }

  private void beginBody(int node, Tag tag) {
    head.beginBody(node, tag);
    inBody = true;
    behindBlock = true;
  }

  void end(Tag tag, long name) {
    int depth = open.depth();
    int size = tree.size();
    if (!drawings.end(tag, name)) {
      endHtml(tag, name);
    }
    behindBlock = (open.depth() != depth || tree.size() != size) && tag.endsLine();
  }

  private void endHtml(Tag tag, long name) {
    if (!inBody) {
      if (head.end(tag)) {
        return;
      }
      switch (tag) {
        case BODY, HTML, BR -> leaveHead();
        default -> {
          if (!open.has(Tag.TEMPLATE)) {
            return;
          }
        }
      }
    }
    if (!choices.isOpen() || !choices.end(tag)) {
      body.end(tag, name);
    }
  }
}
