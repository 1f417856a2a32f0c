package io.dateline.markup;

import io.dateline.markup.OpenElements.Scope;
import java.util.EnumSet;
import java.util.Set;

/** Where the parts of a table begin and end: the standard's table modes, without moving nodes. */
final class TableRules {

  private static final Set<Tag> BODIES = EnumSet.of(Tag.TBODY, Tag.THEAD, Tag.TFOOT);
  private static final Set<Tag> ROWS_AND_BODIES =
      EnumSet.of(Tag.TR, Tag.TBODY, Tag.THEAD, Tag.TFOOT);
  private static final Set<Tag> COLUMNS = EnumSet.of(Tag.COLGROUP);

  private final OpenElements open;

  TableRules(OpenElements open) {
    this.open = open;
  }

  /** Reads the start tag of a part; false when there is no table that it could belong to. */
  boolean start(Tag tag, long name) {
    int context = context();
    if (context < 0) {
      return false;
    }
    switch (tag) {
      case TD, TH -> {
        clearTo(context, ROWS_AND_BODIES);
        if (open.tag() != Tag.TR && open.tag() != Tag.TEMPLATE) {
          implyBody();
          open.insertImplied(Tag.TR, 0);
        }
        open.insert(tag, name);
      }
      case TR -> {
        clearTo(context, BODIES);
        implyBody();
        open.insert(tag, name);
      }
      case COL -> {
        clearTo(context, COLUMNS);
        if (open.tag() == Tag.TABLE) {
          open.insertImplied(Tag.COLGROUP, 0);
        }
        open.insertVoid(tag);
      }
      default -> { // bodies, caption, groups of columns
        open.popTo(context + 1);
        open.insert(tag, name);
      }
    }
    return true;
  }

  private void implyBody() {
    if (open.tag() == Tag.TABLE) {
      open.insertImplied(Tag.TBODY, 0);
    }
  }

  /** The innermost table or template; -1 when there is none. */
  private int context() {
    int table = open.find(Tag.TABLE, Scope.TABLE);
    return table >= 0 ? table : open.find(Tag.TEMPLATE, Scope.TABLE);
  }

  /** Closes what is open in a table down to the innermost part that may hold the next one. */
  private void clearTo(int context, Set<Tag> holders) {
    int keep = open.depth() - 1;
    while (keep > context && !holders.contains(open.tag(keep))) {
      keep--;
    }
    open.popTo(keep + 1);
  }

  /** Closes a table in whose rows, but in none of whose cells, another one begins. */
  void closeOuter() {
    if (isTablePart(open.tag())
        && open.tag() != Tag.TD
        && open.tag() != Tag.TH
        && open.tag() != Tag.CAPTION) {
      open.close(Tag.TABLE, Scope.TABLE);
    }
  }

  /** Whether an element is a table, or a part of one. */
  static boolean isTablePart(Tag tag) {
    return tag.rule() == Tag.Rule.TABLE || tag.rule() == Tag.Rule.TABLE_PART;
  }
}
