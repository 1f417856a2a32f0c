package io.dateline.boilerplate;

import java.util.List;

/**
 * The verdict on a page.
 *
 * @param blocks every block of the page in order, judged
 * @param isArticle whether the page is an article
 * @param reason why it is or is not, one short sentence for a person
 */
public record Judgement(List<JudgedBlock> blocks, boolean isArticle, String reason) {

  public Judgement {
    blocks = List.copyOf(blocks);
  }
}
