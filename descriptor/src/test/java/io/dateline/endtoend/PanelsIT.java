package io.dateline.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.elasticsearch.ElasticsearchNode;
import io.dateline.elasticsearch.NodeClient;
import io.dateline.kibana.Panel;
import io.dateline.kibana.Panels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The samples and one empty capture, taken in by {@code dateline ingest}. Elasticsearch answers
 * what Kibana would ask; {@link PanelTruth} says what must come.
 */
@DisplayName("The panels of the dashboards")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PanelsIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Of all captures; in the dashboards' fifteen years, and no sample's own date. */
  private static final Instant CHANGED = Instant.parse("2026-01-10T06:30:00Z");

  private ElasticsearchNode node;
  private NodeClient client;
  private List<String> objects;
  private PanelTruth truth;
  private Map<String, List<String>> expected;

  @BeforeAll
  void indexSamples(@TempDir Path captures) throws IOException, InterruptedException {
    List<SampleTruth> samples = SampleTruth.all(Distribution.samples());
    for (SampleTruth sample : samples) {
      Files.copy(sample.capture(), captures.resolve(sample.toString()));
    }
    Files.writeString(captures.resolve("blank.txt"), " \n\n");
    Map<String, ObjectNode> lines = extracted(captures);
    JsonNode outlines =
        JSON.readTree(
            Files.readString(Distribution.home().resolve("elasticsearch/news-countries.geojson")));
    List<JsonNode> countries = new ArrayList<>();
    outlines.path("features").forEach(countries::add);
    truth = new PanelTruth(lines, samples, CHANGED, countries);
    expected = truth.table();
    objects = Files.readAllLines(Distribution.home().resolve("kibana/dateline.ndjson"));

    node = ElasticsearchNode.of(Distribution.folder("elasticsearch.zip")).start();
    client = new NodeClient(node.url());
    run("setup", "--elasticsearch", node.url().toString());
    run("ingest", captures.toString(), "--elasticsearch", node.url().toString());
    indexNamesOf(countries);
    client.ask("POST", "/news-*/_refresh", "");
  }

  @AfterAll
  void stop() {
    if (node != null) {
      node.close();
    }
  }

  Set<String> panels() {
    return Panels.of(objects).keySet();
  }

  @ParameterizedTest
  @MethodSource("panels")
  void showWhatTheSamplesHold(String panel) throws IOException {
    List<String> wanted = Objects.requireNonNull(expected.get(panel), "no expectation");

    List<String> shown = shown(objects, panel);

    assertEquals(tiesSorted(wanted), tiesSorted(shown));
    assertFalse(wanted.isEmpty() && !panel.equals("dateline-near"), "proves nothing");
  }

  @Test
  void areAllExpected() {
    assertEquals(expected.keySet(), panels());
  }

  /** As shipped it looks around Berlin, where none of the samples plays. */
  @Test
  void storiesNearFollowTheirCentre() throws IOException {
    List<String> moved =
        objects.stream().map(o -> o.replace("52.52", "51.25").replace("13.41", "13.6")).toList();

    List<String> wanted = truth.near(51.25, 13.6);

    assertTrue(wanted.size() > 3, wanted::toString);
    assertEquals(tiesSorted(wanted), tiesSorted(shown(moved, "dateline-near")));
  }

  @Test
  void everyCountryWithNewsHasAnOutline() {
    Set<String> outlined =
        rows("dateline-map-places/countries").map(row -> row[1]).collect(Collectors.toSet());

    List<String> missing =
        rows("dateline-map-places/countries/join")
            .map(row -> row[0])
            .filter(code -> !outlined.contains(code))
            .toList();

    assertEquals(List.of(), missing);
  }

  private Stream<String[]> rows(String panel) {
    return Objects.requireNonNull(expected.get(panel)).stream().map(row -> row.split(" \\| ", -1));
  }

  /** The comparison above would be worth little if it passed over these. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          dateline-top-places                      | `not place.precision : \\"country\\"`      | ``
          dateline-top-places                      | `"sourceField":"place.name"`               | `"sourceField":"place.admin1"`
          dateline-top-countries                   | `"sourceField":"article.id"`               | `"sourceField":"article.publisher"`
          dateline-places-over-time                | `article.timestamp_source : \\"published\\"` | ``
          dateline-mentions                        | `["@timestamp","desc"]`                    | `["@timestamp","asc"]`
          dateline-mentions                        | `"place.role"`                             | `"place.kind"`
          dateline-datelined                       | `place.role : \\\\\\"dateline\\\\\\"`      | ``
          dateline-articles-over-time              | `"sourceField":"@timestamp"`               | `"sourceField":"event.ingested"`
          dateline-articles-over-time              | ` and news.date_published : *`             | ``
          dateline-removed-by-kind                 | `news.removed.caption`                     | `news.removed.credit`
          dateline-languages                       | `"size":15`                                | `"size":3`
          dateline-litter-by-publisher             | `"columnId":"r"},"orderDirection":"desc"`  | `"columnId":"r"},"orderDirection":"asc"`
          dateline-troubled                        | `not news.status : \\\\\\"article\\\\\\" and ` | ``
          dateline-map-places/clusters             | `not place.precision : \\\\\\"country\\\\\\"` | ``
          dateline-map-places/mentions             | `\\"place.role\\"`                         | `\\"place.kind\\"`
          dateline-map-places/countries/join       | `\\"field\\":\\"article.id\\"`             | `\\"field\\":\\"place.name\\"`
          dateline-map-focus/focus-clusters        | `focus.location`                           | `places.location`
          dateline-news-by-place/Language          | `article.language`                         | `article.publisher`
          dateline-news-by-place/Confidence        | `place.confidence`                         | `place.rank`
          """)
  void areSeenToBeWrong(String panel, String right, String wrong) throws IOException {
    String object = panel.replaceFirst("/.*", "");
    List<String> spoilt =
        objects.stream()
            .map(o -> o.contains("\"id\":\"" + object + "\",") ? o.replace(right, wrong) : o)
            .toList();
    assertNotEquals(objects, spoilt, () -> right + " is no longer in " + object);

    assertNotEquals(
        tiesSorted(Objects.requireNonNull(expected.get(panel))), tiesSorted(shown(spoilt, panel)));
  }

  private List<String> shown(List<String> lines, String name) throws IOException {
    Panel panel = Objects.requireNonNull(Panels.of(lines).get(name), name);
    String answer = client.ask("POST", "/" + panel.index() + "/_search", panel.body());
    return panel.rows(JSON.readTree(answer));
  }

  /** Rows of one time stand in any order. */
  private static List<String> tiesSorted(List<String> rows) {
    List<String> sorted = new ArrayList<>(rows);
    for (int from = 0; from < sorted.size(); ) {
      String time = sorted.get(from).split(" ", 2)[0];
      int to = from + 1;
      while (to < sorted.size() && sorted.get(to).startsWith(time + " ")) {
        to++;
      }
      if (time.matches("[0-9-]+T[0-9:]+Z")) {
        sorted.subList(from, to).sort(Comparator.naturalOrder());
      }
      from = to;
    }
    return sorted;
  }

  private static Map<String, ObjectNode> extracted(Path captures)
      throws IOException, InterruptedException {
    Map<String, ObjectNode> byId = new LinkedHashMap<>();
    for (String line : run("extract", captures.toString()).lines().toList()) {
      ObjectNode document = (ObjectNode) JSON.readTree(line);
      byId.put(document.get("id").asText(), document);
    }
    Map<String, ObjectNode> byFile = new LinkedHashMap<>();
    try (var files = Files.list(captures)) {
      for (Path file : files.sorted().toList()) {
        Files.setLastModifiedTime(file, FileTime.from(CHANGED));
        String name = file.getFileName().toString();
        byFile.put(name, byId.get(name.replaceFirst("\\.[a-z]+$", "")));
      }
    }
    return byFile;
  }

  /**
   * This node has no {@code geo_shape}, so that setup leaves the outlines out; names and codes
   * stand in for them. {@code CountryIndexIT} puts the shapes into a node that has it.
   */
  private void indexNamesOf(List<JsonNode> countries) {
    StringBuilder bulk = new StringBuilder();
    for (JsonNode country : countries) {
      ObjectNode document = country.get("properties").deepCopy();
      document.put("outline", country.at("/geometry/type").asText());
      bulk.append("{\"index\":{}}\n").append(document).append('\n');
    }
    client.ask(
        "PUT",
        "/news-countries",
        """
        {"mappings":{"dynamic":"strict","properties":{"country_iso_code":{"type":"keyword"},
          "country_name":{"type":"keyword"},"outline":{"type":"keyword"}}}}
        """);
    client.ask("POST", "/news-countries/_bulk", bulk.toString());
  }

  private static String run(String... arguments) throws IOException, InterruptedException {
    Distribution.Run run = Distribution.dateline(arguments);
    assertEquals(0, run.exitCode(), () -> run.output() + run.errors());
    return run.output();
  }
}
