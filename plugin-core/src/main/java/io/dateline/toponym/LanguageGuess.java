package io.dateline.toponym;

import java.lang.Character.UnicodeScript;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The language that endings and common words are looked up in: what the story says, else the
 * language whose function words are the most frequent. Good enough for that; it never leaves this
 * package.
 */
final class LanguageGuess {

  private static final int LOOKED_AT = 500;

  /** Letters of another alphabet that more than one foreign name has. */
  private static final int FEW = 4;

  private LanguageGuess() {}

  /** A primary language tag; {@code "en"} when nothing speaks for another. */
  static String of(Tokens tokens, Lexicon lexicon, @Nullable String said) {
    if (said != null && said.length() >= 2) {
      int hyphen = said.indexOf('-');
      return byLetters(tokens.text, hyphen < 0 ? said : said.substring(0, hyphen));
    }
    List<String> tags = lexicon.languageTags();
    int[] counts = new int[tags.size()];
    int looked = Math.min(tokens.size(), 600);
    for (int i = 0; i < looked; i++) {
      long languages = lexicon.functionLanguagesOf(tokens.hash(i));
      while (languages != 0) {
        counts[Long.numberOfTrailingZeros(languages)]++;
        languages &= languages - 1;
      }
    }
    int best = 0;
    for (int i = 1; i < counts.length; i++) {
      if (counts[i] > counts[best]) {
        best = i;
      }
    }
    boolean unknown = counts.length == 0 || counts[best] == 0;
    return byLetters(tokens.text, unknown ? byScript(tokens) : tags.get(best));
  }

  /** The usual detectors do not know these, and take them for their neighbours. */
  private static String byLetters(String text, String said) {
    if (isWrittenIn(text, 'ա', 'ֆ')) {
      return "hy";
    }
    if (isWrittenIn(text, 'ა', 'ჰ')) {
      return "ka";
    }
    return switch (said) {
      case "tr" -> count(text, "əƏ") >= FEW ? "az" : said;
      case "ru", "be", "uk", "bg", "sr", "mk" -> count(text, "қғұңҚҒҰҢ") >= FEW ? "kk" : said;
      default -> said;
    };
  }

  private static long count(String text, String letters) {
    return text.chars().limit(LOOKED_AT).filter(c -> letters.indexOf(c) >= 0).count();
  }

  private static boolean isWrittenIn(String text, char first, char last) {
    long letters = text.chars().limit(LOOKED_AT).filter(c -> c >= first && c <= last).count();
    return letters * 2 > Math.min(LOOKED_AT, text.length());
  }

  private static boolean hasKana(String text) {
    return text.chars().limit(LOOKED_AT).anyMatch(c -> c >= 0x3041 && c <= 0x30FF);
  }

  private static String byScript(Tokens tokens) {
    if (tokens.size() == 0) {
      return "en";
    }
    return switch (UnicodeScript.of(tokens.text.codePointAt(tokens.start(0)))) {
      case HANGUL -> "ko";
      case HAN -> hasKana(tokens.text) ? "ja" : "zh";
      case HIRAGANA, KATAKANA -> "ja";
      case THAI -> "th";
      case CYRILLIC -> "ru";
      case ARABIC -> "ar";
      case HEBREW -> "he";
      case DEVANAGARI -> "hi";
      default -> "en";
    };
  }
}
