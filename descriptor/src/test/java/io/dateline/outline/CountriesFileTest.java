package io.dateline.outline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dateline.gazetteer.Gazetteer;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The codes were written by hand; the gazetteer's towns say whether they are right. */
@DisplayName("elasticsearch/news-countries.geojson")
class CountriesFileTest {

  private final List<JsonNode> features = new ArrayList<>();

  CountriesFileTest() throws IOException {
    new ObjectMapper()
        .readTree(Files.readString(Path.of("elasticsearch/news-countries.geojson")))
        .path("features")
        .forEach(features::add);
  }

  @Test
  void townsLieInTheOutlineOfTheirCountry() {
    Map<String, int[]> insideAndAll = new TreeMap<>();
    Gazetteer gazetteer = Gazetteer.builtIn();
    Map<String, Path2D> outlines = outlines();
    for (int place = 0; place < gazetteer.size(); place++) {
      Path2D outline = outlines.get(String.valueOf(gazetteer.countryCode(place)));
      if (outline != null && gazetteer.featureClass(place) == 'P') {
        int[] counts = insideAndAll.computeIfAbsent(gazetteer.countryCode(place), c -> new int[2]);
        counts[1]++;
        if (outline.contains(gazetteer.longitude(place), gazetteer.latitude(place))) {
          counts[0]++;
        }
      }
    }

    // villages on the shore fall into the sea of a simplified coast; on small islands, most
    List<String> strange = new ArrayList<>();
    insideAndAll.forEach(
        (code, counts) -> {
          if (counts[1] >= 10 && counts[0] < 0.15 * counts[1]) {
            strange.add(code + ": " + counts[0] + " of " + counts[1] + " towns are inside");
          }
        });
    assertEquals(List.of(), strange);
    int inside = insideAndAll.values().stream().mapToInt(counts -> counts[0]).sum();
    int all = insideAndAll.values().stream().mapToInt(counts -> counts[1]).sum();
    assertTrue(inside > 0.95 * all, () -> inside + " of " + all);
  }

  @Test
  void idsAreThereOnceAndRingsAreClosed() {
    Set<String> ids = new HashSet<>();
    for (JsonNode feature : features) {
      assertTrue(ids.add(feature.path("id").asText()), feature.path("id")::asText);
      JsonNode geometry = feature.path("geometry");
      if (geometry.path("type").asText().equals("MultiPolygon")) {
        for (JsonNode polygon : geometry.path("coordinates")) {
          for (JsonNode ring : polygon) {
            assertTrue(ring.size() >= 4, feature.path("id")::asText);
            assertEquals(ring.get(0), ring.get(ring.size() - 1));
          }
        }
      }
    }
  }

  /** By code; areas that share one, as Cyprus and its north do, become one. */
  private Map<String, Path2D> outlines() {
    Map<String, Path2D> outlines = new TreeMap<>();
    for (JsonNode feature : features) {
      String code = feature.at("/properties/country_iso_code").asText();
      if (!feature.at("/geometry/type").asText().equals("Point")) {
        Path2D path = outlines.computeIfAbsent(code, c -> new Path2D.Double(Path2D.WIND_EVEN_ODD));
        for (JsonNode polygon : feature.at("/geometry/coordinates")) {
          for (JsonNode ring : polygon) {
            path.moveTo(ring.get(0).get(0).asDouble(), ring.get(0).get(1).asDouble());
            for (JsonNode corner : ring) {
              path.lineTo(corner.get(0).asDouble(), corner.get(1).asDouble());
            }
            path.closePath();
          }
        }
      }
    }
    return outlines;
  }
}
