package io.dateline.tika.connector.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dateline.elasticsearch.ElasticsearchNode;
import io.dateline.elasticsearch.NodeClient;
import io.dateline.tika.connector.connection.Access;
import io.dateline.tika.connector.setup.SetupLine.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The pipeline and the English analysis on a node with real processors, 7.10.2. */
@DisplayName("The ingest pipeline with real processors")
class PipelineIT {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String DESCRIPTION =
      """
      name=%s
      description=from its Apache-licensed jars
      version=7.10.2
      classname=%s
      java.version=1.8
      elasticsearch.version=7.10.2
      extended.plugins=%s
      has.native.controller=false
      """;

  private static ElasticsearchNode node;
  private static NodeClient client;
  private static PipelineKeeper keeper;

  @BeforeAll
  static void startNode() throws Exception {
    node =
        ElasticsearchNode.of(NodeClient.zip("7.10.2"))
            .module(
                "lang-painless",
                DESCRIPTION.formatted(
                    "lang-painless", "org.elasticsearch.painless.PainlessPlugin", ""),
                """
                grant {
                  permission java.lang.RuntimePermission "createClassLoader";
                  permission java.lang.RuntimePermission "getClassLoader";
                  permission org.elasticsearch.script.ClassPermission "<<STANDARD>>";
                };
                """,
                jars("lang-painless", "scripting-painless-spi", "antlr4", "asm"))
            .module(
                "ingest-common",
                DESCRIPTION.formatted(
                    "ingest-common",
                    "org.elasticsearch.ingest.common.IngestCommonPlugin",
                    "lang-painless"),
                "",
                jars("ingest-common", "grok", "dissect", "joni", "jcodings"))
            .module(
                "analysis-common",
                DESCRIPTION.formatted(
                    "analysis-common",
                    "org.elasticsearch.analysis.common.CommonAnalysisPlugin",
                    "lang-painless"),
                "",
                jars("analysis-common"))
            .start();
    client = new NodeClient(node.url());
    keeper = new PipelineKeeper(client);
    SetupLine installed = setUp(false, false);
    assertEquals(Outcome.CREATED, installed.outcome(), installed::toString);
  }

  @AfterAll
  static void stopNode() {
    keeper.close();
    node.close();
  }

  @Test
  void setupInstallsItOnceWhereTheNodeHasItsProcessors() throws IOException {
    SetupLine again = setUp(false, false);

    assertEquals(Outcome.UNCHANGED, again.outcome(), again.diff()::toString);
    client.ask(
        "PUT",
        "/by-another-road/_doc/a?pipeline=news",
        "{\"url\":{\"full\":\"http://a.example/b\"}}");
    JsonNode source = MAPPER.readTree(client.ask("GET", "/by-another-road/_source/a", ""));
    assertEquals("a.example", source.path("url").path("domain").asString());
    assertTrue(source.has("@timestamp"));
  }

  @Test
  void anOlderOneIsReplacedAndAnEditedOneIsNot() throws IOException {
    NodeClient throughKeeper = new NodeClient(keeper.url());
    ObjectNode old = shipped("pipeline-news.json");
    old.put("version", 0).put("description", "As it was").withObject("_meta").put("version", 0);
    throughKeeper.ask("PUT", "/_ingest/pipeline/news", old.toString());

    SetupLine shown = setUp(true, false);

    assertEquals(Outcome.UPDATED, shown.outcome());
    assertTrue(shown.diff().contains("- description = As it was"), shown.diff()::toString);
    assertTrue(client.ask("GET", "/_ingest/pipeline/news", "").contains("As it was"));
    assertEquals(Outcome.UPDATED, setUp(false, false).outcome());
    assertEquals(Outcome.UNCHANGED, setUp(false, false).outcome());

    ObjectNode edited = shipped("pipeline-news.json");
    edited.put("description", "Ours now");
    throughKeeper.ask("PUT", "/_ingest/pipeline/news", edited.toString());
    SetupLine left = setUp(false, false);
    assertEquals(Outcome.LEFT_ALONE, left.outcome());
    assertTrue(left.diff().contains("- description = Ours now"), left.diff()::toString);
    assertTrue(client.ask("GET", "/_ingest/pipeline/news", "").contains("Ours now"));

    edited.remove("_meta");
    throughKeeper.ask("PUT", "/_ingest/pipeline/news", edited.toString());
    left = setUp(false, false);
    assertEquals(Outcome.LEFT_ALONE, left.outcome());
    assertTrue(left.said().contains("somebody else made it"), left::said);
    assertEquals(Outcome.UPDATED, setUp(false, true).outcome());
    assertEquals(Outcome.UNCHANGED, setUp(false, false).outcome());
  }

