package io.dateline.capture;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * An HTML page.
 *
 * @param dom the parsed page; read, never changed
 * @param length size of the source in UTF-16 code units (or bytes, where only those are known)
 * @param provenance where it comes from
 */
public record HtmlCapture(Document dom, int length, Provenance provenance) implements Capture {

  /** Parses a page of unknown origin. */
  public static HtmlCapture of(String html) {
    return of(html, Provenance.unknown());
  }

  /** Parses a page. */
  public static HtmlCapture of(String html, Provenance provenance) {
    String base = provenance.url() == null ? "" : provenance.url();
    return new HtmlCapture(Jsoup.parse(html, base), html.length(), provenance);
  }
}
