package io.dateline;

import io.dateline.capture.Block;
import java.util.List;

/**
 * Tells text from bytes that are none. Whatever bytes a file holds, some charset makes characters
 * of them; but then many are symbols, controls, unassigned or private, which are rare in what
 * people write.
 */
final class Legibility {

  private static final int SAMPLE_CHARS = 20_000;

  /** Stock lists and emoji stay below 5 percent; random bytes give 12 to 25 in any charset. */
  private static final double MOST_ODD = 0.08;

  private static final boolean[] ODD_ASCII = new boolean[128];

  static {
    for (int c = 0; c < ODD_ASCII.length; c++) {
      ODD_ASCII[c] = isOdd(c);
    }
  }

  private Legibility() {}

  static boolean isGarbled(List<Block> blocks) {
    int seen = 0;
    int odd = 0;
    for (Block block : blocks) {
      String text = block.text();
      for (int i = 0; i < text.length() && seen < SAMPLE_CHARS; ) {
        int c = text.codePointAt(i);
        i += Character.charCount(c);
        seen++;
        if (c < ODD_ASCII.length ? ODD_ASCII[c] : isOdd(c)) {
          odd++;
        }
      }
    }
    return odd > MOST_ODD * seen;
  }

  private static boolean isOdd(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.MATH_SYMBOL,
          Character.CURRENCY_SYMBOL,
          Character.MODIFIER_SYMBOL,
          Character.OTHER_SYMBOL,
          Character.OTHER_NUMBER ->
          true;
      case Character.CONTROL -> !Character.isWhitespace(codePoint);
      default -> false;
    };
  }
}
