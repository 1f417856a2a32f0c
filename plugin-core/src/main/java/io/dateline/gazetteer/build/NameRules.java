package io.dateline.gazetteer.build;

import io.dateline.gazetteer.NameFolding;
import io.dateline.gazetteer.NameType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which of a place's listed names are names, and which further spellings follow from them.
 *
 * <p>Left out: addresses of web pages, names without a letter, single letters (unless it is the
 * only name, like Å in Norway), and words of two to five ASCII capitals, which are airport codes
 * and UN/LOCODEs, unless they are the initials of another name of the place (NYC).
 */
final class NameRules {

  private static final Pattern CODE = Pattern.compile("[A-Z]{2,5}");
  private static final Pattern MACHINE = Pattern.compile("[a-z][a-z '`’.-]*");
  private static final Pattern PARENTHESIS = Pattern.compile("\\s*[(\\[（][^)\\]）]*[)\\]）]\\s*");
  private static final Pattern SLASH = Pattern.compile("\\s*/\\s*");

  private static final List<String[]> SHORT_FORMS =
      List.of(
          new String[] {"saint", "st"},
          new String[] {"sainte", "ste"},
          new String[] {"mount", "mt"},
          new String[] {"fort", "ft"});

  /** Words for a division of any order, folded. */
  private static final Set<String> GENERICS =
      words(
          """
          province provincia provincie provinz governorate region regione district distrito
          oblast county prefecture department departamento departement municipality municipio
          state canton parish division voivodeship krai kray republic raion rayon okrug
          regency kabupaten landkreis kreis powiat comarca arrondissement sheng wilaya wilayat
          gouvernorat governatorato muhafazat judetul shahrestan ostan territory autonomous
          special commune emirate subregion mintaqat woreda zone city capital urban rural
          fylke lan maakunta megye kraj zupanija opstina grad il ilce changwat amphoe tinh
          thanh pho huyen federal community metropolitan council borough of de del du des di
          da do la the d shi xian qu diqu
          """);

  /** What is left of "Northern Province" is no name. */
  private static final Set<String> VAGUE =
      words(
          """
          north northern south southern east eastern west western central centre center free
          national upper lower northwest northeast southwest southeast northwestern
          northeastern southwestern southeastern norte sur sud nord est ouest oeste este
          oriental occidental midlands coast coastal new old san saint santa el al plateaux
          """);

  private NameRules() {}

  private static Set<String> words(String block) {
    return Set.of(block.strip().split("\\s+", -1));
  }

  /** Takes names. */
  interface Sink {
    void accept(String name, NameType type);
  }

  /** All names of a place, the better types first; some may repeat. */
  static void names(PlaceRow row, Sink sink) {
    List<String> listed = listed(row);
    sink.accept(row.name(), NameType.PRIMARY);
    spellings(row.name(), row, sink);
    for (String name : listed) {
      if (isJunk(name)) {
        continue;
      }
      if (CODE.matcher(name).matches()) {
        if (areInitials(name, row.name(), listed)) {
          sink.accept(name, NameType.ABBREVIATION);
        }
      } else if (MACHINE.matcher(name).matches() && !name.equals(row.asciiName())) {
        sink.accept(name, NameType.TRANSLITERATION);
      } else {
        sink.accept(name, NameType.ALTERNATE);
        spellings(name, row, sink);
      }
    }
  }

