package io.dateline;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dateline.article.Article;
import io.dateline.article.ArticleReader;
import io.dateline.boilerplate.BoilerplateDetector;
import io.dateline.boilerplate.Judgement;
import io.dateline.capture.Capture;
import io.dateline.capture.CapturedPage;
import io.dateline.capture.HtmlCapture;
import io.dateline.capture.Provenance;
import io.dateline.gazetteer.Gazetteer;
import io.dateline.toponym.Geotagger;
import io.dateline.toponym.Geotags;
import io.dateline.toponym.Story;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The front door: a capture goes in, an article with its places comes out.
 *
 * <p>Immutable and safe to share between threads; one a process is enough. It never throws for what
 * a page contains, only for what a caller does wrong.
 */
public final class NewsAnalyzer {

  private final AnalyzerOptions options;
  private final BoilerplateDetector detector = BoilerplateDetector.create();
  private final ArticleReader reader;
  private volatile @Nullable Geotagger geotagger;

  private NewsAnalyzer(AnalyzerOptions options) {
    this.options = options;
    this.reader = new ArticleReader(options.languageIdentifier());
  }

  /** An analyzer with these options. The gazetteer and the models load when first needed. */
  public static NewsAnalyzer create(AnalyzerOptions options) {
    return new NewsAnalyzer(options);
  }

  /** The options this analyzer was made with. */
  public AnalyzerOptions options() {
    return options;
  }

  /** Analyzes a capture in the configured mode. */
  public NewsDocument analyze(Capture capture) {
    return analyze(capture, options.mode());
  }

  /** Analyzes a capture in the given mode. An HTML capture's tree is read, never changed. */
  public NewsDocument analyze(Capture capture, Mode mode) {
    if (mode == Mode.NEVER) {
      return NewsDocument.without(Status.NOT_ARTICLE, "The mode is never.");
    }
    return withinBudget(meter -> analyze(capture, mode, meter));
  }

  private NewsDocument analyze(Capture capture, Mode mode, Meter meter) {
    meter.chars(capture.length());
    CapturedPage page = CapturedPage.of(capture, meter);
    if (page.blocks().isEmpty()) {
      return NewsDocument.without(Status.EMPTY, "The capture holds no text.");
    }
    if (mode == Mode.AUTO && Legibility.isGarbled(page.blocks())) {
      return NewsDocument.without(
          Status.NOT_ARTICLE, "Too many of its characters are none that people write.");
    }
    Judgement judgement = detector.judge(page, meter);
    if (mode == Mode.AUTO && !judgement.isArticle()) {
      return NewsDocument.without(Status.NOT_ARTICLE, judgement.reason());
    }
    Article article = reader.read(page, judgement, meter);
    Geotags tags = geotagger().geotag(Story.of(article), meter);
    return new NewsDocument(
        Status.ARTICLE,
        null,
        article,
        judgement.withHeadline(article.headline()).blocks(),
        tags.places(),
        tags.focus());
  }

  /**
   * Geotags text that is known to be a clean article: nothing is removed, and the article's text
   * equals the input to the character.
   */
  public NewsDocument analyzeArticle(String text) {
    return withinBudget(
        meter -> {
          meter.chars(text.length());
          Article article = reader.readClean(text);
          Geotags tags = geotagger().geotag(Story.of(article), meter);
          return new NewsDocument(
              Status.ARTICLE, null, article, List.of(), tags.places(), tags.focus());
        });
  }

  private NewsDocument withinBudget(Function<Meter, NewsDocument> analysis) {
    try {
      return analysis.apply(Meter.of(options.budget()));
    } catch (OverBudget e) {
      return NewsDocument.without(Status.LIMITED, String.valueOf(e.getMessage()));
    }
  }

  /**
   * Loads the gazetteer, the models and the code now instead of with the first capture; the code by
   * analysing a short page that has what most pages have, whatever the budget.
   */
  public void preload() {
    rehearse();
  }

  /** What the page for {@link #preload} gives. */
  NewsDocument rehearse() {
    try (InputStream page = NewsAnalyzer.class.getResourceAsStream("preload.html")) {
      HtmlCapture capture = HtmlCapture.of(page.readAllBytes(), UTF_8, Provenance.unknown());
      return analyze(capture, Mode.ALWAYS, Meter.unlimited());
    } catch (IOException e) {
      throw new UncheckedIOException("preload.html cannot be read", e);
    }
  }

  /** The version of the gazetteer in use; loads it when that has not happened yet. */
  public String gazetteerVersion() {
    return gazetteer().version();
  }

  private Gazetteer gazetteer() {
    Gazetteer gazetteer = options.gazetteer();
    return gazetteer != null ? gazetteer : Gazetteer.builtIn();
  }

  /** The built-in gazetteer is big, so it waits for the first story. */
  private Geotagger geotagger() {
    Geotagger ready = geotagger;
    if (ready == null) {
      synchronized (this) {
        ready = geotagger;
        if (ready == null) {
          ready = new Geotagger(gazetteer(), options.geotag());
          geotagger = ready;
        }
      }
    }
    return ready;
  }
}
