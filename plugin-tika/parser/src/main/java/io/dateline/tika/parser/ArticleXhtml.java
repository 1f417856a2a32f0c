package io.dateline.tika.parser;

import io.dateline.article.Article;
import io.dateline.article.Paragraph;
import io.dateline.markup.MarkupTree;
import java.util.Iterator;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.html.JSoupParser;
import org.apache.tika.sax.XHTMLContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Writes an article as clean XHTML, so that the plain text Tika makes of it is the article's text.
 *
 * <p>An HTML page goes through the stock parser once more, with its own head and the article as its
 * body (see {@link CleanPage}): so base addresses, meta elements and inline children (frames with
 * {@code srcdoc}, {@code data:} images) are treated as Tika always does. The page is parsed twice
 * then, but the second time it is small.
 */
final class ArticleXhtml {

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
      MarkupTree page,
      Article article,
      JSoupParser stock,
      ContentHandler handler,
      Metadata metadata,
      ParseContext context)
      throws SAXException, TikaException {
    stock.parseString(CleanPage.of(page, article), handler, metadata, context);
  }

  /** The element a paragraph is written as. */
  static String elementOf(Paragraph paragraph) {
    return paragraph.subheading() ? "h2" : "p";
  }
}
