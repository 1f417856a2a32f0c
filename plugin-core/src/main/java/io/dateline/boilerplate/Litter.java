package io.dateline.boilerplate;

import org.jspecify.annotations.Nullable;

/**
 * Litter that a person would throw out without reading on, whatever stands around it: a line that
 * is nothing but a known phrase, or begins with one and reads like a signpost.
 */
final class Litter {

  private static final int SIGNPOST_WORDS = 30;
  private static final int LONG_PHRASE = 4;

  /** Families that talk to the reader; two of their phrases in a short block are no accident. */
  private static final int PLEAS =
      PhraseFamily.APPEAL.bit() | PhraseFamily.NEWSLETTER.bit() | PhraseFamily.PAYWALL.bit();

  private Litter() {}

  /** The family that condemns a block; null when none is sure. */
  static @Nullable PhraseFamily of(Evidence evidence, int block) {
    PhraseHits hits = evidence.hits;
    float words = evidence.text.words[block];
    if (isCounter(evidence.blocks.get(block).text())) {
      return PhraseFamily.WIDGET;
    }
    if (hits.whole[block] != 0) {
      return PhraseFamily.first(hits.whole[block]);
    }
    if (words > SIGNPOST_WORDS * 3) {
      return null;
    }
    if (hits.label[block] != 0 && words <= SIGNPOST_WORDS) {
      return PhraseFamily.first(hits.label[block]); // "Read also: ..." may well end like a sentence
    }
    boolean sentence =
        evidence.text.is(block, PageText.ENDS_SENTENCE)
            && !evidence.text.is(block, PageText.ENDS_ELLIPSIS);
    if (hits.sureStart[block] != 0) {
      boolean signpost = words <= SIGNPOST_WORDS && (!sentence || evidence.linkShare[block] > 0.5f);
      boolean address = hits.longest[block] >= LONG_PHRASE;
      if (signpost || address) {
        return PhraseFamily.first(hits.sureStart[block]);
      }
    }
    if ((hits.twice[block] & PLEAS) != 0 && words <= SIGNPOST_WORDS * 2) {
      return PhraseFamily.first(hits.twice[block] & PLEAS);
    }
    boolean consent = evidence.isConsent(block);
    if (consent) {
      return PhraseFamily.LEGAL;
    }
    if (hits.sureInside[block] != 0) {
      PhraseFamily family = PhraseFamily.first(hits.sureInside[block]);
      float limit = family == PhraseFamily.CAPTION ? SIGNPOST_WORDS * 2 : SIGNPOST_WORDS;
      return words <= limit ? family : null;
    }
    return null;
  }

  /** "1 / 3" of a slideshow. */
  private static boolean isCounter(String text) {
    if (text.length() > 9 || text.indexOf('/') < 1) {
      return false;
    }
    int slashes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      slashes += c == '/' ? 1 : 0;
      if (c != ' ' && c != '/' && !Character.isDigit(c)) {
        return false;
      }
    }
    return slashes == 1;
  }
}
