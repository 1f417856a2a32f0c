package io.dateline.capture;

/**
 * The attributes that readers of the tree ask for; {@link MarkupFilter} leaves out all others.
 * Whoever reads another one adds it here. Elements of the head, frames and {@code data:} files keep
 * all of theirs, since they are passed on as they are.
 */
final class ReadAttributes {

  enum Keep {
    ALWAYS,
    NEVER,
    /** When the style may make an element invisible. */
    IF_HIDING,
    /** When the file stands in the page itself. */
    IF_DATA
  }

  private static final NameTable<Keep> KEPT =
      new NameTable<Keep>(Keep.NEVER)
          .with(Keep.ALWAYS, "class id role hidden aria-hidden data-testid data-component")
          .with(Keep.ALWAYS, "itemprop itemscope itemtype rel datetime pubdate content property")
          .with(Keep.ALWAYS, "type lang xml:lang shadowrootmode srcdoc")
          .with(Keep.IF_HIDING, "style")
          .with(Keep.IF_DATA, "src");

  static final long TYPE = NameTable.hash("type");

  private ReadAttributes() {}

  static Keep keep(long name) {
    return KEPT.get(name);
  }

  /** Whether a style may say that the element is not displayed or not visible. */
  static boolean mayHide(byte[] html, int from, int to) {
    for (int i = from; i < to; i++) {
      int c = html[i];
      if (c == '&' // a character reference may spell anything
          || (c == 'n' && i + 3 < to && html[i + 1] == 'o' && html[i + 2] == 'n')
          || (c == 'h' && i + 5 < to && html[i + 1] == 'i' && html[i + 2] == 'd')) {
        return true;
      }
    }
    return false;
  }

  /** Whether an address may be one of {@code data:}. */
  static boolean mayBeData(byte[] html, int from, int to) {
    int i = from;
    while (i < to && html[i] <= ' ' && html[i] >= 0) {
      i++;
    }
    for (int k = 0; k < 5 && i + k < to; k++) {
      if (html[i + k] == '&') {
        return true;
      }
      if ((html[i + k] | 0x20) != ("data:".charAt(k) | 0x20)) {
        return false;
      }
    }
    return i < to;
  }
}
