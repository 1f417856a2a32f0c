package io.dateline.kibana;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what is wrong with saved objects before a Kibana is there to say nothing about it: embedded
 * JSON, references, and every field that a panel, map layer, column, control or query names.
 */
final class KibanaLint {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The newest stamps that Kibana 8.12 takes; a newer one makes it refuse the whole file. */
  private static final Map<String, String> STAMPS =
      Map.of(
          "index-pattern",
          "8.0.0",
          "search",
          "8.0.0",
          "lens",
          "8.9.0",
          "map",
          "8.4.0",
          "dashboard",
          "8.9.0");

  private static final Set<String> NUMERIC = Set.of("integer", "long", "float", "double");

  /** A field in a KQL query: a dotted word before a colon or a comparison. */
  private static final Pattern KQL_FIELD = Pattern.compile("([@\\w][\\w.@-]*)\\s*(?::|[<>]=?)");

  private final List<String> faults = new ArrayList<>();
  private final Map<String, Map<String, String>> fieldsByTitle;
  private final Map<String, JsonNode> objects = new LinkedHashMap<>();

  private KibanaLint(Map<String, Map<String, String>> fieldsByTitle) {
    this.fieldsByTitle = fieldsByTitle;
  }

  /**
   * Checks an NDJSON file.
   *
   * @param lines its lines
   * @param fieldsByTitle for the title of each data view the fields of its index with their types
   * @return one sentence a fault
   */
  static List<String> faultsOf(List<String> lines, Map<String, Map<String, String>> fieldsByTitle) {
    KibanaLint lint = new KibanaLint(fieldsByTitle);
    for (String line : lines) {
      JsonNode object = lint.parse(line, "a line");
      if (lint.objects.put(object.path("id").asText(), object) != null) {
        lint.faults.add("two objects with the id " + object.path("id").asText());
      }
    }
    lint.objects.values().forEach(lint::check);
    return lint.faults;
  }

  private void check(JsonNode object) {
    String id = object.path("id").asText();
    String type = object.path("type").asText();
    if (!object.path("typeMigrationVersion").asText().equals(STAMPS.get(type))) {
      faults.add(id + ": a " + type + " must be stamped " + STAMPS.get(type));
    }
    JsonNode attributes = unfolded(object.path("attributes"), id);
    Map<String, String> references = checkReferences(id, object, attributes);
    switch (type) {
      case "index-pattern" -> checkDataView(id, attributes);
      case "lens" -> checkLens(id, attributes, references);
      case "map" -> checkMap(id, attributes, references);
      case "search" -> checkSearch(id, attributes, references);
      case "dashboard" -> checkDashboard(id, attributes, references);
      default -> faults.add(id + ": unknown type " + type);
    }
  }

  /** Reference names to the ids they point to. */
  private Map<String, String> checkReferences(String id, JsonNode object, JsonNode attributes) {
    Map<String, String> references = new HashMap<>();
    for (JsonNode reference : object.path("references")) {
      references.put(reference.path("name").asText(), reference.path("id").asText());
      JsonNode target = objects.get(reference.path("id").asText());
      if (target == null || !target.path("type").equals(reference.path("type"))) {
        faults.add(id + ": refers to " + reference + ", which is not in the file");
      }
    }
    for (String name : refNames(attributes)) {
      boolean known =
          references.keySet().stream().anyMatch(r -> r.equals(name) || r.endsWith(":" + name));
      if (!known) {
        faults.add(id + ": uses the reference " + name + ", which it does not list");
      }
    }
    return references;
  }

