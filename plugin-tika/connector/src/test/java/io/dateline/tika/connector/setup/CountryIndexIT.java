package io.dateline.tika.connector.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dateline.elasticsearch.ElasticsearchNode;
import io.dateline.elasticsearch.GeoShapeModule;
import io.dateline.elasticsearch.NodeClient;
import io.dateline.tika.connector.connection.Access;
import io.dateline.tika.connector.setup.SetupLine.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** On 7.10.2, the one node with {@code geo_shape} that can be had. */
@DisplayName("The outlines of countries")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CountryIndexIT {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private static ElasticsearchNode node;
  private static NodeClient client;

  @BeforeAll
  static void startNode(@TempDir Path work) throws Exception {
    node = GeoShapeModule.on(NodeClient.zip("7.10.2"), work).start();
    client = new NodeClient(node.url());
  }

  @AfterAll
  static void stopNode() {
    node.close();
  }

  @Test
  @Order(1)
  void areOnlyAnnouncedByADryRun() throws IOException {
    assertEquals(Outcome.CREATED, install(true).outcome());

    assertEquals(404, client.send("GET", "/news-countries", "").status());
  }

  @Test
  @Order(2)
  void areAllAcceptedOnce() throws IOException {
    assertEquals(Outcome.CREATED, install(false).outcome());
    assertEquals(Outcome.UNCHANGED, install(false).outcome());

    JsonNode count = MAPPER.readTree(client.ask("GET", "/news-countries/_count", ""));
    assertTrue(count.path("count").asInt() > 240, count::toString);
  }

  /** An analyst points at a place; where two areas claim it, Natural Earth's comes, with its id. */
  @ParameterizedTest
  @Order(3)
  @CsvSource({
    "48.85, 2.35, FR",
    "64.42, -173.2, RU",
    "68.0, 179.0, RU",
    "68.0, -179.0, RU",
    "-16.85, -179.98, FJ",
    "-17.8, 178, FJ",
    "-89, 10, AQ",
    "-80, -100, AQ",
    "4.9, -52.3, GF",
    "-21.1, 55.5, RE",
    "78.2, 16, SJ",
    "-29.3, 27.5, LS",
    "-28, 25, ZA",
    "42.66, 21.16, XK",
    "9.56, 44.06, somaliland",
    "35.2, 33.4, n-cyprus",
    "34.9, 33.0, CY",
    "30, -40, ''"
  })
  void coverTheirTowns(double latitude, double longitude, String id) {
    String query =
        """
        {"_source":false,"query":{"geo_shape":{"outline":{"relation":"intersects",
          "shape":{"type":"point","coordinates":[%s,%s]}}}}}
        """
            .formatted(longitude, latitude);

    JsonNode hits =
        MAPPER.readTree(client.ask("POST", "/news-countries/_search", query)).path("hits");

    List<String> ids =
        StreamSupport.stream(hits.path("hits").spliterator(), false)
            .map(hit -> hit.path("_id").asString())
            .toList();
    assertEquals(id.isEmpty() ? List.of() : List.of(id), ids);
  }

  @Test
  @Order(4)
  void areThereForEveryCountryInTheJdk() {
    for (String code : Locale.getISOCountries()) {
      int status = client.send("GET", "/news-countries/_doc/" + code, "").status();
      assertEquals(200, status, code);
    }
  }

  @Test
  @Order(5)
  void areFilledAgainAfterAnInterruption() throws IOException {
    client.ask("PUT", "/news-countries/_mapping", "{\"_meta\":{\"managed_by\":\"dateline\"}}");
    client.ask("DELETE", "/news-countries/_doc/FR", "");

    assertEquals(Outcome.UPDATED, install(false).outcome());

    assertEquals(200, client.send("GET", "/news-countries/_doc/FR", "").status());
  }

  @Test
  @Order(6)
  void leaveAloneAnIndexThatIsNotDatelines() throws IOException {
    client.ask("DELETE", "/news-countries", "");
    client.ask("PUT", "/news-countries", "{}");

    assertEquals(Outcome.LEFT_ALONE, install(false).outcome());
  }

  private static SetupLine install(boolean dryRun) throws IOException {
    Access access = Access.to(node.url().toString());
    try (var setup = new ClusterSetup(access, new ClusterSetup.Choices(dryRun, false, false))) {
      return setup.countries();
    }
  }
}
