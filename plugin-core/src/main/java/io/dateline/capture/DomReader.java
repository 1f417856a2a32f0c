package io.dateline.capture;

import io.dateline.Meter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Reads an element tree as blocks in one pass without recursion: a block ends where an element that
 * stands on its own line begins or ends, and at a line break. Work and memory grow linearly with
 * the page, whatever its depth.
 */
final class DomReader {

  /** The line so far; a plain array, because every character of the page goes through it. */
  private char[] line = new char[512];

  private int length;
  private final Map<String, Long> marksByName = new HashMap<>();
  private final MarkupWords words = MarkupWords.builtIn();

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

  private Element[] path = new Element[64];
  private int[] nextChild = new int[64];
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
  private String className = "";
  private boolean blank;
  private boolean word;
  private long elements;
  private final Meter meter;
  private final ClaimCollector claims;

  private DomReader(Meter meter) {
    this.meter = meter;
    claims = new ClaimCollector(meter);
  }

  static CapturedPage read(HtmlCapture capture, Meter meter) {
    DomReader reader = new DomReader(meter);
    reader.walk(capture.dom());
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

  private void walk(Document dom) {
    Element body = dom.body();
    claims.around(dom, body);
    enterBlock(body, ElementKind.BLOCK);
    push(body, ElementKind.BLOCK);
    while (depth > 0) {
      Element parent = path[depth - 1];
      int next = nextChild[depth - 1]++;
      if (next == parent.childNodeSize()) {
        depth--;
        if (depth > 0) {
          leave(kinds[depth]);
        }
        continue;
      }
      Node child = parent.childNode(next);
      if (child instanceof TextNode text) {
        String piece = text.getWholeText();
        meter.work(piece.length());
        append(piece);
      } else if (child instanceof Element element) {
        ElementKind kind = ElementKind.ofTag(element.normalName());
        claims.look(element);
        if (enter(element, kind)) {
          push(element, kind);
        } else {
          claims.inside(element);
        }
      }
    }
    flush();
  }

  private void push(Element element, ElementKind kind) {
    if (depth == path.length) {
      path = Arrays.copyOf(path, depth * 2);
      nextChild = Arrays.copyOf(nextChild, depth * 2);
      kinds = Arrays.copyOf(kinds, depth * 2);
    }
    path[depth] = element;
    nextChild[depth] = 0;
    kinds[depth++] = kind;
  }

  /** Whether to go down into the element. */
  private boolean enter(Element element, ElementKind kind) {
    meter.work(1);
    meter.elements(++elements);
    switch (kind) {
      case SKIPPED -> {
        // a shadow root that came with the page is shown to the reader; any other template is not
        return element.normalName().equals("template") && element.hasAttr("shadowrootmode");
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
      default -> enterBlock(element, kind);
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

  private void enterInline(Element element) {
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

  private void enterBlock(Element element, ElementKind kind) {
    flush();
    int parent = nodeParent.size() == 0 ? -1 : node;
    node = nodeParent.add(parent);
    nodeKind.add(kind.code());
    nodeTags.add(element.normalName());
    if (node == nodeMarks.length) {
      nodeMarks = Arrays.copyOf(nodeMarks, node * 2);
    }
    nodeMarks[node] = marksOf(element) | marksOfTag(element.normalName());
    nodeSignature.add(element.normalName().hashCode() * 31 + className.trim().hashCode());
  }

  private long marksOfTag(String tag) {
    return switch (tag) {
      case "nav", "menu" -> Mark.NAV.bit();
      case "header" -> Mark.HEADER.bit();
      case "footer" -> Mark.FOOTER.bit();
      case "aside" -> Mark.ASIDE.bit();
      case "article" -> Mark.ARTICLE.bit();
      case "main" -> Mark.MAIN.bit();
      case "figure" -> Mark.FIGURE.bit();
      case "figcaption" -> Mark.CAPTION.bit();
      case "form", "fieldset" -> Mark.FORM.bit();
      case "dialog" -> Mark.MODAL.bit();
      case "noscript" -> Mark.NOSCRIPT.bit();
      case "ul", "ol", "dl" -> Mark.LIST.bit();
      case "table" -> Mark.TABLE.bit();
      case "blockquote" -> Mark.QUOTE.bit();
      case "pre" -> Mark.CODE.bit();
      case "address" -> Mark.BYLINE.bit();
      case "button" -> Mark.BUTTON.bit();
      default -> 0;
    };
  }

  /** Looks the attributes up that say something, until all that there are have been seen. */
  private long marksOf(Element element) {
    className = "";
    int left = element.attributesSize();
    if (left == 0) {
      return 0;
    }
    Attributes attributes = element.attributes();
    className = attributes.get("class");
    long marks = marksOfName(className);
    left -= className.isEmpty() ? 0 : 1;
    if (left > 0) {
      String id = attributes.get("id");
      marks |= marksOfName(id);
      left -= id.isEmpty() ? 0 : 1;
    }
    if (left > 0 && element.normalName().equals("a") && attributes.hasKey("href")) {
      left--;
    }
    return left > 0 ? marks | marksOfOthers(attributes) : marks;
  }

  private long marksOfOthers(Attributes attributes) {
    long marks = marksOfName(attributes.get("itemprop")) | marksOfRole(attributes.get("role"));
    marks |= marksOfName(attributes.get("data-testid"));
    marks |= marksOfName(attributes.get("data-component"));
    if (attributes.hasKey("hidden") || attributes.get("aria-hidden").equals("true")) {
      marks |= Mark.UNSEEN.bit();
    }
    String style = attributes.get("style");
    if (!style.isEmpty() && hides(style)) {
      marks |= Mark.HIDDEN.bit();
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

  private long marksOfName(String name) {
    if (name.isEmpty()) {
      return 0;
    }
    Long known = marksByName.get(name);
    if (known == null) {
      known = words.marksOf(name);
      marksByName.put(name, known);
    }
    return known;
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

  private void append(String text) {
    int end = text.length();
    if (line.length < length + end + 1) {
      line = Arrays.copyOf(line, Math.max(line.length * 2, length + end + 1));
    }
    int visible = 0;
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (c <= ' ' || (c > '~' && LineReader.isBlank(c))) {
        blank |= c != '\u00ad';
        continue;
      }
      if (blank && length > 0) {
        line[length++] = ' ';
      }
      blank = false;
      line[length++] = c;
      visible++;
      if (!word && (Character.isLetterOrDigit(c) || Character.isSurrogate(c))) {
        word = true;
      }
    }
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
