package io.dateline.toponym;

/** What the text around a name says for or against a place. */
enum Cue {
  /** First word of a sentence, where capitals mean nothing. */
  SENTENCE_START,
  /** Stands in a run of words in capitals, where capitals mean nothing. */
  CAPITALS_RUN,
  /** A short word in capitals among ordinary words: an acronym, perhaps. */
  ACRONYM,
  /** "in", "near", "from" before it. */
  PREPOSITION_BEFORE,
  /** "town of", "village" before it. */
  CUE_BEFORE,
  /** "county", "river" after it. */
  CUE_AFTER,
  /** A title before it, perhaps with names between. */
  TITLE_BEFORE,
  /** A given name directly before it. */
  GIVEN_NAME_BEFORE,
  /** An initial directly before it. */
  INITIAL_BEFORE,
  /** A capitalised word, neither a name of ours nor sentence start, directly before it. */
  CAPITAL_BEFORE,
  /** A capitalised word directly after it. */
  CAPITAL_AFTER,
  /** A surname directly after it. */
  SURNAME_AFTER,
  /** Given name of a person whose surname stands behind it, and alone elsewhere in the text. */
  FULL_NAME,
  /** Is a given name, and an age stands behind it: "Georgia, 14, won". */
  AGE_AFTER,
  /** "Police", "Council" after it, perhaps with words between. */
  ORGANISATION_AFTER,
  /** "University of" before it. */
  ORGANISATION_BEFORE,
  /** A capitalised word and "of" before it. */
  CAPITAL_OF_BEFORE,
  /** "High School", "Hospital" after it. */
  INSTITUTION_AFTER,
  UNIVERSITY,
  MEDIA,
  MEDIA_BEFORE,
  STREET_AFTER,
  COMPANY_AFTER,
  SPORT_AFTER,
  /** "said" next to it. */
  SAYING,
  /** "coach", "son" before it. */
  PERSON_CUE_BEFORE,
  /** The same word was the surname of a person elsewhere in the text. */
  SURNAME_ELSEWHERE,
  POSSESSIVE,
  /** "mayor", "High School" behind it: a town. */
  MUNICIPAL_AFTER,
  HYPHEN_BEFORE,
  HYPHEN_AFTER,
  /** The same word stands in lower case elsewhere in the text. */
  LOWER_ELSEWHERE,
  /** Is itself a given name. */
  IS_GIVEN_NAME,
  /** Is itself a surname, and the place is not well known. */
  IS_SURNAME,
  /** Is itself a common word, month, title or the like. */
  IS_COMMON_WORD,
  /** Is itself a common word, but the place is well known. */
  IS_FAMOUS_WORD,
  DIRECTION_BEFORE,
  NUMBER_BEFORE,
  NUMBER_AFTER,
  /** In a dateline. */
  DATELINE,
  /** Next to another name, with a comma or "and" between. */
  LISTED,
  /** Directly behind another name and a comma or bracket. */
  AFTER_COMMA,
  /** Behind another name and "in" or the like. */
  AFTER_IN,
  /** Nothing but words such as "North", "Old", "City", "Side". */
  GENERIC_NAME,
  /** More than one word. */
  LONG_NAME,
  /** Found under an inflected form. */
  INFLECTED,
  LANGUAGE_CUE_AFTER,
  /** Adjective or inhabitants' name. */
  DEMONYM;

  @SuppressWarnings("EnumOrdinal") // the bits never leave the process
  long bit() {
    return 1L << ordinal();
  }
}
