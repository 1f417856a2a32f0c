package io.dateline.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The three searches of the demo, run against a real node: words, nearness, a grid. */
final class Searches {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** About 350 km at the equator: a grid that a screen can show. */
  private static final int GRID_ZOOM = 7;

  private final SearchIndex index;

  Searches(SearchIndex index) {
    this.index = index;
  }

  /** Articles in which the words stand, best first. */
  List<String> words(String words) throws IOException, InterruptedException {
    ObjectNode request = JSON.createObjectNode();
    request.put("size", 5);
    ObjectNode match = request.putObject("query").putObject("multi_match");
    match.put("query", words).put("operator", "and").put("type", "cross_fields");
    match.putArray("fields").add("news.headline^2").add("news.text");
    request.putArray("_source").add("news.headline").add("file.name").add("focus.name");
    JsonNode hits = index.search("news-articles", request.toString()).path("hits");
    List<String> lines = new ArrayList<>();
    lines.add("Articles with the words \"" + words + "\": " + total(hits));
    for (JsonNode hit : hits.path("hits")) {
      lines.add("   " + title(hit.path("_source")));
    }
    return lines;
  }

  /** Articles that mention a place within a distance of the place most articles share. */
  List<String> near(int kilometres) throws IOException, InterruptedException {
    JsonNode centre = mostSharedPlace();
    if (centre == null) {
      return List.of("No article has a place with a point, so there is nothing to search near.");
    }
    ObjectNode request = JSON.createObjectNode();
    request.put("size", 5);
    ObjectNode distance = request.putObject("query").putObject("geo_distance");
    distance.put("distance", kilometres + "km").set("places.location", centre.get("location"));
    request.putArray("_source").add("news.headline").add("file.name");
    ObjectNode sort = request.putArray("sort").addObject().putObject("_geo_distance");
    sort.put("unit", "km").put("mode", "min").set("places.location", centre.get("location"));
    JsonNode hits = index.search("news-articles", request.toString()).path("hits");
    List<String> lines = new ArrayList<>();
    lines.add(
        "Articles within %d km of %s: %s"
            .formatted(kilometres, centre.path("name").asText(), total(hits)));
    for (JsonNode hit : hits.path("hits")) {
      lines.add(
          String.format(
              Locale.ROOT,
              "   %3.0f km  %s",
              hit.path("sort").path(0).asDouble(),
              title(hit.path("_source"))));
    }
    return lines;
  }

  /** How the places that are not whole countries spread over the map. */
  List<String> grid() throws IOException, InterruptedException {
    ObjectNode request = JSON.createObjectNode();
    request.put("size", 0);
    request
        .putObject("query")
        .putObject("bool")
        .putArray("must_not")
        .addObject()
        .putObject("term")
        .put("place.precision", "country");
    ObjectNode cells = request.putObject("aggs").putObject("cells");
    cells
        .putObject("geotile_grid")
        .put("field", "place.location")
        .put("precision", GRID_ZOOM)
        .put("size", 8);
    ObjectNode inside = cells.putObject("aggs");
    inside.putObject("centre").putObject("geo_centroid").put("field", "place.location");
    inside.putObject("names").putObject("terms").put("field", "place.name").put("size", 4);
    JsonNode buckets =
        index
            .search("news-places", request.toString())
            .path("aggregations")
            .path("cells")
            .path("buckets");
    List<String> lines = new ArrayList<>();
    lines.add("The map, as a grid of news-places (cell, places in it):");
    for (JsonNode cell : buckets) {
      JsonNode centre = cell.path("centre").path("location");
      String names =
          StreamSupport.stream(cell.path("names").path("buckets").spliterator(), false)
              .map(name -> name.path("key").asText())
              .collect(Collectors.joining(", "));
      lines.add(
          String.format(
              Locale.ROOT,
              "   %3d at %6.2f,%7.2f  %s",
              cell.path("doc_count").asLong(),
              centre.path("lat").asDouble(),
              centre.path("lon").asDouble(),
              names));
    }
    return lines;
  }

  /** The town or point that most articles mention, with its name and location; null for none. */
  private JsonNode mostSharedPlace() throws IOException, InterruptedException {
    JsonNode answer =
        index.search(
            "news-places",
            """
            {
              "size": 0,
              "query": {"terms": {"place.precision": ["town", "point"]}},
              "aggs": {
                "ids": {
                  "terms": {"field": "place.geonames_id", "size": 1},
                  "aggs": {"one": {"top_hits": {"size": 1, "_source": ["place.name", "place.location"]}}}
                }
              }
            }
            """);
    JsonNode hit = answer.at("/aggregations/ids/buckets/0/one/hits/hits/0/_source/place");
    return hit.isMissingNode() ? null : hit;
  }

  /** The name that stands in most articles, countries included; "" when there is no place. */
  String mostSharedName() throws IOException, InterruptedException {
    JsonNode answer =
        index.search(
            "news-places",
            """
            {"size": 0, "aggs": {"names": {"terms": {"field": "place.name", "size": 1}}}}
            """);
    return answer.at("/aggregations/names/buckets/0/key").asText();
  }

  private static String title(JsonNode source) {
    String file = source.path("file").path("name").asText();
    String headline = source.path("news").path("headline").asText();
    return headline.isEmpty() ? file : headline + "  [" + file + "]";
  }

  private static String total(JsonNode hits) {
    return hits.path("total").path("value").asText();
  }
}
