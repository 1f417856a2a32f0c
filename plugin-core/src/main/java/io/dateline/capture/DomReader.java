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

  private final StringBuilder line = new StringBuilder();
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
  private boolean blank;
  private boolean word;
  private long elements;
  private final Meter meter;

  private DomReader(Meter meter) {
    this.meter = meter;
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
    return new CapturedPage(capture, reader.blocks, PageClaims.of(capture, meter), layout);
  }

  private void walk(Document dom) {
    Element body = dom.body();
    enterBlock(body, ElementKind.BLOCK);
    Node at = body.firstChild();
    while (at != null) {
      Node down = null;
      if (at instanceof TextNode text) {
        String piece = text.getWholeText();
        meter.work(piece.length());
        append(piece);
      } else if (at instanceof Element element && enter(element)) {
        down = element.firstChild();
        if (down == null) {
          leave(element);
        }
      }
      if (down != null) {
        at = down;
        continue;
      }
      while (at != null && at.nextSibling() == null) {
        Node parent = at.parent();
        if (parent == null || parent.equals(body)) {
          at = null;
          break;
        }
        leave((Element) parent);
        at = parent;
      }
      at = at == null ? null : at.nextSibling();
    }
    flush();
  }

  /** Whether to go down into the element. */
  private boolean enter(Element element) {
    meter.work(1);
    meter.elements(++elements);
    ElementKind kind = ElementKind.ofTag(element.normalName());
    switch (kind) {
      case SKIPPED -> {
        // a shadow root that came with the page is shown to the reader; any other template is not
        return element.normalName().equals("template") && element.hasAttr("shadowrootmode");
      }
      case BREAK -> flush();
      case LINK -> {
        enterInline(element);
        linkDepth++;
        if (line.length() > 0 && links > 0) {
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

  private void leave(Element element) {
    ElementKind kind = ElementKind.ofTag(element.normalName());
    if (kind == ElementKind.BREAK || kind == ElementKind.SKIPPED) {
      return;
    }
    if (kind.isInline()) {
      if (inlineMarkedDepth == inlineDepth) {
        inlineMarkedChars = line.length();
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
    if (line.length() == 0) {
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
    nodeSignature.add(element.normalName().hashCode() * 31 + element.className().hashCode());
    if (node == nodeMarks.length) {
      nodeMarks = Arrays.copyOf(nodeMarks, node * 2);
    }
    nodeMarks[node] = marksOf(element) | marksOfTag(element.normalName());
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

  private long marksOf(Element element) {
    if (element.attributesSize() == 0) {
      return 0;
    }
    Attributes attributes = element.attributes();
    long marks = marksOfName(attributes, "class") | marksOfName(attributes, "id");
    marks |= marksOfName(attributes, "itemprop") | marksOfRole(attributes.get("role"));
    marks |= marksOfName(attributes, "data-testid") | marksOfName(attributes, "data-component");
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

  private long marksOfName(Attributes attributes, String key) {
    String name = attributes.get(key);
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
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c == '\u00ad') {
        continue;
      }
      if (LineReader.isBlank(c)) {
        blank = true;
        continue;
      }
      if (blank && line.length() > 0) {
        line.append(' ');
      }
      blank = false;
      line.append(c);
      if (linkDepth > 0) {
        linkChars++;
      }
      if (strongDepth > 0) {
        boldChars++;
      }
      if (!word && (Character.isLetterOrDigit(c) || Character.isSurrogate(c))) {
        word = true;
      }
    }
  }

  private void flush() {
    if (word) {
      String text = line.toString();
      int cut = Cuts.first(text);
      if (cut > 0) {
        add(text.substring(0, cut).stripTrailing(), linkChars, links);
        add(text.substring(cut), 0, 0);
      } else {
        add(text, linkChars, links);
      }
    }
    line.setLength(0);
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
    int covered = inlineMarkedDepth >= 0 ? line.length() : inlineMarkedChars;
    blockInlineMarks[index] = covered * 10L >= line.length() * 6L ? inlineMarks : 0;
  }
}
