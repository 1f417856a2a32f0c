package io.dateline.toponym;

/** What a word can tell about its neighbours. A word may have several. */
enum WordClass {
  /** "John", "Fatima". */
  GIVEN_NAME,
  /** A given name, but the place is far better known: "Paris". */
  NAMESAKE,
  /** A surname that is a place's name too: "Robinson". */
  SURNAME,
  /** Stands before a person's name: "Mr", "President". */
  TITLE,
  /** Stands before a name in an organisation's name: "University", "Bank". */
  ORGANISATION_BEFORE,
  /** Stands after a name in an organisation's name: "Police", "Council". */
  ORGANISATION_AFTER,
  /** Ends a newspaper's name: "Times", "Gazette". */
  MEDIA,
  /** Stands before a place in a newspaper's or station's name: "Radio". */
  MEDIA_BEFORE,
  /** Months and weekdays. */
  CALENDAR,
  /** A common word, in any language, although a place is called so. */
  NOT_PLACE,
  /** A common word and a well-known place: "Reading", "Nice". */
  FAMOUS_WORD,
  /** Leads to places more often than to others: "in", "near", "from". */
  PREPOSITION,
  /** Usually has a person before or after it: "said". */
  SAYING,
  /** Ends a street's name. */
  STREET,
  /** "north", "upper": belongs to the place's name or narrows it. */
  DIRECTION,
  /** A full stop after it does not end the sentence: "St", "Gen". */
  ABBREVIATED,
  /** Some country's papers use it when they write about home. */
  HOME_WORD,
  /** Stands behind a town's name, rarely behind a country's: "mayor", "township", "resident". */
  MUNICIPAL,
  /** Part of names that say nothing: "side", "end". */
  GENERIC,
  /** "City", "State" between a place and its office. */
  OFFICE_WORD,
  /** A part of a town or a place near one: "district", "village", "suburb". */
  PART_CUE,
  /** A part of a town and nothing else: "quarter", "neighbourhood". */
  QUARTER_CUE,
  /** Articles, pronouns, conjunctions. Capitalised they only start a sentence. */
  FUNCTION,
  /** Ends the name of a school, university, hospital or church, which is often a person's. */
  INSTITUTION,
  /** Universities: places in their names are rarely meant. */
  UNIVERSITY,
  /** "district of", "village": says that the next name is a place. */
  CUE_BEFORE,
  /** "county", "river": says that the name before is a place. */
  CUE_AFTER,
  /** "son", "mother", "aged": the name near it is a person's. */
  PERSON_CUE,
  /** Ends a company's name: "Inc", "GmbH". */
  COMPANY,
  /** "speaks", "language". */
  LANGUAGE_CUE,
  /** Ends a team's name or marks a match. */
  SPORT,
  /** "of", "de": between an organisation and its place. */
  OF,
  /** What stands behind the apostrophe of a verb: "we're". */
  CONTRACTION,
  /** "de", "van", "bin": inside persons' names. */
  NAME_PARTICLE;

  @SuppressWarnings("EnumOrdinal") // the bits live in one build only
  long bit() {
    return 1L << ordinal();
  }
}
