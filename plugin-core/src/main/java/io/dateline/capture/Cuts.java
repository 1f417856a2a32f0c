package io.dateline.capture;

import io.dateline.table.ListFile;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * Where a block must be cut because it holds two things: a paragraph with an advertisement's label
 * glued to it, a paragraph with the source in brackets behind its last sentence, a headline with
 * the time of publication behind it.
 */
final class Cuts {

  private static final List<String> LABELS = ListFile.lines(Cuts.class, "glued-labels.txt");
  private static final BitSet FIRST_LETTERS = new BitSet();
  private static final BitSet LAST_LETTERS = new BitSet();

  static {
    for (String label : LABELS) {
      FIRST_LETTERS.set(label.charAt(0));
      LAST_LETTERS.set(label.charAt(label.length() - 1));
    }
  }

  private static final List<String> PICTURE =
      List.of("/", "photo", "foto", "image", "bild", "фото", "picture", "صورة", "写真");

  private static final int PARAGRAPH = 80;
  private static final int MAX_CREDIT = 40;
  private static final int MAX_HEADLINE = 250;

  private Cuts() {}

  /** Where the second part begins; 0 when the block is one thing. */
  static int first(String text) {
    int length = text.length();
    if (length >= PARAGRAPH) {
      int label = labelAtStart(text);
      if (label > 0) {
        return label;
      }
      int credit = creditAtEnd(text);
      if (credit > 0) {
        return credit;
      }
      label = labelAtEnd(text);
      if (label > 0) {
        return label;
      }
    }
    return length <= MAX_HEADLINE && length > 20 ? timeAtEnd(text) : 0;
  }

  private static int labelAtStart(String text) {
    if (!FIRST_LETTERS.get(text.charAt(0))) {
      return 0;
    }
    for (String label : LABELS) {
      if (text.startsWith(label)) {
        char next = text.charAt(label.length());
        boolean caps = Character.isUpperCase(label.charAt(label.length() - 1));
        boolean begins = (Character.isUpperCase(next) && !caps) || "“\"«„".indexOf(next) >= 0;
        if (begins || (!Character.isLetterOrDigit(next) && next == '\u2022')) {
          return label.length();
        }
      }
    }
    return 0;
  }

  private static int labelAtEnd(String text) {
    if (!LAST_LETTERS.get(text.charAt(text.length() - 1))) {
      return 0;
    }
    for (String label : LABELS) {
      if (text.endsWith(label)) {
        int at = text.length() - label.length();
        if (endsSentence(text, at) && !LineReader.isBlank(text.charAt(at - 1))) {
          return at;
        }
      }
    }
    return 0;
  }

  /** "... the official said. (agency)" */
  private static int creditAtEnd(String text) {
    int end = text.length() - 1;
    if (text.charAt(end) != ')') {
      return 0;
    }
    int open = end;
    while (open > 0 && end - open <= MAX_CREDIT && text.charAt(open) != '(') {
      char c = text.charAt(open);
      if (c == '.' || c == '?' || c == '!' || c == ',' || Character.isDigit(c)) {
        return 0;
      }
      open--;
    }
    if (text.charAt(open) != '(') {
      return 0;
    }
    String inside = text.substring(open, end).toLowerCase(Locale.ROOT);
    if (PICTURE.stream().anyMatch(inside::contains)) {
      return 0; // then all of it is a caption
    }
    int before = open;
    while (before > 0 && LineReader.isBlank(text.charAt(before - 1))) {
      before--;
    }
    return endsSentence(text, before) ? open : 0;
  }

  private static boolean endsSentence(String text, int end) {
    int at = end - 1;
    while (at > 0 && "\"”’'»“".indexOf(text.charAt(at)) >= 0) {
      at--;
    }
    return at > 0 && ".!?…。؟۔।".indexOf(text.charAt(at)) >= 0;
  }

  /** "Minister resigns after vote 7 May 2021, 12:03": a year and a clock at the end. */
  private static int timeAtEnd(String text) {
    int at = text.length();
    boolean clock = false;
    boolean year = false;
    int names = 0;
    int start = 0;
    int parts = 0;
    while (at > 0 && parts < 7) {
      int end = at;
      while (end > 0
          && (text.charAt(end - 1) == ' ' || ",|-–·".indexOf(text.charAt(end - 1)) >= 0)) {
        end--;
      }
      int from = end;
      while (from > 0 && text.charAt(from - 1) != ' ') {
        from--;
      }
      if (from == end) {
        break;
      }
      char c = text.charAt(from);
      if (Character.isDigit(c)) {
        int colon = text.indexOf(':', from);
        clock |= colon > from && colon < end - 2;
        year |= hasYear(text, from, end);
        start = from;
      } else if (Character.isLetter(c) && names == 0 && end - from >= 3) {
        names++;
      } else {
        break;
      }
      parts++;
      at = from;
    }
    if (!clock || !year || start == 0) {
      return 0;
    }
    int words = 0;
    for (int i = 1; i < start; i++) {
      if (text.charAt(i) == ' ' && Character.isLetter(text.charAt(i - 1))) {
        words++;
      }
    }
    return words >= 4 ? start : 0;
  }

  private static boolean hasYear(String text, int from, int end) {
    for (int i = from; i + 4 <= end; i++) {
      boolean century =
          (text.charAt(i) == '1' && text.charAt(i + 1) == '9')
              || (text.charAt(i) == '2' && text.charAt(i + 1) == '0');
      if (century
          && Character.isDigit(text.charAt(i + 2))
          && Character.isDigit(text.charAt(i + 3))
          && (i + 4 == end || !Character.isDigit(text.charAt(i + 4)))) {
        return true;
      }
    }
    return false;
  }
}
