package io.dateline.tika.parser;

import com.optimaize.langdetect.DetectedLanguage;
import com.optimaize.langdetect.LanguageDetector;
import com.optimaize.langdetect.LanguageDetectorBuilder;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import io.dateline.LanguageIdentifier;
import io.dateline.language.FunctionWords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
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
    List<DetectedLanguage> languages = Profiles.DETECTOR.getProbabilities(sample);
    return languages.stream()
        .findFirst()
        .filter(language -> language.getProbability() >= LEAST_PROBABILITY)
        .map(language -> language.getLocale().getLanguage());
  }

  /** The profiles take most of a second to load, so they wait for the first text. */
  private static final class Profiles {
    static final LanguageDetector DETECTOR = load();

    private static LanguageDetector load() {
      try {
        return LanguageDetectorBuilder.create(NgramExtractors.standard())
            .withProfiles(new LanguageProfileReader().readAllBuiltIn())
            .build();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
