/**
 * The article: schema.org's NewsArticle fields and the body, read from a judged page.
 *
 * <pre>{@code
 * Article article = new ArticleReader(LanguageIdentifier.none()).read(page, judgement);
 * System.out.println(article.headline() + " (" + article.datePublished() + ")");
 * }</pre>
 */
@NullMarked
package io.dateline.article;

import org.jspecify.annotations.NullMarked;
