package io.dateline.capture;

import io.dateline.Meter;
import io.dateline.markup.Attribute;
import io.dateline.markup.MarkupTree;
import io.dateline.markup.Tag;
import io.dateline.markup.TreeText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads an element tree as blocks in one pass without recursion: a block ends where an element that
 * stands on its own line begins or ends, and at a line break. Work and memory grow linearly with
 * the page, whatever its depth.
 */
final class DomReader {

  /** The line so far; a plain array, because every character of the page goes through it. */
  private char[] line = new char[512];

  private int length;
  private final NameMarks names;

  private final List<Block> blocks = new ArrayList<>();
  private final IntList blockNode = new IntList();
  private final IntList blockLinkChars = new IntList();
  private final IntList blockLinks = new IntList();
  private final IntList blockBold = new IntList();
  private long[] blockInlineMarks = new long[64];

  private final List<String> nodeTags = new ArrayList<>();
  private final IntList nodeParent = new IntList();
  private final IntList nodeKind = new IntList();
  private final IntList nodeSignature = new IntList();
  private long[] nodeMarks = new long[64];

  private int[] path = new int[64];
  private ElementKind[] kinds = new ElementKind[64];
  private int depth;

  private int node;
  private int linkDepth;
  private int strongDepth;
  private int linkChars;
  private int links;
  private int boldChars;
  private int inlineDepth;
  private long inlineMarks;
  private int inlineMarkedChars;
  private int inlineMarkedDepth;
  private long className;
  private boolean blank;
  private boolean word;
  private long elements;
  private final Meter meter;
  private final MarkupTree tree;
  private final TreeText texts;
  private final ClaimCollector claims;

  private DomReader(HtmlCapture capture, Meter meter) {
    this.meter = meter;
    tree = capture.tree();
    texts = tree.texts();
    names = new NameMarks(texts);
    claims = new ClaimCollector(capture, meter);
  }

  static CapturedPage read(HtmlCapture capture, Meter meter) {
    DomReader reader = new DomReader(capture, meter);
    reader.walk();
    DomLayout layout =
        new DomLayout(
            reader.blockNode.toArray(),
            reader.blockLinkChars.toArray(),
            reader.blockLinks.toArray(),
            reader.blockBold.toArray(),
            reader.blockInlineMarks,
            reader.nodeParent.toArray(),
            reader.nodeKind.toArray(),
            reader.nodeMarks,
            reader.nodeSignature.toArray());
    return new CapturedPage(capture, reader.blocks, reader.claims.claims(), layout);
  }

  private void walk() {
    claims.around();
    int body = tree.body();
    enterBlock(body, Tag.BODY);
    push(body, ElementKind.BLOCK);
    int at = body + 1;
    int end = tree.behind(body);
    while (at < end) {
      while (tree.behind(path[depth - 1]) <= at) {
        leave(kinds[--depth]);
      }
      Tag tag = tree.tag(at);
      int next = at + 1;
      if (tag == Tag.TEXT || tag == Tag.RAW_TEXT) {
        texts.read(at);
        meter.work(texts.length());
        append(texts.chars(), texts.length());
      } else if (tag == Tag.FORMAT_END) {
        leaveEarly(tree.ended(at));
      } else {
        ElementKind kind = ElementKind.of(tag);
        claims.look(at, tag);
        if (enter(at, tag, kind)) {
          push(at, kind);
        } else {
          claims.inside(at);
          next = tree.behind(at);
        }
      }
      at = next;
    }
    while (depth > 0) {
      leave(kinds[--depth]);
    }
    flush();
  }

  private void push(int element, ElementKind kind) {
    if (depth == path.length) {
      path = Arrays.copyOf(path, depth * 2);
      kinds = Arrays.copyOf(kinds, depth * 2);
    }
    path[depth] = element;
    kinds[depth++] = kind;
  }

  /** Leaves a formatting element that holds no longer, though blocks that began in it go on. */
  private void leaveEarly(int element) {
    int at = depth - 1;
    while (at >= 0 && path[at] > element) {
      at--;
    }
    if (at >= 0 && path[at] == element) {
      leave(kinds[at]);
      kinds[at] = ElementKind.BREAK; // of which nothing is left to do
    }
  }

  /** Whether to go down into the element. */
  private boolean enter(int element, Tag tag, ElementKind kind) {
    meter.work(1);
    meter.elements(++elements);
    switch (kind) {
      case SKIPPED -> {
        // a shadow root that came with the page is shown to the reader; any other template is not
        return tag == Tag.TEMPLATE && tree.has(element, Attribute.SHADOWROOTMODE);
      }
      case BREAK -> flush();
      case LINK -> {
        enterInline(element);
        linkDepth++;
        if (length > 0 && links > 0) {
          blank = true;
        }
        links++;
      }
      case STRONG -> {
        enterInline(element);
        strongDepth++;
      }
      case INLINE -> enterInline(element);
      default -> enterBlock(element, tag);
    }
    return true;
  }

  private void leave(ElementKind kind) {
    if (kind == ElementKind.BREAK || kind == ElementKind.SKIPPED) {
      return;
    }
    if (kind.isInline()) {
      if (inlineMarkedDepth == inlineDepth) {
        inlineMarkedChars = length;
        inlineMarkedDepth = -1;
      }
      inlineDepth--;
      if (kind == ElementKind.LINK) {
        linkDepth--;
      } else if (kind == ElementKind.STRONG) {
        strongDepth--;
      }
    } else {
      flush();
      node = nodeParent.get(node);
    }
  }

  private void enterInline(int element) {
    inlineDepth++;
    if (length == 0) {
      long marks = marksOf(element);
      if (marks != 0) {
        inlineMarks |= marks;
        if (inlineMarkedDepth < 0) {
          inlineMarkedDepth = inlineDepth;
        }
      }
    }
  }

