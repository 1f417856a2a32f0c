package io.dateline.boilerplate;

import io.dateline.capture.Mark;
import java.util.Arrays;

/**
 * The links that menus, teasers and footers are made of: short blocks that are one link each, in
 * elements named for such things, outside the story and away from any running text. On a news page
 * they are more than half of the blocks; the model, which costs most, is not asked about them, and
 * they are no body. It would have kept one in a thousand.
 */
final class SureLinks {

  private static final float LINK = 0.9f;
  private static final int MOST_WORDS = 20;

  /** Blocks around a link that hold no running text. */
  private static final int ALONE = 3;

  /** On a page with less running text the links may be what it is about. */
  private static final float LEAST_TEXT = 60;

  private static final long MARKS =
      Mark.NAV.bit()
          | Mark.HEADER.bit()
          | Mark.FOOTER.bit()
          | Mark.ASIDE.bit()
          | Mark.RELATED.bit()
          | Mark.COMMENT.bit()
          | Mark.ADVERT.bit()
          | Mark.SHARE.bit()
          | Mark.BREADCRUMB.bit()
          | Mark.TAGS.bit()
          | Mark.PAGER.bit()
          | Mark.MODAL.bit();

  private SureLinks() {}

  /** All blocks but these and but the litter of HTML, which goes whatever the model says. */
  static int[] others(Evidence evidence) {
    int[] rows = new int[evidence.count];
    int size = 0;
    for (int i = 0; i < evidence.count; i++) {
      boolean litter = evidence.dom != null && evidence.condemns(i) != null;
      if (!litter && (!isLink(evidence, i) || !isAlone(evidence, i))) {
        rows[size++] = i;
      }
    }
    return Arrays.copyOf(rows, size);
  }

  private static boolean isAlone(Evidence evidence, int i) {
    int end = Math.min(evidence.count, i + ALONE + 1);
    for (int k = Math.max(0, i - ALONE); k < end; k++) {
      if (evidence.mass[k] > 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLink(Evidence evidence, int i) {
    DomStatistics dom = evidence.dom;
    boolean outside = i < evidence.place.coreFrom || i >= evidence.place.coreEnd;
    return outside
        && dom != null
        && evidence.linkShare[i] >= LINK
        && evidence.text.words[i] <= MOST_WORDS
        && evidence.totalMass >= LEAST_TEXT
        && !evidence.blocks.get(i).isHeading()
        && ((dom.nearMarks(i) | dom.inheritedOf(i)) & MARKS) != 0;
  }
}
