package io.dateline.capture;

/** What somebody saved of a page. */
public sealed interface Capture permits HtmlCapture, TextCapture {

  /** Where it comes from. */
  Provenance provenance();

  /** Its size in UTF-16 code units; for HTML, of the source. */
  int length();
}
