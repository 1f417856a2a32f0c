package io.dateline.capture;

/**
 * What an element's name, role, class, id or microdata says about the text inside it. Site authors
 * name things in a few dozen words the world over; {@code markup-words.tsv} lists them.
 */
public enum Mark {
  NAV,
  HEADER,
  FOOTER,
  ASIDE,
  ARTICLE,
  MAIN,
  BODY,
  CONTENT,
  FIGURE,
  CAPTION,
  CREDIT,
  BYLINE,
  DATE,
  BREADCRUMB,
  SHARE,
  COMMENT,
  RELATED,
  TEASER,
  ADVERT,
  NEWSLETTER,
  PAYWALL,
  COOKIE,
  MODAL,
  TAGS,
  SEARCH,
  FORM,
  LOGIN,
  HIDDEN,
  UNSEEN,
  WIDGET,
  EMBED,
  QUOTE,
  LIST,
  TABLE,
  HEADLINE,
  STANDFIRST,
  INFOBOX,
  PAGER,
  LEGAL,
  CONTENTS,
  GALLERY,
  LIVE,
  SPONSOR,
  NOSCRIPT,
  CODE,
  CALL,
  META,
  BUTTON,
  SECTION,
  DONATE,
  PRINT;

  /** The bit of this mark in a set of marks. */
  @SuppressWarnings("EnumOrdinal") // sets of marks live in one run of the program only
  public long bit() {
    return 1L << ordinal();
  }

  /** Whether a set of marks holds this one. */
  public boolean in(long marks) {
    return (marks & bit()) != 0;
  }
}
