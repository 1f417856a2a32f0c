package io.dateline.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.dateline.LanguageIdentifier;
import io.dateline.boilerplate.BlockKind;
import io.dateline.boilerplate.JudgedBlock;
import io.dateline.boilerplate.Judgement;
import io.dateline.capture.Block;
import io.dateline.capture.Capture;
import io.dateline.capture.CapturedPage;
import io.dateline.capture.HtmlCapture;
import io.dateline.capture.Provenance;
import io.dateline.capture.TextCapture;
import io.dateline.furniture.Furniture;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Fields of an article")
class ArticleReaderTest {

  private static final Clock NOW =
      Clock.fixed(Instant.parse("2024-06-01T12:00:00Z"), ZoneOffset.UTC);

  private static final String STORY =
      """
      body: The new bridge over the harbour opened to traffic after seven years of work.
      body: Hundreds of people walked across the bridge in the first hour.
      body: The harbour ferry will go on for another month, the town said.""";

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '\0',
      textBlock =
          """
          <title>Bridge opens at last | Harbour Times</title><meta property="og:site_name" content="Harbour Times"> => Bridge opens at last
          <title>Bridge opens at last - Harbour Times - World</title><h1>Bridge opens at last</h1> => Bridge opens at last
          <title>Harbour Times: Bridge opens at last</title><h1>Harbour Times</h1><h1>Bridge opens at last</h1> => Bridge opens at last
          <meta property="og:title" content="Bridge opens - at last - harbourtimes.com"> => Bridge opens - at last
          <meta property="og:title" content="港大橋が開通：港新聞"><title>港大橋が開通：港新聞</title><h1>港大橋が開通</h1> => 港大橋が開通
          <meta property="og:title" content="The ferry &amp; the bridge"><h1>The ferry &amp; the bridge</h1> => The ferry & the bridge
          """)
  void headlineComesWithoutTheSitesName(String html, String headline) {
    assertEquals(headline, read(html, STORY).headline());
  }

  @Test
  void headlineIsNotTheTitleForSearchEngines() {
    String html =
        """
        <title>Harbour bridge opening date traffic 2020</title>
        <meta property="og:title" content="Harbour bridge opening date traffic 2020">
        <h1>Bridge opens at last</h1>
        <script type="application/ld+json">
        {"@type":"NewsArticle","headline":"Bridge opens at last"}</script>
        """;

    assertEquals("Bridge opens at last", read(html, STORY).headline());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '\0',
      nullValues = "-",
      textBlock =
          """
          2020-05-03T08:15:00Z => 2020-05-03T08:15Z
          2020-05-03T08:15:30.123+0200 => 2020-05-03T08:15:30+02:00
          2020-05-03 08:15:00 => 2020-05-03T08:15
          20200503 => 2020-05-03
          1588493700 => 2020-05-03T08:15:00Z
          1588493700000 => 2020-05-03T08:15:00Z
          Sun, 03 May 2020 08:15:00 GMT => 2020-05-03T08:15Z
          Sunday, May 3, 2020 - 08:15 => 2020-05-03T08:15
          3 мая 2020 => 2020-05-03
          1970-01-01T00:00:00Z => -
          0001-01-01T00:00:00 => -
          2999-12-31 => -
          2024-06-09T00:00:00Z => -
          2024-06-02 => 2024-06-02
          2024-06-03 => -
          1605-01-01 => 1605-01-01
          1604-12-31 => -
          1969-12-31T19:00:00-05:00 => -
          1899-12-30T00:00:00 => -
          1753-01-01 => -
          0000-00-00 00:00:00 => -
          0000-01-01 => -
          -0001-11-30T00:00:00Z => -
          99999-01-01 => -
          +99999-01-01T00:00:00Z => -
          2020-02-31 => -
          9999999999 => -
          9223372036854775807 => -
          2020-13-45 => -
          {{ page.date }} => -
          yesterday => -
          """)
  void datesThatCannotBeAreNoDates(String claim, String iso) {
    Article article =
        read("<meta property='article:published_time' content='" + claim + "'>", STORY);

    assertEquals(iso, article.datePublished());
    assertEquals(iso == null ? null : "meta", article.dateSource());
  }

  @Test
  void impossibleClaimGivesWayToTheNextSource() {
    String html =
        """
        <meta name="date" content="2020-05-03">
        <script type="application/ld+json">
        {"@type":"NewsArticle","datePublished":"1970-01-01T00:00:00Z"}</script>
        """;

    assertEquals("2020-05-03", read(html, STORY).datePublished());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '\0',
      nullValues = "-",
      textBlock =
          """
          timestamp: Published 3 May 2020 => 2020-05-03 => visible-text
          timestamp: Updated 3 May 2020 => - => -
          timestamp: Last updated:~timestamp: 3 May 2020 => - => -
          byline: By Jane Doe | 3 May 2020 => 2020-05-03 => visible-text
          other: 3 May 2020 => 2020-05-03 => visible-text
          other: 2 hours ago => - => -
          comment: 3 May 2020 => - => -
          caption: The bridge on 3 May 2020 => - => -
          """)
  void readsVisibleDatesButNoUpdate(String line, String iso, String source) {
    String lines = "headline: Bridge opens at last\n" + line.replace('~', '\n') + "\n" + STORY;

    Article article = readText(lines);

    assertEquals(iso, article.datePublished());
    assertEquals(source, article.dateSource());
  }

  @Test
  void printNoticeStandsInForMissingDate() {
    Article article =
        readText(
            STORY
                + "\nprint-notice: A version of this article appeared in the print edition of"
                + " The Harbour Times on May 3, 2020, on page 4.");

    assertEquals("2020-05-03", article.datePublished());
    assertEquals("print-notice", article.dateSource());
    assertEquals("The Harbour Times", article.printEdition());
    assertEquals("4", article.printPage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '\0',
      nullValues = "-",
      textBlock =
          """
          https://example.org/2020/05/03/bridge => 2020-05-03
          https://example.org/news/2020-5-3-bridge => 2020-05-03
          https://example.org/20200503/bridge => 2020-05-03
          https://example.org/world/2020/may/03/bridge => 2020-05-03
          https://example.org/2020/September/3/bridge => 2020-09-03
          https://example.org/2020/mayors/03/bridge => -
          https://example.org/2020/05/bridge => -
          https://example.org/id/12020050312 => -
          https://example.org/2020/02/31/bridge => -
          https://example.org/bridge?d=2020/05/03 => -
          """)
  void addressIsTheLastResort(String url, String iso) {
    assertEquals(iso, article(HtmlCapture.of("<p>x", at(url)), STORY).datePublished());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '\0',
      nullValues = "-",
      textBlock =
          """
          en-US => 03/04/2020 => 2020-03-04
          en-GB => 03/04/2020 => 2020-04-03
          fr => 03/04/2020 => 2020-04-03
          en => 03/04/2020 => -
          en => 25/04/2020 => 2020-04-25
          """)
  void orderOfDayAndMonthFollowsTheLanguage(String language, String date, String iso) {
    String lines = "headline: Bridge opens at last\ntimestamp: " + date + "\n" + STORY;

    assertEquals(iso, read("<html lang=" + language + ">", lines).datePublished());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '\0',
      emptyValue = "",
      textBlock =
          """
          <meta name="author" content="By Jane Doe and John Roe"> => [Jane Doe, John Roe]
          <meta name="author" content="admin"> => []
          <meta name="author" content="Harbour Times Staff"> => []
          <meta name="author" content="jane@example.org"> => []
          <meta property="article:author" content="https://social.example/jane"> => []
          <meta name="citation_author" content="Doe, Jane"> => [Jane Doe]
          <meta name="author" content="Jane Doe, PhD"> => [Jane Doe]
          """)
  void authorsArePersons(String html, String authors) {
    assertEquals(authors, read(html, STORY).author().toString());
  }

  @Test
  void organisationInJsonLdKeepsTeaserAuthorsOut() {
    String html =
        """
        <script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge opens",
        "author":{"@type":"Organization","name":"Harbour Times"}}</script>
        <a rel="author" href="/x">Somebody Else</a>
        """;

    assertEquals(List.of(), read(html, STORY).author());
  }

  @Test
  void datelineAndCreditLeaveTheBodyForTheirFields() {
    Article article =
        readText("body: LISBON/OSLO: The bridge reopened.\nbody: People walked. (harbour star)");

    assertEquals("LISBON/OSLO", article.dateline());
    assertEquals("harbour star", article.creditText());
    assertEquals("The bridge reopened.\n\nPeople walked.", article.text());
  }

  @Test
  void dateIsNoDateline() {
    String html =
        """
        <script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge opens",
        "dateline":"Sun, 3 May 2020 04:00"}</script>
        """;

    assertNull(read(html, STORY).dateline());
  }

  @Test
  void datelineLineGivesPlaceAndAgency() {
    Article article = readText("other: Lisbon - Agencies\n" + STORY);

    assertEquals("Lisbon", article.dateline());
    assertEquals("Agencies", article.agency());
  }

  @Test
  void creditCutOffTheLastParagraphIsStillACredit() {
    assertEquals("harbour star", readText(STORY + "\nother: (harbour star)").creditText());
  }

  @Test
  void speakersOfATranscriptAreNoDatelines() {
    Article article = readText("body: DOE: It is open.\nbody: ROE: It is not.\nbody: DOE: It is.");

    assertNull(article.dateline());
    assertEquals("DOE: It is open.\n\nROE: It is not.\n\nDOE: It is.", article.text());
  }

  @Test
  void agencyComesFromTheSentenceThatReportsForIt() {
    assertEquals(
        "AFP", readText("body: The bridge reopened on Monday, AFP reports. People came.").agency());
  }

  @Test
  void dateGluedToTheHeadlineIsTakenOff() {
    Article article =
        readText("headline: Harbour bridge opens to traffic 07 февраля 2013, 12:03\n" + STORY);

    assertEquals("Harbour bridge opens to traffic", article.headline());
    assertEquals("2013-02-07T12:03", article.datePublished());
  }

  @Test
  void headlineOfPlainTextIsTheLineWhoseWordsTheStoryTakesUp() {
    Article article =
        readText(
            "other: Subscribe now\nother: World\nother: Harbour bridge opens to traffic\n"
                + "byline: By Jane Doe\n"
                + STORY);

    assertEquals("Harbour bridge opens to traffic", article.headline());
    assertEquals(List.of("Jane Doe"), article.author());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      nullValues = "-",
      textBlock =
          """
          de => de => de
          de-AT => de => de-AT
          en => de => de
          en_US => en => en-US
          nb => no => nb
          english => - => -
          - => fr => fr
          - => - => -
          """)
  void languageIsCheckedAgainstTheText(String claimed, String identified, String language) {
    String html = claimed == null ? "<p>x" : "<html lang='" + claimed + "'>";
    ArticleReader reader = new ArticleReader(text -> Optional.ofNullable(identified), NOW);

    Article article = reader.read(CapturedPage.of(HtmlCapture.of(html)), judgement(STORY));

    assertEquals(language, article.language());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "one line", "two\n\nparagraphs\n", "  spaces \r\n and 🚢 café\u0301 "})
  void cleanTextStaysToTheCharacter(String text) {
    assertEquals(text, new ArticleReader(LanguageIdentifier.none()).readClean(text).text());
  }

  static Article read(String html, String lines) {
    return article(HtmlCapture.of(html), lines);
  }

  private static Article readText(String lines) {
    return article(TextCapture.of("x"), lines);
  }

  static Article article(Capture capture, String lines) {
    return new ArticleReader(LanguageIdentifier.none(), NOW)
        .read(CapturedPage.of(capture), judgement(lines));
  }

  static Provenance at(String url) {
    return new Provenance(url, null, null);
  }

  /** Lines of {@code kind: text}. */
  private static Judgement judgement(String lines) {
    List<JudgedBlock> blocks = new ArrayList<>();
    for (String line : lines.split("\n", -1)) {
      int colon = line.indexOf(": ");
      String kind = line.substring(0, colon).toUpperCase(Locale.ROOT).replace('-', '_');
      Block block = new Block(blocks.size(), line.substring(colon + 2));
      blocks.add(new JudgedBlock(block, BlockKind.valueOf(kind), "Says the test."));
    }
    return new Judgement(blocks, true, "Says the test.", Furniture.of(""));
  }
}
