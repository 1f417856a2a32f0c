package io.dateline.boilerplate;

import io.dateline.capture.Mark;
import io.dateline.furniture.Furniture;
import org.jspecify.annotations.Nullable;

/**
 * Takes back paragraphs that only litter cuts off from the story. The trees and the choice of one
 * stretch both doubt the last paragraph below an "also read" line or an advertisement, and the
 * standfirst between the headline and the byline. What shares the story's words, is typed like its
 * paragraphs and has nothing but litter between itself and them belongs to it, in any language.
 */
final class Rejoining {

  /** Lines that may stand between two paragraphs of a story. */
  private static final int MOST_BETWEEN = 5;

  /** Teasers of one signpost: a title and a summary each. */
  private static final int MOST_LABELS = 3;

  /** A standfirst stands so close above the story; byline, dates and buttons lie between. */
  private static final int ABOVE = 14;

  /** Teasers of one list lie so close. */
  private static final int LIST_STEP = 6;

  /** A list that is long for the story above it may be the story. */
  private static final float LIST_SHARE = 2;

  private static final float LEAST_SCORE = 0.03f;
  private static final float LEAST_CALM_SCORE = 0.05f;
  private static final float LEAST_STRANGE_SCORE = 0.2f;

  /** An appeal or the offer of a newsletter often goes on in a second paragraph. */
  private static final float LEAST_SCORE_BELOW_PLEA = 0.3f;

  private static final float LEAST_SHARE = 0.12f;

  /** Pairs of characters are more, and fewer of them come again. */
  private static final float LEAST_SHARE_OF_PAIRS = 0.05f;

  private static final float SUMMARY_SHARE = 0.45f;
  private static final float FULL_WORDS = 12;
  private static final float LEAST_UPWARD_SCORE = 0.2f;
  private static final float LEAST_SUMMARY_SCORE = 0.08f;
  private static final float TITLE_SHARE = 0.2f;
  private static final float STANDFIRST_SHARE = 0.15f;

  /** A summary of another story is hardly longer. */
  private static final float SUMMARY_WORDS = 14;

  /** Families whose words a sentence of the story may well use. */
  private static final int HARMLESS =
      PhraseFamily.CAPTION.bit()
          | PhraseFamily.CREDIT.bit()
          | PhraseFamily.BYLINE.bit()
          | PhraseFamily.TIMESTAMP.bit()
          | PhraseFamily.WIDGET.bit()
          | PhraseFamily.BREADCRUMB.bit()
          | PhraseFamily.NAVIGATION.bit();

  private final Evidence evidence;
  private final PageText text;
  private final float[] score;
  private final boolean[] kept;
  private final int end;
  private final StoryEnd teasers;
  private float storyWords;

  /** What was kept to begin with, from which the terms are made when they are asked for. */
  private final boolean[] told;

  private @Nullable StoryTerms terms;

  /**
   * @param end where the story is over for certain
   */
  Rejoining(Evidence evidence, float[] score, boolean[] kept, int end) {
    this.evidence = evidence;
    this.end = end;
    teasers = new StoryEnd(evidence, score, kept);
    text = evidence.text;
    this.score = score;
    this.kept = kept;
    told = kept.clone();
    for (int i = 0; i < kept.length; i++) {
      storyWords += kept[i] ? text.words[i] : 0;
    }
  }

