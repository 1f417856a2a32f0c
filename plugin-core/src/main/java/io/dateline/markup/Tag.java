package io.dateline.markup;

import java.util.Locale;

/** What a node of a {@link MarkupTree} is: a text, or which element of HTML. */
public enum Tag {
  /** Text with character references. */
  TEXT,
  /** Text in which nothing is escaped. */
  RAW_TEXT,
  /** Says that an element around it holds no longer from here on; see {@link MarkupTree#ended}. */
  FORMAT_END,
  /** An element that HTML does not know. */
  OTHER,
  /** On the stack of open elements only: an element that was closed before its children. */
  CLOSED,
  /** On the stack of open elements only: a part of a drawing or formula that holds HTML again. */
  HOLDS_HTML(Rule.MARKED),

  HTML(Rule.HTML),
  HEAD(Rule.HEAD),
  BODY(Rule.BODY),
  FRAMESET(Rule.BODY),
  FRAME(Rule.LEAF),

  BASE(Rule.LEAF),
  BASEFONT(Rule.LEAF),
  BGSOUND(Rule.LEAF),
  LINK(Rule.LEAF),
  META(Rule.LEAF),
  PARAM(Rule.LEAF),
  SOURCE(Rule.LEAF),
  TRACK(Rule.LEAF),
  TITLE(Rule.ESCAPABLE_TEXT),
  TEXTAREA(Rule.ESCAPABLE_TEXT),
  STYLE(Rule.RAW_TEXT),
  NOFRAMES(Rule.RAW_TEXT),
  NOEMBED(Rule.RAW_TEXT),
  IFRAME(Rule.RAW_TEXT),
  XMP(Rule.RAW_TEXT),
  SCRIPT(Rule.SCRIPT),
  PLAINTEXT(Rule.PLAINTEXT),
  TEMPLATE(Rule.TEMPLATE),
  NOSCRIPT(Rule.ORDINARY),

  ADDRESS(Rule.BLOCK),
  ARTICLE(Rule.BLOCK),
  ASIDE(Rule.BLOCK),
  BLOCKQUOTE(Rule.BLOCK),
  CENTER(Rule.BLOCK),
  DETAILS(Rule.BLOCK),
  DIALOG(Rule.BLOCK),
  DIR(Rule.BLOCK),
  DIV(Rule.BLOCK),
  DL(Rule.BLOCK),
  FIELDSET(Rule.BLOCK),
  FIGCAPTION(Rule.BLOCK),
  FIGURE(Rule.BLOCK),
  FOOTER(Rule.BLOCK),
  HEADER(Rule.BLOCK),
  HGROUP(Rule.BLOCK),
  LISTING(Rule.BLOCK),
  MAIN(Rule.BLOCK),
  MENU(Rule.BLOCK),
  NAV(Rule.BLOCK),
  OL(Rule.BLOCK),
  P(Rule.BLOCK),
  PRE(Rule.BLOCK),
  SEARCH(Rule.BLOCK),
  SECTION(Rule.BLOCK),
  SUMMARY(Rule.BLOCK),
  UL(Rule.BLOCK),
  H1(Rule.HEADING),
  H2(Rule.HEADING),
  H3(Rule.HEADING),
  H4(Rule.HEADING),
  H5(Rule.HEADING),
  H6(Rule.HEADING),
  LI(Rule.ITEM),
  DD(Rule.ITEM),
  DT(Rule.ITEM),
  FORM(Rule.FORM),
  BUTTON(Rule.BUTTON),
  HR(Rule.RULE),

  TABLE(Rule.TABLE),
  CAPTION(Rule.TABLE_PART),
  COLGROUP(Rule.TABLE_PART),
  COL(Rule.TABLE_PART),
  TBODY(Rule.TABLE_PART),
  THEAD(Rule.TABLE_PART),
  TFOOT(Rule.TABLE_PART),
  TR(Rule.TABLE_PART),
  TD(Rule.TABLE_PART),
  TH(Rule.TABLE_PART),

  A(Rule.LINK),
  B(Rule.FORMATTING),
  BIG(Rule.FORMATTING),
  CODE(Rule.FORMATTING),
  EM(Rule.FORMATTING),
  FONT(Rule.FORMATTING),
  I(Rule.FORMATTING),
  NOBR(Rule.LINK),
  S(Rule.FORMATTING),
  SMALL(Rule.FORMATTING),
  STRIKE(Rule.FORMATTING),
  STRONG(Rule.FORMATTING),
  TT(Rule.FORMATTING),
  U(Rule.FORMATTING),

  ABBR,
  ACRONYM,
  AUDIO,
  BDI,
  BDO,
  CANVAS,
  CITE,
  DATA,
  DATALIST,
  DEL,
  DFN,
  INS,
  KBD,
  LABEL,
  LEGEND,
  MAP,
  MARK,
  METER,
  OUTPUT,
  PICTURE,
  PROGRESS,
  Q,
  RUBY,
  SAMP,
  SPAN,
  SUB,
  SUP,
  TIME,
  VAR,
  VIDEO,
  RB(Rule.RUBY_PART),
  RTC(Rule.RUBY_PART),
  RP(Rule.RUBY_PART),
  RT(Rule.RUBY_PART),

