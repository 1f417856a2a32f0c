package io.dateline.toponym;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The word lists around names are well formed")
class WordListsDataTest {

  @ParameterizedTest
  @CsvSource({
    "given-names.txt, 1, 2, 4000",
    "surnames.txt, 1, 2, 1000",
    "media-names.txt, 1, 1, 300",
    "person-titles.tsv, 2, 3, 30",
    "organisation-words.tsv, 2, 3, 30",
    "not-places.tsv, 2, 3, 100",
    "place-cues.tsv, 4, 4, 1000",
    "calendar.tsv, 3, 3, 100"
  })
  void hasWholeRowsAndNoneTwice(String list, int minColumns, int maxColumns, int atLeast)
      throws IOException {
    Set<String> seen = new HashSet<>();

    for (String row : rows(list)) {
      String[] columns = row.split("\t", -1);

      assertTrue(
          columns.length >= minColumns && columns.length <= maxColumns, () -> list + ": " + row);
      assertTrue(seen.add(row), () -> list + " has twice: " + row);
      for (String column : columns) {
        assertEquals(column.strip(), column, () -> list + ": " + row);
        assertTrue(!column.isEmpty(), () -> list + ": " + row);
      }
    }
    assertTrue(seen.size() >= atLeast, () -> list + " has only " + seen.size());
  }

  private static List<String> rows(String list) throws IOException {
    try (InputStream stream = WordListsDataTest.class.getResourceAsStream(list)) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split("\n"))
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    }
  }
}
