package io.dateline.tika.parser;

import com.optimaize.langdetect.LanguageDetector;
import com.optimaize.langdetect.LanguageDetectorBuilder;
import com.optimaize.langdetect.i18n.LdLocale;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.BuiltInLanguages;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Optimaize's detector once for each script, loaded when a text in it comes. For every n-gram a
 * detector holds a number for every language, so that one of all 71 languages takes 73 MB and most
 * of a second to load; those of one script take the least part of it and decide alike.
 */
final class ScriptDetectors {

  /** Scripts that several languages share; the others tell the language nearly by themselves. */
  enum Script {
    LATIN,
    CYRILLIC,
    ARABIC,
    OTHER
  }

  private static final Set<String> CYRILLIC = Set.of("be", "bg", "mk", "ru", "sr", "uk");
  private static final Set<String> ARABIC = Set.of("ar", "fa", "ur");
  private static final Set<String> OTHER =
      Set.of(
          "bn", "el", "gu", "he", "hi", "ja", "km", "kn", "ko", "ml", "mr", "ne", "pa", "ta", "te",
          "th", "yi", "zh");

  private static final char LATIN_END = 0x250;

  /** So many Latin letters count as one of another script. */
  private static final int AS_MANY_LATIN = 4;

  private static final Script[] SCRIPTS = Script.values();
  private static final Map<Script, LanguageDetector> LOADED = new ConcurrentHashMap<>();

  private ScriptDetectors() {}

  /**
   * The script of a text. Names and menus are in Latin letters everywhere, so that a text is in
   * another script as soon as a good part of it is.
   */
  @SuppressWarnings("EnumOrdinal") // the counts live in one call only
  static Script scriptOf(CharSequence text) {
    int[] letters = new int[SCRIPTS.length];
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetter(c)) {
        letters[scriptOfLetter(c).ordinal()] += c < LATIN_END ? 1 : AS_MANY_LATIN;
      }
    }
    int most = 0;
    for (int i = 1; i < letters.length; i++) {
      most = letters[i] > letters[most] ? i : most;
    }
    return SCRIPTS[most];
  }

  private static Script scriptOfLetter(char c) {
    if (c < LATIN_END) {
      return Script.LATIN;
    }
    return switch (Character.UnicodeScript.of(c)) {
      case LATIN -> Script.LATIN;
      case CYRILLIC -> Script.CYRILLIC;
      case ARABIC -> Script.ARABIC;
      default -> Script.OTHER;
    };
  }

  /** The detector of the languages that are written so. */
  static LanguageDetector of(Script script) {
    return LOADED.computeIfAbsent(script, ScriptDetectors::load);
  }

  private static LanguageDetector load(Script script) {
    List<LdLocale> languages =
        BuiltInLanguages.getLanguages().stream()
            .filter(language -> scriptOfLanguage(language.getLanguage()) == script)
            .toList();
    try {
      return LanguageDetectorBuilder.create(NgramExtractors.standard())
          .withProfiles(new LanguageProfileReader().readBuiltIn(languages))
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The script of a language, by its BCP 47 primary tag. */
  private static Script scriptOfLanguage(String language) {
    if (CYRILLIC.contains(language)) {
      return Script.CYRILLIC;
    }
    if (ARABIC.contains(language)) {
      return Script.ARABIC;
    }
    return OTHER.contains(language) ? Script.OTHER : Script.LATIN;
  }
}