  AREA(Rule.VOID),
  BR(Rule.VOID),
  EMBED(Rule.VOID),
  IMG(Rule.VOID),
  INPUT(Rule.VOID),
  KEYGEN(Rule.VOID),
  WBR(Rule.VOID),

  APPLET(Rule.MARKED),
  MARQUEE(Rule.MARKED),
  OBJECT(Rule.MARKED),
  SELECT(Rule.SELECT),
  OPTGROUP(Rule.OPTION),
  OPTION(Rule.OPTION),
  SVG(Rule.FOREIGN),
  MATH(Rule.FOREIGN);

  /** What the standard's "in body" mode does with a start tag; end tags follow from it. */
  enum Rule {
    ORDINARY(false),
    FORMATTING(false),
    LINK(false),
    RUBY_PART(false),
    OPTION(false),
    FOREIGN(false),
    BLOCK(true),
    HEADING(true),
    ITEM(true),
    FORM(true),
    BUTTON(true),
    RULE(true),
    VOID(true),
    LEAF(true),
    ESCAPABLE_TEXT(true),
    RAW_TEXT(true),
    SCRIPT(true),
    PLAINTEXT(true),
    TEMPLATE(true),
    MARKED(true),
    SELECT(true),
    TABLE(true),
    TABLE_PART(true),
    HTML(true),
    HEAD(true),
    BODY(true);

    private final boolean special;

    Rule(boolean special) {
      this.special = special;
    }
  }

  private static final Tag[] VALUES = values();

  private static final NameTable<Tag> BY_NAME = new NameTable<>(OTHER);

  static {
    for (Tag tag : VALUES) {
      if (tag.compareTo(HTML) >= 0) {
        BY_NAME.with(tag, tag.htmlName);
      }
    }
  }

  private final Rule rule;
  private final String htmlName = name().toLowerCase(Locale.ROOT);
  private final long nameHash = NameTable.hash(htmlName);

  private final boolean impliedEnd =
      switch (name()) {
        case "DD", "DT", "LI", "OPTGROUP", "OPTION", "P", "RB", "RP", "RT", "RTC" -> true;
        default -> false;
      };

  private final boolean breakout =
      switch (name()) {
        case "B", "BIG", "BLOCKQUOTE", "BODY", "BR", "CENTER", "CODE", "DD", "DIV", "DL" -> true;
        case "DT", "EM", "EMBED", "H1", "H2", "H3", "H4", "H5", "H6", "HEAD", "HR", "I" -> true;
        case "IMG", "LI", "LISTING", "MENU", "META", "NOBR", "OL", "P", "PRE", "RUBY" -> true;
        case "S", "SMALL", "SPAN", "STRONG", "STRIKE", "SUB", "SUP", "TABLE", "TT", "U" -> true;
        case "UL", "VAR" -> true;
        default -> false;
      };

  private final boolean marker;
  private final boolean boundary;

  Tag() {
    this(Rule.ORDINARY);
  }

  Tag(Rule rule) {
    this.rule = rule;
    marker =
        switch (name()) {
          case "CAPTION", "TD", "TH", "TEMPLATE" -> true;
          default -> rule == Rule.MARKED;
        };
    boundary = marker || rule == Rule.TABLE || rule == Rule.HTML;
  }

  /** The element's name in lower case; of {@link #OTHER} only the tree knows it. */
  public String htmlName() {
    return htmlName;
  }

  /** Whether the element has no end tag. */
  public boolean isVoid() {
    return rule == Rule.VOID || rule == Rule.LEAF || rule == Rule.RULE || this == COL;
  }

  /** Whether the element keeps its words apart from what is around though no white space does. */
  boolean endsLine() {
    return switch (rule) {
      case BLOCK, HEADING, ITEM, FORM, RULE, TABLE, TABLE_PART -> true;
      default -> this == BR;
    };
  }

  /** Whether the node is an element. */
  public boolean isElement() {
    return compareTo(OTHER) >= 0;
  }

  /** The name as the source's names are hashed. */
  long nameHash() {
    return nameHash;
  }

  /** The tag of a hashed name. */
  static Tag of(long name) {
    return BY_NAME.get(name);
  }

  static Tag of(byte code) {
    return VALUES[code & 0xFF];
  }

  static int count() {
    return VALUES.length;
  }

  @SuppressWarnings("EnumOrdinal") // the numbers live in one run of the program only
  byte code() {
    return (byte) ordinal();
  }

  Rule rule() {
    return rule;
  }

  /** Whether the standard calls the element special. */
  boolean isSpecial() {
    return rule.special || this == NOSCRIPT;
  }

  /** Whether its end tag may be left out before another element's end. */
  boolean hasImpliedEnd() {
    return impliedEnd;
  }

  /** Whether formatting does not reach into it from outside. */
  boolean isMarker() {
    return marker;
  }

  /** Whether no search for an open element looks beyond it. */
  boolean boundsScope() {
    return boundary;
  }

  /** Whether its start tag ends a drawing or formula that was left open. */
  boolean breaksOut() {
    return breakout;
  }
}
