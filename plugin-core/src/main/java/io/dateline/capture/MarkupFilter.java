package io.dateline.capture;

import java.nio.charset.Charset;

/**
 * Leaves out of a page's source what no reader of the tree ever asks for, before the tree is built:
 * scripts other than JSON-LD, style sheets, comments, drawings, white space between the tags of
 * blocks, and attributes that {@link ReadAttributes} does not name. On news pages that is half of
 * the source and a third of the parser's time.
 *
 * <p>Works on bytes of any charset that has ASCII at its place, since markup is ASCII; so what is
 * left out need not be decoded. Follows <a
 * href="https://html.spec.whatwg.org/multipage/parsing.html#tokenization">the HTML standard's
 * tokenization</a> for all that decides where a tag, comment or raw text ends. Where the standard
 * lets the tree decide (MathML, HTML inside a drawing, CDATA), and where something never ends, the
 * rest of the page is left as it is: this is an economy, never a judgement.
 *
 * <p>An emptied {@code script} or {@code svg} stays as an element, because distances in the page
 * are counted in elements.
 */
final class MarkupFilter {

  private static final byte[] SCRIPT = ascii("<script></script>");
  private static final byte[] STYLE = ascii("<style></style>");
  private static final byte[] SVG = ascii("<svg></svg>");
  private static final byte[] COMMENT = ascii("<!---->");

  private static final byte[] SRC = ascii("src");
  private static final byte[] LD_JSON = ascii("ld+json");

  /** Elements open at once in a drawing; deeper ones are left as they are. */
  private static final int MAX_DRAWING_DEPTH = 64;

  private final MarkupBytes html;
  private final byte[] in;
  private final int end;
  private final byte[] out;
  private int size;

  /** What lies before has been written or left out. */
  private int done;

  /** The tag read last. */
  private TagKind kind = TagKind.OTHER;

  private boolean selfClosing;
  private boolean jsonLd;

  /** Behind the last tag, and whether that was a block's: white space from there may go. */
  private int textFrom;

  private boolean behindBlock;

  private MarkupFilter(byte[] in, int from, int end) {
    html = new MarkupBytes(in, end);
    this.in = in;
    this.end = end;
    out = new byte[end - from];
    done = from;
    textFrom = from;
  }

  /**
   * The text of a page without what is never read.
   *
   * @param html the source, from one index up to another
   * @param charset what it is written in; the bytes of markup are ASCII
   */
  static String thin(byte[] html, int from, int to, Charset charset) {
    MarkupFilter filter = new MarkupFilter(html, from, to);
    filter.run();
    filter.copyTo(to);
    return new String(filter.out, 0, filter.size, charset);
  }

  private void run() {
    int at = html.find('<', done);
    while (at >= 0 && at + 1 < end) {
      int next = in[at + 1];
      if (MarkupBytes.isLetter(next)) {
        at = startTag(at);
      } else if (next == '/') {
        at = endTag(at);
      } else if (next == '!') {
        at = declaration(at);
      } else if (next == '?') {
        at = html.behind('>', at);
        textFrom = at;
        behindBlock = false;
      } else {
        at++;
      }
      at = at < 0 ? -1 : html.find('<', at);
    }
  }

  /** Returns the position behind the tag and what belongs to it; -1 when in doubt. */
  private int startTag(int at) {
    int sizeBefore = size;
    int doneBefore = done;
    int nameEnd = html.name(at + 1);
    kind = TagKind.of(html.name());
    dropBlank(at);
    int behind;
    switch (kind) {
      case SCRIPT -> {
        behind = attributes(nameEnd, true);
        boolean read = jsonLd;
        int close = behind < 0 || selfClosing ? -1 : html.scriptEnd(behind);
        behind = close < 0 ? -1 : behindTag(close);
        if (behind >= 0 && !read) {
          replace(at, behind, SCRIPT);
        }
      }
      case STYLE -> {
        behind = rawText(nameEnd);
        if (behind >= 0) {
          replace(at, behind, STYLE);
        }
      }
      case RAW -> behind = rawText(nameEnd);
      case SVG -> {
        behind = drawing(nameEnd);
        if (behind >= 0 && !html.mayHold(at, behind, SRC)) { // a file of its own, as in a tag
          replace(at, behind, SVG);
        }
      }
      case UNSURE -> behind = -1;
      case WHOLE -> behind = attributes(nameEnd, true);
      default -> behind = attributes(nameEnd, false);
    }
    if (behind < 0) { // the rest stays as it is, from before this tag
      size = sizeBefore;
      done = doneBefore;
    }
    textFrom = behind;
    behindBlock = kind.standsAlone();
    return behind;
  }

