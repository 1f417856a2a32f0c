package io.dateline.boilerplate;

import io.dateline.furniture.Furniture;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The verdict on a page.
 *
 * @param blocks every block of the page in order, judged
 * @param isArticle whether the page is an article
 * @param reason why it is or is not, one short sentence for a person
 * @param furniture the recognisers that have read the page's lines, to be asked again
 */
public record Judgement(
    List<JudgedBlock> blocks, boolean isArticle, String reason, Furniture furniture) {

  public Judgement {
    blocks = List.copyOf(blocks);
  }

  /**
   * The same once the headline is known: removed lines that say just that are named so. A
   * plain-text capture's headline is told by the story, which is known only after the judgement.
   */
  public Judgement withHeadline(@Nullable String headline) {
    if (headline == null) {
      return this;
    }
    return new Judgement(
        blocks.stream().map(block -> named(block, headline)).toList(),
        isArticle,
        reason,
        furniture);
  }

  private static JudgedBlock named(JudgedBlock block, String headline) {
    boolean other = !block.kind().isBody() && block.kind() != BlockKind.HEADLINE;
    return other && block.text().equals(headline)
        ? new JudgedBlock(block.block(), BlockKind.HEADLINE, "The story's headline.")
        : block;
  }
}
