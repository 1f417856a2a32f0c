package io.dateline.boilerplate;

/** The writing systems told apart when looking for text that does not belong to the page. */
final class Script {

  static final int LATIN = 0;
  static final int GREEK = 1;
  static final int CYRILLIC = 2;
  static final int HEBREW = 3;
  static final int ARABIC = 4;
  static final int INDIC = 5;
  static final int THAI = 6;
  static final int HANGUL = 7;
  static final int HAN = 8;
  static final int OTHER = 9;
  static final int COUNT = 10;

  private Script() {}

  /** The script of a letter, by block; exact enough for whole paragraphs. */
  static int of(char c) {
    if (c < 0x0370) {
      return LATIN;
    }
    if (c < 0x0400) {
      return GREEK;
    }
    if (c < 0x0530) {
      return CYRILLIC;
    }
    if (c >= 0x0590 && c < 0x0600) {
      return HEBREW;
    }
    if ((c >= 0x0600 && c < 0x0780)
        || (c >= 0xFB50 && c <= 0xFDFF)
        || (c >= 0xFE70 && c <= 0xFEFE)) {
      return ARABIC;
    }
    if (c >= 0x0900 && c < 0x0E00) {
      return INDIC;
    }
    if (c >= 0x0E00 && c < 0x0F00) {
      return THAI;
    }
    if ((c >= 0xAC00 && c < 0xD7B0) || (c >= 0x1100 && c < 0x1200)) {
      return HANGUL;
    }
    if (isHan(c)) {
      return HAN;
    }
    if (c >= 0x1E00 && c < 0x1F00) {
      return LATIN;
    }
    return c >= 0x1F00 && c < 0x2000 ? GREEK : OTHER;
  }

  /** Whether a letter stands for itself in scripts that put no blanks between words. */
  static boolean isHan(char c) {
    return (c >= 0x3040 && c < 0x3100)
        || (c >= 0x3400 && c < 0xA000)
        || (c >= 0xF900 && c < 0xFB00)
        || (c >= 0x0E00 && c < 0x0F00);
  }
}
