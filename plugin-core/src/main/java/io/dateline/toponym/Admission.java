package io.dateline.toponym;

import io.dateline.gazetteer.Gazetteer;
import io.dateline.gazetteer.NameIndex;
import io.dateline.gazetteer.NameType;
import io.dateline.toponym.Tokens.Gap;
import io.dateline.toponym.Tokens.Shape;

/**
 * Says which kinds of names the look of some words allows: a code stands in capitals behind a
 * comma, a name starts with a capital, a date is no place.
 */
final class Admission {

  /** Up to this length a word in capitals may be an acronym. */
  private static final int LONGEST_ACRONYM = 5;

  private final Gazetteer gazetteer;
  private final NameIndex names;
  private final Tokens tokens;
  private final String language;

  Admission(Gazetteer gazetteer, Tokens tokens, String language) {
    this.gazetteer = gazetteer;
    this.names = gazetteer.names();
    this.tokens = tokens;
    this.language = language;
  }

  /**
   * The kinds of names that the look of the words allows for an entry; 0 if none of its candidates
   * fits.
   */
  int types(int first, int last, int entry) {
    if (last > first && (endsInFunctionWord(last) || isDate(first, last))) {
      return 0;
    }
    if (first < last
        && tokens.shape(last) == Shape.LOWER
        && !mayEndInLowerCase(first, last, entry)) {
      return 0;
    }
    int letters = tokens.end(last) - tokens.start(first);
    boolean country = first == last && isCountryHere(entry);
    if (first == last && !country && (tokens.shape(first) == Shape.INITIAL || letters < 2)) {
      return 0;
    }
    int present = 0;
    for (int i = 0; i < names.count(entry); i++) {
      NameType type = names.type(entry, i);
      if (type == NameType.DEMONYM) {
        if (names.isIn(entry, i, language) || names.isIn(entry, i, "en")) {
          return NameTypes.DEMONYM;
        }
      } else {
        present |= NameTypes.bit(type);
      }
    }
    int types = looksLike(first, last, letters);
    if (country || (first == last && tokens.shape(first) == Shape.UPPER && isCountry(entry))) {
      types |= NameTypes.ALTERNATE;
    }
    return present & types;
  }

  private int looksLike(int first, int last, int letters) {
    boolean upper = tokens.shape(first) == Shape.UPPER;
    boolean caseless = tokens.shape(first) == Shape.CASELESS;
    boolean behindComma = followsComma(first);
    if (first < last || caseless) {
      return NameTypes.ALL & ~NameTypes.POSTAL;
    }
    boolean dotted = tokens.text.charAt(tokens.end(last) - 1) == '.' || dotFollows(last);
    int types = 0;
    if (upper && behindComma && letters <= 3) {
      types |= NameTypes.POSTAL;
    }
    boolean word = tokens.is(first, WordClass.TITLE) || tokens.is(first, WordClass.FUNCTION);
    boolean english = language.equals("en"); // "Ill." is Illinois in English only
    if (upper || (english && dotted && (behindComma || !word))) {
      types |= NameTypes.ABBREVIATION;
    }
    boolean acronym = upper && !amongCapitals(first);
    if (letters > (acronym ? 3 : 2)) {
      types |= NameTypes.PRIMARY;
    }
    if (letters > (acronym ? LONGEST_ACRONYM : 3)) {
      types |= NameTypes.SPELT_OUT;
    }
    return types;
  }

  /**
   * "Springfield City Schools", "Ohio State University": the longer name is there too, but the last
   * word belongs to the office.
   */
  boolean isOfOffice(int last, int types) {
    int next = last + 1;
    return (types & NameTypes.PRIMARY) == 0
        && tokens.is(last, WordClass.OFFICE_WORD)
        && next < tokens.size()
        && tokens.gap(next) == Gap.SPACE
        && (tokens.isUpperInitial(next) || tokens.is(next, WordClass.ORGANISATION_AFTER));
  }

  /** "Aleppo province", "Saudi-arabia", but not "The village" or "Five points". */
  private boolean mayEndInLowerCase(int first, int last, int entry) {
    if (isCountry(entry)) {
      return true;
    }
    return !tokens.is(first, WordClass.FUNCTION)
        && (tokens.is(last, WordClass.CUE_AFTER) || !language.equals("en"));
  }

  /** In a headline, or alone at the start as in a dateline. */
  private boolean amongCapitals(int token) {
    return tokens.gap(token) == Gap.SENTENCE || isLongUpper(token - 1) || isLongUpper(token + 1);
  }

  private boolean isLongUpper(int token) {
    return token >= 0
        && token < tokens.size()
        && tokens.shape(token) == Shape.UPPER
        && tokens.end(token) - tokens.start(token) > 3;
  }

  boolean dotFollows(int token) {
    int end = tokens.end(token);
    return end < tokens.text.length() && tokens.text.charAt(end) == '.';
  }

  boolean followsComma(int token) {
    return tokens.gap(token) == Gap.COMMA || tokens.gap(token) == Gap.BRACKET;
  }

  private boolean endsInFunctionWord(int last) {
    return tokens.shape(last) == Shape.LOWER && tokens.is(last, WordClass.FUNCTION);
  }

  /** "October 6" is a city in Egypt, too. */
  private boolean isDate(int first, int last) {
    for (int i = first; i <= last; i++) {
      if (tokens.shape(i) != Shape.NUMBER && !tokens.is(i, WordClass.CALENDAR)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the name means a country first. */
  boolean isCountry(int entry) {
    return gazetteer.featureCode(names.place(entry, 0)).startsWith("PCL");
  }

  /** "Fas" is Morocco in Turkish, "Áo" Austria in Vietnamese. */
  private boolean isCountryHere(int entry) {
    return isCountry(entry) && names.isNative(entry, 0, language);
  }

  /** Whether it is a demonym in the text's language. */
  boolean isDemonym(int entry) {
    for (int i = 0; i < names.count(entry); i++) {
      if (names.type(entry, i) == NameType.DEMONYM && names.isIn(entry, i, language)) {
        return true;
      }
    }
    return false;
  }
}