  private static List<String> refNames(JsonNode node) {
    List<String> names = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (field.getKey().endsWith("RefName")) {
        names.add(field.getValue().asText());
      }
    }
    node.forEach(child -> names.addAll(refNames(child)));
    return names;
  }

  private void checkDataView(String id, JsonNode attributes) {
    if (!attributes.path("title").isTextual()
        || !fieldsByTitle.containsKey(attributes.path("title").asText())) {
      faults.add(id + ": no index is called " + attributes.path("title"));
      return;
    }
    if (attributes.has("timeFieldName")) {
      wantField(id, id, attributes.path("timeFieldName").asText(), Set.of("date"));
    }
    for (Map.Entry<String, JsonNode> format : attributes.path("fieldFormatMap").properties()) {
      wantField(id, id, format.getKey(), Set.of());
    }
  }

  private void checkLens(String id, JsonNode attributes, Map<String, String> references) {
    JsonNode state = attributes.path("state");
    for (Map.Entry<String, JsonNode> layer :
        state.at("/datasourceStates/formBased/layers").properties()) {
      String view = references.get("indexpattern-datasource-layer-" + layer.getKey());
      JsonNode columns = layer.getValue().path("columns");
      for (JsonNode column : columns) {
        wantColumn(id, view, column);
        String order = column.at("/params/orderBy/columnId").asText();
        if (!order.isEmpty() && !columns.has(order)) {
          faults.add(id + ": orders by the column " + order + ", which it lacks");
        }
      }
      for (JsonNode ordered : layer.getValue().path("columnOrder")) {
        if (!columns.has(ordered.asText())) {
          faults.add(id + ": lists the column " + ordered + ", which it lacks");
        }
      }
      for (String shown : shownColumns(state.path("visualization"))) {
        if (!columns.has(shown)) {
          faults.add(id + ": shows the column " + shown + ", which it lacks");
        }
      }
      checkQuery(id, view, state.path("query"));
    }
  }

  private void wantColumn(String id, String view, JsonNode column) {
    String field = column.path("sourceField").asText();
    switch (column.path("operationType").asText()) {
      case "count" -> {
        if (!field.equals("___records___")) {
          faults.add(id + ": counts " + field);
        }
      }
      case "date_histogram" -> wantField(id, view, field, Set.of("date"));
      case "sum", "average", "max" -> wantField(id, view, field, NUMERIC);
      case "unique_count" -> wantField(id, view, field, Set.of("keyword"));
      case "terms" -> {
        wantField(id, view, field, Set.of("keyword"));
        JsonNode params = column.path("params");
        if (params.path("missingBucket").asBoolean() && !params.path("otherBucket").asBoolean()) {
          faults.add(id + ": Kibana shows what has no " + field + " only beside an other bucket");
        }
      }
      default -> faults.add(id + ": an operation not checked: " + column.path("operationType"));
    }
  }

  private static List<String> shownColumns(JsonNode visualization) {
    List<String> columns = new ArrayList<>();
    visualization.path("columns").forEach(c -> columns.add(c.path("columnId").asText()));
    if (visualization.has("metricAccessor")) {
      columns.add(visualization.get("metricAccessor").asText());
    }
    for (JsonNode layer : visualization.path("layers")) {
      layer.path("accessors").forEach(accessor -> columns.add(accessor.asText()));
      for (String name : List.of("xAccessor", "splitAccessor")) {
        if (layer.has(name)) {
          columns.add(layer.get(name).asText());
        }
      }
    }
    return columns;
  }

  private void checkMap(String id, JsonNode attributes, Map<String, String> references) {
    for (JsonNode layer : attributes.path("layerListJSON")) {
      JsonNode source = layer.path("sourceDescriptor");
      if (source.path("type").asText().equals("EMS_TMS")) {
        continue; // Elastic's base map asks no index
      }
      String view = references.get(source.path("indexPatternRefName").asText());
      wantField(id, view, source.path("geoField").asText(), Set.of("geo_point", "geo_shape"));
      source.path("tooltipProperties").forEach(f -> wantField(id, view, f.asText(), Set.of()));
      if (source.has("sortField")) {
        wantField(id, view, source.get("sortField").asText(), Set.of("date", "keyword"));
      }
      checkQuery(id, view, layer.path("query"));
      Set<String> styled = new HashSet<>(List.of("doc_count"));
      for (JsonNode join : layer.path("joins")) {
        if (!join.at("/right/type").asText().equals("ES_TERM_SOURCE")) {
          faults.add(id + ": a join that Kibana does not know: " + join.at("/right/type"));
        }
        if (source.path("applyGlobalQuery").asBoolean(true)) {
          faults.add(id + ": the dashboard's filters would empty the layer " + layer.path("id"));
        }
        wantField(id, view, join.path("leftField").asText(), Set.of("keyword"));
        JsonNode right = join.path("right");
        String other = references.get(right.path("indexPatternRefName").asText());
        wantField(id, other, right.path("term").asText(), Set.of("keyword"));
        for (JsonNode metric : right.path("metrics")) {
          styled.add(joinedField(right.path("id").asText(), metric));
          if (metric.has("field")) {
            wantField(id, other, metric.get("field").asText(), Set.of("keyword"));
          }
        }
      }
      for (JsonNode property : layer.at("/style/properties")) {
        JsonNode field = property.at("/options/field");
        if (!field.isMissingNode() && !styled.contains(field.path("name").asText())) {
          faults.add(id + ": draws by " + field.path("name") + ", which no join or grid gives");
        }
      }
    }
  }

  /** What Kibana calls a joined metric. */
  private static String joinedField(String joinId, JsonNode metric) {
    String of = metric.has("field") ? "_of_" + metric.get("field").asText() : "";
    return "__kbnjoin__" + metric.path("type").asText() + of + "__" + joinId;
  }

  private void checkSearch(String id, JsonNode attributes, Map<String, String> references) {
    JsonNode source = attributes.at("/kibanaSavedObjectMeta/searchSourceJSON");
    String view = references.get(source.path("indexRefName").asText());
    attributes.path("columns").forEach(column -> wantField(id, view, column.asText(), Set.of()));
    attributes
        .path("sort")
        .forEach(sort -> wantField(id, view, sort.path(0).asText(), Set.of("date", "keyword")));
    checkQuery(id, view, source.path("query"));
    boolean onDashboard =
        objects.values().stream()
            .filter(object -> object.path("type").asText().equals("dashboard"))
            .anyMatch(board -> board.path("references").findValuesAsText("id").contains(id));
    if (!onDashboard && !attributes.has("timeRange")) {
      faults.add(id + ": Discover would open it on the last 15 minutes");
    }
    for (JsonNode filter : source.path("filter")) {
      for (String field :
          filter.at("/query/geo_distance").properties().stream().map(Map.Entry::getKey).toList()) {
        if (!field.equals("distance")) {
          wantField(id, view, field, Set.of("geo_point"));
        }
      }
    }
  }

  private void checkDashboard(String id, JsonNode attributes, Map<String, String> references) {
    Set<String> panels = new HashSet<>();
    for (JsonNode panel : attributes.path("panelsJSON")) {
      String index = panel.path("panelIndex").asText();
      if (!panels.add(index) || !panel.at("/gridData/i").asText().equals(index)) {
        faults.add(id + ": the panel " + index + " is there twice or misnamed");
      }
      JsonNode grid = panel.path("gridData");
      if (grid.path("x").asInt() + grid.path("w").asInt() > 48) {
        faults.add(id + ": the panel " + index + " is wider than the dashboard");
      }
    }
    for (Map.Entry<String, JsonNode> control :
        attributes.at("/controlGroupInput/panelsJSON").properties()) {
      boolean range = control.getValue().path("type").asText().equals("rangeSliderControl");
      String name =
          "controlGroup_"
              + control.getKey()
              + (range ? ":rangeSlider" : ":optionsList")
              + "DataView";
      wantField(
          id,
          references.get(name),
          control.getValue().at("/explicitInput/fieldName").asText(),
          range ? NUMERIC : Set.of("keyword"));
    }
  }

  private void checkQuery(String id, String view, JsonNode query) {
    String text = query.path("query").asText().replaceAll("\"[^\"]*\"", "\"\"");
    Matcher field = KQL_FIELD.matcher(text);
    while (field.find()) {
      wantField(id, view, field.group(1), Set.of());
    }
  }

  /** An empty set of types means any. */
  private void wantField(String id, String view, String field, Set<String> types) {
    JsonNode dataView = view == null ? null : objects.get(view);
    if (dataView == null) {
      faults.add(id + ": no data view for the field " + field);
      return;
    }
    String title = dataView.at("/attributes/title").asText();
    String type = fieldsByTitle.getOrDefault(title, Map.of()).get(field);
    if (type == null) {
      faults.add(id + ": " + title + " has no field " + field);
    } else if (!types.isEmpty() && !types.contains(type)) {
      faults.add(id + ": " + field + " is " + type + ", not one of " + types);
    }
  }

  /** The same tree with every string that holds JSON parsed, at any depth. */
  private JsonNode unfolded(JsonNode node, String id) {
    if (node.isObject()) {
      ObjectNode copy = JSON.createObjectNode();
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        boolean embedded =
            field.getValue().isTextual()
                && (field.getKey().endsWith("JSON")
                    || Set.of("fieldFormatMap", "fields", "sourceFilters", "fieldAttrs")
                        .contains(field.getKey()));
        JsonNode value =
            embedded
                ? parse(field.getValue().asText(), id + ": " + field.getKey())
                : field.getValue();
        copy.set(field.getKey(), unfolded(value, id));
      }
      return copy;
    }
    if (node.isArray()) {
      ArrayNode copy = JSON.createArrayNode();
      node.forEach(child -> copy.add(unfolded(child, id)));
      return copy;
    }
    return node;
  }

  private JsonNode parse(String json, String what) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      faults.add(what + " is not JSON: " + e.getOriginalMessage());
      return JSON.createObjectNode();
    }
  }
}
