package io.dateline.kibana;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All panels of a file of saved objects, so that a node can be asked without a Kibana. */
public final class Panels {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Rows of a table in Discover, and marks of a layer without a grid, unless a user says more. */
  private static final int TABLE_ROWS = 500;

  private static final int LAYER_MARKS = 10_000;

  private final Map<String, JsonNode> objects = new LinkedHashMap<>();
  private final Map<String, JsonNode> times = new LinkedHashMap<>();
  private final Map<String, Panel> panels = new LinkedHashMap<>();

  private Panels() {}

  /**
   * Panels by the id of their object; layers by {@code object/layer}, what is joined to them by
   * {@code object/layer/join}, and controls by {@code dashboard/title}.
   *
   * @param lines of the NDJSON file
   * @throws IllegalArgumentException if something is in the file that is not replayed
   */
  public static Map<String, Panel> of(List<String> lines) {
    Panels all = new Panels();
    for (String line : lines) {
      JsonNode object = parse(line);
      all.objects.put(object.path("id").asText(), object);
    }
    all.objects.values().forEach(all::noteTimeRange);
    all.objects.values().forEach(all::add);
    return all.panels;
  }

  /** A dashboard's time range holds for all that it shows. */
  private void noteTimeRange(JsonNode object) {
    JsonNode attributes = object.path("attributes");
    ObjectNode range = JSON.createObjectNode();
    if (object.path("type").asText().equals("dashboard")) {
      range.set("gte", attributes.get("timeFrom"));
      range.set("lte", attributes.get("timeTo"));
      times.put(object.path("id").asText(), range);
      for (JsonNode reference : object.path("references")) {
        times.put(reference.path("id").asText(), range);
      }
      JsonNode source = parse(attributes.at("/kibanaSavedObjectMeta/searchSourceJSON").asText());
      refuse(source.path("filter").isEmpty(), object, "a filter of a dashboard");
      refuse(source.at("/query/query").asText().isEmpty(), object, "a query of a dashboard");
    } else if (attributes.path("timeRestore").asBoolean()) {
      range.set("gte", attributes.at("/timeRange/from"));
      range.set("lte", attributes.at("/timeRange/to"));
      times.put(object.path("id").asText(), range);
    }
  }

  private void add(JsonNode object) {
    String id = object.path("id").asText();
    JsonNode attributes = object.path("attributes");
    switch (object.path("type").asText()) {
      case "lens" -> {
        String view = view(object, "indexpattern-datasource-layer-l1");
        JsonNode state = attributes.path("state");
        refuse(state.path("filters").isEmpty(), object, "a filter of a visualisation");
        ObjectNode query = condition(view, times.get(id), state.at("/query/query").asText());
        panels.put(id, LensPanel.of(title(view), state, query));
      }
      case "map" -> {
        for (JsonNode layer : parse(attributes.path("layerListJSON").asText())) {
          addLayer(object, layer);
        }
      }
      case "search" -> addSearch(object);
      case "dashboard" -> addControls(object);
      default -> {
        // a data view asks nothing
      }
    }
  }

  private void addLayer(JsonNode map, JsonNode layer) {
    String name = map.path("id").asText() + "/" + layer.path("id").asText();
    JsonNode source = layer.path("sourceDescriptor");
    if (source.path("type").asText().equals("EMS_TMS")) {
      return; // Elastic's base map asks no index
    }
    String view = view(map, source.path("indexPatternRefName").asText());
    ObjectNode query =
        condition(view, time(map, source), layer.path("query").path("query").asText());
    panels.put(
        name,
        source.path("type").asText().equals("ES_GEO_GRID")
            ? grid(title(view), source, query)
            : marks(title(view), layer, query));
    for (JsonNode join : layer.path("joins")) {
      JsonNode right = join.path("right");
      String other = view(map, right.path("indexPatternRefName").asText());
      ObjectNode all = condition(other, time(map, right), "");
      panels.put(name + "/join", LensPanel.ofTermJoin(title(other), right, all));
    }
  }

  private static Panel grid(String index, JsonNode source, ObjectNode query) {
    ObjectNode request = JSON.createObjectNode();
    request.put("size", 0).set("query", query);
    request
        .putObject("aggs")
        .putObject("grid")
        .putObject("geotile_grid")
        .put("field", source.path("geoField").asText())
        .put("precision", 6)
        .put("size", LAYER_MARKS);
    return new Panel(
        index, request.toString(), answer -> buckets(answer, "grid").stream().sorted().toList());
  }

  private static Panel marks(String index, JsonNode layer, ObjectNode query) {
    JsonNode source = layer.path("sourceDescriptor");
    query
        .withArray("/bool/filter")
        .addObject()
        .putObject("exists")
        .put("field", source.path("geoField").asText());
    List<String> cells = new ArrayList<>();
    source.path("tooltipProperties").forEach(field -> cells.add(field.asText()));
    layer.path("joins").forEach(join -> cells.add(join.path("leftField").asText()));
    return documents(
        index,
        query,
        source.path("sortField").asText(),
        source.path("sortOrder").asText(),
        cells,
        LAYER_MARKS);
  }

