package io.dateline.capture;

import io.dateline.markup.MarkupTree;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * An HTML page.
 *
 * @param tree the parsed page
 * @param length size of the source in UTF-16 code units (or bytes, where only those are known)
 * @param provenance where it comes from
 */
public record HtmlCapture(MarkupTree tree, int length, Provenance provenance) implements Capture {

  /** Parses a page of unknown origin. */
  public static HtmlCapture of(String html) {
    return of(html, Provenance.unknown());
  }

  /** Parses a page. Half of a surrogate pair, which is no character, is read as a question mark. */
  public static HtmlCapture of(String html, Provenance provenance) {
    return new HtmlCapture(parse(html.getBytes(StandardCharsets.UTF_8)), html.length(), provenance);
  }

  /**
   * Parses a page as it came, which is quicker than to decode it first: half of a page is never
   * read.
   *
   * @param html the source, not to be changed afterwards; a byte order mark is passed over
   * @param charset what it is written in; no {@code meta} element is asked
   */
  public static HtmlCapture of(byte[] html, Charset charset, Provenance provenance) {
    if (!charset.equals(StandardCharsets.UTF_8)) {
      return of(new String(html, charset), provenance);
    }
    return new HtmlCapture(parse(html), html.length, provenance);
  }

  /** Passes over byte order marks, which as text would end the head before it begins. */
  private static MarkupTree parse(byte[] utf8) {
    int from = 0;
    while (from + 2 < utf8.length
        && utf8[from] == (byte) 0xEF
        && utf8[from + 1] == (byte) 0xBB
        && utf8[from + 2] == (byte) 0xBF) {
      from += 3;
    }
    return MarkupTree.parse(utf8, from, utf8.length);
  }
}
