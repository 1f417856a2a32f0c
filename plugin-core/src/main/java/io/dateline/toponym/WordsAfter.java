package io.dateline.toponym;

import io.dateline.toponym.Tokens.Gap;
import io.dateline.toponym.Tokens.Shape;

/** What the words behind a sighting say. */
final class WordsAfter {

  /** So many capitalised words may belong to one organisation's name. */
  private static final int RUN = 5;

  private WordsAfter() {}

  static void inspect(Tokens tokens, Sighting sighting) {
    int next = sighting.lastToken + 1;
    if (next >= tokens.size()) {
      return;
    }
    switch (tokens.gap(next)) {
      case APOSTROPHE -> {
        sighting.addIf(tokens.end(next) - tokens.start(next) == 1, Cue.POSSESSIVE);
      }
      case HYPHEN -> sighting.add(Cue.HYPHEN_AFTER);
      case COMMA -> {
        sighting.addIf(tokens.shape(next) == Shape.NUMBER, Cue.NUMBER_AFTER);
        sighting.addIf(isAge(tokens, sighting, next), Cue.AGE_AFTER);
      }
      case SPACE -> adjacent(tokens, sighting, next);
      case SLASH, BRACKET, DOT, QUOTE, OTHER, SENTENCE -> {
        // too far to say anything
      }
    }
  }

  private static void adjacent(Tokens tokens, Sighting sighting, int next) {
    sighting.addIf(tokens.shape(next) == Shape.NUMBER, Cue.NUMBER_AFTER);
    sighting.addIf(tokens.is(next, WordClass.LANGUAGE_CUE), Cue.LANGUAGE_CUE_AFTER);
    sighting.addIf(isMunicipal(tokens, next), Cue.MUNICIPAL_AFTER);
    sighting.addIf(tokens.is(next, WordClass.CUE_AFTER), Cue.CUE_AFTER);
    sighting.addIf(tokens.is(next, WordClass.SAYING), Cue.SAYING);
    if (tokens.shape(next) == Shape.LOWER) {
      sighting.addIf(tokens.is(next, WordClass.ORGANISATION_AFTER), Cue.ORGANISATION_AFTER);
      sighting.addIf(tokens.is(next, WordClass.MEDIA), Cue.MEDIA);
      return;
    }
    if (!tokens.isUpperInitial(next)) {
      return;
    }
    boolean known = tokens.is(next, WordClass.CALENDAR);
    if (tokens.is(next, WordClass.TITLE)) {
      sighting.add(Cue.ORGANISATION_AFTER); // "Ohio Governor ..."
      known = true;
    }
    int end = Math.min(next + RUN, tokens.size());
    for (int i = next; i < end && tokens.isUpperInitial(i); i++) {
      if (i > next && !runsOn(tokens.gap(i))) {
        break;
      }
      known |= noteClass(tokens, sighting, i);
    }
    sighting.addIf(!known && tokens.is(next, WordClass.SURNAME), Cue.SURNAME_AFTER);
    sighting.addIf(!known && !sighting.associative, Cue.CAPITAL_AFTER);
  }

  private static boolean isAge(Tokens tokens, Sighting sighting, int next) {
    return sighting.firstToken == sighting.lastToken
        && (tokens.is(sighting.lastToken, WordClass.GIVEN_NAME)
            || tokens.is(sighting.lastToken, WordClass.NAMESAKE))
        && tokens.shape(next) == Shape.NUMBER
        && tokens.end(next) - tokens.start(next) <= 2
        && next + 1 < tokens.size()
        && tokens.gap(next + 1) == Gap.COMMA;
  }

  /** "X mayor", "X High School", "X Fire Department". */
  private static boolean isMunicipal(Tokens tokens, int next) {
    return tokens.is(next, WordClass.MUNICIPAL)
        || (tokens.isUpperInitial(next)
            && tokens.gap(next + 1) == Gap.SPACE
            && tokens.is(next + 1, WordClass.MUNICIPAL));
  }

  private static boolean runsOn(Gap gap) {
    return gap == Gap.SPACE || gap == Gap.DOT || gap == Gap.HYPHEN;
  }

  /** Notes what sort of name the word makes of the words before it; false if it says nothing. */
  private static boolean noteClass(Tokens tokens, Sighting sighting, int token) {
    long before = sighting.cues();
    sighting.addIf(tokens.is(token, WordClass.UNIVERSITY), Cue.UNIVERSITY);
    boolean close = token <= sighting.lastToken + 2;
    sighting.addIf(close && tokens.is(token, WordClass.STREET), Cue.STREET_AFTER);
    sighting.addIf(tokens.is(token, WordClass.MEDIA), Cue.MEDIA);
    sighting.addIf(tokens.is(token, WordClass.SPORT), Cue.SPORT_AFTER);
    sighting.addIf(tokens.is(token, WordClass.COMPANY), Cue.COMPANY_AFTER);
    sighting.addIf(tokens.is(token, WordClass.INSTITUTION), Cue.INSTITUTION_AFTER);
    sighting.addIf(tokens.is(token, WordClass.ORGANISATION_AFTER), Cue.ORGANISATION_AFTER);
    return sighting.cues() != before;
  }
}
