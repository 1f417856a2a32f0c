package io.dateline.toponym;

/** Numbers that, beside the {@link Cue}s, say whether a sighting is a place. */
enum PlaceFeature {
  BIAS,
  COUNTRY,
  REGION,
  DIVISION,
  SUBDIVISION,
  CAPITAL,
  SEAT,
  TOWN,
  QUARTER,
  /** Decimal logarithm of a town's people, less 3. */
  PEOPLE,
  /** ln(1 + names in other languages / 8) of a town. */
  FAME,
  /** The name is not the gazetteer's own. */
  OTHER_NAME,
  /** Others lie within 100 to 200 km. */
  NEAR,
  /** Its country or division is named. */
  CONTAINER_NAMED,
  /** Share of its country in what is known. */
  DOMINANCE,
  /** A container behind a comma. */
  NEIGHBOUR,
  /** ln of the number of sightings. */
  REPEATED,
  /** Share of the other sightings that look like a person's name. */
  PERSON_ELSEWHERE,
  /** Share of the other sightings that look like a place. */
  PLACE_ELSEWHERE,
  /** A name of up to four letters. */
  SHORT,
  /** A language that writes all nouns with capitals, and no word before that leads to a place. */
  NOUN_CAPITALS,
  /** A script without case, and no word around it that leads to a place. */
  NO_CASE,
  /** A town where the language of the text is not at home. */
  ABROAD,
  /** A country's name in a language that is not the text's. */
  FOREIGN_NAME,
  /** The text has an accent that the place's name has not. */
  OTHER_LETTERS,
  /** A few letters of a script without case, as some town abroad is called by others. */
  STRAY
}
