package io.dateline.capture;

/**
 * A run of text that is kept or removed as one: a paragraph, a heading, a list item, a line.
 *
 * @param index position in the page, from 0
 * @param text its text, white space folded
 * @param tag the HTML element that holds it, such as {@code "p"}; empty in a plain-text capture
 * @param start where its line begins in a plain-text capture, in UTF-16 code units; -1 in HTML
 * @param end where its line ends, exclusive; -1 in HTML
 */
public record Block(int index, String text, String tag, int start, int end) {

  /** A block of which only place and text are known. */
  public Block(int index, String text) {
    this(index, text, "", -1, -1);
  }

  /** Whether the block is a heading by its element. */
  public boolean isHeading() {
    return tag.length() == 2
        && tag.charAt(0) == 'h'
        && tag.charAt(1) >= '1'
        && tag.charAt(1) <= '6';
  }
}
