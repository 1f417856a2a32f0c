package io.dateline.boilerplate;

import java.util.Locale;

/** A family of phrases: each has one file, {@code phrases/<name>.tsv}. */
enum PhraseFamily {
  ADVERTISEMENT(BlockKind.ADVERTISEMENT, "Labels an advertisement"),
  APPEAL(BlockKind.APPEAL, "Asks for money or a subscription"),
  RELATED(BlockKind.RELATED, "Leads to other stories"),
  SHARE(BlockKind.SHARE, "Invites to share or follow"),
  NEWSLETTER(BlockKind.NEWSLETTER, "Offers a newsletter or alerts"),
  COMMENT(BlockKind.COMMENT, "Belongs to the readers' comments"),
  LEGAL(BlockKind.LEGAL, "Legal text, such as copyright or cookies"),
  PAYWALL(BlockKind.PAYWALL, "Belongs to a paywall or log-in"),
  NAVIGATION(BlockKind.NAVIGATION, "Part of a menu"),
  WIDGET(BlockKind.WIDGET, "Belongs to a player, poll or other widget"),
  PRINT_NOTICE(BlockKind.PRINT_NOTICE, "Says where the story was printed"),
  CAPTION(BlockKind.CAPTION, "Describes a picture"),
  CREDIT(BlockKind.CREDIT, "Names a source"),
  BYLINE(BlockKind.BYLINE, "Names the author"),
  TIMESTAMP(BlockKind.TIMESTAMP, "Tells a date or reading time"),
  BREADCRUMB(BlockKind.BREADCRUMB, "Shows where the page lies in the site");

  private static final PhraseFamily[] FAMILIES = values();

  private final BlockKind kind;
  private final String reason;

  PhraseFamily(BlockKind kind, String reason) {
    this.kind = kind;
    this.reason = reason;
  }

  BlockKind kind() {
    return kind;
  }

  /** For a person, without the full stop. */
  String reason() {
    return reason;
  }

  /** The bit of this family in a set of families. */
  @SuppressWarnings("EnumOrdinal") // sets of families live in one run of the program only
  int bit() {
    return 1 << ordinal();
  }

  /** The first family of a set that is not empty. */
  static PhraseFamily first(int set) {
    return FAMILIES[Integer.numberOfTrailingZeros(set)];
  }

  String file() {
    return "phrases/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".tsv";
  }
}
