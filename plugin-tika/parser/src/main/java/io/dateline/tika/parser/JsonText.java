package io.dateline.tika.parser;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * JSON on its way into a string (RFC 8259). For trees of known names, written in their order: it
 * puts the commas and escapes the values, and leaves it to the caller to close what was opened.
 *
 * <p>A general JSON library took an eighth of the time of {@code dateline extract --as-article},
 * most of it for the shortest form of each number and for carrying the text through three buffers;
 * this takes half of that.
 */
final class JsonText {

  /** What stands behind the backslash for a control character; 0 where it takes a number. */
  private static final char[] SHORT_ESCAPES = new char[' '];

  static {
    SHORT_ESCAPES['\b'] = 'b';
    SHORT_ESCAPES['\t'] = 't';
    SHORT_ESCAPES['\n'] = 'n';
    SHORT_ESCAPES['\f'] = 'f';
    SHORT_ESCAPES['\r'] = 'r';
  }

  private static final String HEX = "0123456789ABCDEF";
  private static final int LONGEST_ESCAPE = 6;
  private static final int LONGEST_NUMBER = 25;

  /** As many decimals as coordinates have. */
  private static final int DECIMALS = 5;

  private static final double SCALE = 1e5;

  /** Between these, the JDK writes a number without an exponent. */
  private static final double PLAIN_FROM = 1e-3;

  private static final double PLAIN_TO = 1e7;

  private char[] chars;
  private int length;

  /**
   * Nothing yet.
   *
   * @param expected characters there may be; more is only slower
   */
  JsonText(int expected) {
    chars = new char[Math.max(expected, 64)];
  }

  JsonText startObject() {
    comma();
    put('{');
    return this;
  }

  void startObject(String name) {
    name(name);
    put('{');
  }

  void endObject() {
    put('}');
  }

  void startArray(String name) {
    name(name);
    put('[');
  }

  void endArray() {
    put(']');
  }

  /** A string within an array. */
  void value(String value) {
    comma();
    string(value);
  }

  /** A string; nothing when it is null. */
  void field(String name, @Nullable String value) {
    if (value != null) {
      name(name);
      string(value);
    }
  }

  void field(String name, int value) {
    name(name);
    ensure(LONGEST_NUMBER);
    digits(value);
  }

  /** A number in its shortest form, as {@link Double#toString} has it. */
  void field(String name, double value) {
    name(name);
    ensure(LONGEST_NUMBER);
    double size = Math.abs(value);
    long scaled = Math.round(size * SCALE);
    // of decimals with up to 15 digits no two are the same double, so none is shorter
    if (size >= PLAIN_FROM && size < PLAIN_TO && scaled / SCALE == size) {
      if (value < 0) {
        chars[length++] = '-';
      }
      fixed(scaled);
    } else {
      raw(Double.toString(value));
    }
  }

  @Override
  public String toString() {
    return new String(chars, 0, length);
  }

  /** With at least one decimal, and without further zeros at the end. */
  private void fixed(long scaled) {
    digits(scaled / (long) SCALE);
    chars[length++] = '.';
    int least = length + 1;
    decimal(scaled % (long) SCALE, DECIMALS);
    while (length > least && chars[length - 1] == '0') {
      length--;
    }
  }

  private void digits(long value) {
    if (value < 0) {
      raw(Long.toString(value));
      return;
    }
    int count = 1;
    for (long rest = value / 10; rest > 0; rest /= 10) {
      count++;
    }
    decimal(value, count);
  }

  private void decimal(long value, int count) {
    long rest = value;
    for (int i = count - 1; i >= 0; i--) {
      chars[length + i] = (char) ('0' + rest % 10);
      rest /= 10;
    }
    length += count;
  }

  /** Names are ours, and need no escapes. */
  private void name(String name) {
    comma();
    ensure(name.length() + 3);
    chars[length++] = '"';
    raw(name);
    chars[length++] = '"';
    chars[length++] = ':';
  }

  /** A string ends with a quotation mark, so a bracket at the end is one of JSON's own. */
  private void comma() {
    if (length > 0 && chars[length - 1] != '{' && chars[length - 1] != '[') {
      put(',');
    }
  }

  private void string(String value) {
    int count = value.length();
    ensure(count + 2);
    chars[length++] = '"';
    for (int i = 0; i < count; i++) {
      char c = value.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        ensure(LONGEST_ESCAPE + count - i);
        escape(c);
      } else {
        chars[length++] = c;
      }
    }
    chars[length++] = '"';
  }

  private void escape(char c) {
    chars[length++] = '\\';
    if (c >= ' ') {
      chars[length++] = c;
    } else if (SHORT_ESCAPES[c] != 0) {
      chars[length++] = SHORT_ESCAPES[c];
    } else {
      raw("u00");
      chars[length++] = HEX.charAt(c >>> 4);
      chars[length++] = HEX.charAt(c & 0xF);
    }
  }

  /** Within the room that has been made. */
  private void raw(String ascii) {
    ascii.getChars(0, ascii.length(), chars, length);
    length += ascii.length();
  }

  private void put(char c) {
    ensure(1);
    chars[length++] = c;
  }

  private void ensure(int more) {
    if (length + more > chars.length) {
      chars = Arrays.copyOf(chars, Math.max(length + more, chars.length + (chars.length >> 1)));
    }
  }
}
