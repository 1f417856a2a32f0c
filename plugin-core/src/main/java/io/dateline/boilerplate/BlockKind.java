package io.dateline.boilerplate;

import java.util.Locale;

/** What a block is: part of the body, or one of the kinds of litter and furniture around it. */
public enum BlockKind {
  /** A paragraph of the body. */
  BODY,
  /** A subheading inside the body. */
  SUBHEADING,
  HEADLINE,
  STANDFIRST,
  ADVERTISEMENT,
  /** Asks for donations or subscriptions. */
  APPEAL,
  NAVIGATION,
  BREADCRUMB,
  SECTION,
  RELATED,
  CAPTION,
  CREDIT,
  BYLINE,
  DATELINE,
  TIMESTAMP,
  PRINT_NOTICE,
  SHARE,
  NEWSLETTER,
  COMMENT,
  LEGAL,
  PAYWALL,
  WIDGET,
  DUPLICATE,
  OTHER;

  private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** Lower case with hyphens, as in {@code news:removedKind}: {@code "print-notice"}. */
  public String label() {
    return label;
  }

  /** Whether blocks of this kind stay in the article's text. */
  public boolean isBody() {
    return this == BODY || this == SUBHEADING;
  }
}
