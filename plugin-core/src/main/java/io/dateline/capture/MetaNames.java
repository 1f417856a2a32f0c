package io.dateline.capture;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the names of meta elements stand for. A number of vendors' vocabularies say the same things;
 * dates are also known by the way every system spells them: {@code w-published-date}, {@code
 * shareaholic:article_published_time}.
 */
final class MetaNames {

  private static final Map<String, ClaimTopic> NAMES =
      Map.ofEntries(
          Map.entry("og:title", ClaimTopic.HEADLINE),
          Map.entry("og:description", ClaimTopic.DESCRIPTION),
          Map.entry("og:site_name", ClaimTopic.SITE_NAME),
          Map.entry("og:type", ClaimTopic.TYPE),
          Map.entry("og:locale", ClaimTopic.LANGUAGE),
          Map.entry("og:article:published_time", ClaimTopic.DATE_PUBLISHED),
          Map.entry("og:article:modified_time", ClaimTopic.DATE_MODIFIED),
          Map.entry("og:article:author", ClaimTopic.AUTHOR),
          Map.entry("og:article:section", ClaimTopic.SECTION),
          Map.entry("og:published_time", ClaimTopic.DATE_PUBLISHED),
          Map.entry("og:pubdate", ClaimTopic.DATE_PUBLISHED),
          Map.entry("og:updated_time", ClaimTopic.DATE_MODIFIED),
          Map.entry("article:published_time", ClaimTopic.DATE_PUBLISHED),
          Map.entry("article:published", ClaimTopic.DATE_PUBLISHED),
          Map.entry("article:modified_time", ClaimTopic.DATE_MODIFIED),
          Map.entry("article:modified", ClaimTopic.DATE_MODIFIED),
          Map.entry("article:author", ClaimTopic.AUTHOR),
          Map.entry("article:author_name", ClaimTopic.AUTHOR),
          Map.entry("article:section", ClaimTopic.SECTION),
          Map.entry("article.published", ClaimTopic.DATE_PUBLISHED),
          Map.entry("article.updated", ClaimTopic.DATE_MODIFIED),
          Map.entry("article.section", ClaimTopic.SECTION),
          Map.entry("article.headline", ClaimTopic.HEADLINE),
          Map.entry("twitter:title", ClaimTopic.HEADLINE),
          Map.entry("twitter:description", ClaimTopic.DESCRIPTION),
          Map.entry("author", ClaimTopic.AUTHOR),
          Map.entry("byl", ClaimTopic.AUTHOR),
          Map.entry("byline", ClaimTopic.AUTHOR),
          Map.entry("dc.creator", ClaimTopic.AUTHOR),
          Map.entry("dc.contributor", ClaimTopic.AUTHOR),
          Map.entry("dcterms.creator", ClaimTopic.AUTHOR),
          Map.entry("citation_author", ClaimTopic.AUTHOR),
          Map.entry("sailthru.author", ClaimTopic.AUTHOR),
          Map.entry("parsely-author", ClaimTopic.AUTHOR),
          Map.entry("cxenseparse:author", ClaimTopic.AUTHOR),
          Map.entry("description", ClaimTopic.DESCRIPTION),
          Map.entry("dc.description", ClaimTopic.DESCRIPTION),
          Map.entry("sailthru.description", ClaimTopic.DESCRIPTION),
          Map.entry("title", ClaimTopic.HEADLINE),
          Map.entry("headline", ClaimTopic.HEADLINE),
          Map.entry("dc.title", ClaimTopic.HEADLINE),
          Map.entry("dcterms.title", ClaimTopic.HEADLINE),
          Map.entry("citation_title", ClaimTopic.HEADLINE),
          Map.entry("sailthru.title", ClaimTopic.HEADLINE),
          Map.entry("parsely-title", ClaimTopic.HEADLINE),
          Map.entry("cxenseparse:title", ClaimTopic.HEADLINE),
          Map.entry("date", ClaimTopic.DATE_PUBLISHED),
          Map.entry("pubdate", ClaimTopic.DATE_PUBLISHED),
          Map.entry("publishdate", ClaimTopic.DATE_PUBLISHED),
          Map.entry("publish-date", ClaimTopic.DATE_PUBLISHED),
          Map.entry("publish_date", ClaimTopic.DATE_PUBLISHED),
          Map.entry("published", ClaimTopic.DATE_PUBLISHED),
          Map.entry("publication_date", ClaimTopic.DATE_PUBLISHED),
          Map.entry("displaydate", ClaimTopic.DATE_PUBLISHED),
          Map.entry("originalpublicationdate", ClaimTopic.DATE_PUBLISHED),
          Map.entry("dc.date", ClaimTopic.DATE_PUBLISHED),
          Map.entry("dc.date.issued", ClaimTopic.DATE_PUBLISHED),
          Map.entry("dc.date.created", ClaimTopic.DATE_PUBLISHED),
          Map.entry("dcterms.created", ClaimTopic.DATE_PUBLISHED),
          Map.entry("dcterms.date", ClaimTopic.DATE_PUBLISHED),
          Map.entry("dcterms.issued", ClaimTopic.DATE_PUBLISHED),
          Map.entry("dcterms.modified", ClaimTopic.DATE_MODIFIED),
          Map.entry("citation_date", ClaimTopic.DATE_PUBLISHED),
          Map.entry("citation_publication_date", ClaimTopic.DATE_PUBLISHED),
          Map.entry("citation_online_date", ClaimTopic.DATE_PUBLISHED),
          Map.entry("sailthru.date", ClaimTopic.DATE_PUBLISHED),
          Map.entry("parsely-pub-date", ClaimTopic.DATE_PUBLISHED),
          Map.entry("cxenseparse:recs:publishtime", ClaimTopic.DATE_PUBLISHED),
          Map.entry("cxenseparse:publishtime", ClaimTopic.DATE_PUBLISHED),
          Map.entry("last-modified", ClaimTopic.DATE_MODIFIED),
          Map.entry("lastmod", ClaimTopic.DATE_MODIFIED),
          Map.entry("revised", ClaimTopic.DATE_MODIFIED),
          Map.entry("dc.date.modified", ClaimTopic.DATE_MODIFIED),
          Map.entry("section", ClaimTopic.SECTION),
          Map.entry("parsely-section", ClaimTopic.SECTION),
          Map.entry("cxenseparse:section", ClaimTopic.SECTION),
          Map.entry("dc.publisher", ClaimTopic.PUBLISHER),
          Map.entry("dcterms.publisher", ClaimTopic.PUBLISHER),
          Map.entry("publisher", ClaimTopic.PUBLISHER),
          Map.entry("citation_journal_title", ClaimTopic.PUBLISHER),
          Map.entry("application-name", ClaimTopic.SITE_NAME),
          Map.entry("dc.language", ClaimTopic.LANGUAGE),
          Map.entry("dcterms.language", ClaimTopic.LANGUAGE),
          Map.entry("language", ClaimTopic.LANGUAGE),
          Map.entry("content-language", ClaimTopic.LANGUAGE),
          Map.entry("og:url", ClaimTopic.CANONICAL_URL));

