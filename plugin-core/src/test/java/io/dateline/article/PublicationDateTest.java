package io.dateline.article;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dateline.capture.HtmlCapture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The day of publication where a page contradicts itself")
class PublicationDateTest {

  private static final String STORY =
      """
      body: The new bridge over the harbour opened to traffic after seven years of work.
      body: Hundreds of people walked across the bridge in the first hour.
      body: The harbour ferry will go on for another month, the town said.""";

  private static final String TITLE = "headline: Bridge opens at last\n";

  @ParameterizedTest(name = "{0} / {1} / {2}")
  @CsvSource(
      delimiterString = "=>",
      nullValues = "-",
      textBlock =
          """
          # rebuilt with the update: the earlier day in the text holds
          2024-01-09 => 2024-01-09 => Published May 3, 2020 => 2020-05-03
          2024-01-09 => 2024-01-09 => May 3, 2020 => 2020-05-03
          2024-01-09 => - => May 3, 2020 => 2020-05-03
          # updated after the claim: the claim is no update's
          2020-05-03 => 2024-01-09 => January 9, 2024 => 2020-05-03
          2020-05-03 => 2024-01-09 => Updated January 9, 2024 => 2020-05-03
          2022-05-03 => 2024-01-09 => May 3, 2020 => 2022-05-03
          # a neighbouring day is a matter of zones
          2024-01-09T02:00:00Z => 2024-01-09T02:00:00Z => January 8, 2024 => 2024-01-09T02:00Z
          """)
  void claimOfAnUpdateYieldsToTheDayInTheText(
      String claim, String modified, String line, String iso) {
    String html =
        "<script type='application/ld+json'>{'@type':'Article','headline':'Bridge opens at last',"
            + (modified == null ? "" : "'dateModified':'" + modified + "',")
            + "'datePublished':'%s'}</script>".formatted(claim);

    Article article = ArticleReaderTest.read(html, TITLE + "timestamp: " + line + "\n" + STORY);

    assertEquals(iso, article.datePublished());
  }

  @Test
  void ofTwoClaimsTheTextConfirmsOne() {
    String html =
        """
        <script type="application/ld+json">{"@type":"Article","headline":"Bridge opens at last",
        "datePublished":"2023-06-01","dateModified":"2024-01-09"}</script>
        <meta name="publish-date" content="2020-05-03">
        """;

    Article article = ArticleReaderTest.read(html, TITLE + "timestamp: May 3, 2020\n" + STORY);

    assertEquals("2020-05-03", article.datePublished());
  }

  @Test
  void claimBehindEveryUpdateIsARepublication() {
    String html =
        """
        <meta name="published-time" content="2024-03-09T08:45:00Z">
        <meta name="published-date" content="2021-02-16">
        <meta name="modified-date" content="2023-07-30">
        """;

    assertEquals("2021-02-16", ArticleReaderTest.read(html, STORY).datePublished());
  }

  @ParameterizedTest
  @CsvSource({
    "2023-12-19T02:41:00Z, 2023/12/18, 2023-12-18",
    "2023-12-18T23:41:00Z, 2023/12/19, 2023-12-19",
    "2023-12-19T14:41:00Z, 2023/12/18, 2023-12-19T14:41Z",
    "2023-12-19T02:41:00Z, 2023/12/12, 2023-12-19T02:41Z",
    "2023-12-19T02:41:00+01:00, 2023/12/18, 2023-12-19T02:41+01:00",
  })
  void addressKnowsTheDayInThePapersOwnZone(String claim, String path, String iso) {
    String html = "<meta property='article:published_time' content='" + claim + "'>";
    HtmlCapture capture =
        HtmlCapture.of(html, ArticleReaderTest.at("https://example.org/" + path + "/bridge"));

    assertEquals(iso, ArticleReaderTest.article(capture, STORY).datePublished());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      nullValues = "-",
      textBlock =
          """
          timestamp: 30 Sep 2022~{story}~other: This article was originally published on 26 Sep 2019 and has been updated since. => 2019-09-26
          timestamp: 30 Sep 2022~{story}~other: The next vote is on 26 Sep 2023. => 2022-09-30
          {story}~timestamp: Published~timestamp: Feb 2, 2023 => 2023-02-02
          {story}~timestamp: Last updated~timestamp: Feb 2, 2023 => -
          {story}~related: Ferry strike ends~timestamp: March 5, 2023~related: Harbour dredged~timestamp: March 4, 2023 => -
          {story}~timestamp: March 5, 2023 => 2023-03-05
          timestamp: August 16, 2019 - Updated July 9, 2023~{story} => 2019-08-16
          timestamp: Town hall, AUGUST 16, 2019 Updated: JULY 9, 2023~{story} => 2019-08-16
          """)
  void tellsTheStorysDayFromTheOthersInTheText(String lines, String iso) {
    Article article =
        ArticleReaderTest.read("<p>x", TITLE + lines.replace("{story}", STORY).replace('~', '\n'));

    assertEquals(iso, article.datePublished());
  }
}
