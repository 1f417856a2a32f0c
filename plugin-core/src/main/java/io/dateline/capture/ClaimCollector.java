package io.dateline.capture;

import io.dateline.Meter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Walks a DOM once and notes what it claims. */
final class ClaimCollector {

  private static final int MAX_VALUE = 20_000;
  private static final int MAX_BODY = 2_000_000;

  /** Names of meta elements, lower case; a number of vendors' vocabularies say the same things. */
  private static final Map<String, ClaimTopic> META =
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

  private static final Map<String, ClaimTopic> ITEM_PROPERTIES =
      Map.of(
          "headline", ClaimTopic.HEADLINE,
          "datepublished", ClaimTopic.DATE_PUBLISHED,
          "datecreated", ClaimTopic.DATE_PUBLISHED,
          "datemodified", ClaimTopic.DATE_MODIFIED,
          "author", ClaimTopic.AUTHOR,
          "articlesection", ClaimTopic.SECTION,
          "publisher", ClaimTopic.PUBLISHER,
          "inlanguage", ClaimTopic.LANGUAGE);

  private final List<Claim> claims = new ArrayList<>();
  private final Meter meter;

  ClaimCollector(Meter meter) {
    this.meter = meter;
  }

  List<Claim> claims() {
    return claims;
  }

  void collect(Document dom) {
    List<String> jsonLd = new ArrayList<>();
    TimeElements times = new TimeElements();
    int position = 0;
    for (Element element : dom.getAllElements()) {
      position++;
      meter.work(1);
      switch (element.normalName()) {
        case "html" -> add(ClaimTopic.LANGUAGE, ClaimSource.META, language(element));
        case "title" -> {
          Element parent = element.parent();
          if (parent != null && parent.normalName().equals("head")) { // an svg has titles, too
            add(ClaimTopic.PAGE_TITLE, ClaimSource.META, element.text());
          }
        }
        case "meta" -> meta(element);
        case "link" -> link(element);
        case "script" -> {
          if (element.attr("type").toLowerCase(Locale.ROOT).contains("ld+json")) {
            jsonLd.add(element.data());
          }
        }
        case "time" -> times.time(element, position);
        case "h1" -> times.heading(position);
        default -> classNames(element);
      }
      if (element.hasAttr("itemprop")) {
        itemProperty(element);
      }
    }
    times.claim(this);
    new JsonLdReader(this).read(jsonLd);
  }

  void add(ClaimTopic topic, ClaimSource source, String value) {
    String text = value;
    if (text.indexOf('&') >= 0) { // escaped twice is common in meta elements and JSON-LD
      text = Parser.unescapeEntities(text, false);
    }
    text = topic == ClaimTopic.ARTICLE_BODY ? text.strip() : fold(text);
    int limit = topic == ClaimTopic.ARTICLE_BODY ? MAX_BODY : MAX_VALUE;
    if (!text.isBlank() && text.length() <= limit) {
      claims.add(new Claim(topic, source, text));
    }
  }

  boolean has(ClaimTopic topic, ClaimSource source) {
    return claims.stream().anyMatch(claim -> claim.topic() == topic && claim.source() == source);
  }

  /** Whether the page's title or another claim begins with this headline. */
  boolean isTitled(String headline) {
    String words = fold(headline);
    return !words.isEmpty()
        && claims.stream()
            .filter(c -> c.topic() == ClaimTopic.HEADLINE || c.topic() == ClaimTopic.PAGE_TITLE)
            .anyMatch(claim -> claim.value().startsWith(words));
  }

  private static String fold(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c) || c == '\u00a0' || c == '\ufeff') {
        gap = out.length() > 0;
      } else {
        if (gap) {
          out.append(' ');
          gap = false;
        }
        out.append(c);
      }
    }
    return out.toString();
  }

  private static String language(Element html) {
    return html.hasAttr("lang") ? html.attr("lang") : html.attr("xml:lang");
  }

  private void meta(Element element) {
    String content = element.attr("content");
    if (content.isEmpty()) {
      return;
    }
    for (String attribute : new String[] {"property", "name", "http-equiv"}) {
      String name = element.attr(attribute).toLowerCase(Locale.ROOT).strip();
      ClaimTopic topic = META.get(name);
      if (topic != null) {
        boolean graph = name.startsWith("og:") || name.startsWith("article:");
        add(topic, graph ? ClaimSource.OPEN_GRAPH : ClaimSource.META, content);
        return;
      }
    }
  }

  private void link(Element element) {
    if (element.attr("rel").equalsIgnoreCase("canonical")) {
      String address = element.absUrl("href");
      add(
          ClaimTopic.CANONICAL_URL,
          ClaimSource.META,
          address.isEmpty() ? element.attr("href") : address);
    }
  }

  private void classNames(Element element) {
    if (element.normalName().equals("a") && element.attr("rel").contains("author")) {
      add(ClaimTopic.AUTHOR, ClaimSource.CLASS_NAME, element.text());
    }
  }

  private void itemProperty(Element element) {
    if (!describesArticle(element)) {
      return;
    }
    for (String property : element.attr("itemprop").toLowerCase(Locale.ROOT).split("\\s+", -1)) {
      ClaimTopic topic = ITEM_PROPERTIES.get(property);
      if (topic != null) {
        add(topic, ClaimSource.MICRODATA, propertyValue(element));
      }
    }
  }

  /** A comment, a product and an event have authors and dates, too. */
  private boolean describesArticle(Element element) {
    for (Element up = element.parent(); up != null; up = up.parent()) {
      meter.work(1);
      if (up.hasAttr("itemscope")) {
        String type = up.attr("itemtype");
        return type.isEmpty()
            || type.endsWith("Article")
            || type.endsWith("Posting")
            || type.endsWith("WebPage")
            || type.endsWith("CreativeWork")
            || type.endsWith("Report");
      }
    }
    return true;
  }

  private static String propertyValue(Element element) {
    for (String attribute : new String[] {"content", "datetime"}) {
      if (element.hasAttr(attribute)) {
        return element.attr(attribute);
      }
    }
    if (element.hasAttr("itemscope")) {
      Element name = element.selectFirst("[itemprop=name]");
      if (name != null) {
        return name.hasAttr("content") ? name.attr("content") : name.text();
      }
    }
    return element.text();
  }
}
