package io.dateline;

import java.util.Optional;

/** Tells the language of running text. Implementations must be safe to share between threads. */
@FunctionalInterface
public interface LanguageIdentifier {

  /**
   * Identifies a language.
   *
   * @param text running text, at least a sentence
   * @return a BCP 47 primary language tag such as {@code "ar"}; empty when the text does not say
   */
  Optional<String> identify(CharSequence text);

  /** An identifier that never knows. */
  static LanguageIdentifier none() {
    return text -> Optional.empty();
  }
}
