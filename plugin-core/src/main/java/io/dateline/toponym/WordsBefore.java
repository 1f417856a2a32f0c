package io.dateline.toponym;

import io.dateline.toponym.Tokens.Gap;
import io.dateline.toponym.Tokens.Shape;

/** What the words before a sighting say. */
final class WordsBefore {

  /** Articles and prepositions within a phrase are no longer than this. */
  private static final int SHORT_WORD = 3;

  private final Lexicon lexicon;

  WordsBefore(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  void inspect(Tokens tokens, Sighting sighting, String language) {
    int first = sighting.firstToken;
    int before = first - 1;
    if (before < 0) {
      return;
    }
    Gap gap = tokens.gap(first);
    sighting.addIf(gap == Gap.HYPHEN, Cue.HYPHEN_BEFORE);
    if (gap != Gap.SPACE && gap != Gap.DOT && gap != Gap.QUOTE && gap != Gap.APOSTROPHE) {
      return;
    }
    phrase(tokens, sighting, before, language);
    if (gap == Gap.SPACE || gap == Gap.DOT) {
      word(tokens, sighting, before, gap);
      person(tokens, sighting, before, gap, language);
    }
  }

  /** "in the northern X", "town of X", "University of X". */
  private void phrase(Tokens tokens, Sighting sighting, int before, String language) {
    int lead = before;
    if (lead > 0 && isArticle(tokens, lead) && !isPreposition(tokens, lead, language)) {
      lead--;
    }
    boolean direction = lead > 0 && tokens.is(lead, WordClass.DIRECTION);
    sighting.addIf(direction, Cue.DIRECTION_BEFORE);
    if (direction) {
      lead--;
    }
    sighting.addIf(isPreposition(tokens, lead, language), Cue.PREPOSITION_BEFORE);
    boolean cue =
        tokens.is(before, WordClass.CUE_BEFORE)
            || (before > 0
                && isArticle(tokens, before)
                && tokens.is(before - 1, WordClass.CUE_BEFORE));
    sighting.addIf(cue, Cue.CUE_BEFORE);
    int of = tokens.is(before, WordClass.OF) || !isArticle(tokens, before) ? before : before - 1;
    if (of > 0 && tokens.is(of, WordClass.OF) && tokens.shape(of) == Shape.LOWER) {
      head(tokens, sighting, of);
    }
  }

  private static void head(Tokens tokens, Sighting sighting, int of) {
    int head = of - 1;
    if (tokens.isUpperInitial(head) && tokens.gap(of) == Gap.SPACE) {
      Cue cue =
          tokens.is(head, WordClass.UNIVERSITY)
              ? Cue.UNIVERSITY
              : tokens.is(head, WordClass.ORGANISATION_BEFORE)
                  ? Cue.ORGANISATION_BEFORE
                  : Cue.CAPITAL_OF_BEFORE;
      sighting.add(cue);
    }
  }

  private static void word(Tokens tokens, Sighting sighting, int before, Gap gap) {
    boolean upper = tokens.isUpperInitial(before);
    sighting.addIf(gap == Gap.SPACE && tokens.is(before, WordClass.SAYING), Cue.SAYING);
    sighting.addIf(tokens.shape(before) == Shape.NUMBER, Cue.NUMBER_BEFORE);
    sighting.addIf(!upper && tokens.is(before, WordClass.PERSON_CUE), Cue.PERSON_CUE_BEFORE);
    boolean organisation =
        tokens.is(before, WordClass.ORGANISATION_BEFORE) || tokens.is(before, WordClass.UNIVERSITY);
    sighting.addIf(upper && organisation, Cue.ORGANISATION_BEFORE);
    sighting.addIf(upper && tokens.is(before, WordClass.MEDIA_BEFORE), Cue.MEDIA_BEFORE);
  }

  private void person(Tokens tokens, Sighting sighting, int before, Gap gap, String language) {
    if (!tokens.isUpperInitial(before)) {
      boolean caseless = sighting.caseless && tokens.shape(before) == Shape.CASELESS;
      sighting.addIf(caseless && tokens.is(before, WordClass.GIVEN_NAME), Cue.GIVEN_NAME_BEFORE);
      return;
    }
    boolean article = gap == Gap.SPACE && tokens.is(before, WordClass.FUNCTION);
    if (tokens.shape(before) == Shape.INITIAL) {
      sighting.addIf(!article, Cue.INITIAL_BEFORE);
    } else if (tokens.is(before, WordClass.TITLE)) {
      sighting.add(Cue.TITLE_BEFORE);
    } else if (tokens.is(before, WordClass.GIVEN_NAME)) {
      sighting.add(Cue.GIVEN_NAME_BEFORE);
    } else if (!isOrdinary(tokens, before, language)) {
      sighting.add(Cue.CAPITAL_BEFORE);
      boolean titled =
          before > 0
              && tokens.gap(before) == Gap.SPACE
              && tokens.is(before - 1, WordClass.TITLE)
              && tokens.isUpperInitial(before - 1);
      sighting.addIf(titled, Cue.TITLE_BEFORE);
    }
  }

  /** A word that only the sentence's start or its own spelling gives a capital. */
  private boolean isOrdinary(Tokens tokens, int token, String language) {
    boolean starts = tokens.gap(token) == Gap.SENTENCE || tokens.gap(token) == Gap.QUOTE;
    return tokens.is(token, WordClass.DIRECTION)
        || tokens.is(token, WordClass.FUNCTION)
        || tokens.is(token, WordClass.CALENDAR)
        || tokens.is(token, WordClass.CUE_BEFORE)
        || (starts && lexicon.isPreposition(tokens.hash(token), language));
  }

  private boolean isPreposition(Tokens tokens, int token, String language) {
    return lexicon.isPreposition(tokens.hash(token), language);
  }

  private static boolean isArticle(Tokens tokens, int token) {
    return tokens.is(token, WordClass.FUNCTION)
        && tokens.end(token) - tokens.start(token) <= SHORT_WORD;
  }
}
