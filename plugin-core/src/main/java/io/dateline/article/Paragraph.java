package io.dateline.article;

/**
 * A paragraph of the body.
 *
 * @param text without line breaks at either end
 * @param subheading whether it is a subheading
 */
public record Paragraph(String text, boolean subheading) {}
