package io.dateline.capture;

/** What {@link MarkupFilter} does with an element. */
enum TagKind {
  OTHER,
  /** Stands on a line of its own, so that white space beside it says nothing. */
  BLOCK,
  /** Kept with all attributes: what the head says, and frames. */
  WHOLE,
  SCRIPT,
  STYLE,
  /** Holds text in which tags are no tags. */
  RAW,
  SVG,
  /** Only the tree knows how the page goes on. */
  UNSURE;

  private static final NameTable<TagKind> BY_NAME =
      new NameTable<>(OTHER)
          .with(
              BLOCK, "div p ul ol li dl dt dd h1 h2 h3 h4 h5 h6 section article header footer nav")
          .with(BLOCK, "aside main figure figcaption table thead tbody tfoot tr td th caption form")
          .with(BLOCK, "fieldset blockquote address hr head noscript template details hgroup")
          .with(WHOLE, "html body base link meta")
          .with(SCRIPT, "script")
          .with(STYLE, "style")
          .with(RAW, "title textarea iframe xmp noembed noframes")
          .with(SVG, "svg")
          .with(UNSURE, "math plaintext frameset");

  /** What a drawing is made of; anything else in it may be HTML again. */
  private static final NameTable<Boolean> DRAWN =
      new NameTable<>(false)
          .with(true, "svg g a path circle rect use line polyline polygon ellipse defs symbol")
          .with(true, "clippath mask lineargradient radialgradient stop pattern marker image text")
          .with(true, "tspan textpath title desc style metadata switch view filter animate set")
          .with(true, "animatetransform animatemotion mpath feblend fecolormatrix feflood femerge")
          .with(true, "fecomponenttransfer fecomposite fedropshadow fegaussianblur femergenode")
          .with(true, "fefunca fefuncr fefuncg fefuncb femorphology feoffset feimage fetile");

  private static final NameTable<Boolean> HOLDS_HTML =
      new NameTable<>(false).with(true, "title desc");

  static TagKind of(long name) {
    return BY_NAME.get(name);
  }

  static boolean isDrawn(long name) {
    return DRAWN.get(name);
  }

  /** Elements of a drawing whose children are HTML again. */
  static boolean holdsHtml(long name) {
    return HOLDS_HTML.get(name);
  }

  boolean standsAlone() {
    return this == BLOCK || this == WHOLE || this == SCRIPT || this == STYLE;
  }
}
