package io.dateline.toponym;

import io.dateline.gazetteer.Gazetteer;
import io.dateline.language.WordHash;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a text says about its home before any name is read: the language it is in, and the words
 * that only the papers of one country use ("sheriff", "Landkreis", "crore"). It helps small papers
 * most, whose readers need not be told which Lebanon has a high school.
 */
final class HomeCountries {

  private static final Map<Long, String[]> WORDS = new HashMap<>();
  private static final Map<String, String[]> LANGUAGES = new HashMap<>();

  static {
    WordList.readRows("home-words.tsv", row -> addWords(row[0], row[1]));
    WordList.readRows("language-homes.tsv", row -> LANGUAGES.put(row[0], row[1].split("\\|", -1)));
  }

  private final Gazetteer gazetteer;

  HomeCountries(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  private static void addWords(String country, String words) {
    for (String word : words.split("\\|", -1)) {
      WORDS.merge(
          WordHash.of(word),
          new String[] {country},
          (known, more) -> {
            String[] both = new String[known.length + 1];
            System.arraycopy(known, 0, both, 0, known.length);
            both[known.length] = country;
            return both;
          });
    }
  }

  /**
   * Weights by country as a place. Ten words of a country weigh as much as one of its towns, and so
   * does its code in the address.
   */
  Map<Integer, Double> of(Tokens tokens, String language, @Nullable String url) {
    Map<String, Double> counts = new HashMap<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.is(i, WordClass.HOME_WORD)) {
        String[] countries = WORDS.get(tokens.hash(i));
        if (countries != null) {
          for (String country : countries) {
            counts.merge(country, 1.0 / countries.length, Double::sum);
          }
        }
      }
    }
    Map<Integer, Double> weights = new HashMap<>();
    double words = Math.max(30, tokens.size());
    counts.forEach((country, count) -> add(weights, country, Math.min(2, 40 * count / words)));
    String published = WebAddress.country(url);
    if (published != null) {
      add(weights, published, 1);
    }
    String[] homes = LANGUAGES.get(language);
    if (homes != null) {
      for (String home : homes) {
        add(weights, home, 1.5 / Math.sqrt(homes.length));
      }
    }
    return weights;
  }

  /** Marks readings in countries where the language is not at home. */
  void mark(List<Referent> referents, String language) {
    String[] homes = LANGUAGES.get(language);
    if (homes == null) {
      return;
    }
    BitSet atHome = new BitSet(); // from -1, for none, on
    for (String home : homes) {
      atHome.set(gazetteer.countryPlace(home) + 1);
    }
    for (Referent referent : referents) {
      for (Reading reading : referent.readings) {
        reading.abroad = !atHome.get(reading.country + 1);
      }
    }
  }

  /** Whether the language is at home in the country. */
  static boolean isHome(String language, String country) {
    String[] homes = LANGUAGES.get(language);
    if (homes != null) {
      for (String home : homes) {
        if (home.equals(country)) {
          return true;
        }
      }
    }
    return false;
  }

  private void add(Map<Integer, Double> weights, String country, double weight) {
    int place = gazetteer.countryPlace(country);
    if (place >= 0) {
      weights.merge(place, weight, Double::sum);
    }
  }
}
