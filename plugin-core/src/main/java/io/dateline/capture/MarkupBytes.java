package io.dateline.capture;

/**
 * The bytes of a page's source, and where in them the tokens of the <a
 * href="https://html.spec.whatwg.org/multipage/parsing.html#tokenization">HTML standard</a> end.
 */
final class MarkupBytes {

  final byte[] bytes;
  final int end;

  /** Hash of the name read last. */
  private long name;

  MarkupBytes(byte[] bytes, int end) {
    this.bytes = bytes;
    this.end = end;
  }

  long name() {
    return name;
  }

  /** Behind the comment whose text begins at a position, by the comment states of the standard. */
  int commentEnd(int from) {
    if (from < end && bytes[from] == '>') {
      return from + 1; // <!-->
    }
    if (from + 1 < end && bytes[from] == '-' && bytes[from + 1] == '>') {
      return from + 2; // <!--->
    }
    for (int i = find('-', from); i >= 0 && i + 2 < end; i = find('-', i + 1)) {
      if (bytes[i + 1] == '-') {
        if (bytes[i + 2] == '>') {
          return i + 3;
        }
        if (bytes[i + 2] == '!' && i + 3 < end && bytes[i + 3] == '>') {
          return i + 4;
        }
      }
    }
    return -1;
  }

  /** Where the end tag of a script begins, by the script data states of the standard. */
  int scriptEnd(int from) {
    boolean escaped = false;
    boolean doubly = false;
    int i = from;
    while (i + 2 < end) {
      int c = bytes[i];
      if (c == '<') {
        boolean closes = bytes[i + 1] == '/';
        if (!escaped && matches(i, "<!--")) {
          escaped = true;
          i += 2; // its dashes may be the first two of "-->"
          continue;
        }
        if (closes && isScript(i + 2)) {
          if (!doubly) {
            return i;
          }
          doubly = false;
        } else if (escaped && !doubly && isScript(i + 1)) {
          doubly = true;
        }
      } else if (c == '-' && escaped && bytes[i + 1] == '-' && bytes[i + 2] == '>') {
        escaped = false;
        doubly = false;
      }
      i++;
    }
    return -1;
  }

  private boolean isScript(int at) {
    return matchesIgnoringCase(at, "script") && endsName(at + 6);
  }

  /** Whether a value holds a word, or a character reference that may be a part of it. */
  boolean mayHold(int from, int to, byte[] word) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == '&') {
        return true;
      }
      int k = 0;
      while (k < word.length && i + k < to && lower(bytes[i + k]) == word[k]) {
        k++;
      }
      if (k == word.length) {
        return true;
      }
    }
    return false;
  }

  /** Hashes the name that begins at a position, and returns the position behind it. */
  int name(int from) {
    long hash = NameTable.START;
    int i = from;
    while (i < end && !endsName(i)) {
      hash = NameTable.append(hash, bytes[i]);
      i++;
    }
    name = hash;
    return i;
  }

  boolean endsName(int at) {
    if (at >= end) {
      return false;
    }
    int c = bytes[at];
    return isBlank(c) || c == '/' || c == '>' || c == '<'; // the last out of the standard, as jsoup
  }

  int find(char wanted, int from) {
    for (int i = from; i < end; i++) {
      if (bytes[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  int behind(char wanted, int from) {
    int at = find(wanted, from);
    return at < 0 ? -1 : at + 1;
  }

  boolean matches(int at, String text) {
    if (at + text.length() > end) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (bytes[at + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean matchesIgnoringCase(int at, String text) {
    if (at + text.length() > end) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (lower(bytes[at + i]) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  static int lower(int c) {
    return c >= 'A' && c <= 'Z' ? c + 32 : c;
  }

  static boolean isLetter(int c) {
    int lower = c | 0x20;
    return lower >= 'a' && lower <= 'z';
  }

  static boolean isBlank(int c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
  }
}
