package io.dateline.kibana;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("kibana/dateline.ndjson")
class KibanaObjectsTest {

  private static final Path OBJECTS = Path.of("kibana/dateline.ndjson");

  @Test
  void fitsItselfAndTheIndices() throws IOException {
    assertEquals(List.of(), KibanaLint.faultsOf(Files.readAllLines(OBJECTS), fields()));
  }

  /** Most of these defects pass through Kibana's import without a word. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `"sourceField":"place.country_iso_code"`   | `"sourceField":"place.country"`         | has no field place.country
          `"sourceField":"place.name"`               | `"sourceField":"article.headline"`      | article.headline is text
          `"sourceField":"news.removed_length"`      | `"sourceField":"news.publisher"`        | news.publisher is keyword
          `\\"geoField\\":\\"place.location\\"`      | `\\"geoField\\":\\"place.name\\"`       | place.name is keyword
          `\\"fieldName\\":\\"place.role\\"`         | `\\"fieldName\\":\\"place.roles\\"`     | has no field place.roles
          `not place.precision : `                   | `not place.exact : `                    | has no field place.exact
          `"layerListJSON":"[`                       | `"layerListJSON":"[,`                   | is not JSON
          `"id":"dateline-map-places","type":"map"`  | `"id":"other","type":"map"`             | which is not in the file
          `"name":"p0:panel_p0"`                     | `"name":"p0:panel_q0"`                  | uses the reference panel_p0
          `"typeMigrationVersion":"8.4.0"`           | `"typeMigrationVersion":"8.15.0"`       | must be stamped 8.4.0
          `"splitAccessor":"s"`                      | `"splitAccessor":"z"`                   | shows the column z
          `\\"leftField\\":\\"country_iso_code\\"` | `\\"leftField\\":\\"iso\\"`             | has no field iso
          `\\"term\\":\\"place.country_iso_code\\"` | `\\"term\\":\\"place.location\\"`    | place.location is geo_point
          `article.id__countries-by-article\\"`     | `article__countries-by-article\\"`     | which no join or grid gives
          `layer_2_join_0_index_pattern\\"`         | `layer_2_join_1_index_pattern\\"`      | uses the reference layer_2_join_1
          `"otherBucket":true,"missingBucket":true`  | `"otherBucket":false,"missingBucket":true` | only beside an other bucket
          `"timeRange":{`                            | `"time":{`                              | on the last 15 minutes
          `"title":"news-places"`                    | `"title":17`                            | no index is called 17
          """)
  void lintNoticesDefect(String right, String wrong, String fault) throws IOException {
    String whole = Files.readString(OBJECTS);
    assertTrue(whole.contains(right), () -> right + " is no longer in the file");

    List<String> faults =
        KibanaLint.faultsOf(whole.replace(right, wrong).lines().toList(), fields());

    assertTrue(faults.stream().anyMatch(f -> f.contains(fault)), faults::toString);
  }

  private static Map<String, Map<String, String>> fields() throws IOException {
    Path templates = Path.of("elasticsearch");
    return Map.of(
        "news-articles", IndexFields.of(templates.resolve("component-news-articles-mappings.json")),
        "news-places", IndexFields.of(templates.resolve("component-news-places-mappings.json")),
        "news-countries", IndexFields.of(templates.resolve("news-countries.json")));
  }
}
