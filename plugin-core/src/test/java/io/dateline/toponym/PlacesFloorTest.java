package io.dateline.toponym;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dateline.gazetteer.Gazetteer;
import io.dateline.gazetteer.GeoPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Floors under the figures on the development sets, two points below what was measured: a mention
 * counts as right when it overlaps a marked place and lies within 161 km of it. Runs where the sets
 * are, {@code -Dshared=DIR}.
 */
class PlacesFloorTest {

  private static final double NEAR_KM = 161;

  private int predicted;
  private int marked;
  private int right;

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          outbreaks,      false, 0.82, 0.84
          local-papers,   true,  0.75, 0.76
          many-languages, true,  0.88, 0.78
          """)
  void keepsPrecisionAndF(String corpus, boolean associative, double precision, double f)
      throws IOException {
    Path shared = Path.of(System.getProperty("shared", "../../shared"));
    Path file = shared.resolve("bench").resolve("places").resolve(corpus + ".jsonl");
    assumeTrue(Files.exists(file), () -> "no development set at " + file);
    Geotagger geotagger =
        new Geotagger(
            Gazetteer.builtIn(),
            new GeotagOptions(associative, GeotagOptions.DEFAULT_MIN_CONFIDENCE));
    ObjectMapper mapper = new ObjectMapper();

    for (String line : Files.readAllLines(file)) {
      score(mapper.readTree(line), geotagger);
    }

    double measuredPrecision = (double) right / predicted;
    double measuredF = 2.0 * right / (predicted + marked);
    String figures = corpus + ": precision " + measuredPrecision + ", F " + measuredF;
    assertTrue(measuredPrecision >= precision, figures);
    assertTrue(measuredF >= f, figures);
  }

  private void score(JsonNode document, Geotagger geotagger) {
    String text = document.get("text").asText();
    Set<JsonNode> found = new HashSet<>();
    for (ResolvedPlace place : geotagger.geotag(Story.of(text)).places()) {
      for (Mention mention : place.mentions()) {
        JsonNode toponym = overlapping(document, text, mention);
        if (toponym != null && toponym.get("lat").isNull()) {
          continue; // marked without a point
        }
        predicted++;
        if (toponym != null && isNear(toponym, place) && found.add(toponym)) {
          right++;
        }
      }
    }
    for (JsonNode toponym : document.get("toponyms")) {
      marked += toponym.get("lat").isNull() ? 0 : 1;
    }
  }

  private static boolean isNear(JsonNode toponym, ResolvedPlace place) {
    GeoPoint point = new GeoPoint(toponym.get("lat").asDouble(), toponym.get("lon").asDouble());
    return point.kilometresTo(place.point()) <= NEAR_KM;
  }

  private static JsonNode overlapping(JsonNode document, String text, Mention mention) {
    int start = text.codePointCount(0, mention.start());
    int end = text.codePointCount(0, mention.end());
    for (JsonNode toponym : document.get("toponyms")) {
      if (toponym.get("start").asInt() < end && toponym.get("end").asInt() > start) {
        return toponym;
      }
    }
    return null;
  }
}
