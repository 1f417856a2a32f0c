package io.dateline.boilerplate;

/**
 * Where a plain-text capture's story is over: behind it other stories are teased and readers
 * comment, in prose and about the same subject. Nothing but a signpost parts them from the story,
 * and signposts stand inside of stories, too. So one is believed only when what follows looks like
 * a list of teasers, or like comments that the trees like much less than the story above.
 */
final class StoryEnd {

  /** With fewer words above it a signpost belongs to the page's head. */
  private static final float LEAST_STORY = 80;

  /** A second sign of readers' comments stands so close below the first. */
  private static final int COMMENT_SIGNS = 12;

  /** For each sign the rest of the page is read; a page of nothing else must not take for ever. */
  private static final int MOST_SIGNS = 40;

  private static final float WORSE = 0.2f;
  private static final float MOSTLY = 0.6f;
  private static final int LEAST_TEASERS = 2;
  private static final int TITLE_WORDS = 3;
  private static final int MOST_TITLE_WORDS = 25;
  private static final int SUMMARY_WORDS = 70;
  private static final int ECHO_WITHIN = 4;

  /** "Read more" below every item of a list belongs to the list. */
  private static final int BUTTON = 3;

  private final Evidence evidence;
  private final PageText text;
  private final float[] score;
  private final boolean[] kept;

  StoryEnd(Evidence evidence, float[] score, boolean[] kept) {
    this.evidence = evidence;
    text = evidence.text;
    this.score = score;
    this.kept = kept;
  }

  /** The first block behind the story; the number of blocks when the story may go on to the end. */
  int find() {
    float words = 0;
    float scores = 0;
    int signs = 0;
    for (int i = 0; i < kept.length; i++) {
      if (kept[i]) {
        words += text.words[i];
        scores += text.words[i] * score[i];
      } else if (words >= LEAST_STORY && signs < MOST_SIGNS) {
        boolean comments = isCommentSign(i);
        boolean signpost = isSignpost(i);
        signs += comments || signpost ? 1 : 0;
        if ((comments && isWorse(i, words, scores / words)) || (signpost && teases(i, words))) {
          return i;
        }
      }
    }
    return kept.length;
  }

  private boolean isCommentSign(int i) {
    if (!PhraseHits.has(evidence.hits.whole[i], PhraseFamily.COMMENT)) {
      return false;
    }
    for (int k = i + 1; k < kept.length && k <= i + COMMENT_SIGNS; k++) {
      if (evidence.litter[k] == PhraseFamily.COMMENT) {
        return true;
      }
    }
    return false;
  }

  /** Says that other stories follow, or that the page's rights are reserved. */
  boolean isSignpost(int i) {
    return (PhraseHits.has(evidence.hits.whole[i], PhraseFamily.RELATED)
            && evidence.repetition.copies[i] < BUTTON)
        || (evidence.litter[i] == PhraseFamily.LEGAL && text.is(i, PageText.HAS_COPYRIGHT));
  }

  private boolean isWorse(int from, float above, float scoreAbove) {
    float words = 0;
    float scores = 0;
    for (int i = from; i < kept.length; i++) {
      words += kept[i] ? text.words[i] : 0;
      scores += kept[i] ? text.words[i] * score[i] : 0;
    }
    return words * 3 < above || scores / words < scoreAbove - WORSE;
  }

  private boolean teases(int from, float above) {
    float words = 0;
    float inTeasers = 0;
    int teasers = 0;
    for (int i = from + 1; i < kept.length; i++) {
      if (kept[i] || evidence.mass[i] > 0) {
        boolean teaser = isTeaser(i) || isEchoed(i) || holdsTitle(i);
        words += kept[i] ? text.words[i] : 0;
        inTeasers += kept[i] && teaser ? text.words[i] : 0;
        teasers += teaser ? 1 : 0;
      }
    }
    return teasers >= LEAST_TEASERS
        && words > 0
        && inTeasers >= words * MOSTLY
        && words <= above * 3;
  }

  /** One paragraph alone under a title that is not the story's. */
  boolean isTeaser(int i) {
    if (evidence.mass[i] == 0
        || text.words[i] > SUMMARY_WORDS
        || (i + 1 < kept.length && kept[i + 1] && evidence.mass[i + 1] > 0 && !holdsTitle(i + 1))) {
      return false;
    }
    for (int k = i - 1; k >= 0 && k >= i - 3; k--) {
      if (isTitle(k)) {
        return true;
      }
      if (kept[k] || text.words[k] > 8) {
        return false;
      }
    }
    return false;
  }

  /**
   * A line of its own; "Read also: ..." names its title itself and says nothing of what follows.
   */
  private boolean isTitle(int i) {
    boolean echoed = isEchoed(i);
    return text.words[i] >= TITLE_WORDS
        && text.words[i] <= MOST_TITLE_WORDS
        && evidence.litter[i] == null
        && evidence.lineLitter[i] != PhraseFamily.CAPTION
        && (!kept[i] || echoed)
        && (echoed || !text.is(i, PageText.ENDS_SENTENCE) || text.is(i, PageText.ENDS_QUESTION))
        && evidence.standing.of(i) == null;
  }

  /** Whether a line near by begins with this one's words: a picture's text repeats the title. */
  private boolean isEchoed(int i) {
    if (text.length(i) < TITLE_WORDS || text.words[i] > MOST_TITLE_WORDS) {
      return false;
    }
    for (int k = Math.max(0, i - ECHO_WITHIN); k <= i + ECHO_WITHIN && k < kept.length; k++) {
      if (k != i && begins(k, i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a longer line begins with the title of one near by. */
  private boolean holdsTitle(int i) {
    for (int k = Math.max(0, i - ECHO_WITHIN); k <= i + ECHO_WITHIN && k < kept.length; k++) {
      if (k != i
          && text.length(k) >= TITLE_WORDS
          && text.length(k) < text.length(i)
          && begins(i, k)) {
        return true;
      }
    }
    return false;
  }

  private boolean begins(int block, int title) {
    int length = text.length(title);
    if (text.length(block) < length) {
      return false;
    }
    for (int o = 0; o < length; o++) {
      if (text.token(text.from[block] + o) != text.token(text.from[title] + o)) {
        return false;
      }
    }
    return true;
  }
}
