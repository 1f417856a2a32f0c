package io.dateline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.dateline.article.Article;
import io.dateline.article.ArticleReader;
import io.dateline.boilerplate.BoilerplateDetector;
import io.dateline.capture.Capture;
import io.dateline.capture.CapturedPage;
import io.dateline.capture.HtmlCapture;
import io.dateline.capture.TextCapture;
import io.dateline.gazetteer.Gazetteer;
import io.dateline.toponym.GeotagOptions;
import io.dateline.toponym.Geotagger;
import io.dateline.toponym.Story;
import java.lang.management.ManagementFactory;
import java.util.function.IntFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts, not seconds: the units of the {@link Meter}, and the bytes that the thread allocates. */
@DisplayName("Ten times the input costs at most eleven times the work")
class LinearWorkTest {

  private static final String SENTENCE =
      "The ferry from Mombasa carried more people this week than in all of winter, they said. ";

  private final BoilerplateDetector detector = BoilerplateDetector.create();
  private final ArticleReader reader = new ArticleReader(LanguageIdentifier.none());
  private final Geotagger geotagger = new Geotagger(Gazetteer.builtIn(), GeotagOptions.defaults());

  /** A {@code #} is a number that differs from one to the next. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>" + SENTENCE + SENTENCE + "</p>",
        "<li class='a teaser'><a href=/x>One and the same teaser again</a></li>",
        "<p></p>",
        "<div><span>",
        "<p>x",
        "<b><i><p>y",
        "<table><tr><td>z",
        "<meta property=og:title content='Ferry'><p>Ferry",
        "<h1>Ferry</h1>",
        "<time datetime=2013-11-20>20 November 2013</time>",
        "<h1>x<i></i><time datetime=2013-11-20>",
        "<time>1",
        "<div itemprop=author itemscope>x",
        "<a rel=author>x<div>",
        "<b id=#><p>",
        "<button><select><option>x",
        "<p itemscope itemprop=author>By Jane Doe, John Roe and Jim Poe</p>",
        "<br>1/2/2013 - 3/4/2014 (10:30",
        "<meta property=og:title content='Ferry #'><h1>Ferry #</h1><p>Ferry #",
        "<meta property=og:description content='Ferry #'><p>A ferry with the number #",
        "<meta property=og:site_name content='Site #'><meta name=author content='Jane Doe#'>",
        "<p class=byline>By Jane#a Doe#b</p><a rel=author href=/#>Jane#a Doe#b</a>",
        "<li><a href=/#>Word #</a>",
        "<script type=application/ld+json>{'@type':'Article','headline':'Ferry #'}</script>",
        "<div itemscope itemprop=author><span itemprop=name>Jane #</span></div>",
        "<figure><img alt=#><figcaption>Photo: Jane#a Doe/Reuters</figcaption></figure>",
        "<h2>Update #</h2><p>" + SENTENCE + "</p>",
        "<p>İstanbul'da #. gün</p>",
      })
  void inHtml(String unit) {
    check(units -> HtmlCapture.of(numbered(unit, units)), 500);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <title>                     | Ferry /                   | </title><p>Ferry
          <h1>                        | Ferry -                   | </h1><p>Ferry
          <div class='                | ad-related_share#         | '><p>Ferry
          <div                        | data-a#='b'               | ><p>Ferry
          <div itemprop='             | author#                   | '>Jane Doe
          <div itemprop='             | author                    | '>Jane Doe
          <meta name=author content=' | Jane Doe#,                | '>
          <meta content=x name='      | İ                         | '>
          <p style='                  | color:red;                | '>x
          <script type='              | İ                         | '>x</script>
          <script type='application/ld+json'>[{ | },{'@id':'#','author':{'@id':'#1'} | }]</script><p>x
          <script type='application/ld+json'>   | [{'@type':'Article','author':      | </script><p>x
          <script type='application/ld+json'>   | {'articleBody':'\\'                | </script><p>x
          """)
  void insideOneElement(String before, String unit, String after) {
    check(units -> HtmlCapture.of(before + numbered(unit + ' ', units) + after), 500);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        SENTENCE,
        SENTENCE + "\n\n",
        "Paris, Texas, Springfield, Illinois and Cairo. ",
        "the Old district of Homs, a village near Paris, ",
        "the Old#a district of Homs, Abu#a quarter in France. ",
        "Abu#a quarter. ",
        "District ",
        "((((",
        "By Jane Doe, ",
        "a ",
        "\n• 1. * \n",
        "Reuters/AP - (AFP) — ",
        "İstanbul'dan Ankara'ya ",
        "北京东京港区",
        "กรุงเทพมหานคร",
        "e\u0301\u0301",
        "\u202E\u2066a",
        "🛶",
        "\uD83D \uDE82",
        "a\u0000",
        "A/",
        "O'",
        "New San ",
        "Republic of ",
        "10 kilometres north of ",
        "University of Paris Police Department ",
        "President John Doe# said. ",
        "MOMBASA, Kenya, Nov 20 (Reuters) - ",
        "Monday, Nov 20, 2013 10:30 ",
        "By Jane#a Doe\n",
        "By Jane Doe and ",
        "“He said ‘so’ ",
        "https://news.example/a/b?c=# ",
        "jane@news.example ",
        "Name: Value #\n",
        "Read more: Another story about the ferry\n",
      })
  void inText(String unit) {
    check(units -> TextCapture.of(SENTENCE + "\n\n" + numbered(unit, units)), 300);
  }

  @Test
  void tenThousandPlaceNamesInARow() {
    long characters = 2000 * 47;
    Meter meter = Meter.unlimited();

    run(TextCapture.of("Paris, Texas, Springfield, Illinois and Cairo. ".repeat(2000)), meter);

    assertTrue(meter.worked() < 8 * characters, meter.worked() + " units of work");
  }

  /** A capture over its budget is not looked at, so it costs nothing. */
  @Test
  void aLineOfFiftyMillionCharactersIsNotLookedAt() {
    TextCapture line = TextCapture.of("a".repeat(50_000_000));
    NewsAnalyzer analyzer = NewsAnalyzer.create(AnalyzerOptions.defaults());
    analyzer.analyze(line); // loads what is loaded once
    long before = allocated();

    NewsDocument document = analyzer.analyze(line);

    long bytes = allocated() - before;
    assertEquals(Status.LIMITED, document.status());
    assertTrue(bytes < 100_000, bytes + " bytes");
  }

  private void check(IntFunction<Capture> shape, int units) {
    cost(shape.apply(units)); // loads what is loaded once
    Cost less = cost(shape.apply(units));
    Cost more = cost(shape.apply(10 * units));

    assertTrue(more.work() <= 11 * less.work() + 20_000, less + " became " + more);
    assertTrue(more.bytes() <= 11 * less.bytes() + 4_000_000, less + " became " + more);
  }

  private record Cost(long work, long bytes) {}

  private Cost cost(Capture capture) {
    Meter meter = Meter.unlimited();
    long before = allocated();
    run(capture, meter);
    return new Cost(meter.worked(), allocated() - before);
  }

  private void run(Capture capture, Meter meter) {
    CapturedPage page = CapturedPage.of(capture, meter);
    if (!page.blocks().isEmpty()) {
      Article article = reader.read(page, detector.judge(page, meter), meter);
      geotagger.geotag(Story.of(article), meter);
    }
  }

  private static String numbered(String unit, int units) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < units; i++) {
      all.append(unit.replace("#", Integer.toString(i, Character.MAX_RADIX)));
    }
    return all.toString();
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }
}
