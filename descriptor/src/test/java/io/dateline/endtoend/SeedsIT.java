package io.dateline.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Runs where the folder of the five captures is, or with {@code -Dshared=DIR}. */
@DisplayName("The five captures")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeedsIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  private List<Path> seeds = List.of();
  private Pipeline pipeline;

  @BeforeAll
  void indexSeeds() throws IOException, InterruptedException {
    Path folder = Distribution.folder("shared").resolve("seeds");
    assumeTrue(Files.isDirectory(folder), () -> "there is no " + folder);
    try (Stream<Path> files = Files.list(folder)) {
      seeds = files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
    pipeline = Pipeline.start("seeds");
    for (Path seed : seeds) {
      pipeline.index(seed);
    }
    pipeline.refresh();
  }

  @AfterAll
  void stop() {
    if (pipeline != null) {
      pipeline.close();
    }
  }

  @Test
  void fourAreNearDamascus() throws IOException, InterruptedException {
    JsonNode total =
        pipeline
            .search(
                "news-articles",
                """
                {"query": {"geo_distance": {"distance": "30km",
                  "places.location": {"lat": 33.5102, "lon": 36.29128}}}}
                """)
            .at("/hits/total/value");

    assertTrue(total.asInt() >= 4, total::asText);
  }

  @Test
  void appealsAreNotFound() throws IOException, InterruptedException {
    JsonNode hits =
        pipeline
            .search(
                "news-articles",
                """
                {"query": {"multi_match": {"query": "donation contribute paywalls",
                  "fields": ["news.headline", "news.description", "news.text"]}}}
                """)
            .at("/hits/hits");

    assertTrue(hits.isEmpty(), hits::toString);
  }

  @Test
  void syriaIsTheCountryMostNamed() throws IOException, InterruptedException {
    JsonNode first =
        pipeline
            .search(
                "news-places",
                """
                {"size": 0, "aggs": {"countries": {"terms": {"field": "place.country_iso_code"}}}}
                """)
            .at("/aggregations/countries/buckets/0/key");

    assertEquals("SY", first.asText());
  }

  @Test
  void syriaIsTheFocusOfAll() throws IOException, InterruptedException {
    for (Path seed : seeds) {
      JsonNode article = pipeline.article(seed.getFileName().toString());
      assertEquals("SY", article.at("/_source/focus/country_iso_code").asText(), seed::toString);
    }
  }

  @Test
  void serverGivesWhatTheCommandGives() throws IOException, InterruptedException {
    Distribution.Run run = Distribution.dateline("extract", seeds.get(0).getParent().toString());
    assertEquals(0, run.exitCode(), run::errors);

    try (RealTikaServer tika = RealTikaServer.withPlugin(null, "seeds-plain")) {
      for (String line : run.output().lines().toList()) {
        Outcome expected = Outcome.ofLine(JSON.readTree(line));
        Path seed = seeds.get(0).resolveSibling(expected.fields().get("id").asText() + ".txt");
        Outcome served = Outcome.ofMetadata(tika.metadataOf(seed));
        assertEquals(expected.places(), served.places(), seed::toString);
        assertEquals(expected.text().strip(), served.text().strip(), seed::toString);
      }
    }
    assertEquals(5, run.output().lines().count());
  }

  @Test
  void indexingAgainLeavesTheSameDocuments() throws IOException, InterruptedException {
    Set<String> before = pipeline.ids();

    for (Path seed : seeds) {
      pipeline.index(seed);
    }
    pipeline.refresh();

    assertEquals(before, pipeline.ids());
  }
}
