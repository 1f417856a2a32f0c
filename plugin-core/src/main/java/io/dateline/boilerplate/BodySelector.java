package io.dateline.boilerplate;

import io.dateline.capture.LineLayout;
import io.dateline.capture.Mark;
import java.util.Arrays;

/**
 * Chooses the blocks of the body. The model's probabilities decide, and a few rules stand above
 * them where a reader would be certain: litter goes, the standfirst stays, what repeats the title
 * or the opening goes, a heading with nothing under it goes.
 */
final class BodySelector {

  private static final float KEEP = 0.42f;

  /**
   * Short lines of plain text must be surer. News pages hold more of them between the paragraphs
   * than the pages the trees were grown on: .60 wins .005 on news and costs .008 on posts.
   */
  private static final float KEEP_LABEL = 0.6f;

  /** A line as likely as this counts neither for nor against the stretch that it lies in. */
  private static final float EVEN = 0.35f;

  /** A removed line is no likelier than this. */
  private static final float REMOVED = 0.25f;

  /** What a line of sure litter costs a stretch; the label of an advertisement stands anywhere. */
  private static final float LITTER_COST = 4;

  /**
   * Beyond this share of the stretch's words the rest is no island but another half of the story.
   */
  private static final float MOST_ISLANDS = 0.6f;

  private static final float FEW_FOREIGN = 0.2f;
  private static final float ALL_LINK = 0.9f;
  private static final float LIKELY = 0.7f;
  private static final float UNSURE = 0.12f;
  private static final int FURNITURE_WORDS = 25;
  private static final int UNDER_TITLE = 3;
  private static final int OPENS_WITHIN = 15;
  private static final int LAST_BLOCKS = 4;
  private static final int ABOUT_AUTHOR_WORDS = 60;
  private static final int ANNOUNCED_WORDS = 60;

  /** A name or a section stands between the items of such a list. */
  private static final int NUMBERED_STEP = 3;

  /** A sentence under the title stays unless it is unlikelier than this. */
  private static final float DOUBTFUL = 0.2f;

  private final Evidence evidence;
  private final PageText text;
  private final float[] score;
  private final boolean[] kept;

  private BodySelector(Evidence evidence, float[] score) {
    this.evidence = evidence;
    text = evidence.text;
    this.score = score;
    kept = new boolean[evidence.count];
  }

  static boolean[] select(Evidence evidence, float[] score) {
    BodySelector selector = new BodySelector(evidence, score);
    selector.select(KEEP);
    if (selector.nothing()) {
      float best = 0;
      for (float one : score) {
        best = Math.max(best, one);
      }
      selector.select(best * 0.5f);
    }
    selector.extend();
    int end = evidence.count;
    if (evidence.page.layout() instanceof LineLayout) {
      end = selector.dropTail();
      selector.dropIslands();
      selector.dropRetold();
    }
    selector.dropForeign();
    selector.dropCards();
    selector.keepStandfirst();
    selector.dropAnnounced();
    new Rejoining(evidence, score, selector.kept, end).run();
    if (evidence.dom == null) {
      selector.dropAboutAuthor();
    }
    selector.dropFurniture();
    selector.dropEmptyHeadings();
    selector.dropTrailingHeadings();
    return selector.kept;
  }

  private void select(float least) {
    for (int i = 0; i < kept.length; i++) {
      boolean label = evidence.dom == null && evidence.mass[i] == 0 && !isLone(i);
      float bar = label ? Math.max(least, KEEP_LABEL) : least;
      kept[i] = score[i] >= bar && evidence.condemns(i) == null && !repeats(i);
    }
    dropSureLitter();
  }

  /** Whether a line stands right above a likely paragraph and below none of its kind. */
  private boolean isLone(int i) {
    return i > 0
        && i + 1 < kept.length
        && evidence.mass[i + 1] > 0
        && score[i + 1] >= LIKELY
        && (evidence.mass[i - 1] > 0 || score[i - 1] < KEEP_LABEL);
  }

  /**
   * Drops what stands in a consent dialog or among comments; but when that is nearly everything, a
   * class name on the whole page has been misread.
   */
  private void dropSureLitter() {
    float inside = 0;
    float all = 0;
    for (int i = 0; i < kept.length; i++) {
      all += kept[i] ? text.words[i] : 0;
      inside += kept[i] && inSureLitter(i) ? text.words[i] : 0;
    }
    for (int i = 0; i < kept.length && inside < all * 0.8f; i++) {
      kept[i] &= !inSureLitter(i);
    }
  }

  /**
   * Takes in the paragraph next to a kept one when the model was only unsure about it: first and
   * last paragraphs look a little unlike the ones between.
   */
  private void extend() {
    for (int i = 1; i < kept.length; i++) {
      if (kept[i - 1] && goesWith(i, i - 1)) {
        kept[i] = true;
      }
    }
    for (int i = kept.length - 2; i >= 0; i--) {
      if (kept[i + 1] && i > evidence.place.titleAt && goesWith(i, i + 1)) {
        kept[i] = true;
      }
    }
  }

