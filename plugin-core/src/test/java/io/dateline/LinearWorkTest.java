package io.dateline;

import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Ten times the input costs at most eleven times the work")
class LinearWorkTest {

  private static final String SENTENCE =
      "The ferry from Mombasa carried more people this week than in all of winter, they said. ";

  private final BoilerplateDetector detector = BoilerplateDetector.create();
  private final ArticleReader reader = new ArticleReader(LanguageIdentifier.none());
  private final Geotagger geotagger = new Geotagger(Gazetteer.builtIn(), GeotagOptions.defaults());

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
        "<p itemscope itemprop=author>By Jane Doe, John Roe and Jim Poe</p>",
        "<br>1/2/2013 - 3/4/2014 (10:30",
      })
  void inHtml(String unit) {
    long less = work(HtmlCapture.of(unit.repeat(500)));
    long more = work(HtmlCapture.of(unit.repeat(5000)));

    assertTrue(more <= 11 * less + 20_000, less + " units of work became " + more);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        SENTENCE,
        SENTENCE + "\n\n",
        "Paris, Texas, Springfield, Illinois and Cairo. ",
        "the Old district of Homs, a village near Paris, ",
        "((((",
        "By Jane Doe, ",
        "a ",
        "\n• 1. * \n",
        "Reuters/AP - (AFP) — ",
      })
  void inText(String unit) {
    long less = work(TextCapture.of(SENTENCE + "\n\n" + unit.repeat(300)));
    long more = work(TextCapture.of(SENTENCE + "\n\n" + unit.repeat(3000)));

    assertTrue(more <= 11 * less + 20_000, less + " units of work became " + more);
  }

  private long work(Capture capture) {
    Meter meter = Meter.unlimited();
    CapturedPage page = CapturedPage.of(capture, meter);
    if (!page.blocks().isEmpty()) {
      Article article = reader.read(page, detector.judge(page, meter), meter);
      geotagger.geotag(Story.of(article), meter);
    }
    return meter.worked();
  }
}
