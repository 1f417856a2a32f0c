package io.dateline.tika.parser;

import com.optimaize.langdetect.DetectedLanguage;
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
import org.jspecify.annotations.Nullable;

/**
 * Optimaize's detector once for each script, loaded when a text in it comes. For every n-gram a
 * detector holds a number for every language, so that one of all 71 languages takes 73 MB and most
 * of a second to load; those of one script take the least part of it.
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

  /** From here on (kana, Han, Hangul) a sign is a syllable or a word. */
  private static final char DENSE = 0x3040;

  private static final int LETTERS_OF_A_SYLLABLE = 3;

  private static final Script[] SCRIPTS = Script.values();
  private static final Map<Script, LanguageDetector> LOADED = new ConcurrentHashMap<>();

  private ScriptDetectors() {}

  /**
   * The likely languages of a text, the likeliest first. Of a text in another script the Latin
   * letters are not looked at, for names and menus are written in them everywhere.
   */
  static List<DetectedLanguage> probabilities(CharSequence text) {
    Script script = scriptOf(text);
    return of(script).getProbabilities(script == Script.LATIN ? text : withoutLatin(text));
  }

  private static CharSequence withoutLatin(CharSequence text) {
    StringBuilder kept = new StringBuilder(text);
    for (int i = 0; i < kept.length(); i++) {
      if (scriptOf(kept.charAt(i)) == Script.LATIN) {
        kept.setCharAt(i, ' ');
      }
    }
    return kept;
  }

  /** The script of most of a text. */
  @SuppressWarnings("EnumOrdinal") // the counts live in one call only
  static Script scriptOf(CharSequence text) {
    int[] letters = new int[SCRIPTS.length];
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      Script script = scriptOf(c);
      if (script != null) {
        letters[script.ordinal()] += c < DENSE ? 1 : LETTERS_OF_A_SYLLABLE;
      }
    }
    int most = 0;
    for (int i = 1; i < letters.length; i++) {
      most = letters[i] > letters[most] ? i : most;
    }
    return SCRIPTS[most];
  }

  private static @Nullable Script scriptOf(char c) {
    if (!Character.isLetter(c)) {
      return null;
    }
    return c < LATIN_END
        ? Script.LATIN
        : switch (Character.UnicodeScript.of(c)) {
          case COMMON, INHERITED -> null;
          case LATIN -> Script.LATIN;
          case CYRILLIC -> Script.CYRILLIC;
          case ARABIC -> Script.ARABIC;
          default -> Script.OTHER;
        };
  }

  private static LanguageDetector of(Script script) {
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
