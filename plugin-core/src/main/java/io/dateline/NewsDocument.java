package io.dateline;

import io.dateline.article.Article;
import io.dateline.boilerplate.JudgedBlock;
import io.dateline.toponym.Focus;
import io.dateline.toponym.ResolvedPlace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came out of one capture. Immutable.
 *
 * @param status how it ended
 * @param statusReason one sentence, where the status needs one
 * @param article fields and body; {@link Article#empty()} unless the status is {@link
 *     Status#ARTICLE}
 * @param blocks every block of the capture in order, each with a kind and a reason, so that nothing
 *     disappears without an explanation
 * @param places ordered by relevance; offsets refer to {@link Article#text()}
 * @param focus the place the story is about; null when the text does not say
 */
public record NewsDocument(
    Status status,
    @Nullable String statusReason,
    Article article,
    List<JudgedBlock> blocks,
    List<ResolvedPlace> places,
    @Nullable Focus focus) {

  public NewsDocument {
    blocks = List.copyOf(blocks);
    places = List.copyOf(places);
  }

  /** A document without an article. */
  public static NewsDocument without(Status status, String reason) {
    return new NewsDocument(status, reason, Article.empty(), List.of(), List.of(), null);
  }

  /** The blocks that are not part of the body, in order. */
  public List<JudgedBlock> removed() {
    return blocks.stream().filter(block -> !block.kind().isBody()).toList();
  }
}
