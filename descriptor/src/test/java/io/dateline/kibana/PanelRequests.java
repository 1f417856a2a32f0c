package io.dateline.kibana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The searches that Kibana's panels amount to, so that a node can answer them without a Kibana. */
public final class PanelRequests {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * One search.
   *
   * @param index what it searches
   * @param body the request; every panel's columns or layer as aggregations called like them
   */
  public record PanelRequest(String index, String body) {}

  private PanelRequests() {}

  /** Requests by object id, for every visualisation, map layer and saved search of a file. */
  public static Map<String, PanelRequest> of(Path ndjson) throws IOException {
    Map<String, String> titles = new HashMap<>();
    Map<String, PanelRequest> requests = new LinkedHashMap<>();
    for (String line : Files.readAllLines(ndjson)) {
      JsonNode object = JSON.readTree(line);
      String id = object.path("id").asText();
      JsonNode attributes = object.path("attributes");
      switch (object.path("type").asText()) {
        case "index-pattern" -> titles.put(id, attributes.path("title").asText());
        case "lens" -> requests.put(id, new PanelRequest(index(object, titles), lens(attributes)));
        case "search" ->
            requests.put(id, new PanelRequest(index(object, titles), savedSearch(attributes)));
        case "map" -> {
          for (JsonNode layer : JSON.readTree(attributes.path("layerListJSON").asText())) {
            String name = id + "/" + layer.path("id").asText();
            JsonNode source = layer.path("sourceDescriptor");
            if (!source.path("type").asText().equals("EMS_TMS")) {
              String index = index(object, source.path("indexPatternRefName").asText(), titles);
              requests.put(name, new PanelRequest(index, layer(layer)));
            }
            for (JsonNode join : layer.path("joins")) {
              JsonNode right = join.path("right");
              String index = index(object, right.path("indexPatternRefName").asText(), titles);
              requests.put(name + "/join", new PanelRequest(index, termJoin(right)));
            }
          }
        }
        default -> {
          // a dashboard asks nothing itself
        }
      }
    }
    return requests;
  }

  private static String index(JsonNode object, Map<String, String> titles) {
    return titles.get(object.path("references").path(0).path("id").asText());
  }

  private static String index(JsonNode object, String reference, Map<String, String> titles) {
    for (JsonNode listed : object.path("references")) {
      if (listed.path("name").asText().equals(reference)) {
        return titles.get(listed.path("id").asText());
      }
    }
    throw new IllegalArgumentException("no reference " + reference);
  }

  private static String termJoin(JsonNode right) {
    ObjectNode request = JSON.createObjectNode();
    request.put("size", 0).put("track_total_hits", true);
    ObjectNode join = request.putObject("aggs").putObject("join");
    join.putObject("terms")
        .put("field", right.path("term").asText())
        .put("size", right.path("size").asInt());
    for (JsonNode metric : right.path("metrics")) {
      if (metric.has("field")) {
        join.withObject("/aggs")
            .putObject(metric.path("label").asText())
            .putObject(metric.path("type").asText())
            .put("field", metric.get("field").asText());
      }
    }
    return request.toString();
  }

  /** Buckets nest in the order of the columns, with the metrics in the innermost. */
  private static String lens(JsonNode attributes) {
    JsonNode state = attributes.path("state");
    ObjectNode request = JSON.createObjectNode();
    request.put("size", 0).put("track_total_hits", true);
    request.set("query", kql(state.path("query").path("query").asText()));
    JsonNode layer = state.at("/datasourceStates/formBased/layers/l1");
    ObjectNode holder = request;
    for (JsonNode id : layer.path("columnOrder")) {
      JsonNode column = layer.path("columns").path(id.asText());
      String field = column.path("sourceField").asText();
      String operation = column.path("operationType").asText();
      if (operation.equals("count")) {
        continue;
      }
      ObjectNode aggregation = holder.withObject("/aggs").putObject(id.asText());
      switch (operation) {
        case "terms" -> {
          aggregation
              .putObject("terms")
              .put("field", field)
              .put("size", column.at("/params/size").asInt());
          holder = aggregation;
        }
        case "date_histogram" -> {
          aggregation
              .putObject("date_histogram")
              .put("field", field)
              .put("calendar_interval", "month")
              .put("min_doc_count", 1);
          holder = aggregation;
        }
        case "unique_count" -> aggregation.putObject("cardinality").put("field", field);
        case "sum" -> aggregation.putObject("sum").put("field", field);
        default -> throw new IllegalArgumentException("no aggregation for " + operation);
      }
    }
    return request.toString();
  }

  private static String layer(JsonNode layer) {
    JsonNode source = layer.path("sourceDescriptor");
    String field = source.path("geoField").asText();
    ObjectNode request = JSON.createObjectNode();
    request.put("track_total_hits", true);
    request.set("query", kql(layer.path("query").path("query").asText()));
    if (source.path("type").asText().equals("ES_GEO_GRID")) {
      request.put("size", 0);
      ObjectNode grid = request.putObject("aggs").putObject("grid");
      grid.putObject("geotile_grid").put("field", field).put("precision", 6);
      grid.putObject("aggs").putObject("centre").putObject("geo_centroid").put("field", field);
    } else {
      request.putArray("sort").addObject().put(source.path("sortField").asText(), "desc");
      request.putArray("fields").add(field);
      source.path("tooltipProperties").forEach(tip -> request.withArray("fields").add(tip));
    }
    return request.toString();
  }

  private static String savedSearch(JsonNode attributes) throws IOException {
    JsonNode source =
        JSON.readTree(attributes.at("/kibanaSavedObjectMeta/searchSourceJSON").asText());
    ObjectNode request = JSON.createObjectNode();
    request.put("track_total_hits", true);
    ObjectNode bool = request.putObject("query").putObject("bool");
    bool.putArray("must").add(kql(source.path("query").path("query").asText()));
    source.path("filter").forEach(filter -> bool.withArray("filter").add(filter.get("query")));
    JsonNode sort = attributes.path("sort").path(0);
    request.putArray("sort").addObject().put(sort.path(0).asText(), sort.path(1).asText());
    return request.toString();
  }

  /** The little of KQL that the shipped queries use, as a query string of Lucene's. */
  private static ObjectNode kql(String query) {
    ObjectNode node = JSON.createObjectNode();
    if (query.isEmpty()) {
      node.putObject("match_all");
      return node;
    }
    String lucene =
        query
            .replaceAll("([\\w.@]+) : \\*", "_exists_:$1")
            .replace(" : ", ":")
            .replace("not ", "NOT ")
            .replace(" and ", " AND ");
    node.putObject("query_string").put("query", lucene);
    return node;
  }
}
