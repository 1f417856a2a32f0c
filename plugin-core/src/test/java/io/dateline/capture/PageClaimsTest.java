package io.dateline.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What a page claims about itself")
class PageClaimsTest {

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        // whole
        "{\"@type\":\"NewsArticle\",\"headline\":\"Bridge opens\",\"datePublished\":\"2020-05-03\"}",
        // cut off
        "{\"@type\":\"NewsArticle\",\"headline\":\"Bridge opens\",\"datePublished\":\"2020-05-03\",\"au",
        // trailing comma and a comment
        "{\"@type\":\"NewsArticle\",/* cms */\"headline\":\"Bridge opens\",\"datePublished\":\"2020-05-03\",}",
        // a raw line break inside a string
        "{\"@type\":\"NewsArticle\",\"description\":\"a\nb\",\"headline\":\"Bridge opens\",\"datePublished\":\"2020-05-03\"}",
        // an unescaped quote in front of what we want
        "{\"@type\":\"NewsArticle\",\"description\":\"the \"new\" bridge\",\"headline\":\"Bridge opens\",\"datePublished\":\"2020-05-03\"}",
        // single quotes, bare names
        "{'@type':'NewsArticle',headline:'Bridge opens',datePublished:'2020-05-03'}",
        // wrapped
        "//<![CDATA[\n{\"@type\":\"NewsArticle\",\"headline\":\"Bridge opens\",\"datePublished\":\"2020-05-03\"}\n//]]>",
        "<!-- [{\"@type\":[\"NewsArticle\"],\"headline\":\"Bridge opens\",\"datePublished\":\"2020-05-03\"}] -->",
        // inside a graph, inside a page
        "{\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"Harbour Times\"},{\"@type\":\"ReportageNewsArticle\",\"headline\":\"Bridge opens\",\"datePublished\":\"2020-05-03\"}]}",
        "{\"@type\":\"WebPage\",\"mainEntity\":{\"@type\":\"NewsArticle\",\"headline\":\"Bridge opens\",\"datePublished\":\"2020-05-03\"}}",
        // two values in one script
        "{\"@type\":\"Organization\"}{\"@type\":\"NewsArticle\",\"headline\":\"Bridge opens\",\"datePublished\":\"2020-05-03\"}",
      })
  void readsJsonLdHoweverBroken(String json) {
    PageClaims claims = claims("<script type='application/ld+json'>" + json + "</script>");

    assertEquals("Bridge opens", claims.first(ClaimTopic.HEADLINE).orElseThrow());
    assertEquals("2020-05-03", claims.first(ClaimTopic.DATE_PUBLISHED).orElseThrow());
    assertEquals(ClaimSource.JSON_LD, claims.about(ClaimTopic.HEADLINE).get(0).source());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[[[[[[", "}", "null", "{\"@type\":{\"@type\":{}}}", "{\"a\":\"\\u12"})
  void garbageClaimsNothing(String json) {
    PageClaims claims = claims("<script type='application/ld+json'>" + json + "</script>");

    assertTrue(claims.about(ClaimTopic.HEADLINE).isEmpty());
  }

  @Test
  void deepNestingIsNoDanger() {
    String json = "[".repeat(5000) + "{\"@type\":\"NewsArticle\"}";

    assertTrue(
        claims("<script type='application/ld+json'>" + json + "</script>")
            .about(ClaimTopic.HEADLINE)
            .isEmpty());
  }

  @Test
  void followsReferencesAndTellsOrganisationsFromPersons() {
    PageClaims claims =
        claims(
            """
            <script type="application/ld+json">
            {"@graph":[
              {"@type":"NewsArticle","headline":"Bridge opens",
               "author":[{"@id":"#jane"},{"@type":"Organization","name":"News desk"}],
               "publisher":{"@id":"#paper"}},
              {"@type":"Person","@id":"#jane","name":"Jane Doe"},
              {"@type":"NewsMediaOrganization","@id":"#paper","name":"Harbour Times"}]}
            </script>
            """);

    assertEquals(List.of("Jane Doe"), claims.values(ClaimTopic.AUTHOR));
    assertEquals(List.of("News desk"), claims.values(ClaimTopic.AUTHOR_ORGANISATION));
    assertEquals(List.of("Harbour Times"), claims.values(ClaimTopic.PUBLISHER));
  }

  @Test
  void takesTheArticleThatThePageIsCalledAfter() {
    PageClaims claims =
        claims(
            """
            <title>Bridge opens | Harbour Times</title>
            <script type="application/ld+json">
            [{"@type":"NewsArticle","headline":"Ferry sinks"},
             {"@type":"NewsArticle","headline":"Bridge opens"}]
            </script>
            """);

    assertEquals(List.of("Bridge opens"), claims.values(ClaimTopic.HEADLINE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '\0',
      textBlock =
          """
          <meta property="og:title" content="Bridge"> => HEADLINE => Bridge
          <meta name="OG:TITLE" content="Bridge"> => HEADLINE => Bridge
          <meta property="article:published_time" content="2020-05-03"> => DATE_PUBLISHED => 2020-05-03
          <meta name="parsely-pub-date" content="2020-05-03"> => DATE_PUBLISHED => 2020-05-03
          <meta name="sailthru.date" content="2020-05-03"> => DATE_PUBLISHED => 2020-05-03
          <meta name="cXenseParse:recs:publishtime" content="2020-05-03"> => DATE_PUBLISHED => 2020-05-03
          <meta name="DC.date.issued" content="2020-05-03"> => DATE_PUBLISHED => 2020-05-03
          <meta name="citation_author" content="Doe, Jane"> => AUTHOR => Doe, Jane
          <meta name="w-published-date" content="2020-05-03"> => DATE_PUBLISHED => 2020-05-03
          <meta property="shareaholic:article_published_time" content="2020-05-03"> => DATE_PUBLISHED => 2020-05-03
          <meta property="http://ogp.me/ns/article#modified_time" content="2020-05-04"> => DATE_MODIFIED => 2020-05-04
          <meta name="last-updated" content="2020-05-04"> => DATE_MODIFIED => 2020-05-04
          <script type="application/ld+json">{"@type":"WebPage","datePublished":"2020-05-03"}</script> => DATE_PUBLISHED => 2020-05-03
          <script type="application/ld+json">{&quot;@type&quot;:&quot;NewsArticle&quot;,&quot;datePublished&quot;:&quot;2020-05-03&quot;}</script> => DATE_PUBLISHED => 2020-05-03
          <h1>Bridge</h1><time class="published" datetime="2020-05-04">Updated May 4, 2020</time> => DATE_MODIFIED => 2020-05-04
          <h1>Bridge</h1><time datetime="2020-05-03">3 May</time><p>x</p><p>x</p><time datetime="2019-05-03">x</time> => DATE_PUBLISHED => 2020-05-03
          <time datetime="2019-05-03">x</time><p>x</p><p>x</p><h1>Bridge</h1><time datetime="2020-05-03">3 May</time> => DATE_PUBLISHED => 2020-05-03
          <meta name="last-modified" content="2020-05-04"> => DATE_MODIFIED => 2020-05-04
          <meta property="og:description" content="A &amp;amp; B"> => DESCRIPTION => A & B
          <html lang="de-AT"> => LANGUAGE => de-AT
          <link rel="canonical" href="https://example.org/a"> => CANONICAL_URL => https://example.org/a
          <title>Bridge | Harbour Times</title> => PAGE_TITLE => Bridge | Harbour Times
          <head>\uFEFF<title>Bridge</title></head><body> => PAGE_TITLE => Bridge
          <head><img src=a><title>Bridge</title></head><body> => PAGE_TITLE => Bridge
          <a rel="author" href="/jane">Jane Doe</a> => AUTHOR => Jane Doe
          <h1>Bridge</h1><time datetime="2020-05-03T10:00">today</time> => DATE_PUBLISHED => 2020-05-03T10:00
          <h1>Bridge</h1>Updated <time datetime="2020-05-04">x</time> => DATE_MODIFIED => 2020-05-04
          <h1>Bridge</h1><span>Aktualisiert am</span> <time datetime="2020-05-04">x</time> => DATE_MODIFIED => 2020-05-04
          <div itemscope itemtype="https://schema.org/NewsArticle"><span itemprop="author">Jane Doe</span></div> => AUTHOR => Jane Doe
          """)
  void readsMarkup(String html, ClaimTopic topic, String value) {
    assertEquals(value, claims(html).first(topic).orElseThrow());
  }

  @Test
  void onlyTheFirstTitleBesideTheHeadIsThePages() {
    PageClaims claims =
        claims(
            "<p>x<title>a</title></p><svg><title>b</title></svg><title>c</title><title>d</title>");

    assertEquals(List.of("c"), claims.values(ClaimTopic.PAGE_TITLE));
  }

  @Test
  @Timeout(20) // the base was once looked for in the whole head for each link
  void manyCanonicalLinksShareOneBase() {
    PageClaims claims =
        claims("<head>" + "<link rel=canonical href=b>".repeat(200_000) + "<base href=http://a/>");

    assertEquals("http://a/b", claims.first(ClaimTopic.CANONICAL_URL).orElseThrow());
  }

  @Test
  void commentsAndTeasersDateThemselvesNotTheStory() {
    String teasers = "<p><b><i>x</i></b><time datetime='2019-01-0%d'>x</time></p>".repeat(1);
    StringBuilder html = new StringBuilder("<h1>Bridge</h1>");
    html.append("<p>text</p>".repeat(100));
    for (int i = 1; i < 6; i++) {
      html.append(teasers.formatted(i));
    }
    html.append(
        "<div itemscope itemtype='https://schema.org/Comment'>"
            + "<meta itemprop='datePublished' content='2020-06-01'>"
            + "<span itemprop='author'>troll</span></div>");

    PageClaims claims = claims(html.toString());

    assertEquals(List.of(), claims.about(ClaimTopic.DATE_PUBLISHED));
    assertEquals(List.of(), claims.about(ClaimTopic.AUTHOR));
  }

  @Test
  void datesOfThePageStandBackBehindTheArticles() {
    PageClaims claims =
        claims(
            """
            <script type="application/ld+json">{"@graph":[
            {"@type":"WebPage","datePublished":"2019-01-01"},
            {"@type":"NewsArticle","datePublished":"2020-05-03"}]}</script>
            """);

    assertEquals(List.of("2020-05-03"), claims.values(ClaimTopic.DATE_PUBLISHED));
  }

  @Test
  void trustsJsonLdBeforeOpenGraphBeforeMeta() {
    PageClaims claims =
        claims(
            """
            <meta name="date" content="2020-05-05">
            <meta property="article:published_time" content="2020-05-04">
            <script type="application/ld+json">
            {"@type":"NewsArticle","datePublished":"2020-05-03"}</script>
            """);

    assertEquals(
        List.of("2020-05-03", "2020-05-04", "2020-05-05"),
        claims.values(ClaimTopic.DATE_PUBLISHED));
  }

  @Test
  void plainTextClaimsNothing() {
    assertEquals(PageClaims.none(), CapturedPage.of(TextCapture.of("By Jane Doe")).claims());
  }

  private static PageClaims claims(String html) {
    return CapturedPage.of(HtmlCapture.of(html)).claims();
  }
}
