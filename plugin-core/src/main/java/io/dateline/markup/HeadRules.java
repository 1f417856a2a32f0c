package io.dateline.markup;

/** What stands in the head of a page, and where the body begins. */
final class HeadRules {

  private final MarkupTree tree;
  private final OpenElements open;

  /** Whether the head was closed; some of what comes before the body still belongs to it. */
  private boolean closed;

  private boolean inNoscript;

  HeadRules(MarkupTree tree, OpenElements open) {
    this.tree = tree;
    this.open = open;
  }

  /** Whether what comes next is for readers without scripts, of which a head shows nothing. */
  boolean inNoscript() {
    return inNoscript;
  }

  /** Reads a start tag before the body; false when it belongs there. */
  boolean start(Tag tag, long name) {
    if (inNoscript) {
      switch (tag) {
        case LINK, META, BASEFONT, BGSOUND -> open.insertVoid(tag);
        case NOFRAMES, STYLE -> open.insert(tag, name);
        default -> {}
      }
      return true;
    }
    switch (tag) {
      case HTML -> tree.merge(MarkupTree.ROOT);
      case HEAD -> {
        if (tree.size() == MarkupTree.HEAD + 1) {
          tree.merge(MarkupTree.HEAD);
        }
      }
      case BASE, BASEFONT, BGSOUND, LINK, META -> open.insertVoid(tag);
      case TITLE, NOFRAMES, STYLE, SCRIPT, TEMPLATE -> open.insert(tag, name);
      case NOSCRIPT -> {
        if (closed) {
          return false;
        }
        open.insert(tag, name);
        inNoscript = true;
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Reads an end tag before the body; false when the body's rules decide. */
  boolean end(Tag tag) {
    switch (tag) {
      case NOSCRIPT -> {
        if (inNoscript) {
          open.pop();
          inNoscript = false;
        }
      }
      case TITLE, STYLE, SCRIPT, NOFRAMES -> {
        if (open.tag() == tag) {
          open.pop();
        }
      }
      case HEAD -> closed = true;
      default -> {
        return inNoscript;
      }
    }
    return true;
  }

  /** Begins the body behind the head. */
  void beginBody(int body, Tag tag) {
    tree.body(body);
    open.push(tag, 0, body, false);
    inNoscript = false;
  }
}
