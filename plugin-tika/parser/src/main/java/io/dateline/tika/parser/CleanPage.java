package io.dateline.tika.parser;

import io.dateline.article.Article;
import io.dateline.article.Paragraph;
import io.dateline.markup.Attribute;
import io.dateline.markup.MarkupTree;
import io.dateline.markup.Tag;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Entities;

/**
 * The source of a small page for the stock parser: the head of the captured page, the article as
 * its body, and after it the captured body's inline children.
 *
 * <p>Characters are written straight away. A tree built and serialised for the purpose took longer
 * than the parsing of the result, and looked at every character of a {@code data:} image more than
 * once.
 */
final class CleanPage {

  private static final String DATA = "data:";

  private static final Set<Attribute> KEPT_ATTRIBUTES =
      EnumSet.of(
          Attribute.ALT,
          Attribute.CONTENT,
          Attribute.HREF,
          Attribute.HTTP_EQUIV,
          Attribute.NAME,
          Attribute.PROPERTY,
          Attribute.REL,
          Attribute.SRC,
          Attribute.SRCDOC,
          Attribute.TITLE,
          Attribute.TYPE);

  private final MarkupTree page;

  private CleanPage(MarkupTree page) {
    this.page = page;
  }

  /**
   * The source of the clean page.
   *
   * @param page the captured page
   * @param article what the page's body is to be
   */
  static String of(MarkupTree page, Article article) {
    return new CleanPage(page).source(article);
  }

  private String source(Article article) {
    StringBuilder html = new StringBuilder(16_384).append("<html");
    if (page.has(MarkupTree.ROOT, Attribute.LANG)) {
      attribute(html, "lang", page.attribute(MarkupTree.ROOT, Attribute.LANG));
    }
    html.append("><head>");
    head(html, article.headline() == null);
    if (article.headline() != null) {
      text(html, "title", article.headline());
    }
    html.append("</head><body>");
    String gap = "";
    for (Paragraph paragraph : article.body()) {
      text(html.append(gap), ArticleXhtml.elementOf(paragraph), paragraph.text());
      gap = "\n"; // the block's end makes the other one
    }
    inlineChildren(html);
    return html.append("</body></html>").toString();
  }

  /** Copies what a head says; scripts and styles say nothing to Tika. */
  private void head(StringBuilder html, boolean withTitle) {
    for (int i = MarkupTree.HEAD + 1; i < page.behind(MarkupTree.HEAD); i++) {
      boolean said =
          switch (page.tag(i)) {
            case META, BASE, LINK -> true;
            case TITLE -> withTitle;
            default -> false;
          };
      if (said && !HeadMetas.isBarred(page, i)) {
        copy(html, i);
      }
    }
  }

  /**
   * Copies every inline child once. The empty picture that stands in for those which are loaded
   * later may stand in a page a hundred times; to the stock parser it would be a hundred documents,
   * whose types it looks for one by one.
   */
  private void inlineChildren(StringBuilder html) {
    Set<List<String>> copied = new HashSet<>();
    for (int i = page.body() + 1; i < page.behind(page.body()); i++) {
      if (page.tag(i).isElement()
          && isInlineChild(i)
          && copied.add(
              List.of(page.attribute(i, Attribute.SRC), page.attribute(i, Attribute.SRCDOC)))) {
        copy(html, i);
      }
    }
  }

  private boolean isInlineChild(int element) {
    Tag tag = page.tag(element);
    boolean ofHead = tag == Tag.META || tag == Tag.BASE || tag == Tag.LINK || tag == Tag.TITLE;
    boolean data =
        tag != Tag.SCRIPT
            && !ofHead // there what they say is looked at first
            && page.has(element, Attribute.SRC)
            && page.attribute(element, Attribute.SRC).regionMatches(true, 0, DATA, 0, 5);
    return data || (tag == Tag.IFRAME && page.has(element, Attribute.SRCDOC));
  }

  /** The element without event handlers and, where it may have them, without its children. */
  private void copy(StringBuilder html, int element) {
    String name = page.name(element);
    html.append('<').append(name);
    int behind = page.behindAttributes(element);
    for (int i = page.firstAttribute(element); i < behind; i++) {
      Attribute attribute = page.attributeName(i);
      if (KEPT_ATTRIBUTES.contains(attribute)) {
        attribute(html, attribute.htmlName(), page.value(i));
      }
    }
    html.append('>');
    if (page.tag(element) == Tag.TITLE) {
      escaped(html, page.wholeText(element));
    }
    if (!page.tag(element).isVoid()) {
      html.append("</").append(name).append('>');
    }
  }

  private static void attribute(StringBuilder html, String name, String value) {
    escaped(html.append(' ').append(name).append("=\""), value).append('"');
  }

  private static void text(StringBuilder html, String name, String text) {
    escaped(html.append('<').append(name).append('>'), text).append("</").append(name).append('>');
  }

  /** Escapes what means something in markup; rare characters are left to jsoup. */
  private static StringBuilder escaped(StringBuilder html, String text) {
    int before = html.length();
    int done = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isPlain(c)) {
        continue;
      }
      String reference =
          switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            default -> null;
          };
      if (reference == null) {
        html.setLength(before);
        return html.append(Entities.escape(text));
      }
      html.append(text, done, i).append(reference);
      done = i + 1;
    }
    return html.append(text, done, text.length());
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