  private void addSearch(JsonNode object) {
    String id = object.path("id").asText();
    JsonNode attributes = object.path("attributes");
    JsonNode source = parse(attributes.at("/kibanaSavedObjectMeta/searchSourceJSON").asText());
    String view = view(object, source.path("indexRefName").asText());
    ObjectNode query = condition(view, times.get(id), source.at("/query/query").asText());
    for (JsonNode filter : source.path("filter")) {
      if (!filter.at("/meta/disabled").asBoolean()) {
        String clause = filter.at("/meta/negate").asBoolean() ? "must_not" : "filter";
        query.withArray("/bool/" + clause).add(filter.get("query"));
      }
    }
    List<String> cells = new ArrayList<>();
    attributes.path("columns").forEach(column -> cells.add(column.asText()));
    JsonNode sort = attributes.path("sort").path(0);
    panels.put(
        id,
        documents(
            title(view), query, sort.path(0).asText(), sort.path(1).asText(), cells, TABLE_ROWS));
  }

  /** Rows begin with what they are sorted by. */
  private static Panel documents(
      String index, ObjectNode query, String sort, String order, List<String> cells, int size) {
    List<String> shown = new ArrayList<>(List.of(sort));
    cells.stream().filter(cell -> !cell.equals(sort)).forEach(shown::add);
    ObjectNode request = JSON.createObjectNode();
    request.put("size", size).put("_source", false).set("query", query);
    request.putArray("sort").addObject().put(sort, order);
    for (String cell : shown) {
      ObjectNode field = request.withArray("fields").addObject().put("field", cell);
      if (cell.equals("@timestamp")) {
        field.put("format", "strict_date_time_no_millis");
      }
    }
    return new Panel(
        index,
        request.toString(),
        answer -> {
          List<String> rows = new ArrayList<>();
          for (JsonNode hit : answer.at("/hits/hits")) {
            rows.add(
                String.join(
                    Panel.CELL,
                    shown.stream().map(cell -> values(hit.path("fields").path(cell))).toList()));
          }
          return rows;
        });
  }

  private static String values(JsonNode field) {
    List<String> values = new ArrayList<>();
    field.forEach(value -> values.add(value.asText()));
    return String.join(", ", values);
  }

  private void addControls(JsonNode dashboard) {
    String id = dashboard.path("id").asText();
    JsonNode group = dashboard.at("/attributes/controlGroupInput/panelsJSON");
    for (Map.Entry<String, JsonNode> control : parse(group.asText()).properties()) {
      JsonNode input = control.getValue().path("explicitInput");
      boolean range = control.getValue().path("type").asText().equals("rangeSliderControl");
      String kind = range ? ":rangeSliderDataView" : ":optionsListDataView";
      String view = view(dashboard, "controlGroup_" + control.getKey() + kind);
      String field = input.path("fieldName").asText();
      ObjectNode request = JSON.createObjectNode();
      request.put("size", 0).set("query", condition(view, times.get(id), ""));
      ObjectNode aggregations = request.putObject("aggs");
      if (range) {
        aggregations.putObject("min").putObject("min").put("field", field);
        aggregations.putObject("max").putObject("max").put("field", field);
      } else {
        ObjectNode terms = aggregations.putObject("options").putObject("terms");
        terms.put("field", field).put("size", 1000);
      }
      panels.put(
          id + "/" + input.path("title").asText(),
          new Panel(
              title(view),
              request.toString(),
              answer -> range ? ends(answer) : buckets(answer, "options")));
    }
  }

  private static List<String> ends(JsonNode answer) {
    return List.of(
        Float.toString((float) answer.at("/aggregations/min/value").asDouble()),
        Float.toString((float) answer.at("/aggregations/max/value").asDouble()));
  }

  private static List<String> buckets(JsonNode answer, String aggregation) {
    List<String> rows = new ArrayList<>();
    for (JsonNode bucket : answer.at("/aggregations/" + aggregation + "/buckets")) {
      rows.add(bucket.get("key").asText() + Panel.CELL + bucket.get("doc_count").asText());
    }
    return rows;
  }

  /** Layers and joins may ask to be left out of the dashboard's time range. */
  private JsonNode time(JsonNode map, JsonNode source) {
    boolean global = source.path("applyGlobalTime").asBoolean(true);
    return global ? times.get(map.path("id").asText()) : JSON.createObjectNode();
  }

  /** What Kibana puts around every request: the time range and the query. */
  private ObjectNode condition(String view, JsonNode range, String kql) {
    ObjectNode condition = JSON.createObjectNode();
    ObjectNode bool = condition.putObject("bool");
    bool.putArray("must").add(kql(kql));
    JsonNode time = objects.get(view).at("/attributes/timeFieldName");
    if (range == null) {
      throw new IllegalArgumentException("nothing says of what time to show " + view);
    }
    if (!time.isMissingNode() && !range.isEmpty()) {
      bool.putArray("filter").addObject().putObject("range").set(time.asText(), range);
    }
    return condition;
  }

  private static String view(JsonNode object, String reference) {
    for (JsonNode listed : object.path("references")) {
      if (listed.path("name").asText().equals(reference)) {
        return listed.path("id").asText();
      }
    }
    throw new IllegalArgumentException(object.path("id") + " has no reference " + reference);
  }

  private String title(String view) {
    return objects.get(view).at("/attributes/title").asText();
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

  private static void refuse(boolean absent, JsonNode object, String what) {
    if (!absent) {
      throw new IllegalArgumentException(object.path("id") + ": " + what + " is not replayed");
    }
  }

  private static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
