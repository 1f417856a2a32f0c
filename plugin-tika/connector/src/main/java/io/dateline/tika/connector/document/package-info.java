/**
 * Tika metadata in, documents for the two indices out. Start at {@link
 * io.dateline.tika.connector.document.NewsEntryReader}.
 *
 * <pre>{@code
 * var reader = new NewsEntryReader(ZoneOffset.UTC, false);
 * for (NewsEntry entry : reader.read(emitKey, metadataList, Instant.now())) {
 *   entry.article();  // for news-articles
 *   entry.places();   // for news-places, one row per place
 * }
 * }</pre>
 *
 * <p>Ids: the article's is the emit key, with {@code !/path} for a member of a container; a row's
 * is the article's id, {@code #} and the place. Nothing that a page claims goes into an id, so a
 * page cannot overwrite another one's documents. Keys that are too long for Elasticsearch (512
 * bytes) are replaced by their SHA-256.
 */
@NullMarked
package io.dateline.tika.connector.document;

import org.jspecify.annotations.NullMarked;
