package io.dateline.toponym;

import io.dateline.language.WordHash;
import io.dateline.toponym.Tokens.Gap;
import io.dateline.toponym.Tokens.Shape;
import java.util.List;

/** Looks at the words around each sighting and notes what they say for or against a place. */
final class Guards {

  private static final int LONG_WORD = 4;
  private static final int LONGEST_ACRONYM = 5;
  private static final char FIRST_ACCENTED = '\u00C0';
  private static final char FIRST_GREEK = '\u0370';

  private final Lexicon lexicon;
  private final WordsBefore wordsBefore;

  Guards(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.wordsBefore = new WordsBefore(lexicon);
  }

  /** Notes the cues of all sightings of a text. */
  void inspect(Tokens tokens, List<Sighting> sightings, String language) {
    WordSet lower = new WordSet();
    WordSet surnames = new WordSet();
    collect(tokens, lower, surnames);
    FullNames.mark(tokens, sightings, surnames);
    Sighting previous = null;
    for (Sighting sighting : sightings) {
      own(tokens, sighting);
      if (sighting.firstToken != sighting.lastToken) {
        long phrase = WordHash.of(tokens.text, sighting.start, sighting.end);
        sighting.addIf(lexicon.isCommonWord(phrase, language), Cue.IS_COMMON_WORD);
      }
      if (sighting.firstToken == sighting.lastToken) {
        word(tokens, sighting, language, lower, surnames);
      }
      wordsBefore.inspect(tokens, sighting, language);
      WordsAfter.inspect(tokens, sighting);
      if (previous != null
          && previous.associative
          && previous.lastToken == sighting.firstToken - 1) {
        sighting.remove(Cue.CAPITAL_BEFORE); // "het Belgische Luik"
      }
      if (previous != null) {
        between(tokens, previous, sighting, language);
      }
      previous = sighting;
    }
  }

  private static void collect(Tokens tokens, WordSet lower, WordSet surnames) {
    for (int i = 0; i < tokens.size(); i++) {
      Shape shape = tokens.shape(i);
      if (shape == Shape.LOWER) {
        lower.add(tokens.hash(i));
      } else if (shape == Shape.CAPITALISED && i > 0 && followsGivenName(tokens, i)) {
        surnames.add(tokens.hash(i));
      }
    }
  }

  private static boolean followsGivenName(Tokens tokens, int token) {
    Gap gap = tokens.gap(token);
    int before = token - 1;
    if (gap == Gap.DOT && tokens.shape(before) == Shape.INITIAL && before > 0) {
      before--; // John F. Kennedy
    } else if (gap != Gap.SPACE && gap != Gap.DOT) {
      return false;
    }
    return tokens.shape(before) == Shape.CAPITALISED
        && (tokens.is(before, WordClass.GIVEN_NAME)
            || (tokens.is(before, WordClass.TITLE) && !tokens.is(before, WordClass.CUE_BEFORE)));
  }

  private static void own(Tokens tokens, Sighting sighting) {
    int first = sighting.firstToken;
    int last = sighting.lastToken;
    Gap gap = tokens.gap(first);
    sighting.addIf(gap == Gap.SENTENCE || gap == Gap.QUOTE, Cue.SENTENCE_START);
    if (tokens.shape(first) == Shape.UPPER) {
      boolean run = isLongUpper(tokens, first - 1) || isLongUpper(tokens, last + 1);
      boolean brief = tokens.end(last) - tokens.start(first) <= LONGEST_ACRONYM;
      sighting.addIf(run, Cue.CAPITALS_RUN);
      sighting.addIf(!run && first == last && brief, Cue.ACRONYM);
    }
    // the ending's own accents say nothing: "Rovaniemellä"
    sighting.accented =
        !sighting.inflected && isAccented(tokens.text, sighting.start, sighting.end);
    sighting.otherScript = tokens.text.charAt(sighting.start) >= FIRST_GREEK;
    if (sighting.accented) {
      sighting.strictLetters = StrictLetters.in(tokens.text, sighting.start, sighting.end);
    }
    sighting.addIf(first != last, Cue.LONG_NAME);
    sighting.addIf(first != last && isGeneric(tokens, first, last), Cue.GENERIC_NAME);
    sighting.addIf(sighting.inflected, Cue.INFLECTED);
    sighting.addIf(sighting.associative, Cue.DEMONYM);
  }

