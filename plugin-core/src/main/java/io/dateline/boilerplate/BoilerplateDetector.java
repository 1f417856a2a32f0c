package io.dateline.boilerplate;

import io.dateline.Meter;
import io.dateline.capture.Block;
import io.dateline.capture.CapturedPage;
import io.dateline.capture.LineLayout;
import java.util.ArrayList;
import java.util.List;

/** Tells the body of a page from everything around it. Immutable, safe to share between threads. */
public final class BoilerplateDetector {

  private static final KeepModel HTML = KeepModel.load(KeepModel.HTML);
  private static final KeepModel TEXT = KeepModel.load(KeepModel.TEXT);

  private BoilerplateDetector() {}

  /** The detector with the built-in models and phrase lists. */
  public static BoilerplateDetector create() {
    return new BoilerplateDetector();
  }

  /** Judges every block of a page. */
  public Judgement judge(CapturedPage page) {
    return judge(page, Meter.unlimited());
  }

  /** Judges every block of a page within a budget. */
  public Judgement judge(CapturedPage page, Meter meter) {
    Evidence evidence = Evidence.of(page, meter);
    KeepModel model = page.layout() instanceof LineLayout ? TEXT : HTML;
    int[] rows = SureLinks.others(evidence);
    float[] scores = new float[evidence.count];
    float[] scored = model.score(Features.of(evidence, rows, model.table(rows.length)), meter);
    for (int row = 0; row < rows.length; row++) {
      scores[rows[row]] = scored[row];
    }
    return judge(evidence, scores);
  }

  /** Judges with given probabilities of being body. */
  static Judgement judge(Evidence evidence, float[] score) {
    boolean[] kept = BodySelector.select(evidence, score);
    List<Block> claimed = ClaimedBody.mend(evidence, kept);
    if (!claimed.isEmpty()) {
      kept = new boolean[kept.length];
    }
    JudgedBlock[] removed = new KindNamer(evidence, kept).name();
    List<JudgedBlock> judged = new ArrayList<>(kept.length + claimed.size());
    for (int i = 0; i < kept.length; i++) {
      judged.add(kept[i] ? body(evidence, i) : removed[i]);
    }
    for (Block block : claimed) {
      judged.add(new JudgedBlock(block, BlockKind.BODY, "Stands in the page's JSON-LD only."));
    }
    ArticleCheck check = ArticleCheck.of(evidence, kept, claimed);
    return new Judgement(judged, check.isArticle(), check.reason(), evidence.furniture);
  }

  private static JudgedBlock body(Evidence evidence, int i) {
    PageText text = evidence.text;
    boolean label =
        text.words[i] <= 12
            && text.sentences[i] == 0
            && !text.is(i, PageText.ENDS_COLON)
            && evidence.linkShare[i] < 0.5f
            && evidence.page.layout() instanceof LineLayout lines
            && lines.bullet(i) == 0;
    return label || evidence.blocks.get(i).isHeading()
        ? new JudgedBlock(
            evidence.blocks.get(i), BlockKind.SUBHEADING, "Heads a part of the story.")
        : new JudgedBlock(evidence.blocks.get(i), BlockKind.BODY, "Running text of the story.");
  }
}
