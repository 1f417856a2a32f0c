package io.dateline.toponym;

import io.dateline.article.Article;
import org.jspecify.annotations.Nullable;

/**
 * What the geotagger reads.
 *
 * @param text the body; mentions' offsets refer to it
 * @param headline evidence, not searched for mentions
 * @param dateline as printed; its places get the role {@link Role#DATELINE}
 * @param publisher the paper's name; evidence of its home
 * @param language BCP 47 tag
 */
public record Story(
    String text,
    @Nullable String headline,
    @Nullable String dateline,
    @Nullable String publisher,
    @Nullable String language) {

  /** The story of an article. */
  public static Story of(Article article) {
    return new Story(
        article.text(),
        article.headline(),
        article.dateline(),
        article.publisher(),
        article.language());
  }
}
