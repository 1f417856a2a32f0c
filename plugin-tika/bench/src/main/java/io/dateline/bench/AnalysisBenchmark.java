package io.dateline.bench;

import io.dateline.AnalyzerOptions;
import io.dateline.LanguageIdentifier;
import io.dateline.Mode;
import io.dateline.NewsAnalyzer;
import io.dateline.article.ArticleReader;
import io.dateline.boilerplate.BoilerplateDetector;
import io.dateline.capture.Capture;
import io.dateline.capture.CapturedPage;
import io.dateline.capture.HtmlCapture;
import io.dateline.capture.TextCapture;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time of one page by the shape of the input; one operation is one page from its characters on.
 * Command: see "Speed" in the README.
 */
@State(Scope.Benchmark)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class AnalysisBenchmark {

  /** See {@link Shapes}. */
  @Param({"wire-story", "long-feature", "link-farm", "live-blog", "plain-text"})
  public String shape = "wire-story";

  private String source = "";
  private String text = "";
  private final NewsAnalyzer analyzer = NewsAnalyzer.create(AnalyzerOptions.defaults());
  private final BoilerplateDetector detector = BoilerplateDetector.create();
  private final ArticleReader reader = new ArticleReader(LanguageIdentifier.none());

  /** Makes the page, and its article for {@link #geotag}. */
  @Setup
  public void prepare() {
    source = Shapes.of(shape);
    text = analyzer.analyze(capture(), Mode.ALWAYS).article().text();
  }

  private Capture capture() {
    return shape.equals("plain-text") ? TextCapture.of(source) : HtmlCapture.of(source);
  }

  /** Parsing alone, to compare with. */
  @Benchmark
  public Object parse() {
    return capture();
  }

  /** Body and fields. */
  @Benchmark
  public Object clean() {
    CapturedPage page = CapturedPage.of(capture());
    return reader.read(page, detector.judge(page));
  }

  /** Places of the clean text. */
  @Benchmark
  public Object geotag() {
    return analyzer.analyzeArticle(text);
  }

  /** All of it. */
  @Benchmark
  public Object whole() {
    return analyzer.analyze(capture(), Mode.ALWAYS);
  }
}
