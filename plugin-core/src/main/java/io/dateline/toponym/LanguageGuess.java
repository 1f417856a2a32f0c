package io.dateline.toponym;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.function.IntPredicate;
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
      case "tr" -> count(text, c -> "əƏ".indexOf(c) >= 0) >= FEW ? "az" : said;
      case "ru", "be", "uk", "bg", "sr", "mk" ->
          count(text, c -> "қғұңҚҒҰҢ".indexOf(c) >= 0) >= FEW ? "kk" : said;
      default -> said;
    };
  }

  private static boolean isWrittenIn(String text, char first, char last) {
    int length = Math.min(LOOKED_AT, text.length());
    int letters = 0;
    for (int i = 0; i < length; i++) { // every story is asked, so without a call for each letter
      char c = text.charAt(i);
      letters += c >= first && c <= last ? 1 : 0;
    }
    return letters * 2 > length;
  }

  private static boolean hasKana(String text) {
    return count(text, c -> c >= 0x3041 && c <= 0x30FF) > 0;
  }

  /** How many of the first letters are of a kind; a plain loop, since every story is asked. */
  private static int count(String text, IntPredicate kind) {
    int found = 0;
    for (int i = 0; i < Math.min(LOOKED_AT, text.length()); i++) {
      found += kind.test(text.charAt(i)) ? 1 : 0;
    }
    return found;
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
