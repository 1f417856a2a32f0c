package io.dateline.capture;

/** What a page may claim about itself in markup that a reader does not see. */
public enum ClaimTopic {
  /**
   * Types of the page and its main thing: {@code NewsArticle}, {@code article}, {@code Product}.
   */
  TYPE,
  HEADLINE,
  /** The whole {@code title} element, site name and all. */
  PAGE_TITLE,
  DESCRIPTION,
  /** One value a person. */
  AUTHOR,
  /** An author that the page itself calls an organisation. */
  AUTHOR_ORGANISATION,
  DATE_PUBLISHED,
  DATE_MODIFIED,
  SECTION,
  /** The paper, as publisher of the article. */
  PUBLISHER,
  /** The site's name. */
  SITE_NAME,
  LANGUAGE,
  CANONICAL_URL,
  ARTICLE_BODY,
  DATELINE,
  CREDIT,
  PRINT_EDITION,
  PRINT_PAGE
}
