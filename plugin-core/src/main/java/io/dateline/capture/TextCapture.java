package io.dateline.capture;

/**
 * The plain text that somebody saved from a page.
 *
 * @param text the text with its line breaks
 * @param provenance where it comes from
 */
public record TextCapture(String text, Provenance provenance) implements Capture {

  /** Plain text of unknown origin. */
  public static TextCapture of(String text) {
    return new TextCapture(text, Provenance.unknown());
  }

  @Override
  public int length() {
    return text.length();
  }
}
