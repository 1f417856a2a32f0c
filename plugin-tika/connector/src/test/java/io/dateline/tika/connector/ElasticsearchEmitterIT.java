package io.dateline.tika.connector;

import static io.dateline.tika.connector.Captures.article;
import static io.dateline.tika.connector.Captures.emission;
import static io.dateline.tika.connector.Captures.place;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dateline.elasticsearch.ElasticsearchNode;
import io.dateline.elasticsearch.NodeClient;
import io.dateline.tika.connector.connection.Access;
import io.dateline.tika.connector.setup.ClusterSetup;
import io.dateline.tika.connector.setup.SetupLine;
import io.dateline.tika.connector.setup.SetupLine.Outcome;
import io.dateline.tika.parser.NewsMetadata;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.Property;
import org.apache.tika.metadata.TikaCoreProperties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("The emitter and a real node")
class ElasticsearchEmitterIT {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String OSTRAVA = place(3068799, "Ostrava", 49.83, 18.28, "CZ");
  private static final String BRNO = place(3078610, "Brno", 49.19, 16.6, "CZ");
  private static final String LINZ = place(2772400, "Linz", 48.3, 14.28, "AT");

  private static ElasticsearchNode node;
  private static NodeClient client;

  @BeforeAll
  static void startNode() throws Exception {
    node =
        ElasticsearchNode.of(NodeClient.zip(System.getProperty("elasticsearch.version"))).start();
    client = new NodeClient(node.url());
  }

  @AfterAll
  static void stopNode() {
    node.close();
  }

  @BeforeEach
  void emptyIndices() throws IOException {
    client.send("DELETE", "/news-articles,news-places?ignore_unavailable=true", "");
    setUp(false);
  }

  @Test
  void setupIsIdempotentAndLeavesThePipelineOutHere() throws IOException {
    List<SetupLine> again = setUp(false);

    assertEquals(9, again.size());
    assertEquals(Outcome.LEFT_OUT, again.get(7).outcome(), again::toString);
    assertEquals(Outcome.LEFT_OUT, again.get(8).outcome(), again::toString);
    assertTrue(again.get(8).said().contains("geo_shape"), again::toString);
    again
        .subList(0, 6)
        .forEach(line -> assertEquals(Outcome.UNCHANGED, line.outcome(), line::toString));
  }

  @Test
  void dryRunShowsTheDifferenceAndChangesNothing() throws IOException {
    String edited =
        """
        {"version":1,"_meta":{"managed_by":"dateline","version":1},
         "template":{"settings":{"index":{"number_of_shards":3}}}}
        """;
    client.ask("PUT", "/_component_template/news@settings", edited);
    try {
      SetupLine line = setUp(true).get(0);

      assertEquals(Outcome.LEFT_ALONE, line.outcome());
      assertTrue(
          line.diff().contains("- template.settings.index.number_of_shards = 3"),
          line.diff()::toString);
      assertTrue(
          line.diff().contains("+ template.settings.index.number_of_shards = 1"),
          line.diff()::toString);
    } finally {
      try (var setup = new ClusterSetup(access(), new ClusterSetup.Choices(false, true, false))) {
        assertEquals(Outcome.UPDATED, setup.run().get(0).outcome());
      }
    }
  }

  @Test
  void sendingTwiceLeavesTheSameDocuments() throws Exception {
    ElasticsearchEmitter emitter = emitter();
    var emission =
        emission("a.html", article("Mill opens", "Ostrava has a mill.", List.of(OSTRAVA, BRNO)));
    emitter.emit(List.of(emission));
    refresh();
    String before = ids();

    emitter.emit(List.of(emission));
    refresh();

    assertEquals(before, ids());
    assertEquals(2, emitter.counts().documents().indexed());
    assertEquals(4, emitter.counts().rows().indexed());
    assertEquals("[a.html, a.html#3068799, a.html#3078610]", before);
  }

