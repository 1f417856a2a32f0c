package io.dateline.boilerplate;

import io.dateline.capture.LineLayout;

/** Where on the page the story lies, as far as words and claims tell: its core and its title. */
final class StoryPlace {

  /** The stretch of blocks with the most running text and the least litter; end exclusive. */
  int coreFrom;

  int coreEnd;

  /** Block that is the title nearest before the core; -1 if there is none. */
  int titleAt = -1;

  /** Block right under a guessed title that reads like a longer one; -1 if there is none. */
  int standfirstAt = -1;

  private static final int STANDFIRST_WORDS = 9;
  private static final int TITLE_WORDS = 4;

  private final Evidence evidence;
  private final PageText text;
  private final ClaimLikeness claims;
  private final int count;

  StoryPlace(Evidence evidence) {
    this.evidence = evidence;
    text = evidence.text;
    claims = evidence.claims;
    count = evidence.count;
    core();
    findTitle();
  }

  /** Best stretch by Kadane's algorithm: running text counts for, every other block against. */
  private void core() {
    float best = 0;
    float sum = 0;
    int from = 0;
    for (int i = 0; i < count; i++) {
      float gain =
          evidence.mass[i] > 0
              ? Math.min(evidence.mass[i], 60)
              : -4 - Math.min(6, text.words[i] / 2);
      sum += gain;
      if (sum <= 0) {
        sum = 0;
        from = i + 1;
      } else if (sum > best) {
        best = sum;
        coreFrom = from;
        coreEnd = i + 1;
      }
    }
  }

  /** A heading that says what the page claims as its title, else any such block; -1 for none. */
  int claimedTitleAt() {
    int found = -1;
    for (int i = 0; i < count; i++) {
      if (claims.inTitle[i] >= 0.8f && claims.titleIn[i] >= 0.5f) {
        if (evidence.blocks.get(i).tag().equals("h1")) {
          return i;
        }
        found = found < 0 && evidence.blocks.get(i).isHeading() ? i : found;
      }
    }
    return found;
  }

  /** What the page claims as its title; else the line above the story that looks most like one. */
  private void findTitle() {
    for (int i = Math.min(coreFrom + 1, count - 1); i >= 0; i--) {
      if (claims.inTitle[i] >= 0.8f && claims.titleIn[i] >= 0.5f) {
        titleAt = i;
        return;
      }
    }
    titleAt = claimedTitleAt();
    if (titleAt >= 0) {
      return; // the core lies above the title: a cookie wall, say
    }
    int end = coreFrom;
    while (end < coreEnd && evidence.mass[end] < 20) {
      end++;
    }
    float bestScore = 0;
    for (int i = Math.max(0, end - 14); i < end; i++) {
      float score = likeTitle(i, end);
      if (score > bestScore) {
        titleAt = i;
        bestScore = score;
      }
    }
    if (titleAt > 0 && evidence.page.layout() instanceof LineLayout && standsUnderTitle(end)) {
      standfirstAt = titleAt;
      titleAt--;
    }
  }

  /** Of two lines like titles the upper is the title and the lower, longer one its standfirst. */
  private boolean standsUnderTitle(int end) {
    return text.words[titleAt] >= STANDFIRST_WORDS
        && text.words[titleAt - 1] >= TITLE_WORDS
        && text.words[titleAt - 1] < text.words[titleAt]
        && evidence.repetition.copies[titleAt] == 1
        && likeTitle(titleAt - 1, end) > 0;
  }

  private float likeTitle(int i, int end) {
    boolean sentence =
        (text.is(i, PageText.ENDS_SENTENCE) && !text.is(i, PageText.ENDS_QUESTION))
            || text.is(i, PageText.ENDS_COLON);
    boolean bulleted = evidence.page.layout() instanceof LineLayout lines && lines.bullet(i) > 0;
    if (text.words[i] < 3
        || text.words[i] > 25
        || sentence
        || bulleted
        || evidence.vocabulary.foreignScript[i]
        || evidence.hits.whole[i] != 0
        || evidence.litter[i] != null) {
      return 0;
    }
    float score = 3 + Math.min(text.words[i], 10) / 2 - (end - i) * 0.4f;
    score += evidence.repetition.copies[i] > 1 ? 4 : 0;
    score += evidence.blocks.get(i).isHeading() ? 4 : 0;
    score -= evidence.linkShare[i] * 4 + (evidence.hits.any[i] != 0 ? 2 : 0);
    score -= isPath(evidence.blocks.get(i).text()) ? 3 : 0;
    score -= evidence.furniture.trailingCredit(evidence.blocks.get(i).text()).isPresent() ? 6 : 0;
    return score;
  }

  /** "Home > Region > North". */
  private static boolean isPath(String line) {
    return line.chars().anyMatch(c -> ">›»".indexOf(c) >= 0);
  }
}
