package io.dateline.tika.connector.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dateline.elasticsearch.ElasticsearchNode;
import io.dateline.elasticsearch.NodeClient;
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
    ObjectNode pipeline = shipped("pipeline-news.json");
    pipeline.remove("_meta"); // younger than 7.10
    client.ask("PUT", "/_ingest/pipeline/news", pipeline.toString());
  }

  @AfterAll
  static void stopNode() {
    node.close();
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
