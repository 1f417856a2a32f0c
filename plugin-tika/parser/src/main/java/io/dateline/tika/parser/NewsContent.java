package io.dateline.tika.parser;

import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * Finds the article's text in the plain text that Tika made of a document.
 *
 * <p>Tika's text starts with line breaks (one for each meta element) and, for an HTML page, the
 * title; the offsets of mentions refer to what follows.
 */
public final class NewsContent {

  private NewsContent() {}

  /**
   * The exact text of an article, equal to {@code text} of {@code dateline extract}.
   *
   * @param metadata of one document with its content under {@code X-TIKA:content} as plain text, as
   *     {@code /rmeta/text} and Tika Pipes give it
   * @return for an article its text (cut where Tika's write limit cut it); for other documents
   *     Tika's text without white space at its ends; null when there is no content
   */
  public static @Nullable String textOf(Metadata metadata) {
    String content = metadata.get(TikaCoreProperties.TIKA_CONTENT);
    if (content == null) {
      return null;
    }
    String length = metadata.get(NewsMetadata.TEXT_LENGTH);
    if (length == null) {
      return content.strip();
    }
    String title = isPlainText(metadata) ? null : metadata.get(TikaCoreProperties.TITLE);
    int start = afterLineBreaks(content, 0);
    if (title != null && !title.isEmpty() && content.startsWith(XmlText.clean(title), start)) {
      start = afterLineBreaks(content, start + title.length());
    }
    int end = Math.min(content.length(), start + Integer.parseInt(length));
    return content.substring(start, end);
  }

  /** A capture of plain text has no title element, and may start with the words of its headline. */
  private static boolean isPlainText(Metadata metadata) {
    String type = metadata.get(Metadata.CONTENT_TYPE);
    return type != null && type.startsWith("text/plain");
  }

  private static int afterLineBreaks(String content, int start) {
    int at = start;
    while (at < content.length() && content.charAt(at) == '\n') {
      at++;
    }
    return at;
  }
}
