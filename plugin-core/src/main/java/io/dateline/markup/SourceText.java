package io.dateline.markup;

import java.nio.charset.StandardCharsets;
import org.jsoup.nodes.Entities;

/**
 * Turns bytes of a page's source into characters: UTF-8 and, where they count, character
 * references. What is no UTF-8 becomes U+FFFD as the Java platform does it. Belongs to one thread.
 */
final class SourceText {

  private static final char REPLACEMENT = '\uFFFD';

  /** Longest name of a character reference, {@code CounterClockwiseContourIntegral}. */
  private static final int MAX_NAME = 32;

  /** What the numbers 128 to 159 mean, which are the bytes of Windows 1252. */
  private static final String WINDOWS =
      "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D"
          + "\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153"
          + "\u009D\u017E\u0178";

  private final byte[] source;
  private char[] chars = new char[256];
  private int length;

  SourceText(byte[] source) {
    this.source = source;
  }

  /** What was decoded last; valid up to {@link #length}. */
  char[] chars() {
    return chars;
  }

  int length() {
    return length;
  }

  /** Decodes text in which nothing is escaped. */
  SourceText raw(int from, int to) {
    start(from, to);
    int i = plain(from, to, -1);
    while (i < to) {
      i = plain(beyondAscii(i, to), to, -1);
    }
    return this;
  }

  /**
   * Decodes text with character references.
   *
   * @param attribute whether it is an attribute's value, where references have to be ended
   */
  SourceText escaped(int from, int to, boolean attribute) {
    start(from, to);
    int i = plain(from, to, '&');
    while (i < to) {
      int behind = source[i] <= 0 ? beyondAscii(i, to) : reference(i, to, attribute);
      i = plain(behind, to, '&');
    }
    return this;
  }

  @Override
  public String toString() {
    return new String(chars, 0, length);
  }

  /** No text has more characters than bytes: even a reference that means two is longer. */
  private void start(int from, int to) {
    if (chars.length < to - from) {
      chars = new char[Math.max(to - from, chars.length * 2)];
    }
    length = 0;
  }

  /** Copies ASCII up to a byte of another sort or a certain one, and returns where that is. */
  private int plain(int from, int to, int stop) {
    char[] out = chars;
    int size = length;
    int i = from;
    for (; i < to; i++) {
      byte b = source[i];
      if (b <= 0 || b == stop) {
        break;
      }
      out[size++] = (char) b;
    }
    length = size;
    return i;
  }

  private int ascii(int at) {
    chars[length++] = (char) source[at];
    return at + 1;
  }

  /** Decodes one character that is not plain, and returns where the next one begins. */
  private int beyondAscii(int at, int to) {
    int lead = source[at] & 0xFF;
    if (lead == 0) { // says nothing, and some who read it later would end a text there
      return at + 1;
    }
    if (lead < 0xC2 || lead > 0xF4) {
      chars[length++] = REPLACEMENT;
      return at + 1;
    }
    int following = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
    int point = lead & (0x3F >> following);
    for (int k = 1; k <= following; k++) {
      int next = at + k < to ? source[at + k] & 0xFF : 0;
      if ((next & 0xC0) != 0x80 || (k == 1 && !canBegin(lead, next))) {
        chars[length++] = REPLACEMENT;
        return at + k;
      }
      point = (point << 6) | (next & 0x3F);
    }
    boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    length += Character.toChars(surrogate ? REPLACEMENT : point, chars, length);
    return at + following + 1;
  }

  /** Whether a second byte makes neither an overlong form nor too much. */
  private static boolean canBegin(int lead, int second) {
    return switch (lead) {
      case 0xE0 -> second >= 0xA0;
      case 0xF0 -> second >= 0x90;
      case 0xF4 -> second < 0x90;
      default -> true;
    };
  }

  /** Reads a character reference, or the ampersand alone, and returns the position behind it. */
  private int reference(int at, int to, boolean attribute) {
    int from = at + 1;
    if (from < to && source[from] == '#') {
      return number(at, to);
    }
    int end = from;
    int limit = Math.min(to, from + MAX_NAME);
    while (end < limit && isLetter(source[end])) {
      end++;
    }
    while (end < limit && isDigit(source[end])) {
      end++;
    }
    boolean ended = end < to && source[end] == ';';
    String name = new String(source, from, end - from, StandardCharsets.US_ASCII);
    if (!ended || !Entities.isNamedEntity(name)) {
      int longest = name.length();
      while (longest > 1 && !Entities.isBaseNamedEntity(name.substring(0, longest))) {
        longest--;
      }
      int behind = from + longest;
      if (longest < 2 || (attribute && behind < to && goesOn(source[behind]))) {
        return ascii(at);
      }
      name = name.substring(0, longest);
      end = behind;
      ended = false;
    }
    String value = Entities.getByName(name);
    value.getChars(0, value.length(), chars, length);
    length += value.length();
    return ended ? end + 1 : end;
  }

  private static boolean goesOn(byte next) {
    return isLetter(next) || isDigit(next) || next == '=' || next == '-' || next == '_';
  }

  private int number(int at, int to) {
    int i = at + 2;
    boolean hex = i < to && (source[i] == 'x' || source[i] == 'X');
    i += hex ? 1 : 0;
    int from = i;
    int point = 0;
    while (i < to) {
      int digit = Character.digit((char) source[i], hex ? 16 : 10);
      if (digit < 0) {
        break;
      }
      point = Math.min(point * (hex ? 16 : 10) + digit, Character.MAX_CODE_POINT + 1);
      i++;
    }
    if (i == from) {
      return ascii(at);
    }
    if (point >= 128 && point < 160) {
      point = WINDOWS.charAt(point - 128);
    }
    boolean none =
        point == 0
            || point > Character.MAX_CODE_POINT
            || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    length += Character.toChars(none ? REPLACEMENT : point, chars, length);
    return i < to && source[i] == ';' ? i + 1 : i;
  }

  private static boolean isLetter(byte b) {
    int lower = b | 0x20;
    return lower >= 'a' && lower <= 'z';
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  /** A copy of the text with runs of white space as one blank, as far as it goes on from before. */
  void appendNormalized(StringBuilder out) {
    boolean blank = out.length() == 0 || out.charAt(out.length() - 1) == ' ';
    for (int i = 0; i < length; i++) {
      char c = chars[i];
      boolean white = c == ' ' || (c >= '\t' && c <= '\r' && c != 0x0B) || c == '\u00A0';
      if (white && !blank) {
        out.append(' ');
        blank = true;
      } else if (!white && c != '\u00AD') { // a soft hyphen shows where a word may be broken only
        out.append(c);
        blank = false;
      }
    }
  }
}
