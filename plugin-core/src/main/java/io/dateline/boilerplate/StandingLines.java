package io.dateline.boilerplate;

import io.dateline.capture.Block;
import io.dateline.furniture.Furniture;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a page that stand around any story: bylines, dates, datelines, credits, print
 * notices. Selecting, naming and checking ask for the same lines, so each answer is kept. For one
 * page and one thread.
 */
final class StandingLines {

  private static final byte NO = 1;
  private static final byte YES = 2;

  private final Furniture furniture;
  private final List<Block> blocks;
  private final byte[] timestamps;
  private final byte[] bylines;
  private final boolean[] judged;
  private final @Nullable JudgedBlock[] kinds;

  StandingLines(Furniture furniture, List<Block> blocks) {
    this.furniture = furniture;
    this.blocks = blocks;
    timestamps = new byte[blocks.size()];
    bylines = new byte[blocks.size()];
    judged = new boolean[blocks.size()];
    kinds = new JudgedBlock[blocks.size()];
  }

  /** The block says when the story was published, and nothing else. */
  boolean isTimestamp(int i) {
    if (timestamps[i] == 0) {
      timestamps[i] = furniture.timestamp(blocks.get(i).text()).isPresent() ? YES : NO;
    }
    return timestamps[i] == YES;
  }

  /** The block says who wrote the story. */
  boolean isByline(int i) {
    if (bylines[i] == 0) {
      bylines[i] = furniture.byline(blocks.get(i).text()).isPresent() ? YES : NO;
    }
    return bylines[i] == YES;
  }

  /** The block as byline, date, dateline, credit or print notice; null when it is none. */
  @Nullable JudgedBlock of(int i) {
    if (!judged[i]) {
      kinds[i] = judge(i);
      judged[i] = true;
    }
    return kinds[i];
  }

  private @Nullable JudgedBlock judge(int i) {
    Block block = blocks.get(i);
    String text = block.text();
    if (furniture.printNotice(text).isPresent()) {
      return new JudgedBlock(block, BlockKind.PRINT_NOTICE, "Says where the story was printed.");
    }
    if (isTimestamp(i)) {
      return new JudgedBlock(block, BlockKind.TIMESTAMP, "Tells when it was published.");
    }
    if (isByline(i)) {
      return new JudgedBlock(block, BlockKind.BYLINE, "Names the author.");
    }
    if (furniture.datelineLine(text).isPresent()) {
      return new JudgedBlock(block, BlockKind.DATELINE, "Says where the story was filed.");
    }
    if (furniture.agencyOf(text) != null || furniture.credit(text).isPresent()) {
      return new JudgedBlock(block, BlockKind.CREDIT, "Names the source.");
    }
    return null;
  }
}
