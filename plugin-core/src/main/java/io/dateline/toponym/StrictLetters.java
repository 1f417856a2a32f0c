package io.dateline.toponym;

import java.text.Normalizer;

/**
 * Letters that folding takes for others, but that no other language leaves plain in a name it
 * shares: "Rømø" is not Rome, "Bồ Đề" not Bodø.
 */
final class StrictLetters {

  private static final String STRICT = "øæđơư";
  private static final char FIRST_VIETNAMESE = '\u1EA0';
  private static final char LAST_VIETNAMESE = '\u1EF9';
  private static final String BASES = "oadou";

  private StrictLetters() {}

  /** Those of a stretch of text, in lower case. */
  static String in(String text, int start, int end) {
    StringBuilder letters = new StringBuilder();
    for (int i = start; i < end; i++) {
      char c = Character.toLowerCase(text.charAt(i));
      if (STRICT.indexOf(c) >= 0 || (c >= FIRST_VIETNAMESE && c <= LAST_VIETNAMESE)) {
        letters.append(c);
      }
    }
    return letters.toString();
  }

  /** Whether the name has each of them, or the same plain letter under another mark. */
  static boolean allIn(String letters, String name) {
    for (int i = 0; i < letters.length(); i++) {
      char base = base(letters.charAt(i));
      boolean found = false;
      for (int k = 0; k < name.length() && !found; k++) {
        char c = Character.toLowerCase(name.charAt(k));
        found = c >= 128 && base(c) == base;
      }
      if (!found) {
        return false;
      }
    }
    return true;
  }

  private static char base(char c) {
    int special = STRICT.indexOf(c);
    return special >= 0
        ? BASES.charAt(special)
        : Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
  }
}
