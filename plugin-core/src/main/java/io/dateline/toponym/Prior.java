package io.dateline.toponym;

/** What speaks for a reading before the document is read, in log-odds. */
final class Prior {

  private static final double FOREIGN = -1.5;
  private static final double ACCENTED = -2;

  /** What its readers call a country is as good as its English name: "الكويت". */
  private static final double NATIVE = -0.2;

  private Prior() {}

  /**
   * @param english the text is English, whose names of countries are their own already
   */
  static double of(Reading reading, boolean english) {
    double sort =
        switch (reading.sort) {
          case COUNTRY -> 5.5 + 0.6 * reading.people();
          case DIVISION -> 3.2 + 0.55 * reading.people();
          case CAPITAL -> people(reading) + 0.35 * Math.log10(reading.governed + 10.0);
          case REGION -> 5.5;
          case SUBDIVISION -> 1.0 + 0.4 * reading.people();
          case SEAT -> 1.2 + people(reading);
          case TOWN -> people(reading);
          case QUARTER -> people(reading) - 1;
        };
    double name =
        switch (reading.type) {
          case PRIMARY, ABBREVIATION, DEMONYM, POSTAL -> 0;
          case VARIANT -> -0.4;
          case ALTERNATE ->
              reading.sort == Reading.Sort.COUNTRY
                  ? reading.nativeName && !english ? NATIVE : -1.5
                  : reading.transliterated ? -0.8 : -2.0;
          case INHERITED -> -2.0;
          case TRANSLITERATION, LOOSE -> -2.5;
        };
    double doubt = (reading.foreignName ? FOREIGN : 0) + (reading.otherLetters ? ACCENTED : 0);
    return sort + name + doubt;
  }

  /** Ten times the people, e^0.6 times the mentions; and who has names in many languages. */
  private static double people(Reading reading) {
    return 0.6 * reading.people() + 1.0 * reading.fame();
  }
}
