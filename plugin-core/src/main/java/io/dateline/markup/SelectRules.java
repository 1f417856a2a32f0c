package io.dateline.markup;

import io.dateline.markup.OpenElements.Scope;

/** A list of choices, in which hardly any tag counts. */
final class SelectRules {

  /** What choices nest in each other here; in a template in a list they nest without an end. */
  private static final int DEEPEST = 2;

  private final OpenElements open;

  SelectRules(OpenElements open) {
    this.open = open;
  }

  /** Whether the innermost elements are a list of choices. */
  boolean isOpen() {
    if (!open.has(Tag.SELECT)) {
      return false;
    }
    int i = open.depth() - 1;
    int outermost = i - DEEPEST;
    while (i > outermost && (open.tag(i) == Tag.OPTION || open.tag(i) == Tag.OPTGROUP)) {
      i--;
    }
    return open.tag(i) == Tag.SELECT;
  }

  /** Reads a start tag; false when the body's rules are to read it. */
  boolean start(Tag tag, long name) {
    switch (tag) {
      case OPTION, OPTGROUP -> {
        if (open.tag() == Tag.OPTION) {
          open.pop();
        }
        if (tag == Tag.OPTGROUP && open.tag() == Tag.OPTGROUP) {
          open.pop();
        }
        open.insert(tag, name);
      }
      case SCRIPT, TEMPLATE -> {
        return false;
      }
      case INPUT, KEYGEN, TEXTAREA -> {
        close();
        return false;
      }
      case SELECT -> close();
      default -> {
        if (TableRules.isTablePart(tag)) {
          close();
          return false;
        }
      }
    }
    return true;
  }

  /** Reads an end tag; false when the body's rules are to read it. */
  boolean end(Tag tag) {
    switch (tag) {
      case SELECT, OPTION, OPTGROUP, TEMPLATE -> {
        return false;
      }
      default -> {
        boolean ofTable = TableRules.isTablePart(tag) && open.find(tag, Scope.TABLE) >= 0;
        if (ofTable) {
          close();
        }
        return !ofTable;
      }
    }
  }

  private void close() {
    while (open.tag() != Tag.SELECT) {
      open.pop();
    }
    open.pop();
  }
}
