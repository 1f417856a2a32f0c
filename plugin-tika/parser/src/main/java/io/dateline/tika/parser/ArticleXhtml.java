package io.dateline.tika.parser;

import io.dateline.article.Article;
import io.dateline.article.Paragraph;
import java.util.Iterator;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.html.JSoupParser;
import org.apache.tika.sax.XHTMLContentHandler;
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

  private ArticleXhtml() {}

  /** Writes the article of a plain-text capture. */
  static void writeText(Article article, ContentHandler handler, Metadata metadata)
      throws SAXException {
    XHTMLContentHandler xhtml = new XHTMLContentHandler(handler, metadata);
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
    for (Element element : page.select("head > meta, head > base, head > link, head > title")) {
      if (!isReserved(element)) {
        head.appendChild(element.clone());
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
      body.appendChild(childOnly(child));
    }
    return clean;
  }

  /** The element without its children, which stay out as the boilerplate they are. */
  private static Element childOnly(Element child) {
    return child.shallowClone();
  }

  private static boolean isReserved(Element meta) {
    return ForgeryGuard.isReserved(meta.attr("name"))
        || ForgeryGuard.isReserved(meta.attr("property"))
        || ForgeryGuard.isReserved(meta.attr("http-equiv"));
  }

  private static String elementOf(Paragraph paragraph) {
    return paragraph.subheading() ? "h2" : "p";
  }
}
