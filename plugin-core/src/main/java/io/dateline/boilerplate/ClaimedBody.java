package io.dateline.boilerplate;

import io.dateline.capture.Block;
import io.dateline.capture.CapturedPage;
import io.dateline.capture.ClaimTopic;
import io.dateline.capture.HtmlCapture;
import java.util.ArrayList;
import java.util.List;

/**
 * The body that a page carries in its JSON-LD. It steps in when what was kept of the visible page
 * is less than half as long: either the page shows those very paragraphs and they are kept after
 * all, or a script would have put them there and the claimed text stands in.
 */
final class ClaimedBody {

  private static final int LEAST_WORDS = 80;

  private ClaimedBody() {}

  /** Mends the choice in place when the page shows the text; else returns the claimed blocks. */
  static List<Block> mend(Evidence evidence, boolean[] kept) {
    List<String> bodies = evidence.page.claims().values(ClaimTopic.ARTICLE_BODY);
    if (bodies.isEmpty()) {
      return List.of();
    }
    int claimed = PageText.wordsOf(bodies.get(0)).length;
    int have = 0;
    int shown = 0;
    for (int i = 0; i < kept.length; i++) {
      have += kept[i] ? evidence.text.length(i) : 0;
      shown += showsClaimed(evidence, i) ? evidence.text.length(i) : 0;
    }
    if (claimed < LEAST_WORDS || have * 2 >= claimed) {
      return List.of();
    }
    if (shown * 10L >= claimed * 6L) {
      for (int i = 0; i < kept.length; i++) {
        kept[i] |= showsClaimed(evidence, i) && evidence.litter[i] == null;
      }
      return List.of();
    }
    return blocksOf(bodies.get(0), evidence.count);
  }

  private static boolean showsClaimed(Evidence evidence, int i) {
    return evidence.claims.inClaimedBody[i] >= 0.7f && evidence.repetition.copiesBefore[i] == 0;
  }

  private static List<Block> blocksOf(String body, int firstIndex) {
    List<Block> blocks = new ArrayList<>();
    if (body.contains("</")) {
      for (Block block : CapturedPage.of(HtmlCapture.of(body)).blocks()) {
        blocks.add(new Block(firstIndex + blocks.size(), block.text()));
      }
    } else {
      body.lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .forEach(line -> blocks.add(new Block(firstIndex + blocks.size(), line)));
    }
    return blocks;
  }
}
