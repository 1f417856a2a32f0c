package io.dateline.markup;

import java.util.Locale;

/** The attributes that anybody reads; all others are left out of the tree. */
public enum Attribute {
  /** Not written in the source as such: the name of an element that {@link Tag} does not know. */
  ELEMENT_NAME,
  ALT,
  ARIA_HIDDEN,
  CLASS,
  CONTENT,
  DATA_COMPONENT,
  DATA_TESTID,
  DATETIME,
  HIDDEN,
  HREF,
  HTTP_EQUIV,
  ID,
  ITEMPROP,
  ITEMSCOPE,
  ITEMTYPE,
  LANG,
  NAME,
  PROPERTY,
  PUBDATE,
  REL,
  ROLE,
  SHADOWROOTMODE,
  SRC,
  SRCDOC,
  STYLE,
  TITLE,
  TYPE,
  XML_LANG;

  private static final Attribute[] VALUES = values();

  private static final NameTable<Attribute> BY_NAME = new NameTable<>(ELEMENT_NAME);

  static {
    for (Attribute attribute : VALUES) {
      if (attribute != ELEMENT_NAME) {
        BY_NAME.with(attribute, attribute.htmlName());
      }
    }
  }

  private final String htmlName =
      name().equals("XML_LANG") ? "xml:lang" : name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The name as it is written in HTML, in lower case. */
  public String htmlName() {
    return htmlName;
  }

  /** The attribute of a hashed name; {@link #ELEMENT_NAME} for one that nobody reads. */
  static Attribute of(long name) {
    return BY_NAME.get(name);
  }

  static Attribute of(byte code) {
    return VALUES[code];
  }

  @SuppressWarnings("EnumOrdinal") // the numbers live in one run of the program only
  byte code() {
    return (byte) ordinal();
  }
}