  private void enterBlock(int element, Tag tag) {
    flush();
    int parent = nodeParent.size() == 0 ? -1 : node;
    String name = tree.name(element);
    node = nodeParent.add(parent);
    nodeKind.add(ElementKind.of(tag).code());
    nodeTags.add(name);
    if (node == nodeMarks.length) {
      nodeMarks = Arrays.copyOf(nodeMarks, node * 2);
    }
    nodeMarks[node] = marksOf(element) | marksOfTag(tag);
    nodeSignature.add(name.hashCode() * 31 + Long.hashCode(className));
  }

  private static long marksOfTag(Tag tag) {
    return switch (tag) {
      case NAV, MENU -> Mark.NAV.bit();
      case HEADER -> Mark.HEADER.bit();
      case FOOTER -> Mark.FOOTER.bit();
      case ASIDE -> Mark.ASIDE.bit();
      case ARTICLE -> Mark.ARTICLE.bit();
      case MAIN -> Mark.MAIN.bit();
      case FIGURE -> Mark.FIGURE.bit();
      case FIGCAPTION -> Mark.CAPTION.bit();
      case FORM, FIELDSET -> Mark.FORM.bit();
      case DIALOG -> Mark.MODAL.bit();
      case NOSCRIPT -> Mark.NOSCRIPT.bit();
      case UL, OL, DL -> Mark.LIST.bit();
      case TABLE -> Mark.TABLE.bit();
      case BLOCKQUOTE -> Mark.QUOTE.bit();
      case PRE -> Mark.CODE.bit();
      case ADDRESS -> Mark.BYLINE.bit();
      case BUTTON -> Mark.BUTTON.bit();
      default -> 0;
    };
  }

  private long marksOf(int element) {
    className = 0;
    long marks = 0;
    for (int i = tree.firstAttribute(element); i < tree.behindAttributes(element); i++) {
      switch (tree.attributeName(i)) {
        case CLASS -> {
          className = tree.valueHash(i);
          marks |= names.of(i, className);
        }
        case ID, ITEMPROP, DATA_TESTID, DATA_COMPONENT -> marks |= names.of(i, tree.valueHash(i));
        case ROLE -> marks |= marksOfRole(tree.value(i));
        case HIDDEN -> marks |= Mark.UNSEEN.bit();
        case ARIA_HIDDEN -> marks |= tree.value(i).equals("true") ? Mark.UNSEEN.bit() : 0;
        case STYLE -> marks |= hides(tree.value(i)) ? Mark.HIDDEN.bit() : 0;
        default -> {}
      }
    }
    return marks;
  }

  private static boolean hides(String style) {
    int at = style.indexOf("none");
    return (at > 0 && style.lastIndexOf("display", at) >= 0)
        || (style.contains("visibility")
            && style.contains("hidden")
            && !style.contains("overflow"));
  }

  private static long marksOfRole(String role) {
    return switch (role) {
      case "navigation", "menu", "menubar", "tablist" -> Mark.NAV.bit();
      case "banner" -> Mark.HEADER.bit();
      case "contentinfo" -> Mark.FOOTER.bit();
      case "complementary" -> Mark.ASIDE.bit();
      case "main" -> Mark.MAIN.bit();
      case "article" -> Mark.ARTICLE.bit();
      case "search" -> Mark.SEARCH.bit();
      case "dialog", "alertdialog", "alert", "tooltip" -> Mark.MODAL.bit();
      case "form" -> Mark.FORM.bit();
      case "button" -> Mark.BUTTON.bit();
      default -> 0;
    };
  }

  private void append(char[] text, int end) {
    if (line.length < length + end + 1) {
      line = Arrays.copyOf(line, Math.max(line.length * 2, length + end + 1));
    }
    char[] out = line;
    int size = length;
    int visible = 0;
    for (int i = 0; i < end; i++) {
      char c = text[i];
      if (c <= ' ' || (c > '~' && LineReader.isBlank(c))) {
        blank |= c != '\u00ad';
        continue;
      }
      if (blank && size > 0) {
        out[size++] = ' ';
      }
      blank = false;
      out[size++] = c;
      visible++;
      if (!word && (Character.isLetterOrDigit(c) || Character.isSurrogate(c))) {
        word = true;
      }
    }
    length = size;
    linkChars += linkDepth > 0 ? visible : 0;
    boldChars += strongDepth > 0 ? visible : 0;
  }

  private void flush() {
    if (word) {
      String text = new String(line, 0, length);
      int cut = Cuts.first(text);
      if (cut > 0) {
        add(text.substring(0, cut).stripTrailing(), linkChars, links);
        add(text.substring(cut), 0, 0);
      } else {
        add(text, linkChars, links);
      }
    }
    length = 0;
    blank = false;
    word = false;
    linkChars = 0;
    links = 0;
    boldChars = 0;
    inlineMarks = 0;
    inlineMarkedChars = 0;
    inlineMarkedDepth = -1;
  }

  private void add(String text, int charsInLinks, int linksInBlock) {
    int index = blocks.size();
    meter.blocks(index + 1L);
    blocks.add(new Block(index, text, nodeTags.get(node), -1, -1));
    blockNode.add(node);
    blockLinkChars.add(charsInLinks);
    blockLinks.add(linksInBlock);
    blockBold.add(Math.min(boldChars, text.length()));
    if (index == blockInlineMarks.length) {
      blockInlineMarks = Arrays.copyOf(blockInlineMarks, index * 2);
    }
    int covered = inlineMarkedDepth >= 0 ? length : inlineMarkedChars;
    blockInlineMarks[index] = covered * 10L >= length * 6L ? inlineMarks : 0;
  }
}
