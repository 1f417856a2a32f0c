package io.dateline.toponym;

/**
 * One occurrence of a place's name.
 *
 * @param start UTF-16 code units from the start of the article's text
 * @param end exclusive
 * @param text what stands there
 * @param kind name or demonym
 */
public record Mention(int start, int end, String text, MentionKind kind) {

  public Mention {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("empty or negative span: " + start + ".." + end);
    }
  }
}