  private int endTag(int at) {
    if (at + 2 >= end) {
      return -1;
    }
    if (!MarkupBytes.isLetter(in[at + 2])) { // "</>" or a bogus comment
      int behind = html.behind('>', at);
      textFrom = behind;
      behindBlock = false;
      return behind;
    }
    html.name(at + 2);
    boolean block = TagKind.of(html.name()).standsAlone();
    if (block) {
      kind = TagKind.BLOCK;
      dropBlank(at);
    }
    int behind = behindTag(at);
    textFrom = behind;
    behindBlock = block;
    return behind;
  }

  /** Leaves white space out that fills the space between two tags of blocks. */
  private void dropBlank(int at) {
    if (behindBlock && kind.standsAlone() && textFrom < at) {
      int i = textFrom;
      while (i < at && MarkupBytes.isBlank(in[i])) {
        i++;
      }
      if (i == at) {
        copyTo(textFrom);
        done = at;
      }
    }
  }

  /** Reads a comment, the doctype or a bogus comment. */
  private int declaration(int at) {
    if (!html.matches(at, "<!--")) {
      textFrom = html.behind('>', at);
      behindBlock = false;
      return html.matches(at, "<![CDATA[") ? -1 : textFrom;
    }
    int behind = html.commentEnd(at + 4);
    if (behind < 0) {
      return -1;
    }
    // joined, "<" and "div" would be a tag, "&am" and "p;" a character reference
    int before = at > done ? in[at - 1] : size > 0 ? out[size - 1] : '>';
    if (before != '>' && !MarkupBytes.isBlank(before)) {
      if (behind - at > COMMENT.length) {
        replace(at, behind, COMMENT);
      }
      textFrom = behind;
      behindBlock = false;
    } else {
      copyTo(at);
      done = behind;
      boolean blank = behind < end && MarkupBytes.isBlank(in[behind]);
      int i = textFrom;
      while (blank && i < at && MarkupBytes.isBlank(in[i])) {
        i++;
      }
      // of white space on both sides of a comment, that behind it may still go
      behindBlock &= blank && i == at;
      textFrom = behind;
    }
    return behind;
  }

  /** Reads raw or escapable raw text to behind its end tag. */
  private int rawText(int nameEnd) {
    long open = html.name();
    int behind = attributes(nameEnd, true);
    if (behind < 0 || selfClosing) {
      return -1;
    }
    for (int i = html.find('<', behind); i >= 0 && i + 2 < end; i = html.find('<', i + 1)) {
      if (in[i + 1] == '/'
          && MarkupBytes.isLetter(in[i + 2])
          && html.endsName(html.name(i + 2))
          && html.name() == open) {
        return behindTag(i);
      }
    }
    return -1;
  }

  /** Reads a drawing to behind its end tag; in doubt about HTML that may stand in it. */
  private int drawing(int nameEnd) {
    long[] open = new long[MAX_DRAWING_DEPTH];
    int depth = 1;
    open[0] = html.name();
    int i = attributes(nameEnd, true);
    if (i < 0 || selfClosing) {
      return i;
    }
    while (true) {
      i = html.find('<', i);
      if (i < 0 || i + 2 >= end) {
        return -1;
      }
      int next = in[i + 1];
      if (next == '/' && MarkupBytes.isLetter(in[i + 2])) {
        html.name(i + 2);
        i = behindTag(i);
        boolean drawing = html.name() == open[0];
        while (drawing && open[depth - 1] != html.name() && !TagKind.holdsHtml(open[depth - 1])) {
          depth--; // an open path is closed with the drawing
        }
        if (i < 0 || open[depth - 1] != html.name()) {
          return -1;
        }
        if (--depth == 0) {
          return i;
        }
      } else if (MarkupBytes.isLetter(next)) {
        int tagNameEnd = html.name(i + 1);
        long child = html.name();
        boolean strange = TagKind.holdsHtml(open[depth - 1]) || !TagKind.isDrawn(child);
        if (strange || depth == MAX_DRAWING_DEPTH) {
          return -1;
        }
        i = attributes(tagNameEnd, true);
        if (i < 0) {
          return -1;
        }
        if (!selfClosing) {
          open[depth++] = child;
        }
      } else if (html.matches(i, "<!--")) {
        i = html.commentEnd(i + 4);
        if (i < 0) {
          return -1;
        }
      } else {
        return -1;
      }
    }
  }

