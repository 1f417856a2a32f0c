package io.dateline.markup;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Takes the source of a page apart into tags and texts, by the <a
 * href="https://html.spec.whatwg.org/multipage/parsing.html#tokenization">tokenization</a> of the
 * HTML standard, and shows them to a {@link TreeBuilder}. Works on bytes: markup is ASCII, and so
 * what nobody reads need not be decoded. One pass; no character is looked at more than a few times.
 */
final class MarkupParser {

  private static final String CDATA = "<![CDATA[";

  /** No media type is longer, and lower case may cost the square of the length. */
  private static final int MAX_TYPE = 500;

  private final byte[] in;
  private final int end;
  private final MarkupTree tree;
  private final TreeBuilder out;

  /** Elements that nothing ends in the rest of the page, so that nobody looks for it again. */
  private final Set<Tag> neverEnded = EnumSet.noneOf(Tag.class);

  /** The name read last. */
  private long name;

  private boolean selfClosing;

  private MarkupParser(byte[] in, int end) {
    this.in = in;
    this.end = end;
    tree = new MarkupTree(in);
    out = new TreeBuilder(tree, in);
  }

  static MarkupTree parse(byte[] utf8, int from, int to) {
    MarkupParser parser = new MarkupParser(utf8, to);
    parser.run(from);
    return parser.out.finish();
  }

  private void run(int from) {
    int text = from;
    int at = find('<', from);
    while (at >= 0 && at + 1 < end) {
      int next = in[at + 1];
      boolean close = next == '/' && at + 2 < end;
      if (!isLetter(next) && next != '!' && next != '?' && !close) {
        at = find('<', at + 1);
        continue;
      }
      out.text(text, at);
      int behind;
      if (isLetter(next)) {
        behind = startTag(at);
      } else if (close) {
        behind = endTag(at);
      } else {
        behind = declaration(at);
      }
      if (behind < 0) { // a tag or comment that never ends
        return;
      }
      text = behind;
      at = find('<', behind);
    }
    out.text(text, end);
  }

  private int startTag(int at) {
    tree.beginTag();
    int nameEnd = name(at + 1);
    long tagName = name;
    Tag tag = Tag.of(tagName);
    if (tag == Tag.OTHER) {
      tree.addAttribute(Attribute.ELEMENT_NAME, at + 1, nameEnd);
    }
    int behind = attributes(nameEnd, true);
    if (behind < 0) {
      return -1;
    }
    if (!out.start(tag, tagName, selfClosing)) {
      return behind;
    }
    return switch (tag.rule()) {
      case SCRIPT -> script(behind);
      case RAW_TEXT -> rawText(tag, tagName, behind, Tag.RAW_TEXT);
      case ESCAPABLE_TEXT -> rawText(tag, tagName, behind, Tag.TEXT);
      case PLAINTEXT -> {
        out.rawText(Tag.RAW_TEXT, behind, end);
        yield end;
      }
      default -> behind;
    };
  }

  private int endTag(int at) {
    if (!isLetter(in[at + 2])) { // "</>" or a bogus comment
      return behind('>', at + 2);
    }
    int nameEnd = name(at + 2);
    long tagName = name;
    int behind = attributes(nameEnd, false);
    if (behind >= 0) {
      out.end(Tag.of(tagName), tagName);
    }
    return behind;
  }

  /** Passes over a comment, the doctype, a processing instruction or a bogus comment. */
  private int declaration(int at) {
    if (matches(at, "<!--")) {
      return commentEnd(at + 4);
    }
    if (matches(at, CDATA)) { // in HTML a comment; but pages that were XHTML mean text
      int close = find(']', at + CDATA.length());
      while (close >= 0 && !matches(close, "]]>")) {
        close = find(']', close + 1);
      }
      out.literal(at + CDATA.length(), close < 0 ? end : close);
      return close < 0 ? -1 : close + 3;
    }
    if (matchesIgnoringCase(at + 2, "doctype")) {
      out.doctype();
    }
    return behind('>', at);
  }

  /** Behind the comment whose text begins at a position. */
  private int commentEnd(int from) {
    if (from < end && in[from] == '>') {
      return from + 1; // <!-->
    }
    if (from + 1 < end && in[from] == '-' && in[from + 1] == '>') {
      return from + 2; // <!--->
    }
    for (int i = find('-', from); i >= 0 && i + 2 < end; i = find('-', i + 1)) {
      if (in[i + 1] == '-') {
        if (in[i + 2] == '>') {
          return i + 3;
        }
        if (in[i + 2] == '!' && i + 3 < end && in[i + 3] == '>') {
          return i + 4;
        }
      }
    }
    return -1;
  }

