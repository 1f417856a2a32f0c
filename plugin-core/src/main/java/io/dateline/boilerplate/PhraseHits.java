package io.dateline.boilerplate;

import io.dateline.Meter;
import io.dateline.boilerplate.PhraseBook.Entry;
import io.dateline.boilerplate.PhraseBook.Place;

/** Which families of phrases were found in which blocks, as bits of {@link PhraseFamily}. */
final class PhraseHits {

  /** Phrases found anywhere in the block. */
  final int[] any;

  /** Phrases that are the whole block. */
  final int[] whole;

  /** Phrases that decide alone, at the start or as the whole of the block. */
  final int[] sureStart;

  /** Phrases that decide alone, inside or at the end. */
  final int[] sureInside;

  /** Phrases that stand before a colon and announce what follows it. */
  final int[] label;

  /** Families of which phrases were found at two places. */
  final int[] twice;

  private final int[] firstAt;

  /** Words covered by the longest phrase. */
  final int[] longest;

  PhraseHits(int blocks) {
    any = new int[blocks];
    whole = new int[blocks];
    sureStart = new int[blocks];
    sureInside = new int[blocks];
    label = new int[blocks];
    longest = new int[blocks];
    twice = new int[blocks];
    firstAt = new int[blocks];
  }

  static PhraseHits of(PageText text, PhraseBook book, Meter meter) {
    PhraseHits hits = new PhraseHits(text.count);
    for (int i = 0; i < text.count; i++) {
      meter.work(text.length(i));
      book.find(text, i, hits);
    }
    return hits;
  }

  /**
   * @param labelled whether a colon follows the phrase
   */
  void add(int block, int at, Entry entry, boolean labelled) {
    int bit = entry.family().bit();
    if (any[block] == 0) {
      firstAt[block] = at;
    } else if ((any[block] & bit) != 0 && at > firstAt[block]) {
      twice[block] |= bit;
    }
    any[block] |= bit;
    longest[block] = Math.max(longest[block], entry.length());
    if (entry.place() == Place.IS) {
      whole[block] |= bit;
    } else if (entry.place() == Place.LABELS) {
      label[block] |= bit;
      sureStart[block] |= bit;
    } else if (entry.sure()) {
      if (entry.place() == Place.STARTS) {
        sureStart[block] |= bit;
        label[block] |= labelled ? bit : 0;
      } else {
        sureInside[block] |= bit;
      }
    }
  }

  static boolean has(int mask, PhraseFamily family) {
    return (mask & family.bit()) != 0;
  }
}