  private static List<String> listed(PlaceRow row) {
    List<String> names = new ArrayList<>();
    if (!row.asciiName().isEmpty()) {
      names.add(row.asciiName());
    }
    for (String name : row.alternateNames().split(",", -1)) {
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    return names;
  }

  /** Whether a name from a table without initials to check is better left out. */
  static boolean isJunkOrCode(String name) {
    return isJunk(name) || CODE.matcher(name).matches();
  }

  private static boolean isJunk(String name) {
    return name.contains("://")
        || name.startsWith("www.")
        || name.codePoints().noneMatch(Character::isLetter)
        || (name.length() == 1 && name.charAt(0) < 0x3000);
  }

  private static boolean areInitials(String code, String name, List<String> others) {
    if (initials(name).equals(code)) {
      return true;
    }
    return others.stream().anyMatch(other -> initials(other).equals(code));
  }

  private static String initials(String name) {
    StringBuilder initials = new StringBuilder();
    for (String word : name.split("[ -]+", -1)) {
      if (!word.isEmpty()) {
        initials.append(word.charAt(0));
      }
    }
    return initials.length() < 2 ? "" : initials.toString().toUpperCase(Locale.ROOT);
  }

  private static void spellings(String name, PlaceRow row, Sink sink) {
    String bare = PARENTHESIS.matcher(name).replaceAll(" ").strip();
    if (!bare.equals(name) && !bare.isEmpty() && !row.feature().equals("P.PPLX")) {
      sink.accept(bare, NameType.VARIANT);
    }
    // "Frankenberg/Sachsen" is no name of Saxony; "Town (District 8) / Quarter" is one of the
    // quarter
    List<String> parts = List.of(SLASH.split(bare, -1));
    String part = parts.get(row.feature().equals("P.PPLX") ? parts.size() - 1 : 0);
    if (parts.size() > 1 && part.length() > 2) {
      sink.accept(part, NameType.VARIANT);
    }
    shortForms(bare, sink);
  }

  private static void shortForms(String name, Sink sink) {
    String folded = NameFolding.fold(name);
    String[] words = folded.split(" ", -1);
    for (int i = 0; i + 1 < words.length; i++) {
      for (String[] pair : SHORT_FORMS) {
        int known = words[i].equals(pair[0]) ? 0 : words[i].equals(pair[1]) ? 1 : -1;
        if (known >= 0) {
          String[] changed = words.clone();
          changed[i] = pair[1 - known];
          sink.accept(String.join(" ", changed), NameType.VARIANT);
          return;
        }
      }
    }
  }

  /**
   * A division's name without the words for a division at its ends, folded: {@code aleppo} for
   * Aleppo Governorate, {@code tatarstan} for Republic of Tatarstan.
   */
  static String withoutGenerics(String divisionName) {
    String folded = NameFolding.fold(PARENTHESIS.matcher(divisionName).replaceAll(" "));
    List<String> words = new ArrayList<>(List.of(folded.split(" ", -1)));
    while (words.size() > 1 && isGeneric(words.get(words.size() - 1))) {
      words.remove(words.size() - 1);
    }
    boolean generic = isGeneric(words.get(0));
    while (words.size() > 1 && generic && GENERICS.contains(words.get(0))) {
      words.remove(0);
    }
    boolean telling = words.stream().anyMatch(word -> !VAGUE.contains(word) && !isGeneric(word));
    return telling ? String.join(" ", words) : folded;
  }

  /** Short ones are articles and prepositions, which begin names like La Paz. */
  private static boolean isGeneric(String word) {
    return word.length() > 3 && GENERICS.contains(word);
  }

  /** Words that stand behind a division's bare name in English text. */
  static List<String> genericsFor(String feature) {
    return feature.equals("A.ADM1")
        ? List.of(
            "province",
            "region",
            "state",
            "governorate",
            "oblast",
            "county",
            "district",
            "prefecture",
            "department",
            "canton",
            "republic",
            "territory")
        : List.of("county", "district", "province", "department", "municipality", "region");
  }

  /**
   * Whether the place's name folds to this; of a seat any of its names does. Other towns list too
   * many strange ones: Pacific in Missouri is also Franklin, but gives Franklin County no name.
   */
  static boolean isCalled(PlaceRow place, String folded) {
    if (NameFolding.fold(place.name()).equals(folded)) {
      return true;
    }
    boolean isSeat = place.feature().startsWith("P.PPLA") || place.feature().equals("P.PPLC");
    return isSeat && listed(place).stream().anyMatch(name -> NameFolding.fold(name).equals(folded));
  }
}