  /** Reads the text of an element in which tags are no tags, and its end tag. */
  private int rawText(Tag tag, long tagName, int from, Tag text) {
    int first = neverEnded.contains(tag) ? -1 : find('<', from);
    for (int i = first; i >= 0 && i + 2 < end; i = find('<', i + 1)) {
      if (in[i + 1] == '/' && isLetter(in[i + 2])) {
        int nameEnd = name(i + 2);
        if (name == tagName && nameEnd < end) {
          out.rawText(text, from, i);
          out.end(tag, tagName);
          return attributes(nameEnd, false);
        }
      }
    }
    if (tag.rule() == Tag.Rule.ESCAPABLE_TEXT) { // a mercy: the rest of the page is no title
      neverEnded.add(tag);
      int next = find('<', from);
      while (next >= 0 && next + 1 < end && !isLetter(in[next + 1])) {
        next = find('<', next + 1);
      }
      if (next >= 0 && next + 1 < end) {
        out.rawText(text, from, next);
        out.end(tag, tagName);
        return next;
      }
    }
    out.rawText(text, from, end);
    return end;
  }

  /** Reads a script and its end tag; only JSON-LD is kept. */
  private int script(int from) {
    int close = scriptEnd(from);
    int to = close < 0 ? end : close;
    if (isJsonLd(out.node())) {
      out.rawText(Tag.RAW_TEXT, from, to);
    }
    if (close < 0) {
      return end;
    }
    out.end(Tag.SCRIPT, name);
    return attributes(close + "</script".length(), false);
  }

  private boolean isJsonLd(int script) {
    String type = tree.attribute(script, Attribute.TYPE);
    return type.length() <= MAX_TYPE && type.toLowerCase(Locale.ROOT).contains("ld+json");
  }

  /** Where the end tag of a script begins, by the script data states of the standard. */
  private int scriptEnd(int from) {
    boolean escaped = false;
    boolean doubly = false;
    int i = find('<', from);
    while (i >= 0 && i + 2 < end) {
      int c = in[i];
      if (c == '<') {
        boolean closes = in[i + 1] == '/';
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
      } else if (c == '-' && escaped && in[i + 1] == '-' && in[i + 2] == '>') {
        escaped = false;
        doubly = false;
      }
      i = escaped ? i + 1 : find('<', i + 1);
    }
    return -1;
  }

  private boolean isScript(int at) {
    return matchesIgnoringCase(at, "script") && at + 6 < end && endsName(in[at + 6]);
  }

  /**
   * Reads the attributes behind the name of a tag.
   *
   * @param keep whether to keep those that somebody reads
   * @return the position behind the tag; -1 when it does not end
   */
  private int attributes(int nameEnd, boolean keep) {
    selfClosing = false;
    long seen = 0;
    int i = nameEnd;
    while (true) {
      int blank = i;
      while (i < end && (isBlank(in[i]) || in[i] == '/')) {
        i++;
      }
      if (i >= end) {
        return -1;
      }
      if (in[i] == '>') {
        selfClosing = in[i - 1] == '/' && i > blank;
        return i + 1;
      }
      int from = i;
      long hash = NameTable.START;
      while (i < end && !isBlank(in[i]) && in[i] != '/' && in[i] != '>') {
        if (in[i] == '=' && i > from) {
          break;
        }
        hash = NameTable.append(hash, in[i]);
        i++;
      }
      int value = i;
      int valueEnd = i;
      int next = i;
      while (next < end && isBlank(in[next])) {
        next++;
      }
      if (next < end && in[next] == '=') {
        next++;
        while (next < end && isBlank(in[next])) {
          next++;
        }
        if (next >= end) {
          return -1;
        }
        int quote = in[next];
        if (quote == '"' || quote == '\'') {
          value = next + 1;
          valueEnd = find((char) quote, value);
          if (valueEnd < 0) {
            return -1;
          }
          i = valueEnd + 1;
        } else {
          value = next;
          while (next < end && !isBlank(in[next]) && in[next] != '>') {
            next++;
          }
          valueEnd = next;
          i = next;
        }
      }
      if (keep) {
        Attribute attribute = Attribute.of(hash);
        long bit = 1L << attribute.code();
        if (attribute != Attribute.ELEMENT_NAME && (seen & bit) == 0) { // the first one counts
          seen |= bit;
          tree.addAttribute(attribute, value, valueEnd);
        }
      }
    }
  }

  /** Hashes the name that begins at a position, and returns the position behind it. */
  private int name(int from) {
    long hash = NameTable.START;
    int i = from;
    while (i < end && !endsName(in[i])) {
      hash = NameTable.append(hash, in[i]);
      i++;
    }
    name = hash;
    return i;
  }

  private static boolean endsName(byte c) {
    return isBlank(c) || c == '/' || c == '>';
  }

  private int find(char wanted, int from) {
    for (int i = from; i < end; i++) {
      if (in[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  private int behind(char wanted, int from) {
    int at = find(wanted, from);
    return at < 0 ? -1 : at + 1;
  }

  private boolean matches(int at, String text) {
    if (at + text.length() > end) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (in[at + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a word of lower case letters stands at a position, in any case. */
  private boolean matchesIgnoringCase(int at, String word) {
    if (at + word.length() > end) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if ((in[at + i] | 0x20) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(int c) {
    int lower = c | 0x20;
    return lower >= 'a' && lower <= 'z';
  }

  private static boolean isBlank(int c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
  }
}
