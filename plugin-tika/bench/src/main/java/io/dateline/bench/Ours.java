package io.dateline.bench;

import io.dateline.AnalyzerOptions;
import io.dateline.LanguageIdentifier;
import io.dateline.Mode;
import io.dateline.NewsAnalyzer;
import io.dateline.article.ArticleReader;
import io.dateline.boilerplate.BoilerplateDetector;
import io.dateline.capture.CapturedPage;
import io.dateline.capture.HtmlCapture;
import io.dateline.capture.Provenance;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.html.JSoupParser;
import org.apache.tika.sax.BodyContentHandler;
import org.apache.tika.sax.boilerpipe.BoilerpipeContentHandler;
import org.xml.sax.ContentHandler;

/** Dateline and stock Tika, on the class path as they are. */
final class Ours {

  private Ours() {}

  static HtmlCapture capture(byte[] page) {
    return HtmlCapture.of(page, StandardCharsets.UTF_8, Provenance.unknown());
  }

  /** Body and fields, no places. */
  static Contestant clean() {
    BoilerplateDetector detector = BoilerplateDetector.create();
    ArticleReader reader = new ArticleReader(LanguageIdentifier.none());
    return bytes -> {
      CapturedPage page = CapturedPage.of(capture(bytes));
      return reader.read(page, detector.judge(page));
    };
  }

  static Contestant cleanAndGeotag() {
    NewsAnalyzer analyzer = NewsAnalyzer.create(AnalyzerOptions.defaults());
    analyzer.preload();
    return page -> analyzer.analyze(capture(page), Mode.ALWAYS);
  }

  /** Places of an article that was cleaned before the clock runs. */
  static Contestant geotag(List<byte[]> pages) {
    NewsAnalyzer analyzer = NewsAnalyzer.create(AnalyzerOptions.defaults());
    var texts = new java.util.IdentityHashMap<byte[], String>();
    for (byte[] page : pages) {
      texts.put(page, analyzer.analyze(capture(page), Mode.ALWAYS).article().text());
    }
    return page -> analyzer.analyzeArticle(texts.get(page));
  }

  static Contestant stockText() {
    return page -> parse(page, new BodyContentHandler(-1));
  }

  static Contestant tikaBoilerpipe() {
    return page -> parse(page, new BoilerpipeContentHandler(new BodyContentHandler(-1)));
  }

  private static Object parse(byte[] page, ContentHandler handler) throws Exception {
    new JSoupParser()
        .parseString(
            new String(page, StandardCharsets.UTF_8), handler, new Metadata(), new ParseContext());
    return handler;
  }
}
