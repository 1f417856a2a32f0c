package io.dateline;

/** How the analysis of one capture ended. */
public enum Status {
  /** The capture is an article (or was treated as one, see {@link Mode#ALWAYS}). */
  ARTICLE("article"),
  /** The capture is something else: a shop, a forum, a listing. Its text is left alone. */
  NOT_ARTICLE("not-article"),
  /** There is no text in it. */
  EMPTY("empty"),
  /** A budget was reached; the capture passes as it is. */
  LIMITED("limited"),
  /** Something went wrong inside; the capture passes as it is. */
  FAILED("failed");

  private final String label;

  Status(String label) {
    this.label = label;
  }

  /** The value of {@code status} in JSON lines and of {@code news:status} in Tika metadata. */
  public String label() {
    return label;
  }
}