  /** How the letters of a name end that holds the day of publication. */
  private static final List<String> PUBLISHED =
      List.of(
          "publishedtime",
          "publishtime",
          "publisheddate",
          "publishdate",
          "publishedat",
          "publishedon",
          "publicationdate",
          "datepublished",
          "datepublication",
          "dateissued",
          "firstpublished",
          "pubdate",
          "datepub");

  private static final List<String> MODIFIED =
      List.of(
          "modifiedtime",
          "modifieddate",
          "modifiedat",
          "lastmodified",
          "lastupdated",
          "lastpublished",
          "datemodified",
          "dateupdated",
          "updatedate",
          "updateddate",
          "updatedtime",
          "updatetime",
          "updatedat");

  private MetaNames() {}

  /**
   * What a meta element is about; null when it says nothing about the story.
   *
   * @param name the element's name or property, lower case
   */
  static @Nullable ClaimTopic topic(String name) {
    ClaimTopic known = NAMES.get(name);
    if (known != null) {
      return known;
    }
    String letters = letters(name);
    if (MODIFIED.stream().anyMatch(letters::endsWith)) {
      return ClaimTopic.DATE_MODIFIED;
    }
    return PUBLISHED.stream().anyMatch(letters::endsWith) ? ClaimTopic.DATE_PUBLISHED : null;
  }

  private static String letters(String name) {
    StringBuilder letters = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= 'a' && c <= 'z') {
        letters.append(c);
      }
    }
    return letters.toString();
  }
}
