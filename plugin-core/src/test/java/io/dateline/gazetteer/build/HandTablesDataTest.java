package io.dateline.gazetteer.build;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The hand-written tables are well formed")
class HandTablesDataTest {

  private static final Path FOLDER = Path.of("src/main/gazetteer/hand");
  private static final Pattern LANGUAGE = Pattern.compile("\\*|[a-z]{2,3}(-[A-Za-z]+)?");
  private static final Pattern ALIAS =
      Pattern.compile("[a-z]{2,3}(-[A-Za-z]+)?:\\S.*\\S|[a-z]{2,3}:\\S");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "country-names.tsv",
        "demonyms.tsv",
        "place-demonyms.tsv",
        "place-names.tsv",
        "division-names.tsv"
      })
  void givesEveryPlaceOneRowOfDistinctFormsPerLanguage(String table) throws IOException {
    Set<String> keys = new HashSet<>();

    for (String[] row : rows(table)) {
      List<String> forms = Arrays.asList(row[2].split("\\|", -1));

      assertEquals(3, row.length, () -> table + " " + row[0]);
      assertTrue(LANGUAGE.matcher(row[1]).matches(), () -> table + " language " + row[1]);
      assertTrue(keys.add(row[0] + " " + row[1]), () -> table + " twice " + row[0] + " " + row[1]);
      assertEquals(
          forms.size(), new HashSet<>(forms).size(), () -> table + " repeats in " + row[2]);
      assertTrue(
          forms.stream().allMatch(HandTablesDataTest::isTrimmed), () -> table + " " + row[2]);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"country-names.tsv", "demonyms.tsv"})
  void namesCountriesByIsoCode(String table) throws IOException {
    Set<String> countries = new HashSet<>(Arrays.asList(Locale.getISOCountries()));
    countries.add("XK");

    for (String[] row : rows(table)) {
      assertTrue(countries.contains(row[0]), () -> table + " " + row[0]);
    }
  }

  @ParameterizedTest
  @CsvSource({"regions.tsv, 7", "extra-places.tsv, 8"})
  void placesRegionsOnEarthUnderDistinctIds(String table, int columns) throws IOException {
    Set<String> ids = new HashSet<>();

    for (String[] row : rows(table)) {
      assertAll(
          row[0],
          () -> assertEquals(columns, row.length),
          () -> assertTrue(ids.add(row[0]), "id used twice"),
          () -> assertTrue(Math.abs(Double.parseDouble(row[2])) <= 90),
          () -> assertTrue(Math.abs(Double.parseDouble(row[3])) <= 180),
          () -> assertTrue(row[4].isEmpty() || row[4].matches("[A-Z]{2}")),
          () -> assertTrue(isTrimmed(row[5])));
      if (!row[6].isEmpty()) {
        for (String alias : row[6].split("\\|", -1)) {
          assertTrue(ALIAS.matcher(alias).matches(), () -> row[0] + " alias " + alias);
        }
      }
    }
  }

  @Test
  void putsBigCountriesAndDivisionsOnEarthOnce() throws IOException {
    Set<String> codes = new HashSet<>();

    for (String[] row : rows("points.tsv")) {
      assertAll(
          row[0],
          () -> assertEquals(3, row.length),
          () -> assertTrue(row[0].matches("[A-Z]{2}(\\.[A-Z0-9]+)?")),
          () -> assertTrue(codes.add(row[0]), "code used twice"),
          () -> assertTrue(Math.abs(Double.parseDouble(row[1])) <= 90),
          () -> assertTrue(Math.abs(Double.parseDouble(row[2])) <= 180));
    }
  }

  @Test
  void marksTheStyleOfEveryAbbreviation() throws IOException {
    for (String[] row : rows("abbreviations.tsv")) {
      for (String form : row[2].split("\\|", -1)) {
        assertTrue(form.matches("(ap|postal|loose):\\S.*"), () -> Arrays.toString(row));
      }
    }
  }

  private static boolean isTrimmed(String form) {
    return !form.isEmpty() && form.strip().equals(form) && !form.contains("  ");
  }

  private static List<String[]> rows(String table) throws IOException {
    List<String[]> rows = new ArrayList<>();
    for (String line : Files.readAllLines(FOLDER.resolve(table))) {
      if (!line.isEmpty() && !line.startsWith("#")) {
        rows.add(line.split("\t", -1));
      }
    }
    assertTrue(!rows.isEmpty(), table);
    return rows;
  }
}
