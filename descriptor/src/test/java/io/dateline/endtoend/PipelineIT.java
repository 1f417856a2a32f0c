package io.dateline.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Set;
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
