package io.dateline.tika.parser;

import io.dateline.AnalyzerOptions;
import io.dateline.Mode;
import io.dateline.NewsAnalyzer;
import io.dateline.gazetteer.Gazetteer;
import io.dateline.gazetteer.GazetteerException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  private static final Map<String, Gazetteer> GAZETTEERS = new ConcurrentHashMap<>();

  private SharedAnalyzers() {}

  /**
   * The analyzer for these settings. Its mode is of no account, calls give their own.
   *
   * <p>A gazetteer that is damaged or of another version is told in the log once, and the built-in
   * one is used.
   *
   * @throws IllegalArgumentException if the gazetteer of the settings is not there
   */
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
    AnalyzerOptions options =
        settings.analyzerOptions().withLanguageIdentifier(new OptimaizeLanguageIdentifier());
    String gazetteer = settings.gazetteer();
    return NewsAnalyzer.create(
        gazetteer == null
            ? options
            : options.withGazetteer(GAZETTEERS.computeIfAbsent(gazetteer, SharedAnalyzers::open)));
  }

  /** What is no gazetteer, or an old one, must not stop the news: the built-in one serves. */
  private static Gazetteer open(String path) {
    Path file = Path.of(path);
    try {
      return Gazetteer.open(file);
    } catch (GazetteerException e) {
      if (!Files.isReadable(file)) {
        throw new IllegalArgumentException("gazetteer: " + e.getMessage(), e);
      }
      log.error("{} The built-in one is used.", e.getMessage());
      return Gazetteer.builtIn();
    }
  }
}