  @Test
  void losingPlacesRemovesTheirRows() throws Exception {
    ElasticsearchEmitter emitter = emitter();
    emitter.emit(
        List.of(emission("a.html", article("Mill opens", "One.", List.of(OSTRAVA, BRNO, LINZ)))));
    emitter.emit(List.of(emission("b.html", article("Other", "Three.", List.of(BRNO)))));

    emitter.emit(List.of(emission("a.html", article("Mill opens", "Two.", List.of(LINZ)))));
    refresh();

    assertEquals("[a.html, a.html#2772400, b.html, b.html#3078610]", ids());
    assertEquals(2, emitter.counts().staleRowsRemoved());
    JsonNode article = source("news-articles", "a.html");
    assertEquals("[\"a.html#2772400\"]", article.path("news").path("place_ids").toString());
    assertEquals("Two.", article.path("news").path("text").asString());
  }

  @Test
  void keepLeavesTheFirstAndVersionKeepsBoth() throws Exception {
    Metadata first = article("Mill opens", "One.", List.of(OSTRAVA));
    Metadata second = article("Mill opens", "Two.", List.of(BRNO));
    emitter().emit(List.of(emission("a.html", first)));

    ElasticsearchEmitter keep = emitter();
    keep.setOnDuplicate("keep");
    keep.emit(List.of(emission("a.html", second)));
    refresh();
    assertEquals("[a.html, a.html#3068799]", ids());
    assertEquals(1, keep.counts().documents().alreadyPresent());
    assertEquals(1, keep.counts().rows().alreadyPresent());

    ElasticsearchEmitter version = emitter();
    version.setOnDuplicate("version");
    version.emit(List.of(emission("a.html", first), emission("a.html", second)));
    version.emit(List.of(emission("a.html", second)));
    refresh();
    assertEquals(2, version.counts().documents().indexed());
    assertEquals(1, version.counts().documents().alreadyPresent());
    assertEquals(3, hits("news-articles", "{\"size\":0,\"track_total_hits\":true}"));
  }

  @Test
  void anOddIdIsStoredOnceAndCompressedRequestsAreTaken() throws Exception {
    String key = "https://a.example/\u017elu\u0165?q=\"x\\y\"&\ud83d\ude00";
    Metadata story = article("Mill opens", "One.", List.of(OSTRAVA));
    ElasticsearchEmitter compressing = emitter();
    compressing.setCompress("true");

    emitter().emit(List.of(emission(key, story)));
    compressing.emit(List.of(emission(key, story)));
    refresh();

    assertEquals(1, compressing.counts().documents().indexed());
    assertEquals("[" + key + ", " + key + "#3068799]", ids());
  }

  /** Lucene refuses terms of more than 32,766 bytes, and with them the document. */
  @Test
  void aValueThatIsTooLongForATermCostsNoDocument() throws Exception {
    Metadata story = article("Mill opens", "One.", List.of(OSTRAVA));
    String tooLong = "\u017e".repeat(40_000);
    for (Property property :
        List.of(NewsMetadata.PUBLISHER, NewsMetadata.HEADLINE, NewsMetadata.CANONICAL_URL)) {
      story.set(property, tooLong);
    }
    story.set(NewsMetadata.AUTHOR, new String[] {tooLong});
    ElasticsearchEmitter emitter = emitter();

    emitter.emit(List.of(emission("a", story)));

    assertEquals(1, emitter.counts().documents().indexed());
    assertEquals(1, emitter.counts().rows().indexed());
    assertEquals(tooLong, source("news-articles", "a").path("news").path("publisher").asString());
  }

