package io.dateline.article;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A news article in schema.org's terms. A null or empty component is unknown; nothing is guessed.
 *
 * @param headline the story's title, without the site's name
 * @param description the standfirst or the page's summary
 * @param author names of persons, without "By"
 * @param dateline as printed, such as {@code "BEIRUT/MOSCOW"}
 * @param agency the news agency, such as {@code "AFP"}
 * @param creditText the source as the page credits it
 * @param captions texts of pictures, in order
 * @param articleSection the section of the paper
 * @param publisher the paper's name
 * @param datePublished ISO 8601 with what is known: {@code 2013-11-20}, {@code 2013-11-20T08:15},
 *     {@code 2013-11-20T08:15+02:00}
 * @param dateSource where the date stood: json-ld, meta, time-element, visible-text, print-notice,
 *     url
 * @param dateModified ISO 8601
 * @param printEdition name of the printed paper
 * @param printPage its page
 * @param language BCP 47 tag
 * @param url where the capture was fetched from
 * @param canonicalUrl what the page claims to be its address
 * @param body paragraphs and subheadings, in order
 */
public record Article(
    @Nullable String headline,
    @Nullable String description,
    List<String> author,
    @Nullable String dateline,
    @Nullable String agency,
    @Nullable String creditText,
    List<String> captions,
    @Nullable String articleSection,
    @Nullable String publisher,
    @Nullable String datePublished,
    @Nullable String dateSource,
    @Nullable String dateModified,
    @Nullable String printEdition,
    @Nullable String printPage,
    @Nullable String language,
    @Nullable String url,
    @Nullable String canonicalUrl,
    List<Paragraph> body) {

  /** Between two paragraphs of {@link #text()}. */
  public static final String PARAGRAPH_SEPARATOR = "\n\n";

  private static final Article EMPTY = ofText("");

  public Article {
    author = List.copyOf(author);
    captions = List.copyOf(captions);
    body = List.copyOf(body);
  }

  /** An article of which nothing is known. */
  public static Article empty() {
    return EMPTY;
  }

  /** An article of which only the text is known; {@link #text()} gives it back to the character. */
  public static Article ofText(String text) {
    return ofText(text, null);
  }

  /**
   * An article of which only the text and its language are known.
   *
   * @param language BCP 47 tag
   */
  static Article ofText(String text, @Nullable String language) {
    List<Paragraph> body = text.isEmpty() ? List.of() : List.of(new Paragraph(text, false));
    return new Article(
        null, null, List.of(), null, null, null, List.of(), null, null, null, null, null, null,
        null, language, null, null, body);
  }

  /** The body's paragraphs and subheadings, separated by a blank line. */
  public String text() {
    return body.stream().map(Paragraph::text).collect(Collectors.joining(PARAGRAPH_SEPARATOR));
  }

  /** The same article with another body. */
  public Article withBody(List<Paragraph> newBody) {
    return new Article(
        headline,
        description,
        author,
        dateline,
        agency,
        creditText,
        captions,
        articleSection,
        publisher,
        datePublished,
        dateSource,
        dateModified,
        printEdition,
        printPage,
        language,
        url,
        canonicalUrl,
        newBody);
  }
}
