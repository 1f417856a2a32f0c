package io.dateline.capture;

import io.dateline.markup.Tag;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** The sorts of HTML element that matter for reading text. */
public enum ElementKind {
  /** A container without meaning of its own, such as div. */
  BLOCK,
  PARAGRAPH,
  HEADING1,
  HEADING2,
  HEADING3,
  HEADING4,
  ITEM,
  CELL,
  QUOTE,
  PREFORMATTED,
  CAPTION,
  TERM,
  BUTTON,
  LABEL,
  /** Runs on in the line. */
  INLINE,
  LINK,
  STRONG,
  BREAK,
  /** Holds nothing to read. */
  SKIPPED;

  private static final ElementKind[] VALUES = values();
  private static final Map<Tag, ElementKind> BY_TAG = new EnumMap<>(Tag.class);

  static {
    for (Tag tag : Tag.values()) {
      BY_TAG.put(tag, BLOCK);
    }
    put(
        INLINE,
        "span abbr acronym bdi bdo big cite data del dfn font ins kbd mark nobr q rb rp rt ruby s samp small strike sub sup time tt u var wbr code output meter progress picture img input area track source param");
    put(STRONG, "b strong em i");
    put(LINK, "a");
    put(BREAK, "br");
    put(PARAGRAPH, "p");
    put(HEADING1, "h1");
    put(HEADING2, "h2");
    put(HEADING3, "h3");
    put(HEADING4, "h4 h5 h6");
    put(ITEM, "li");
    put(CELL, "td th");
    put(QUOTE, "blockquote");
    put(PREFORMATTED, "pre");
    put(CAPTION, "figcaption caption");
    put(TERM, "dt dd");
    put(BUTTON, "button summary");
    put(LABEL, "label legend");
    put(
        SKIPPED,
        "script style template svg math iframe object embed applet canvas audio video head title meta link base select option optgroup datalist textarea map noframes noembed frameset frame");
  }

  private static void put(ElementKind kind, String tags) {
    for (String tag : tags.split(" ", -1)) {
      BY_TAG.put(Tag.valueOf(tag.toUpperCase(Locale.ROOT)), kind);
    }
  }

  /** A number for arrays; {@link #of} reads it back. */
  @SuppressWarnings("EnumOrdinal") // the numbers live in one run of the program only
  int code() {
    return ordinal();
  }

  static ElementKind of(int code) {
    return VALUES[code];
  }

  static ElementKind of(Tag tag) {
    return BY_TAG.get(tag);
  }

  /** Whether text inside runs on with the text around. */
  boolean isInline() {
    return this == INLINE || this == LINK || this == STRONG;
  }
}