  /**
   * Keeps one stretch of a plain-text capture: the one where likely words outweigh unlikely ones
   * most (Kadane's algorithm). Teasers far below the story, cut off from it by menus, read like
   * body but are islands.
   */
  private void dropIslands() {
    float best = 0;
    float sum = 0;
    int from = 0;
    int bestFrom = 0;
    int bestEnd = kept.length;
    for (int i = 0; i < kept.length; i++) {
      float likely = kept[i] ? score[i] : Math.min(score[i], REMOVED);
      sum += (Math.min(60, text.words[i]) + 2) * (likely - EVEN);
      sum -= isSignpost(i) && !isCaption(i) ? LITTER_COST : 0;
      if (sum <= 0) {
        sum = 0;
        from = i + 1;
      } else if (sum > best) {
        best = sum;
        bestFrom = from;
        bestEnd = i + 1;
      }
    }
    float inside = 0;
    float outside = 0;
    for (int i = 0; i < kept.length; i++) {
      float words = kept[i] ? text.words[i] : 0;
      inside += i >= bestFrom && i < bestEnd ? words : 0;
      outside += i >= bestFrom && i < bestEnd ? 0 : words;
    }
    for (int i = 0; i < kept.length && outside < inside * MOST_ISLANDS; i++) {
      kept[i] &= (i >= bestFrom && i < bestEnd) || (i < bestFrom && opens(i));
    }
  }

  /** Drops what stands behind the story's end; answers where that is. */
  private int dropTail() {
    int end = new StoryEnd(evidence, score, kept).find();
    Arrays.fill(kept, end, kept.length, false);
    return end;
  }

  /** A sure paragraph soon under the title opens the story, whatever is put in behind it. */
  private boolean opens(int i) {
    int title = evidence.place.titleAt;
    return title >= 0
        && i > title
        && i <= title + OPENS_WITHIN
        && evidence.mass[i] > 0
        && score[i] >= LIKELY
        && text.is(i, PageText.ENDS_SENTENCE);
  }

  private boolean isSignpost(int i) {
    PhraseFamily family = evidence.condemns(i);
    return family != null && family != PhraseFamily.ADVERTISEMENT;
  }

  /** Pictures stand everywhere in a story; their texts part nothing. */
  private boolean isCaption(int i) {
    return evidence.condemns(i) == PhraseFamily.CAPTION;
  }

  /** Drops what tells the story again: for printers, for listeners, under the player. */
  private void dropRetold() {
    Retelling told = new Retelling(text);
    for (int i = 0; i < kept.length; i++) {
      if (kept[i] && told.knows(i)) {
        kept[i] = false;
      } else if (kept[i]) {
        told.add(i);
      }
    }
  }

  /** "Jane Doe is a reporter for ...": what tells about the author behind the story's end. */
  private void dropAboutAuthor() {
    int looked = 0;
    for (int i = kept.length - 1; i > 0 && looked < LAST_BLOCKS; i--) {
      if (kept[i]) {
        looked++;
        kept[i] =
            !PhraseHits.has(evidence.hits.any[i], PhraseFamily.BYLINE)
                || evidence.hits.longest[i] < 2
                || text.words[i] > ABOUT_AUTHOR_WORDS
                || text.quotes[i] > 0
                || i == evidence.place.coreFrom;
      }
    }
  }

  /** A paragraph in another script than the story's is an advertisement, unless there are many. */
  private void dropForeign() {
    float foreign = 0;
    float all = 0;
    for (int i = 0; i < kept.length; i++) {
      all += kept[i] ? text.words[i] : 0;
      foreign += kept[i] && evidence.vocabulary.foreignScript[i] ? text.words[i] : 0;
    }
    for (int i = 0; i < kept.length && foreign < all * FEW_FOREIGN; i++) {
      kept[i] &= !evidence.vocabulary.foreignScript[i] || evidence.mass[i] == 0;
    }
  }

  /** A title right below "also read" is another story's. */
  private void dropAnnounced() {
    for (int i = 1; i < kept.length; i++) {
      boolean signpost = PhraseHits.has(evidence.hits.whole[i - 1], PhraseFamily.RELATED);
      boolean title = text.words[i] <= 20 && text.sentences[i] <= 1 && !said(i);
      if (kept[i] && signpost && title && !evidence.blocks.get(i).isHeading()) {
        kept[i] = false;
      }
      if (signpost && evidence.page.layout() instanceof LineLayout lines) {
        dropNumbered(i, lines);
      }
    }
  }

  /** "1. ...", "2. ..." below a signpost, with a line or two between: what others read most. */
  private void dropNumbered(int from, LineLayout lines) {
    int last = from;
    boolean begun = false;
    for (int i = from; i < kept.length && i - last <= NUMBERED_STEP; i++) {
      begun |= evidence.blocks.get(i).text().startsWith("1");
      if (begun && lines.bullet(i) == LineLayout.NUMBERED && text.words[i] <= ANNOUNCED_WORDS) {
        Arrays.fill(kept, last, i + 1, false);
        last = i;
      }
    }
  }

  private boolean said(int i) {
    return text.is(i, PageText.ENDS_SENTENCE) && !text.is(i, PageText.ENDS_QUESTION);
  }

