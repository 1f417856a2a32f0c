package io.dateline.tika.parser;

import io.dateline.article.Article;
import io.dateline.article.Paragraph;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.html.JSoupParser;
import org.apache.tika.sax.XHTMLContentHandler;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Writes an article as clean XHTML, so that the plain text Tika makes of it is the article's text.
 *
 * <p>An HTML page goes through the stock parser once more, with its own head and the article as its
 * body: so base addresses, meta elements and inline children (frames with {@code srcdoc}, {@code
 * data:} images) are treated as Tika always does. The page is parsed twice then, but the second
 * time it is small.
 */
final class ArticleXhtml {

  private static final String TIKA_PREFIX = TikaCoreProperties.TIKA_META_PREFIX;

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

  private ArticleXhtml() {}

  /**
   * Writes the article of a plain-text capture. Tika copies a title from the metadata into the
   * head, where plain-text handlers print it; plain text has none in stock Tika, so it is set only
   * after the head has been written.
   */
  static void writeText(Article article, ContentHandler handler, Metadata metadata)
      throws SAXException {
    String title = metadata.get(TikaCoreProperties.TITLE);
    metadata.remove(TikaCoreProperties.TITLE.getName());
    try {
      writeBody(article, new XHTMLContentHandler(handler, metadata));
    } finally {
      if (title != null) {
        metadata.set(TikaCoreProperties.TITLE, title);
      }
    }
  }

  private static void writeBody(Article article, XHTMLContentHandler xhtml) throws SAXException {
    xhtml.startDocument();
    Iterator<Paragraph> paragraphs = article.body().iterator();
    while (paragraphs.hasNext()) {
      Paragraph paragraph = paragraphs.next();
      xhtml.element(elementOf(paragraph), paragraph.text()); // ends with a line break
      if (paragraphs.hasNext()) {
        xhtml.newline();
      }
    }
    xhtml.endDocument();
  }

  /** Writes the article of an HTML page. */
  static void writeHtml(
      Document page,
      Article article,
      JSoupParser stock,
      ContentHandler handler,
      Metadata metadata,
      ParseContext context)
      throws SAXException, TikaException {
    stock.parseString(cleanPage(page, article).outerHtml(), handler, metadata, context);
  }

  private static Document cleanPage(Document page, Article article) {
    Document clean = Document.createShell(page.baseUri());
    clean.outputSettings().prettyPrint(false);
    Element lang = page.selectFirst("html[lang]");
    if (lang != null) {
      clean.selectFirst("html").attr("lang", lang.attr("lang"));
    }
    Element head = clean.head();
    for (Element element : page.select("head meta, head base, head link, head title")) {
      if (!isReserved(element)) {
        head.appendChild(copy(element));
      }
    }
    if (article.headline() != null) {
      head.select("title").remove();
      head.appendElement("title").text(article.headline());
    }
    Element body = clean.body();
    for (Paragraph paragraph : article.body()) {
      if (body.childNodeSize() > 0) {
        body.appendChild(new TextNode("\n")); // the block's end makes the other one
      }
      body.appendElement(elementOf(paragraph)).text(paragraph.text());
    }
    for (Element child : page.select("body iframe[srcdoc], body [src^=data:]:not(script)")) {
      body.appendChild(copy(child));
    }
    return clean;
  }

  /** The element without event handlers and, where it may have them, without its children. */
  private static Element copy(Element element) {
    Element copy = new Element(element.normalName());
    for (Attribute attribute : element.attributes()) {
      if (KEPT_ATTRIBUTES.contains(attribute.getKey())) {
        copy.attr(attribute.getKey(), attribute.getValue());
      }
    }
    if (element.normalName().equals("title")) {
      copy.text(element.wholeText());
    }
    return copy;
  }

  /** Meta elements by which a page would speak for the plugin or for Tika itself. */
  private static boolean isReserved(Element meta) {
    return Stream.of("name", "property", "http-equiv")
        .map(meta::attr)
        .anyMatch(name -> ForgeryGuard.isReserved(name) || name.strip().startsWith(TIKA_PREFIX));
  }

  private static String elementOf(Paragraph paragraph) {
    return paragraph.subheading() ? "h2" : "p";
  }
}
