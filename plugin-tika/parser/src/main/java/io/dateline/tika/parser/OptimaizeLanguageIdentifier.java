package io.dateline.tika.parser;

import io.dateline.LanguageIdentifier;
import io.dateline.language.FunctionWords;
import java.util.Optional;

/**
 * Identifies languages with the detector that the Tika Server bundles, but asks it only when the
 * function words leave a doubt: its n-grams cost as much time as finding all places.
 */
final class OptimaizeLanguageIdentifier implements LanguageIdentifier {

  /** More text does not change the verdict and costs time. */
  private static final int SAMPLE_CHARS = 4_000;

  private static final int LEAST_CHARS = 20;
  private static final double LEAST_PROBABILITY = 0.9;

  @Override
  public Optional<String> identify(CharSequence text) {
    if (text.length() < LEAST_CHARS) {
      return Optional.empty();
    }
    CharSequence sample = text.subSequence(0, Math.min(text.length(), SAMPLE_CHARS));
    return FunctionWords.decide(sample).or(() -> byNgrams(sample));
  }

  private static Optional<String> byNgrams(CharSequence sample) {
    return ScriptDetectors.probabilities(sample).stream()
        .findFirst()
        .filter(language -> language.getProbability() >= LEAST_PROBABILITY)
        .map(language -> language.getLocale().getLanguage());
  }
}