  private int behindTag(int at) {
    int from = at + 1 + (in[at + 1] == '/' ? 1 : 0);
    while (!html.endsName(from) && from < end) {
      from++;
    }
    return attributes(from, true);
  }

  /**
   * Reads the attributes behind the name of a tag, and leaves those out that are never read.
   *
   * @param all whether to keep all of them
   * @return the position behind the tag; -1 when it does not end
   */
  private int attributes(int nameEnd, boolean all) {
    selfClosing = false;
    jsonLd = false;
    int written = size;
    int before = done;
    int i = nameEnd;
    while (true) {
      int blank = i;
      while (i < end && (MarkupBytes.isBlank(in[i]) || in[i] == '/')) {
        i++;
      }
      if (i >= end) {
        return -1;
      }
      if (in[i] == '>') {
        selfClosing = in[i - 1] == '/' && i > blank;
        return i + 1;
      }
      if (in[i] == '<') {
        return i; // jsoup ends the tag here, out of the standard
      }
      int from = i;
      long hash = NameTable.START;
      while (i < end && (!MarkupBytes.isBlank(in[i]) && in[i] != '/' && in[i] != '>')) {
        if (in[i] == '=' && i > from) {
          break;
        }
        hash = NameTable.append(hash, in[i]);
        i++;
      }
      int value = i;
      int valueEnd = i;
      int next = i;
      while (next < end && MarkupBytes.isBlank(in[next])) {
        next++;
      }
      if (next < end && in[next] == '=') {
        next++;
        while (next < end && MarkupBytes.isBlank(in[next])) {
          next++;
        }
        if (next >= end) {
          return -1;
        }
        int quote = in[next];
        if (quote == '"' || quote == '\'') {
          value = next + 1;
          valueEnd = html.find((char) quote, value);
          if (valueEnd < 0) {
            return -1;
          }
          i = valueEnd + 1;
        } else {
          value = next;
          while (next < end && !MarkupBytes.isBlank(in[next]) && in[next] != '>') {
            next++;
          }
          valueEnd = next;
          i = next;
        }
      }
      if (all) {
        jsonLd |= hash == ReadAttributes.TYPE && html.mayHold(value, valueEnd, LD_JSON);
        continue;
      }
      switch (ReadAttributes.keep(hash)) {
        case NEVER -> leaveOut(blank, i);
        case IF_HIDING -> {
          if (!ReadAttributes.mayHide(in, value, valueEnd)) {
            leaveOut(blank, i);
          }
        }
        case IF_DATA -> {
          if (ReadAttributes.mayBeData(in, value, valueEnd)) { // a file of its own: all of it stays
            size = written;
            done = before;
            all = true;
          } else {
            leaveOut(blank, i);
          }
        }
        case ALWAYS -> {}
      }
    }
  }

  /** Leaves out an attribute and the white space before it; what comes next brings its own. */
  private void leaveOut(int from, int to) {
    int next = to < end ? in[to] : '>';
    copyTo(from);
    done = to;
    if (!MarkupBytes.isBlank(next) && next != '>') { // "/" would end up in a value without quotes
      out[size++] = ' ';
    }
  }

  private void replace(int from, int to, byte[] with) {
    copyTo(from);
    System.arraycopy(with, 0, out, size, with.length);
    size += with.length;
    done = to;
  }

  private void copyTo(int to) {
    if (to > done) {
      System.arraycopy(in, done, out, size, to - done);
      size += to - done;
    }
    done = Math.max(done, to);
  }

  private static byte[] ascii(String text) {
    byte[] bytes = new byte[text.length()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) text.charAt(i);
    }
    return bytes;
  }
}
