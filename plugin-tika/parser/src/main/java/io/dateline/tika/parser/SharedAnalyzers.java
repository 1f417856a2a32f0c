package io.dateline.tika.parser;

import io.dateline.Mode;
import io.dateline.NewsAnalyzer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * The analyzers of this process, one for each set of options. Tika makes several instances of a
 * parser; the gazetteer must be there once.
 */
public final class SharedAnalyzers {

  private static final Logger log = LogManager.getLogger();
  private static final Map<NewsParserSettings, NewsAnalyzer> ANALYZERS = new ConcurrentHashMap<>();

  private SharedAnalyzers() {}

  /** The analyzer for these settings. Its mode is of no account, calls give their own. */
  public static NewsAnalyzer of(NewsParserSettings settings) {
    return ANALYZERS.computeIfAbsent(settings.withMode(Mode.AUTO), SharedAnalyzers::create);
  }

  /** Starts loading what the analyzer needs, so that the first document does not wait for it. */
  static void preload(NewsParserSettings settings) {
    Thread loader =
        new Thread(
            () -> {
              try {
                of(settings).preload();
              } catch (RuntimeException | LinkageError e) {
                log.error("the analyzer cannot load; every document will pass as it is", e);
              }
            },
            "dateline-preload");
    loader.setDaemon(true); // a batch that ends early must not wait for it
    loader.start();
  }

  private static NewsAnalyzer create(NewsParserSettings settings) {
    return NewsAnalyzer.create(
        settings.analyzerOptions().withLanguageIdentifier(new OptimaizeLanguageIdentifier()));
  }
}
