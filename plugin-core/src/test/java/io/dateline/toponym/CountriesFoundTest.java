package io.dateline.toponym;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dateline.gazetteer.Gazetteer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every country of 150,000 people and more is found by the name that CLDR gives it in a language,
 * in a sentence that says nothing about it.
 */
@DisplayName("Countries by their names")
class CountriesFoundTest {

  private static final Path NAMES = Path.of("src/main/gazetteer/country-names.tsv.gz");
  private static final String SMALLER_CONGO = "CG"; // "Kongo" alone is the other
  private static final String LIKE_ON = "पेरू"; // without its vowel signs the word for "on"
  private static final int PEOPLE = 150_000;

  private final Gazetteer gazetteer = Gazetteer.builtIn();
  private final Geotagger geotagger = new Geotagger(gazetteer, GeotagOptions.defaults());

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ar | وقال المتحدث إن %s وافقت على القرار.
          cs | Jak včera řekl, %s se jednání zúčastní.
          de | Die Gespräche mit %s sollen weitergehen, sagte er.
          en | The talks with %s will go on next week, he said.
          es | Las conversaciones con %s siguen, dijo el ministro.
          fr | Les discussions avec %s continuent, a-t-il dit.
          hi | उन्होंने कहा कि %s ने इस पर सहमति दी है।
          id | Menteri itu mengatakan bahwa %s akan ikut.
          it | I colloqui con %s continuano, ha detto il ministro.
          ja | 政府は%sと協議したと述べた。
          ko | 정부는 어제 %s 정부와 협의했다고 밝혔다.
          nl | De gesprekken met %s gaan door, zei hij.
          pl | Rozmowy, które prowadzi %s, trwają, powiedział.
          pt | As conversas com %s continuam, disse o ministro.
          ru | Как сообщили вчера, %s и другие страны договорились.
          sv | Samtalen med %s fortsätter, sade han.
          sw | Waziri alisema kuwa %s itashiriki katika mkutano huo.
          tr | Dün akşam %s ile görüşmeler sürdü, dedi.
          uk | Як повідомили, %s та інші країни домовилися.
          vi | Ông nói rằng %s đã đồng ý.
          zh | 发言人说，%s已经同意。
          """)
  void findsEveryCountry(String language, String frame) throws IOException {
    Set<String> missed = new TreeSet<>();
    Set<String> asked = new HashSet<>();

    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(Files.newInputStream(NAMES)), UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] row = line.split("\t", -1);
        if (row.length > 2 && row[1].equals(language) && isPlain(row[2]) && isBig(row[0])) {
          asked.add(row[0]);
          if (!isFound(language, frame, row[2], row[0])) {
            missed.add(row[2]);
          }
        }
      }
    }

    assertEquals(Set.of(), missed);
    assertTrue(asked.size() >= 50, () -> "only " + asked.size() + " countries asked for");
  }

  /** Not "Congo - Brazzaville", "Myanmar (Burma)" or "S:t Lucia", which nobody writes so. */
  private static boolean isPlain(String name) {
    return !name.equals(LIKE_ON)
        && name.chars().noneMatch(c -> "()（）&–—:".indexOf(c) >= 0)
        && !name.contains(" - ");
  }

  private boolean isBig(String code) {
    int place = gazetteer.countryPlace(code);
    return place >= 0 && !code.equals(SMALLER_CONGO) && gazetteer.population(place) >= PEOPLE;
  }

  private boolean isFound(String language, String frame, String name, String code) {
    String text = frame.replace("%s", name);
    int at = text.indexOf(name);
    Geotags tags = geotagger.geotag(new Story(text, null, null, null, language, null));
    return tags.places().stream()
        .filter(place -> code.equals(place.countryCode()))
        .flatMap(place -> place.mentions().stream())
        .anyMatch(mention -> mention.start() < at + name.length() && mention.end() > at);
  }
}
