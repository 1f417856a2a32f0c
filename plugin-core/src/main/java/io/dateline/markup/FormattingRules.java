package io.dateline.markup;

/** How formatting elements go on where blocks around them end, and end where blocks go on. */
final class FormattingRules {

  private final MarkupTree tree;
  private final OpenElements open;
  private final FormattingElements active;

  FormattingRules(MarkupTree tree, OpenElements open, FormattingElements active) {
    this.tree = tree;
    this.open = open;
    this.active = active;
  }

  void start(Tag tag, long name) {
    if (tag.rule() == Tag.Rule.LINK) { // no link holds another one
      int before = active.find(tag);
      if (before >= 0) {
        end(before);
      }
    }
    reopen();
    long look = tree.attributesHash();
    open.insert(tag, name);
    active.add(open.node(), tag, look);
  }

  void end(Tag tag, long name) {
    int index = active.find(tag);
    if (index >= 0) {
      end(index);
    } else {
      open.closeNamed(name);
    }
  }

  /**
   * Ends a formatting element, which the standard calls the adoption agency: where blocks are open
   * in it, it would be copied into each of them up to here; instead a node says that it ends here.
   */
  private void end(int index) {
    int node = active.node(index);
    active.remove(index);
    int at = tree.isOpen(node) ? open.findNode(node) : -1;
    if (at < 0) {
      return;
    }
    if (open.holdsBlock(at)) {
      tree.addLeaf(Tag.FORMAT_END, open.node(), node, node);
      open.endEarly(at);
    } else {
      open.popTo(at);
    }
  }

  /** Opens again what a block's end has closed. */
  void reopen() {
    int last = active.size() - 1;
    if (last < 0 || isOpen(last)) {
      return;
    }
    int from = last;
    while (from > 0 && !isOpen(from - 1)) {
      from--;
    }
    for (int i = from; i <= last; i++) {
      Tag tag = active.tag(i);
      int node = tree.addCopy(active.node(i), open.node());
      open.push(tag, tag.nameHash(), node, false);
      active.replace(i, node);
    }
  }

  private boolean isOpen(int index) {
    return active.isMark(index) || tree.isOpen(active.node(index));
  }
}
