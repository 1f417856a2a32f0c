package io.dateline.toponym;

import io.dateline.toponym.Tokens.Gap;
import io.dateline.toponym.Tokens.Shape;
import java.util.List;

/**
 * Finds persons whose given name is a place's and whose surname no list has: "Paris Okonjo told the
 * court ... Okonjo said". That the surname acts alone elsewhere tells them from "Paris Fashion
 * Week".
 */
final class FullNames {

  /** What follows a place as easily as it follows a given name. */
  private static final long NO_SURNAME =
      WordClass.ORGANISATION_AFTER.bit()
          | WordClass.ORGANISATION_BEFORE.bit()
          | WordClass.MEDIA.bit()
          | WordClass.CALENDAR.bit()
          | WordClass.TITLE.bit()
          | WordClass.STREET.bit()
          | WordClass.DIRECTION.bit()
          | WordClass.MUNICIPAL.bit()
          | WordClass.GENERIC.bit()
          | WordClass.OFFICE_WORD.bit()
          | WordClass.PART_CUE.bit()
          | WordClass.FUNCTION.bit()
          | WordClass.INSTITUTION.bit()
          | WordClass.UNIVERSITY.bit()
          | WordClass.CUE_BEFORE.bit()
          | WordClass.CUE_AFTER.bit()
          | WordClass.COMPANY.bit()
          | WordClass.LANGUAGE_CUE.bit()
          | WordClass.SPORT.bit();

  private FullNames() {}

  /** Marks the given names and adds both names to those that are persons wherever they stand. */
  static void mark(Tokens tokens, List<Sighting> sightings, WordSet persons) {
    for (Sighting sighting : sightings) {
      int given = sighting.firstToken;
      int surname = given + 1;
      if (given == sighting.lastToken
          && surname < tokens.size()
          && tokens.gap(surname) == Gap.SPACE
          && tokens.shape(given) == Shape.CAPITALISED
          && tokens.shape(surname) == Shape.CAPITALISED
          && (tokens.is(given, WordClass.GIVEN_NAME) || tokens.is(given, WordClass.NAMESAKE))
          && !tokens.isAny(surname, NO_SURNAME)
          && actsAlone(tokens, given, surname)) {
        sighting.add(Cue.FULL_NAME);
        persons.add(tokens.hash(given));
        persons.add(tokens.hash(surname));
      }
    }
  }

  private static boolean actsAlone(Tokens tokens, int given, int surname) {
    long hash = tokens.hash(surname);
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (tokens.hash(i) == hash
          && tokens.shape(i) == Shape.CAPITALISED
          && (i == 0 || tokens.hash(i - 1) != tokens.hash(given))
          && acts(tokens, i)) {
        return true;
      }
    }
    return false;
  }

  /** "Okonjo told", "said Okonjo", but not "the Swans told" or "Rovers won": teams act, too. */
  private static boolean acts(Tokens tokens, int token) {
    boolean saysBehind =
        tokens.gap(token + 1) == Gap.SPACE && tokens.is(token + 1, WordClass.SAYING);
    boolean saysBefore =
        token > 0 && tokens.gap(token) == Gap.SPACE && tokens.is(token - 1, WordClass.SAYING);
    boolean starts = token == 0 || tokens.gap(token) == Gap.SENTENCE;
    boolean plural = tokens.text.charAt(tokens.end(token) - 1) == 's';
    boolean apposition =
        tokens.gap(token + 1) == Gap.COMMA || tokens.gap(token + 1) == Gap.APOSTROPHE;
    boolean verb = tokens.gap(token + 1) == Gap.SPACE && tokens.shape(token + 1) == Shape.LOWER;
    boolean article = token > 0 && !starts && tokens.is(token - 1, WordClass.FUNCTION);
    return !article && (saysBehind || saysBefore || (starts && !plural && (apposition || verb)));
  }
}
