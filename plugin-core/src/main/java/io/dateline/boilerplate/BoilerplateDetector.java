package io.dateline.boilerplate;

import io.dateline.capture.CapturedPage;
import io.dateline.capture.LineLayout;
import java.util.ArrayList;
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
    Evidence evidence = Evidence.of(page);
    float[] score = HandRules.score(evidence);
    boolean[] kept = new boolean[evidence.count];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = score[i] >= 0.5f && evidence.litter[i] == null && !repeats(evidence, i);
    }
    JudgedBlock[] removed = new KindNamer(evidence, kept).name();
    List<JudgedBlock> judged = new ArrayList<>(kept.length);
    for (int i = 0; i < kept.length; i++) {
      judged.add(kept[i] ? body(evidence, i) : removed[i]);
    }
    boolean article = judged.stream().anyMatch(block -> block.kind().isBody());
    return new Judgement(judged, article, article ? "Has running text." : "No running text.");
  }

  /** A line that repeats the story's opening, its title, or the line next to it. */
  private static boolean repeats(Evidence evidence, int block) {
    float words = evidence.text.words[block];
    boolean title =
        evidence.titleAt >= 0 && evidence.text.hash[block] == evidence.text.hash[evidence.titleAt];
    return title
        || (evidence.beginsAnother[block] && words <= 80)
        || (words <= 12 && doubled(evidence, block));
  }

  private static boolean doubled(Evidence evidence, int block) {
    long hash = evidence.text.hash[block];
    return (block > 0 && evidence.text.hash[block - 1] == hash)
        || (block + 1 < evidence.count && evidence.text.hash[block + 1] == hash);
  }

  private static JudgedBlock body(Evidence evidence, int i) {
    boolean heading =
        evidence.blocks.get(i).isHeading()
            || (evidence.text.words[i] <= 12
                && evidence.text.sentences[i] == 0
                && evidence.linkShare[i] < 0.5f
                && evidence.page.layout() instanceof LineLayout);
    return heading
        ? new JudgedBlock(
            evidence.blocks.get(i), BlockKind.SUBHEADING, "Heads a part of the story.")
        : new JudgedBlock(evidence.blocks.get(i), BlockKind.BODY, "Running text of the story.");
  }
}
