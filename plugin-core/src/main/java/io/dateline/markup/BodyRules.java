package io.dateline.markup;

import io.dateline.markup.OpenElements.Scope;

/** What tags in the body begin and end, beside tables, choices and drawings. */
final class BodyRules {

  private final OpenElements open;
  private final FormattingRules formatting;
  private final TableRules tables;
  private final DrawingRules drawings;

  /** Whether the page is read as very old ones were, which nest tables in paragraphs. */
  private boolean quirks = true;

  /** Whether a form is open; there is one at most. */
  private boolean inForm;

  BodyRules(
      OpenElements open, FormattingRules formatting, TableRules tables, DrawingRules drawings) {
    this.open = open;
    this.formatting = formatting;
    this.tables = tables;
    this.drawings = drawings;
  }

  void withoutQuirks() {
    quirks = false;
  }

  /** Reads a start tag; false when it makes no element. */
  boolean start(Tag tag, long name, boolean selfClosing) {
    switch (tag.rule()) {
      case HTML, HEAD, BODY -> {
        return false;
      }
      case TABLE_PART -> {
        return tables.start(tag, name);
      }
      case FORM -> startForm(name);
      case LINK, FORMATTING -> formatting.start(tag, name);
      case FOREIGN -> {
        formatting.reopen();
        drawings.begin(tag, name, selfClosing);
      }
      case VOID -> {
        formatting.reopen();
        open.insertVoid(tag);
      }
      case LEAF -> open.insertVoid(tag);
      case RULE -> {
        closeParagraph();
        open.insertVoid(tag);
      }
      default -> {
        prepare(tag);
        open.insert(tag, name);
      }
    }
    return true;
  }

  /** Closes and opens what an element's start tag implies. */
  private void prepare(Tag tag) {
    switch (tag.rule()) {
      case BLOCK, PLAINTEXT -> closeParagraph();
      case HEADING -> {
        closeParagraph();
        if (open.tag().rule() == Tag.Rule.HEADING) {
          open.pop();
        }
      }
      case ITEM -> {
        int item = open.findItem(tag);
        if (item >= 0) {
          open.popTo(item);
        }
        closeParagraph();
      }
      case BUTTON -> {
        open.close(Tag.BUTTON, Scope.ELEMENT);
        formatting.reopen();
      }
      case TABLE -> {
        tables.closeOuter();
        if (!quirks) {
          closeParagraph();
        }
      }
      case OPTION -> {
        if (open.tag() == Tag.OPTION) {
          open.pop();
        }
        formatting.reopen();
      }
      case RUBY_PART -> {
        if (open.find(Tag.RUBY, Scope.ELEMENT) >= 0) {
          open.closeImplied();
        }
      }
      case RAW_TEXT -> {
        if (tag == Tag.XMP) {
          closeParagraph();
          formatting.reopen();
        }
      }
      case ESCAPABLE_TEXT, SCRIPT, TEMPLATE -> {}
      default -> formatting.reopen();
    }
  }

  private void startForm(long name) {
    if (inForm && !open.has(Tag.TEMPLATE)) {
      return;
    }
    closeParagraph();
    if (TableRules.isTablePart(open.tag())) { // the standard closes it at once
      open.insertVoid(Tag.FORM);
    } else {
      open.insert(Tag.FORM, name);
      inForm = true;
    }
  }

  void end(Tag tag, long name) {
    switch (tag.rule()) {
      case BLOCK, BUTTON, MARKED, SELECT -> {
        if (tag == Tag.P) {
          endParagraph();
        } else {
          open.close(tag, Scope.ELEMENT);
        }
      }
      case ITEM -> open.close(tag, tag == Tag.LI ? Scope.LIST : Scope.ELEMENT);
      case TABLE, TABLE_PART, TEMPLATE -> open.close(tag, Scope.TABLE);
      case HEADING -> {
        int heading = open.findHeading();
        if (heading >= 0) {
          open.popTo(heading);
        }
      }
      case FORM -> endForm();
      case LINK, FORMATTING -> formatting.end(tag, name);
      case HTML, BODY, HEAD -> {} // what comes then belongs to the body all the same
      case VOID -> {
        if (tag == Tag.BR) {
          formatting.reopen();
          open.insertVoid(tag);
        }
      }
      default -> open.closeNamed(name);
    }
  }

  private void endParagraph() {
    if (open.find(Tag.P, Scope.BUTTON) < 0) {
      open.insertImplied(Tag.P, Tag.P.nameHash());
    }
    closeParagraph();
  }

  private void closeParagraph() {
    open.close(Tag.P, Scope.BUTTON);
  }

  private void endForm() {
    inForm = false;
    int index = open.find(Tag.FORM, Scope.ELEMENT);
    if (index < 0) {
      return;
    }
    open.closeImplied();
    if (index == open.depth() - 1) {
      open.pop();
    } else if (index < open.depth()) { // what is open in it goes on
      open.endEarly(index);
    }
  }
}
