package io.dateline.capture;

import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/**
 * An HTML page.
 *
 * @param dom the parsed page; read, never changed. A page that was parsed here lacks what this
 *     library never reads: scripts other than JSON-LD, style sheets, drawings, comments, addresses
 *     of links and pictures, and other attributes that say nothing about the text
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
    if (hasLoneSurrogate(html)) { // the detour over bytes would lose it
      return new HtmlCapture(Jsoup.parse(html, base(provenance)), html.length(), provenance);
    }
    byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
    return new HtmlCapture(
        parse(bytes, 0, bytes.length, StandardCharsets.UTF_8, provenance),
        html.length(),
        provenance);
  }

  /**
   * Parses a page as it came, which is quicker than to decode it first: half of a page is never
   * read.
   *
   * @param html the source; a byte order mark is passed over
   * @param charset what it is written in; no {@code meta} element is asked
   */
  public static HtmlCapture of(byte[] html, Charset charset, Provenance provenance) {
    return of(html, html.length, charset, provenance);
  }

  /**
   * Parses the first bytes of an array.
   *
   * @param length how many of them are the source
   */
  public static HtmlCapture of(byte[] html, int length, Charset charset, Provenance provenance) {
    if (!hasAsciiMarkup(charset)) {
      return of(new String(html, 0, length, charset), provenance);
    }
    boolean marked =
        charset.equals(StandardCharsets.UTF_8)
            && length >= 3
            && html[0] == (byte) 0xEF
            && html[1] == (byte) 0xBB
            && html[2] == (byte) 0xBF;
    return new HtmlCapture(
        parse(html, marked ? 3 : 0, length, charset, provenance), length, provenance);
  }

  private static Document parse(
      byte[] html, int from, int to, Charset charset, Provenance provenance) {
    String text = MarkupFilter.thin(html, from, to, charset);
    return Parser.htmlParser().parseInput(new StringReader(text), base(provenance));
  }

  private static String base(Provenance provenance) {
    String url = provenance.url();
    return url == null ? "" : url;
  }

  /** Whether the bytes of markup are ASCII, and no byte that looks like a bracket is another. */
  private static boolean hasAsciiMarkup(Charset charset) {
    String name = charset.name().toLowerCase(Locale.ROOT);
    return name.equals("utf-8")
        || name.equals("us-ascii")
        || name.startsWith("iso-8859-")
        || name.startsWith("windows-")
        || name.startsWith("gb")
        || name.startsWith("big5")
        || name.startsWith("euc-")
        || name.startsWith("koi8-")
        || name.equals("shift_jis");
  }

  private static boolean hasLoneSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          return true;
        }
        i++;
      }
    }
    return false;
  }
}