  @Test
  void fillsWhatTheSenderLeftOut() {
    JsonNode source =
        simulate(
            """
            {"url":{"full":"https://me@News.Example:8443/a?b"},"news":{"date_published":"2013-11-20"}}
            """);

    assertEquals("2013-11-20", source.path("@timestamp").asString());
    assertEquals("published", source.path("news").path("timestamp_source").asString());
    assertEquals("news.example", source.path("url").path("domain").asString());
    assertTrue(source.path("event").path("ingested").asString("").startsWith("20"));
    assertFalse(source.path("news").has("failures"));
  }

  @Test
  void leavesAloneWhatIsThere() {
    String given =
        """
        {"@timestamp":"2013-11-20T10:00:00+02:00","event":{"ingested":"2020-01-01T00:00:00Z"},\
        "url":{"full":"https://a.example/","domain":"b.example"},\
        "places":{"location":["1,2",{"lat":3,"lon":4}]},"focus":{"location":[18.3,49.8]}}\
        """;

    JsonNode source = simulate(given);

    assertEquals(MAPPER.readTree(given), source);
  }

  @Test
  void withoutADateItIsWhenItCameIn() {
    JsonNode source = simulate("{\"news\":{\"headline\":\"x\"}}");

    assertEquals(source.path("event").path("ingested"), source.path("@timestamp"));
    assertEquals("ingested", source.path("news").path("timestamp_source").asString());
  }

  @Test
  void movesImpossiblePointsToTheFailures() {
    JsonNode source =
        simulate(
            """
            {"places":{"location":["1,2","148,3",{"lat":"north","lon":2},[200,10]]},
             "focus":{"location":"95,0"}}
            """);

    assertEquals("[\"1,2\"]", source.path("places").path("location").toString());
    assertFalse(source.path("focus").has("location"));
    assertEquals(4, source.path("news").path("failures").size());
  }

  @ParameterizedTest
  @CsvSource({"2213-01-01", "0099-01-01", "yesterday", "2013-02-30", "2013-11-20T25:00"})
  void movesImpossibleDatesToTheFailures(String date) {
    JsonNode source =
        simulate(
            "{\"@timestamp\":\"%s\",\"news\":{\"date_published\":\"%s\"}}".formatted(date, date));

    assertFalse(source.path("news").has("date_published"));
    assertEquals(source.path("event").path("ingested"), source.path("@timestamp"));
    assertTrue(source.path("news").path("failures").toString().contains(date));
  }

  @Test
  void aDocumentOfAnotherShapeIsNotLost() {
    JsonNode source = simulate("{\"url\":\"flat\",\"title\":\"kept\"}");

    assertEquals("kept", source.path("title").asString());
    assertEquals(1, source.path("news").path("failures").size());
  }

  @Test
  void theEnglishComponentStems() {
    JsonNode settings = shipped("component-news-analysis-english.json").path("template");
    client.ask("PUT", "/english", settings.toString());

    String tokens =
        client.ask(
            "POST",
            "/english/_analyze",
            "{\"analyzer\":\"default\",\"text\":\"The mayor's protesters marched in Málaga\"}");

    for (String token : List.of("mayor", "protest", "march", "malaga")) {
      assertTrue(tokens.contains("\"token\":\"" + token + "\""), tokens);
    }
    assertFalse(tokens.contains("\"token\":\"the\""), tokens);
  }

  private static SetupLine setUp(boolean dryRun, boolean force) throws IOException {
    Access access = Access.to(keeper.url().toString());
    try (var setup = new ClusterSetup(access, new ClusterSetup.Choices(dryRun, force, false))) {
      return setup.pipeline();
    }
  }

  private static JsonNode simulate(String source) {
    String said =
        client.ask(
            "POST",
            "/_ingest/pipeline/news/_simulate",
            "{\"docs\":[{\"_source\":" + source + "}]}");
    JsonNode doc = MAPPER.readTree(said).path("docs").path(0);
    assertTrue(doc.has("doc"), said);
    return doc.path("doc").path("_source");
  }

  private static List<Path> jars(String... prefixes) throws IOException {
    Path folder = Path.of(System.getProperty("elasticsearch.zips"), "modules");
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(
              jar -> Arrays.stream(prefixes).anyMatch(jar.getFileName().toString()::startsWith))
          .toList();
    }
  }

  private static ObjectNode shipped(String file) {
    try (InputStream in = PipelineIT.class.getResourceAsStream(file)) {
      return (ObjectNode) MAPPER.readTree(in.readAllBytes());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
