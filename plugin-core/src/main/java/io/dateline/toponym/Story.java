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
 * @param url where it was published; only its country code is evidence
 */
public record Story(
    String text,
    @Nullable String headline,
    @Nullable String dateline,
    @Nullable String publisher,
    @Nullable String language,
    @Nullable String url) {

  /** A story of which nothing more is known than its text. */
  public static Story of(String text) {
    return new Story(text, null, null, null, null, null);
  }

  /** The story of an article. */
  public static Story of(Article article) {
    return new Story(
        article.text(),
        article.headline(),
        article.dateline(),
        article.publisher(),
        article.language(),
        article.url() != null ? article.url() : article.canonicalUrl());
  }
}
