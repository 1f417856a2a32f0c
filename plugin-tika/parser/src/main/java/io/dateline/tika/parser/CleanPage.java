package io.dateline.tika.parser;

import io.dateline.article.Article;
import io.dateline.article.Paragraph;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;

/**
 * The source of a small page for the stock parser: the head of the captured page, the article as
 * its body, and after it the captured body's inline children.
 *
 * <p>Characters are written straight away. A tree built and serialised for the purpose took longer
 * than the parsing of the result, and looked at every character of a {@code data:} image more than
 * once.
 */
final class CleanPage implements NodeVisitor {

  private static final String DATA = "data:";

  private static final Set<String> KEPT_ATTRIBUTES =
      Set.of(
          "alt",
          "content",
          "href",
          "http-equiv",
          "name",
          "property",
          "rel",
          "src",
          "srcdoc",
          "title",
          "type");

  private final boolean ownTitle;
  private final StringBuilder head = new StringBuilder();
  private final StringBuilder children = new StringBuilder();
  private int headDepth;
  private int bodyDepth;

  private CleanPage(boolean ownTitle) {
    this.ownTitle = ownTitle;
  }

  /**
   * The source of the clean page.
   *
   * @param page the captured page; read, not changed
   * @param article what the page's body is to be
   */
  static String of(Document page, Article article) {
    CleanPage parts = new CleanPage(article.headline() == null);
    page.traverse(parts);
    StringBuilder html =
        new StringBuilder(parts.head.length() + parts.children.length() + 16_384).append("<html");
    Element lang = page.selectFirst("html[lang]");
    if (lang != null) {
      attribute(html, "lang", lang.attr("lang"));
    }
    html.append("><head>").append(parts.head);
    if (article.headline() != null) {
      text(html, "title", article.headline());
    }
    html.append("</head><body>");
    String gap = "";
    for (Paragraph paragraph : article.body()) {
      text(html.append(gap), ArticleXhtml.elementOf(paragraph), paragraph.text());
      gap = "\n"; // the block's end makes the other one
    }
    return html.append(parts.children).append("</body></html>").toString();
  }

  @Override
  public void head(Node node, int depth) {
    if (!(node instanceof Element element)) {
      return;
    }
    String name = element.normalName();
    if (headDepth > 0) {
      inHead(element, name);
    } else if (bodyDepth > 0 && isInlineChild(element, name)) {
      copy(children, element, name);
    }
    headDepth += name.equals("head") ? 1 : 0;
    bodyDepth += name.equals("body") ? 1 : 0;
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element) {
      String name = element.normalName();
      headDepth -= name.equals("head") ? 1 : 0;
      bodyDepth -= name.equals("body") ? 1 : 0;
    }
  }

  private void inHead(Element element, String name) {
    switch (name) {
      case "meta", "base", "link" -> {
        if (!HeadMetas.isBarred(element)) {
          copy(head, element, name);
        }
      }
      case "title" -> {
        if (ownTitle && !HeadMetas.isBarred(element)) {
          copy(head, element, name);
        }
      }
      default -> {} // scripts and styles say nothing to Tika
    }
  }

  private static boolean isInlineChild(Element element, String name) {
    return element.attributesSize() > 0
        && ((!name.equals("script")
                && element.attr("src").regionMatches(true, 0, DATA, 0, DATA.length()))
            || (name.equals("iframe") && element.hasAttr("srcdoc")));
  }

  /** The element without event handlers and, where it may have them, without its children. */
  private static void copy(StringBuilder html, Element element, String name) {
    html.append('<').append(name);
    for (Attribute attribute : element.attributes()) {
      if (KEPT_ATTRIBUTES.contains(attribute.getKey())) {
        attribute(html, attribute.getKey(), attribute.getValue());
      }
    }
    html.append('>');
    if (name.equals("title")) {
      escaped(html, element.wholeText());
    }
    if (!element.tag().isEmpty()) {
      html.append("</").append(name).append('>');
    }
  }

  private static void attribute(StringBuilder html, String name, String value) {
    escaped(html.append(' ').append(name).append("=\""), value).append('"');
  }

  private static void text(StringBuilder html, String name, String text) {
    escaped(html.append('<').append(name).append('>'), text).append("</").append(name).append('>');
  }

  private static StringBuilder escaped(StringBuilder html, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isPlain(text.charAt(i))) {
        return html.append(Entities.escape(text));
      }
    }
    return html.append(text);
  }

  /** Whether the parser reads the character as it stands, in a text as in an attribute. */
  private static boolean isPlain(char c) {
    return switch (c) {
      case '&', '<', '>', '"' -> false;
      case '\t', '\n' -> true;
      default -> (c >= ' ' && c < 0x7F) || (c > 0x9F && !Character.isSurrogate(c));
    };
  }
}