  @Test
  void findsArticlesByDistanceWordsAndCountry() throws Exception {
    emitter()
        .emit(
            List.of(
                emission("a", article("Mill opens", "A mill for Ostrava.", List.of(OSTRAVA))),
                emission("b", article("Bridge closes", "No way over.", List.of(BRNO, LINZ)))));
    refresh();

    String near =
        """
        {"query":{"geo_distance":{"distance":"30km","places.location":{"lat":49.8,"lon":18.3}}}}
        """;
    assertEquals(1, hits("news", near));
    assertEquals(1, hits("news", "{\"query\":{\"match\":{\"news.text\":\"mill\"}}}"));
    assertEquals(0, hits("news", "{\"query\":{\"query_string\":{\"query\":\"Give now\"}}}"));
    JsonNode buckets =
        ask(
                "POST",
                "/news-by-place/_search",
                """
                {"size":0,"aggs":{"c":{"terms":{"field":"place.country_iso_code"}},
                 "g":{"geotile_grid":{"field":"place.location","precision":6}}}}
                """)
            .path("aggregations");
    assertEquals("CZ", buckets.path("c").path("buckets").path(0).path("key").asString());
    assertEquals(2, buckets.path("c").path("buckets").path(0).path("doc_count").asInt());
    assertFalse(buckets.path("g").path("buckets").isEmpty());
    JsonNode row = source("news-places", "b#2772400");
    assertEquals("b", row.path("article").path("id").asString());
    assertEquals("2013-11-20T00:00:00Z", row.path("@timestamp").asString());
    JsonNode story = source("news-articles", "a");
    assertEquals("CZ", story.path("focus").path("country_iso_code").asString());
    assertEquals(8, story.path("news").path("removed").path("appeal").asInt());
    assertEquals("published", story.path("news").path("timestamp_source").asString());
  }

  @Test
  void indexesWhatIsNoArticleAndMembersOfContainers() throws Exception {
    Metadata zip = new Metadata();
    zip.set("Content-Type", "application/zip");
    Metadata member = article("Mill opens", "One.", List.of(OSTRAVA));
    member.set(TikaCoreProperties.FINAL_EMBEDDED_RESOURCE_PATH, "/in/story.html");
    Metadata picture = new Metadata();
    picture.set("Content-Type", "image/png");
    picture.set(TikaCoreProperties.EMBEDDED_RESOURCE_TYPE, "INLINE");

    emitter()
        .emit("c.zip", List.of(zip, member, picture), new org.apache.tika.parser.ParseContext());
    refresh();

    assertEquals("[c.zip, c.zip!/in/story.html, c.zip!/in/story.html#3068799]", ids());
    assertEquals(
        "not-article", source("news-articles", "c.zip").path("news").path("status").asString());
  }

  private static ElasticsearchEmitter emitter() {
    ElasticsearchEmitter emitter = new ElasticsearchEmitter();
    emitter.setName("elasticsearch");
    emitter.setUrl(node.url().toString());
    return emitter;
  }

  private static Access access() {
    return Access.to(node.url().toString());
  }

  private static List<SetupLine> setUp(boolean dryRun) throws IOException {
    try (var setup = new ClusterSetup(access(), new ClusterSetup.Choices(dryRun, false, false))) {
      return setup.run();
    }
  }

  private static void refresh() {
    client.ask("POST", "/news-articles,news-places/_refresh", "");
  }

  private static JsonNode ask(String method, String path, String body) {
    return MAPPER.readTree(client.ask(method, path, body));
  }

  private static int hits(String index, String body) {
    return ask("POST", "/" + index + "/_search", body)
        .path("hits")
        .path("total")
        .path("value")
        .asInt();
  }

  private static JsonNode source(String index, String id) {
    String path = id.replace("#", "%23").replace("/", "%2F");
    return ask("GET", "/" + index + "/_doc/" + path, "").path("_source");
  }

  /** All ids of both indices, in order. */
  private static String ids() {
    var ids = new TreeSet<String>();
    ask("POST", "/news-articles,news-places/_search", "{\"size\":100,\"_source\":false}")
        .path("hits")
        .path("hits")
        .forEach(hit -> ids.add(hit.path("_id").asString("")));
    return ids.toString();
  }
}
