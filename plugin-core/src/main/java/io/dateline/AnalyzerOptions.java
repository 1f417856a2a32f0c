package io.dateline;

import io.dateline.gazetteer.Gazetteer;
import io.dateline.toponym.GeotagOptions;
import org.jspecify.annotations.Nullable;

/**
 * What an analyzer may be told.
 *
 * @param mode which captures to clean; a call may override it
 * @param geotag switches and thresholds of the geotagger
 * @param gazetteer the places to look names up in; null means the built-in one, loaded when first
 *     needed
 * @param languageIdentifier checks what a page says about its language
 * @param maxChars captures with more UTF-16 code units than this pass untouched with {@link
 *     Status#LIMITED}. The default, 20 million, is far above any article; a value below 200,000
 *     turns away long live blogs
 */
public record AnalyzerOptions(
    Mode mode,
    GeotagOptions geotag,
    @Nullable Gazetteer gazetteer,
    LanguageIdentifier languageIdentifier,
    int maxChars) {

  /** 20 million UTF-16 code units. */
  public static final int DEFAULT_MAX_CHARS = 20_000_000;

  public AnalyzerOptions {
    if (maxChars <= 0) {
      throw new IllegalArgumentException("maxChars must be positive; got " + maxChars);
    }
  }

  /** Mode auto, built-in gazetteer, demonyms on, no language identifier. */
  public static AnalyzerOptions defaults() {
    return new AnalyzerOptions(
        Mode.AUTO, GeotagOptions.defaults(), null, LanguageIdentifier.none(), DEFAULT_MAX_CHARS);
  }

  public AnalyzerOptions withMode(Mode newMode) {
    return new AnalyzerOptions(newMode, geotag, gazetteer, languageIdentifier, maxChars);
  }

  public AnalyzerOptions withGeotag(GeotagOptions newGeotag) {
    return new AnalyzerOptions(mode, newGeotag, gazetteer, languageIdentifier, maxChars);
  }

  public AnalyzerOptions withGazetteer(Gazetteer newGazetteer) {
    return new AnalyzerOptions(mode, geotag, newGazetteer, languageIdentifier, maxChars);
  }

  public AnalyzerOptions withLanguageIdentifier(LanguageIdentifier newIdentifier) {
    return new AnalyzerOptions(mode, geotag, gazetteer, newIdentifier, maxChars);
  }

  public AnalyzerOptions withMaxChars(int newMaxChars) {
    return new AnalyzerOptions(mode, geotag, gazetteer, languageIdentifier, newMaxChars);
  }
}
