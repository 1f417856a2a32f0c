package io.dateline.toponym;

import io.dateline.gazetteer.Gazetteer;
import io.dateline.gazetteer.NameType;
import java.util.Set;

/** One place that a name may mean in this document. */
final class Reading {

  /** What sort of place, coarser than GeoNames' feature codes. */
  enum Sort {
    COUNTRY,
    REGION,
    DIVISION,
    SUBDIVISION,
    CAPITAL,
    SEAT,
    TOWN,
    QUARTER
  }

  private static final Set<String> OTHER_SCRIPT =
      Set.of(
          "AE", "AF", "AM", "BD", "BG", "BH", "BT", "BY", "CN", "CY", "DJ", "DZ", "EG", "EH", "ER",
          "ET", "GE", "GR", "HK", "IL", "IN", "IQ", "IR", "JO", "JP", "KG", "KH", "KP", "KR", "KW",
          "KZ", "LA", "LB", "LK", "LY", "MA", "MK", "MM", "MN", "MO", "MR", "MV", "NP", "OM", "PK",
          "PS", "QA", "RS", "RU", "SA", "SD", "SO", "SY", "TD", "TH", "TJ", "TN", "TW", "UA", "YE");

  /** Of all values that {@link Gazetteer#fame} takes: it is asked for every candidate. */
  private static final double[] FAMES = new double[256];

  static {
    for (int fame = 0; fame < FAMES.length; fame++) {
      FAMES[fame] = Math.log(1 + fame / 8.0);
    }
  }

  /** Degrees of latitude, some 110 km. */
  private static final double NEAR = 1;

  final int place;
  final NameType type;
  final double latitude;
  final double longitude;
  final int country;
  final int admin1;
  final int admin2;
  final Sort sort;

  /** In a country that writes another script, so that its names are spelt in several ways. */
  final boolean transliterated;

  final int population;
  private final double people;
  private final int fame;

  /** Inhabitants of the country it is the capital of; 0 for other places. */
  final int governed;

  /** Where {@link Evidence} keeps what is said of the place and what it lies in; -1 for none. */
  int placeSlot;

  int countrySlot;
  int admin1Slot;
  int admin2Slot;

  /** Where {@link Evidence} keeps what is said of its surroundings. */
  int cell;

  int block;

  /** What is known without the document. */
  double prior;

  /** Log-odds against the referent's other readings, before normalising. */
  double score;

  /** Share among the referent's readings. */
  double share;

  /** The share before anything of the document was known. */
  double shareBefore;

  /** ln(1 + others within some 100 to 200 km). */
  double near;

  /** ln(1 + mentions of its country and divisions). */
  double containerNamed;

  /** Share of its country in what is known of the document. */
  double dominance;

  /** What names next to it say, in log-odds. */
  double neighbour;

  /** In a country where the text's language is not at home. */
  boolean abroad;

  /** A country's name in a language that is not the text's. */
  boolean foreignName;

  /** A country's name in the text's language. */
  boolean nativeName;

  /** Spelt in the script of its country, so that this is its own name. */
  final boolean ownScript;

  /** The text has an accent that the place's name has not. */
  boolean otherLetters;

  /** What the rest of the document added to the prior. */
  double support;

  /**
   * A place under a name of a type; in text of another script than Latin an alternate name may be
   * its own.
   */
  Reading(Gazetteer gazetteer, int place, NameType type, boolean otherScript) {
    this.place = place;
    this.type = type;
    this.latitude = gazetteer.latitude(place);
    this.longitude = gazetteer.longitude(place);
    this.country = gazetteer.country(place);
    this.admin1 = gazetteer.admin1(place);
    this.admin2 = gazetteer.admin2(place);
    this.fame = gazetteer.fame(place);
    String code = gazetteer.countryCode(place);
    this.transliterated = code != null && OTHER_SCRIPT.contains(code);
    String feature = gazetteer.featureCode(place);
    this.sort = sortOf(feature, gazetteer.featureClass(place));
    int counted = gazetteer.population(place);
    this.ownScript = otherScript && transliterated && type == NameType.ALTERNATE;
    boolean own = ownScript || type == NameType.PRIMARY;
    this.population = counted > 0 || !own ? counted : usual(feature);
    this.people = Math.log10(population + 10.0);
    this.governed = sort == Sort.CAPITAL && country >= 0 ? gazetteer.population(country) : 0;
  }

  /** Inhabitants of a seat for which the gazetteer gives none. */
  private static int usual(String feature) {
    return switch (feature) {
      case "PPLA" -> 50_000;
      case "PPLA2" -> 10_000;
      case "PPLA3" -> 2_000;
      default -> 0;
    };
  }

  static Sort sortOf(String code, char featureClass) {
    if (code.startsWith("PCL") || code.startsWith("TERR")) {
      return Sort.COUNTRY;
    }
    return switch (code) {
      case "ADM1", "ADM1H" -> Sort.DIVISION;
      case "PPLC", "PPLG" -> Sort.CAPITAL;
      case "PPLA" -> Sort.SEAT;
      case "PPLX", "PPLL", "PPLF" -> Sort.QUARTER;
      default ->
          code.startsWith("ADM") ? Sort.SUBDIVISION : featureClass == 'P' ? Sort.TOWN : Sort.REGION;
    };
  }

  /** Whether this lies in the other, by the gazetteer's hierarchy. */
  boolean liesIn(Reading container) {
    return place != container.place
        && (country == container.place || admin1 == container.place || admin2 == container.place);
  }

  /**
   * Whether the points are near each other and one lies in the other, or is an area of the same
   * country: an island and its town, a county and its seat. Where codes of districts have changed,
   * a town may not lie in the district that is called after it.
   */
  boolean isAround(Reading other) {
    boolean area = country == other.country && (isArea() || other.isArea());
    return (area || liesIn(other) || other.liesIn(this))
        && Math.abs(latitude - other.latitude) < NEAR
        && Math.abs(longitude - other.longitude)
            < NEAR / Math.max(0.2, Math.cos(Math.toRadians(latitude)));
  }

  /** The decimal logarithm of the inhabitants and ten more. */
  double people() {
    return people;
  }

  /** The logarithm of how many names it has in other languages. */
  double fame() {
    return FAMES[fame];
  }

  boolean isTown() {
    return switch (sort) {
      case CAPITAL, SEAT, TOWN, QUARTER -> true;
      case COUNTRY, REGION, DIVISION, SUBDIVISION -> false;
    };
  }

  boolean isOwnName() {
    return switch (type) {
      case PRIMARY, ABBREVIATION, DEMONYM, POSTAL -> true;
      case ALTERNATE, VARIANT, INHERITED, TRANSLITERATION, LOOSE -> false;
    };
  }

  private boolean isArea() {
    return sort == Sort.REGION || sort == Sort.DIVISION || sort == Sort.SUBDIVISION;
  }

  boolean isContainer() {
    return sort == Sort.COUNTRY || sort == Sort.DIVISION || sort == Sort.SUBDIVISION;
  }
}