  private static boolean isAccented(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c >= FIRST_ACCENTED && c < FIRST_GREEK) {
        return true;
      }
    }
    return false;
  }

  /** "Old City", "North Side": said of a part of any town. */
  private static boolean isGeneric(Tokens tokens, int first, int last) {
    for (int i = first; i <= last; i++) {
      boolean generic =
          tokens.is(i, WordClass.DIRECTION)
              || tokens.is(i, WordClass.CUE_AFTER)
              || tokens.is(i, WordClass.CUE_BEFORE)
              || tokens.is(i, WordClass.FUNCTION)
              || tokens.is(i, WordClass.INSTITUTION)
              || tokens.is(i, WordClass.GENERIC);
      if (!generic) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLongUpper(Tokens tokens, int token) {
    return token >= 0
        && token < tokens.size()
        && tokens.shape(token) == Shape.UPPER
        && tokens.end(token) - tokens.start(token) >= LONG_WORD;
  }

  private void word(
      Tokens tokens, Sighting sighting, String language, WordSet lower, WordSet surnames) {
    int token = sighting.firstToken;
    long hash = tokens.hash(token);
    boolean capital = tokens.shape(token) != Shape.LOWER;
    sighting.addIf(capital && lower.has(hash), Cue.LOWER_ELSEWHERE);
    sighting.addIf(surnames.has(hash), Cue.SURNAME_ELSEWHERE);
    sighting.addIf(tokens.is(token, WordClass.GIVEN_NAME), Cue.IS_GIVEN_NAME);
    sighting.addIf(tokens.is(token, WordClass.SURNAME), Cue.IS_SURNAME);
    long here = lexicon.classesIn(hash, language);
    sighting.commonHere =
        tokens.is(token, WordClass.NOT_PLACE) || (here & WordClass.NOT_PLACE.bit()) != 0;
    sighting.addIf(sighting.commonHere || isCommon(tokens, token), Cue.IS_COMMON_WORD);
    boolean famous =
        tokens.is(token, WordClass.FAMOUS_WORD) || (here & WordClass.FAMOUS_WORD.bit()) != 0;
    sighting.addIf(famous, Cue.IS_FAMOUS_WORD);
  }

  private static boolean isCommon(Tokens tokens, int token) {
    return tokens.is(token, WordClass.CALENDAR)
        || tokens.is(token, WordClass.TITLE)
        || tokens.is(token, WordClass.FUNCTION)
        || tokens.is(token, WordClass.DIRECTION)
        || tokens.is(token, WordClass.CUE_AFTER)
        || tokens.is(token, WordClass.ORGANISATION_AFTER)
        || isKindOfPlace(tokens, token);
  }

  /**
   * "مدينة" is Medina only with its article; alone it is a city, and a script without case hides
   * that.
   */
  private static boolean isKindOfPlace(Tokens tokens, int token) {
    return tokens.shape(token) == Shape.CASELESS && tokens.is(token, WordClass.CUE_BEFORE);
  }

  private void between(Tokens tokens, Sighting previous, Sighting sighting, String language) {
    int distance = sighting.firstToken - previous.lastToken;
    Gap gap = tokens.gap(sighting.firstToken);
    if (distance == 1) {
      boolean comma = gap == Gap.COMMA || gap == Gap.BRACKET;
      sighting.addIf(comma || gap == Gap.SPACE, Cue.AFTER_COMMA);
      if (comma) {
        previous.add(Cue.LISTED);
        sighting.add(Cue.LISTED);
      }
      return;
    }
    int word = sighting.firstToken - 1;
    if (distance == 2 && gap == Gap.SPACE && tokens.gap(word) == Gap.SPACE) {
      boolean in = lexicon.isPreposition(tokens.hash(word), language);
      sighting.addIf(in, Cue.AFTER_IN);
      if (!in && tokens.is(word, WordClass.FUNCTION)) {
        previous.add(Cue.LISTED);
        sighting.add(Cue.LISTED);
      }
    }
  }
}