  /** A title and a summary that are one link lead to another story. */
  private void dropCards() {
    for (int i = 0; i + 1 < kept.length; i++) {
      boolean card = evidence.linkShare[i] >= ALL_LINK && evidence.linkShare[i + 1] >= ALL_LINK;
      if (card && evidence.blocks.get(i).isHeading() && !evidence.blocks.get(i + 1).isHeading()) {
        kept[i] = false;
        kept[i + 1] = false;
      }
    }
  }

  /** A heading right above litter belongs to it; an advertisement's label may stand anywhere. */
  private void dropEmptyHeadings() {
    for (int i = 0; i + 1 < kept.length; i++) {
      if (evidence.blocks.get(i).isHeading() && !kept[i + 1] && isSignpost(i + 1)) {
        kept[i] = false;
      }
    }
  }

  private boolean goesWith(int i, int neighbour) {
    return !kept[i]
        && score[i] >= UNSURE
        && evidence.mass[i] > 0
        && evidence.mass[neighbour] > 0
        && text.is(i, PageText.ENDS_SENTENCE)
        && evidence.hits.any[i] == 0
        && evidence.condemns(i) == null
        && !evidence.vocabulary.foreignScript[i]
        && evidence.linkShare[i] < 0.3f
        && !repeats(i)
        && !inSureLitter(i)
        && (evidence.dom == null || evidence.dom.sameSort(i, neighbour));
  }

  /** Consent dialogs and comment sections are named for what they are nearly everywhere. */
  private boolean inSureLitter(int block) {
    if (evidence.dom == null) {
      return false;
    }
    long marks = evidence.dom.inheritedOf(block);
    return Mark.COOKIE.in(marks) || Mark.COMMENT.in(marks);
  }

  private boolean nothing() {
    for (boolean one : kept) {
      if (one) {
        return false;
      }
    }
    return true;
  }

  /** A line that repeats the story's opening, its title, or the line next to it. */
  private boolean repeats(int block) {
    float words = text.words[block];
    boolean title =
        evidence.place.titleAt >= 0 && text.hash[block] == text.hash[evidence.place.titleAt];
    return title
        || (evidence.repetition.beginsAnother[block] && words <= 80)
        || (words <= 12 && doubled(block));
  }

  private boolean doubled(int block) {
    long hash = text.hash[block];
    return (block > 0 && text.hash[block - 1] == hash)
        || (block + 1 < evidence.count && text.hash[block + 1] == hash);
  }

  private void keepStandfirst() {
    int first = evidence.firstParagraph(kept);
    if (first == kept.length || evidence.place.titleAt < 0) {
      return;
    }
    for (int i = evidence.place.titleAt + 1; i < first && i <= evidence.place.titleAt + 12; i++) {
      boolean lead = evidence.claims.inDescription[i] >= 0.85f && text.words[i] >= 8;
      lead |=
          evidence.dom != null
              && Mark.STANDFIRST.in(evidence.dom.nearMarks(i))
              && text.words[i] >= 8;
      lead |= evidence.dom == null && i <= evidence.place.titleAt + UNDER_TITLE && reads(i);
      lead |= i == evidence.place.standfirstAt;
      boolean said = text.is(i, PageText.ENDS_SENTENCE) || text.words[i] >= 12;
      if (lead
          && said
          && evidence.condemns(i) == null
          && evidence.linkShare[i] < 0.5f
          && evidence.repetition.copiesBefore[i] == 0
          && !evidence.repetition.beginsAnother[i]
          && !isTitle(i)
          && !furnitureLine(i)) {
        kept[i] = true;
        return;
      }
    }
  }

  /** In plain text a sentence or two right under the title are its standfirst. */
  private boolean reads(int i) {
    return text.words[i] >= 8
        && text.words[i] <= 60
        && score[i] >= DOUBTFUL
        && evidence.hits.any[i] == 0
        && !evidence.vocabulary.foreignScript[i]
        && !text.is(
            i,
            PageText.BRACKETED
                | PageText.BRACKETED_ROUND
                | PageText.ENDS_COLON
                | PageText.HAS_COPYRIGHT);
  }

  private boolean isTitle(int i) {
    return evidence.claims.inTitle[i] >= 0.8f && evidence.claims.titleIn[i] >= 0.5f;
  }

  /** Bylines, dates and credits that stand right before the story, after it or inside. */
  private void dropFurniture() {
    for (int i = 0; i < kept.length; i++) {
      if (kept[i] && text.words[i] <= FURNITURE_WORDS && furnitureLine(i)) {
        kept[i] = false;
      }
    }
  }

  private boolean furnitureLine(int i) {
    if (evidence.blocks.get(i).isHeading()) {
      return false;
    }
    return evidence.standing.of(i) != null;
  }

  private void dropTrailingHeadings() {
    for (int i = kept.length - 1; i >= 0; i--) {
      if (kept[i]) {
        boolean label = text.sentences[i] == 0 && text.words[i] <= 12 && evidence.mass[i] == 0;
        if (!label || !evidence.blocks.get(i).isHeading()) {
          return;
        }
        kept[i] = false;
      }
    }
  }
}
