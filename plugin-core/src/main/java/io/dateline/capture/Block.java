package io.dateline.capture;

/**
 * A run of text that is kept or removed as one: a paragraph, a heading, a list item, a line.
 *
 * @param index position in the page, from 0
 * @param text its text, white space folded
 */
public record Block(int index, String text) {}
