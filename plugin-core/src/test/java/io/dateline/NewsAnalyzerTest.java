package io.dateline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dateline.capture.CapturedPage;
import io.dateline.capture.HtmlCapture;
import io.dateline.capture.TextCapture;
import io.dateline.toponym.Mention;
import io.dateline.toponym.ResolvedPlace;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewsAnalyzerTest {

  private static final String STORY =
      """
      Dam gates opened near Mostar

      The operators of the dam above Mostar opened two of its five gates on Monday after four days \
      of rain, and warned people along the Neretva to keep away from the banks.

      Water levels in Bosnia and Herzegovina had not been so high since 2014, the hydrological \
      service in Sarajevo said. It expects the rain to stop on Wednesday.

      “We have carried everything up to the first floor,” said Amra Hodžić, whose house stands \
      thirty metres from the river. Her neighbours did the same.
      """;

  private final NewsAnalyzer analyzer = NewsAnalyzer.create(AnalyzerOptions.defaults());

  @Test
  void findsTheArticleAndItsPlaces() {
    NewsDocument document = analyzer.analyze(TextCapture.of(STORY));

    assertEquals(Status.ARTICLE, document.status());
    List<String> names = document.places().stream().map(ResolvedPlace::name).toList();
    assertTrue(names.containsAll(List.of("Mostar", "Sarajevo")), names.toString());
    String text = document.article().text();
    for (ResolvedPlace place : document.places()) {
      for (Mention mention : place.mentions()) {
        assertEquals(mention.text(), text.substring(mention.start(), mention.end()));
      }
    }
  }

  @Test
  void preloadsWithAnArticleWhateverTheBudget() {
    Budget tiny = Budget.defaults().withMaxChars(10);
    NewsDocument document =
        NewsAnalyzer.create(AnalyzerOptions.defaults().withBudget(tiny)).rehearse();

    assertEquals(Status.ARTICLE, document.status());
    List<String> names = document.places().stream().map(ResolvedPlace::name).toList();
    assertTrue(names.containsAll(List.of("Rouen", "London")), names.toString());
  }

  @Test
  void accountsForEveryBlock() {
    NewsDocument document = analyzer.analyze(TextCapture.of("Home\nSport\n\n" + STORY));

    assertEquals(
        document.blocks().size(),
        document.removed().size()
            + document.blocks().stream().filter(block -> block.kind().isBody()).count());
    assertFalse(document.removed().isEmpty());
  }

  @Test
  void givesCleanTextBackToTheCharacter() {
    String odd = "\r\n  " + STORY + "\t\u2028";

    assertEquals(odd, analyzer.analyzeArticle(odd).article().text());
  }

  @Test
  void touchesNothingInModeNever() {
    assertEquals(Status.NOT_ARTICLE, analyzer.analyze(TextCapture.of(STORY), Mode.NEVER).status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\t\n ", "\u00A0"})
  void callsACaptureWithoutTextEmpty(String text) {
    assertEquals(Status.EMPTY, analyzer.analyze(TextCapture.of(text)).status());
  }

  @Test
  void namesTheLimitThatWasReached() {
    assertLimited("maxChars", Budget.defaults().withMaxChars(100));
    assertLimited("maxBlocks", Budget.defaults().withMaxBlocks(2));
    assertLimited("maxMentions", Budget.defaults().withMaxMentions(2));
    assertLimited("maxMillis", Budget.defaults().withMaxTime(Duration.ofNanos(1)));
  }

  @Test
  void countsElementsOfADomThatWasParsedElsewhere() {
    NewsDocument document =
        NewsAnalyzer.create(
                AnalyzerOptions.defaults().withBudget(Budget.defaults().withMaxElements(50)))
            .analyze(HtmlCapture.of("<p>One more.</p>".repeat(60)));

    assertEquals(Status.LIMITED, document.status());
    assertTrue(document.statusReason().contains("(maxElements)"), document.statusReason());
  }

  @Test
  void stopsInTheMiddleOfALongStage() {
    Meter meter = Meter.of(Budget.defaults().withMaxTime(Duration.ofNanos(1)));
    TextCapture endless = TextCapture.of((STORY + "\n").repeat(2000));

    assertThrows(OverBudget.class, () -> CapturedPage.of(endless, meter));
    assertTrue(meter.worked() < endless.length() / 4, meter.worked() + " units of work");
  }

  private static void assertLimited(String name, Budget budget) {
    NewsDocument document =
        NewsAnalyzer.create(AnalyzerOptions.defaults().withBudget(budget))
            .analyze(TextCapture.of(STORY));

    assertEquals(Status.LIMITED, document.status());
    assertTrue(document.statusReason().contains("(" + name + ")"), document.statusReason());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "ISO-8859-1", "UTF-8", "windows-1252"})
  void takesRandomBytesForNoArticle(String charset) {
    byte[] bytes = new byte[50_000];
    new Random(7).nextBytes(bytes);
    String garbage = new String(bytes, Charset.forName(charset));

    NewsDocument document = analyzer.analyze(HtmlCapture.of(garbage));

    assertEquals(Status.NOT_ARTICLE, document.status());
  }

  @Test
  void forgivesAWrongCharset() {
    String wrong =
        new String(STORY.getBytes(StandardCharsets.UTF_8), Charset.forName("windows-1252"));

    assertEquals(Status.ARTICLE, analyzer.analyze(TextCapture.of(wrong)).status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div>",
        "<span>",
        "<table><tr><td>",
        "<p>x</p>",
        "<p></p>",
        "<ul><li>",
        "<b><i>",
        "<a href=x>"
      })
  void standsAnyNesting(String markup) {
    HtmlCapture page =
        HtmlCapture.of("<html><body>" + markup.repeat(20_000) + "<p>" + STORY + "</p>");

    NewsDocument document = analyzer.analyze(page, Mode.ALWAYS);

    assertEquals(Status.ARTICLE, document.status());
  }

  @Test
  void givesTheSameOnManyThreads() {
    NewsDocument alone = analyzer.analyze(TextCapture.of(STORY));

    List<NewsDocument> together =
        IntStream.range(0, 64)
            .parallel()
            .mapToObj(i -> analyzer.analyze(TextCapture.of(STORY)))
            .toList();

    together.forEach(document -> assertEquals(alone, document));
  }
}