  void run() {
    int first = -1;
    int last = -1;
    for (int i = 0; i < kept.length; i++) {
      if (kept[i] && evidence.mass[i] > 0) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    if (first < 0) {
      return;
    }
    inside(first, last);
    below(last);
    above(upward(first));
  }

  private void inside(int first, int last) {
    for (int i = first + 1; i < last; i++) {
      if (!kept[i] && belongs(i, first) && !isSummary(i)) {
        kept[i] = true;
      }
    }
  }

  private void below(int last) {
    int bottom = last;
    int labels = 0;
    for (int i = last + 1; i < end && i - bottom <= MOST_BETWEEN; i++) {
      if (evidence.litter[i] != null) {
        labels = 0;
      }
      if (ends(i)) {
        return;
      }
      if (belongs(i, last) && !isSummary(i) && !isListed(i, last)) {
        kept[i] = true;
        terms().add(evidence.blocks.get(i).text());
        bottom = i;
        labels = 0;
      } else if (evidence.litter[i] == null && ++labels > MOST_LABELS) {
        return;
      }
    }
  }

  /** Takes in paragraphs right above the first one; answers which is the first then. */
  private int upward(int first) {
    int begin = first;
    boolean lines = evidence.dom == null;
    for (int i = first - 1; lines && i > evidence.place.titleAt && begin - i <= 2; i--) {
      boolean joins = isTypedLikeStory(i, first) && evidence.fairWords(i) >= FULL_WORDS;
      if (joins && !isSummary(i) && score[i] >= LEAST_UPWARD_SCORE) {
        kept[i] = true;
        begin = i;
      } else if (evidence.litter[i] == null && !isFurniture(i)) {
        break;
      }
    }
    return begin;
  }

  /** The page's end begins here: comments, rights, the paper's own lines. */
  private boolean ends(int i) {
    PhraseFamily family = evidence.litter[i];
    boolean hits =
        PhraseHits.has(evidence.hits.any[i], PhraseFamily.COMMENT)
            || PhraseHits.has(evidence.hits.any[i], PhraseFamily.LEGAL);
    return hits
        || text.is(i, PageText.HAS_COPYRIGHT)
        || family == PhraseFamily.NAVIGATION
        || family == PhraseFamily.PRINT_NOTICE;
  }

  /** A sentence right under a label that names nothing of the story tells another one. */
  private boolean isSummary(int i) {
    int above = i - 1;
    if (above < 0 || kept[above]) {
      return false;
    }
    PhraseFamily litter = evidence.litter[above];
    if (litter != null) {
      boolean plea = litter == PhraseFamily.APPEAL || litter == PhraseFamily.NEWSLETTER;
      return (plea && score[i] < LEAST_SCORE_BELOW_PLEA)
          || (PhraseHits.has(evidence.hits.whole[above], PhraseFamily.RELATED)
              && evidence.fairWords(i) < SUMMARY_WORDS);
    }
    if (Furniture.isFullName(evidence.blocks.get(above).text())) {
      return true; // tells of the author
    }
    boolean label =
        text.words[above] >= 3 && !text.is(above, PageText.ENDS_SENTENCE) && !isFurniture(above);
    boolean strange = share(i) < SUMMARY_SHARE || score[i] < LEAST_SUMMARY_SCORE;
    return label && evidence.fairWords(i) < SUMMARY_WORDS && strange;
  }

  /** One of several paragraphs that each stand alone under a title, all below a signpost. */
  private boolean isListed(int i, int last) {
    if (evidence.dom != null
        || !teasers.isTeaser(i)
        || !(announced(last, i) || listedWords(last) * LIST_SHARE < storyWords)) {
      return false;
    }
    for (int k = Math.max(last + 1, i - LIST_STEP); k <= i + LIST_STEP && k < kept.length; k++) {
      if (k != i && teasers.isTeaser(k)) {
        return true;
      }
    }
    return false;
  }

  /** Words of the paragraphs below that each stand alone under a title. */
  private float listedWords(int last) {
    float words = 0;
    for (int i = last + 1; i < kept.length; i++) {
      words += evidence.mass[i] > 0 && teasers.isTeaser(i) ? text.words[i] : 0;
    }
    return words;
  }

  private boolean announced(int from, int end) {
    for (int k = from + 1; k < end; k++) {
      if (teasers.isSignpost(k)) {
        return true;
      }
    }
    return false;
  }

  private boolean belongs(int i, int neighbour) {
    return isTypedLikeStory(i, neighbour) && (isCalm(i) || share(i) >= leastShare(i));
  }

  private boolean isTypedLikeStory(int i, int neighbour) {
    return score[i] >= LEAST_SCORE
        && reads(i)
        && said(i)
        && !text.is(i, PageText.ENDS_ELLIPSIS)
        && (evidence.dom == null || evidence.dom.sameSort(i, neighbour))
        && !isFurniture(i);
  }

  private float leastShare(int i) {
    boolean pairs = text.script[i] == Script.HAN || text.script[i] == Script.THAI;
    return pairs ? LEAST_SHARE_OF_PAIRS : LEAST_SHARE;
  }

  /** Only lines that are complete in themselves stand between a paragraph and the story above. */
  private boolean isCalm(int i) {
    int above = i - 1;
    while (above > 0 && !kept[above] && i - above <= 3) {
      PhraseFamily family = evidence.litter[above];
      boolean complete =
          family == PhraseFamily.ADVERTISEMENT
              || family == PhraseFamily.CAPTION
              || (evidence.hits.label[above] != 0 && evidence.hits.whole[above] == 0)
              || isFurniture(above);
      if (!complete) {
        return false;
      }
      above--;
    }
    float least = share(i) > 0 ? LEAST_CALM_SCORE : LEAST_STRANGE_SCORE;
    return kept[above] && score[i] >= least && evidence.fairWords(i) >= 8;
  }

  /** Thai ends its sentences with nothing. */
  private boolean said(int i) {
    return text.is(i, PageText.ENDS_SENTENCE)
        || (text.script[i] == Script.THAI && text.words[i] >= 14);
  }

  /** Looks like running text of the story's language, and is not known as anything else. */
  private boolean reads(int i) {
    boolean marked =
        evidence.dom != null
            && (Mark.COMMENT.in(evidence.dom.inheritedOf(i))
                || Mark.COOKIE.in(evidence.dom.inheritedOf(i))
                || Mark.ASIDE.in(evidence.dom.inheritedOf(i))
                || Mark.CAPTION.in(evidence.dom.nearMarks(i)));
    return evidence.fairWords(i) >= 6
        && saysNothingElse(i)
        && evidence.condemns(i) == null
        && evidence.linkShare[i] < 0.3f
        && !marked
        && !evidence.vocabulary.foreignScript[i]
        && evidence.repetition.copies[i] == 1
        && !evidence.repetition.beginsAnother[i]
        && !text.is(
            i,
            PageText.BRACKETED
                | PageText.BRACKETED_ROUND
                | PageText.HAS_ADDRESS
                | PageText.HAS_COPYRIGHT
                | PageText.HAS_BAR);
  }

  private boolean saysNothingElse(int i) {
    return evidence.hits.any[i] == 0
        || ((evidence.hits.any[i] & ~HARMLESS) == 0 && evidence.fairWords(i) >= 12);
  }

  private float share(int i) {
    return terms().share(evidence.blocks.get(i).text());
  }

  private StoryTerms terms() {
    StoryTerms known = terms;
    if (known == null) {
      known = new StoryTerms();
      for (int i = 0; i < told.length; i++) {
        if (told[i] || (evidence.dom == null && i == evidence.place.titleAt)) {
          known.add(evidence.blocks.get(i).text());
        }
      }
      terms = known;
    }
    return known;
  }

  private boolean isFurniture(int i) {
    return evidence.standing.of(i) != null
        || evidence.furniture.trailingCredit(evidence.blocks.get(i).text()).isPresent();
  }

  /** Keeps the sentence right under the headline. */
  private void above(int first) {
    for (int i = first - 1; i > 0 && i >= first - ABOVE; i--) {
      if (kept[i]) {
        continue;
      }
      boolean said = text.is(i, PageText.ENDS_SENTENCE) || evidence.fairWords(i) >= 14;
      if (said
          && reads(i)
          && evidence.fairWords(i) >= 8
          && text.words[i] <= 60
          && score[i] >= LEAST_SCORE
          && (isTitle(i - 1) || (isHeadlineLike(i - 1) && share(i) >= STANDFIRST_SHARE))
          && !isFurniture(i)) {
        kept[i] = true;
        return;
      }
    }
  }

  /** The page's own heading, which only markup tells for certain. */
  private boolean isTitle(int i) {
    return evidence.dom != null
        && (i == evidence.place.claimedTitleAt() || evidence.blocks.get(i).tag().equals("h1"));
  }

  /** "Home > Region > North", which may end in the headline itself. */
  private static boolean isPath(String line) {
    return line.chars().anyMatch(c -> ">›»/|".indexOf(c) >= 0);
  }

  private boolean isHeadlineLike(int i) {
    return evidence.dom == null
        && evidence.fairWords(i) >= 4
        && text.words[i] <= 25
        && !text.is(i, PageText.ENDS_SENTENCE)
        && !text.is(i, PageText.ENDS_COLON)
        && evidence.litter[i] == null
        && !isPath(evidence.blocks.get(i).text())
        && !isFurniture(i)
        && share(i) >= TITLE_SHARE;
  }
}
