package io.dateline.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.kibana.PanelRequests;
import io.dateline.kibana.PanelRequests.PanelRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The samples, through Tika's pipes into Elasticsearch")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PipelineIT {

  private Pipeline pipeline;

  @BeforeAll
  void indexSamples() throws IOException, InterruptedException {
    pipeline = Pipeline.start("pipeline");
    for (SampleTruth sample : samples()) {
      pipeline.index(sample.capture());
    }
    pipeline.refresh();
  }

  @AfterAll
  void stop() {
    if (pipeline != null) {
      pipeline.close();
    }
  }

  static List<SampleTruth> samples() throws IOException {
    return SampleTruth.all(Distribution.samples());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void standInTheIndexAsTheyShould(SampleTruth sample) throws IOException, InterruptedException {
    JsonNode article = pipeline.article(sample.capture().getFileName().toString());
    List<JsonNode> places = pipeline.places(article.get("_id").asText());

    Outcome indexed = Outcome.ofIndexed(article.get("_source"), places);

    assertEquals(List.of(), sample.faultsOf(indexed));
  }

  @Test
  void nonArticlesAreIndexedWithTheirTextAndWithoutPlaces()
      throws IOException, InterruptedException {
    JsonNode others =
        pipeline
            .search("news-articles", "{\"query\":{\"term\":{\"news.status\":\"not-article\"}}}")
            .at("/hits/hits");

    assertFalse(others.isEmpty());
    for (JsonNode other : others) {
      assertFalse(other.at("/_source/news/text").asText().isBlank());
      assertEquals(List.of(), pipeline.places(other.get("_id").asText()));
    }
  }

  @Test
  void articlesAreFoundNearAPlaceTheyMention() throws IOException, InterruptedException {
    JsonNode hits =
        pipeline
            .search(
                "news-articles",
                """
                {"query": {"geo_distance": {"distance": "50km",
                  "places.location": {"lat": 37.0, "lon": -89.2}}}}
                """)
            .at("/hits/hits");

    assertEquals(1, hits.size());
    assertEquals("river-json-ld.html", hits.at("/0/_source/file/name").asText());
  }

  @Test
  void wordsOfTheLitterFindNothing() throws IOException, InterruptedException {
    for (String words : List.of("cookies partners advertisements", "Telegram channel", "Disqus")) {
      JsonNode hits =
          pipeline
              .search(
                  "news-articles",
                  """
                  {"query": {"bool": {
                    "must": {"match": {"news.text": {"query": "%s", "operator": "and"}}},
                    "filter": {"term": {"news.status": "article"}}}}}
                  """
                      .formatted(words))
              .at("/hits/hits");
      assertTrue(hits.isEmpty(), () -> words + " finds " + hits);
    }
  }

  @Test
  void everyPanelOfTheDashboardsIsAnswered() throws IOException, InterruptedException {
    Map<String, PanelRequest> panels =
        PanelRequests.of(Distribution.home().resolve("kibana/dateline.ndjson"));

    // this node has no geo_shape, so there are no outlines; CountryIndexIT asks for them
    panels.values().removeIf(panel -> panel.index().equals("news-countries"));
    for (Map.Entry<String, PanelRequest> panel : panels.entrySet()) {
      JsonNode answer = pipeline.search(panel.getValue().index(), panel.getValue().body());
      boolean troubledOrElsewhere =
          panel.getKey().equals("dateline-troubled") || panel.getKey().equals("dateline-near");
      assertTrue(answer.at("/hits/total/value").asInt() > 0 || troubledOrElsewhere, panel::getKey);
    }
  }

  @Test
  void panelsCountWhatTheSamplesHold() throws IOException, InterruptedException {
    Map<String, PanelRequest> panels =
        PanelRequests.of(Distribution.home().resolve("kibana/dateline.ndjson"));
    Map<String, Long> statuses = new TreeMap<>();
    buckets(panels, "dateline-status", "/aggregations/x/buckets")
        .forEach(b -> statuses.put(b.get("key").asText(), b.get("doc_count").asLong()));
    PanelRequest undated = Objects.requireNonNull(panels.get("dateline-undated"));
    long inGrid = 0;
    for (JsonNode cell :
        buckets(panels, "dateline-map-places/clusters", "/aggregations/grid/buckets")) {
      inGrid += cell.get("doc_count").asLong();
    }

    Map<String, Long> expected = new TreeMap<>();
    long withoutDate = 0;
    for (SampleTruth sample : samples()) {
      JsonNode news =
          pipeline.article(sample.capture().getFileName().toString()).at("/_source/news");
      expected.merge(news.get("status").asText(), 1L, Long::sum);
      if (news.get("status").asText().equals("article") && !news.has("date_published")) {
        withoutDate++;
      }
    }
    assertEquals(expected, statuses);
    assertEquals(
        withoutDate,
        pipeline.search(undated.index(), undated.body()).at("/hits/total/value").asLong());
    Map<String, Set<String>> articlesByCountry = new TreeMap<>();
    for (SampleTruth sample : samples()) {
      String id = pipeline.article(sample.capture().getFileName().toString()).get("_id").asText();
      for (JsonNode place : pipeline.places(id)) {
        if (place.has("country_iso_code")) {
          articlesByCountry
              .computeIfAbsent(place.get("country_iso_code").asText(), c -> new TreeSet<>())
              .add(id);
        }
      }
    }
    Map<String, Integer> shading = new TreeMap<>();
    buckets(panels, "dateline-map-places/countries/join", "/aggregations/join/buckets")
        .forEach(b -> shading.put(b.get("key").asText(), b.at("/Articles/value").asInt()));
    Map<String, Integer> wanted = new TreeMap<>();
    articlesByCountry.forEach((code, articles) -> wanted.put(code, articles.size()));
    assertEquals(wanted, shading);
    long countries =
        pipeline
            .search(
                "news-places",
                "{\"size\":0,\"query\":{\"term\":{\"place.precision\":\"country\"}}}")
            .at("/hits/total/value")
            .asLong();
    long all = pipeline.search("news-places", "{\"size\":0}").at("/hits/total/value").asLong();
    assertEquals(all - countries, inGrid);
  }

  private JsonNode buckets(Map<String, PanelRequest> panels, String id, String pointer)
      throws IOException, InterruptedException {
    PanelRequest panel = Objects.requireNonNull(panels.get(id), id);
    return pipeline.search(panel.index(), panel.body()).at(pointer);
  }

  @Test
  void indexingAgainLeavesTheSameDocuments() throws IOException, InterruptedException {
    Set<String> before = pipeline.ids();

    for (SampleTruth sample : samples()) {
      pipeline.index(sample.capture());
    }
    pipeline.refresh();

    assertTrue(before.size() > samples().size(), before::toString);
    assertEquals(before, pipeline.ids());
  }
}
