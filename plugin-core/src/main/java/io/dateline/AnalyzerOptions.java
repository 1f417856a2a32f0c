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
 * @param budget what one capture may cost
 */
public record AnalyzerOptions(
    Mode mode,
    GeotagOptions geotag,
    @Nullable Gazetteer gazetteer,
    LanguageIdentifier languageIdentifier,
    Budget budget) {

  /** Mode auto, built-in gazetteer, demonyms on, no language identifier. */
  public static AnalyzerOptions defaults() {
    return new AnalyzerOptions(
        Mode.AUTO, GeotagOptions.defaults(), null, LanguageIdentifier.none(), Budget.defaults());
  }

  public AnalyzerOptions withMode(Mode newMode) {
    return new AnalyzerOptions(newMode, geotag, gazetteer, languageIdentifier, budget);
  }

  public AnalyzerOptions withGeotag(GeotagOptions newGeotag) {
    return new AnalyzerOptions(mode, newGeotag, gazetteer, languageIdentifier, budget);
  }

  public AnalyzerOptions withGazetteer(Gazetteer newGazetteer) {
    return new AnalyzerOptions(mode, geotag, newGazetteer, languageIdentifier, budget);
  }

  public AnalyzerOptions withLanguageIdentifier(LanguageIdentifier newIdentifier) {
    return new AnalyzerOptions(mode, geotag, gazetteer, newIdentifier, budget);
  }

  public AnalyzerOptions withBudget(Budget newBudget) {
    return new AnalyzerOptions(mode, geotag, gazetteer, languageIdentifier, newBudget);
  }
}
