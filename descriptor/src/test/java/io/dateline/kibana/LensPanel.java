package io.dateline.kibana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A visualisation of Lens: buckets nest in the order of the columns, and the innermost ones hold
 * the metrics. Without buckets each metric is a row of its own.
 */
final class LensPanel {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode columns;
  private final List<String> buckets = new ArrayList<>();
  private final List<String> metrics = new ArrayList<>();

  private LensPanel(JsonNode layer) {
    columns = layer.path("columns");
    for (JsonNode id : layer.path("columnOrder")) {
      (column(id.asText()).path("isBucketed").asBoolean() ? buckets : metrics).add(id.asText());
    }
  }

  /** A panel from the state of a saved visualisation. */
  static Panel of(String index, JsonNode state, ObjectNode query) {
    LensPanel lens = new LensPanel(state.at("/datasourceStates/formBased/layers/l1"));
    ObjectNode request = JSON.createObjectNode();
    request.put("size", 0).put("track_total_hits", true).set("query", query);
    ObjectNode holder = request;
    for (String id : lens.buckets) {
      holder = lens.bucket(id, holder.withObject("/aggs"));
      lens.addMetrics(holder);
    }
    lens.addMetrics(lens.buckets.isEmpty() ? request : holder);
    return new Panel(index, request.toString(), lens::rows);
  }

  /** What a map joins to a layer: a row for each term, with the metrics. */
  static Panel ofTermJoin(String index, JsonNode right, ObjectNode query) {
    ObjectNode request = JSON.createObjectNode();
    request.put("size", 0).set("query", query);
    ObjectNode join = request.putObject("aggs").putObject("join");
    join.putObject("terms")
        .put("field", right.path("term").asText())
        .put("size", right.path("size").asInt());
    List<String> metrics = new ArrayList<>();
    for (JsonNode metric : right.path("metrics")) {
      metrics.add(metric.has("field") ? "/" + metric.get("label").asText() + "/value" : "");
      if (metric.has("field")) {
        join.withObject("/aggs")
            .putObject(metric.get("label").asText())
            .putObject(metric.path("type").asText())
            .put("field", metric.get("field").asText());
      }
    }
    return new Panel(
        index,
        request.toString(),
        answer -> {
          List<String> rows = new ArrayList<>();
          for (JsonNode bucket : answer.at("/aggregations/join/buckets")) {
            StringBuilder row = new StringBuilder(bucket.get("key").asText());
            for (String metric : metrics) {
              JsonNode value = metric.isEmpty() ? bucket.get("doc_count") : bucket.at(metric);
              row.append(Panel.CELL).append(value.asLong());
            }
            rows.add(row.toString());
          }
          return rows;
        });
  }

  private ObjectNode bucket(String id, ObjectNode aggregations) {
    JsonNode column = column(id);
    JsonNode params = column.path("params");
    ObjectNode bucket = aggregations.putObject(id);
    String field = column.path("sourceField").asText();
    switch (column.path("operationType").asText()) {
      case "terms" -> {
        ObjectNode terms = bucket.putObject("terms");
        terms.put("field", field).put("size", params.path("size").asInt());
        terms.putObject("order").put(order(params), params.path("orderDirection").asText());
        // Kibana heeds the one only beside the other
        if (params.path("missingBucket").asBoolean() && params.path("otherBucket").asBoolean()) {
          terms.put("missing", Panel.MISSING);
        }
      }
      case "date_histogram" ->
          // Kibana takes the interval from the width of the panel; a month is one of them
          bucket
              .putObject("date_histogram")
              .put("field", field)
              .put("calendar_interval", "month")
              .put("format", "uuuu-MM")
              .put("min_doc_count", 1);
      default -> throw new IllegalArgumentException("no buckets for " + column);
    }
    return bucket;
  }

  private String order(JsonNode params) {
    String by = params.at("/orderBy/columnId").asText();
    return isCount(by) ? "_count" : by;
  }

  private void addMetrics(ObjectNode holder) {
    for (String id : metrics) {
      JsonNode column = column(id);
      String field = column.path("sourceField").asText();
      switch (column.path("operationType").asText()) {
        case "count" -> {
          // every bucket has it
        }
        case "unique_count" ->
            holder.withObject("/aggs").putObject(id).putObject("cardinality").put("field", field);
        case "sum" -> holder.withObject("/aggs").putObject(id).putObject("sum").put("field", field);
        default -> throw new IllegalArgumentException("no metric for " + column);
      }
    }
  }

  private List<String> rows(JsonNode answer) {
    List<String> rows = new ArrayList<>();
    if (buckets.isEmpty()) {
      for (String id : metrics) {
        JsonNode value =
            isCount(id) ? answer.at("/hits/total/value") : answer.at("/aggregations/" + id);
        rows.add(column(id).path("label").asText() + Panel.CELL + number(value));
      }
    } else {
      addRows(answer.path("aggregations"), 0, "", rows);
    }
    return rows;
  }

  private void addRows(JsonNode holder, int depth, String before, List<String> rows) {
    JsonNode level = holder.path(buckets.get(depth));
    for (JsonNode bucket : level.path("buckets")) {
      JsonNode key = bucket.has("key_as_string") ? bucket.get("key_as_string") : bucket.get("key");
      String start = before + key.asText() + Panel.CELL;
      if (depth + 1 < buckets.size()) {
        addRows(bucket, depth + 1, start, rows);
      } else {
        List<String> values = new ArrayList<>();
        for (String id : metrics) {
          values.add(number(isCount(id) ? bucket.get("doc_count") : bucket.path(id)));
        }
        rows.add(start + String.join(Panel.CELL, values));
      }
    }
    long others = level.path("sum_other_doc_count").asLong();
    if (others > 0 && column(buckets.get(depth)).at("/params/otherBucket").asBoolean()) {
      rows.add(before + "Other" + Panel.CELL + others);
    }
  }

  private static String number(JsonNode value) {
    return Long.toString(value.has("value") ? value.get("value").asLong() : value.asLong());
  }

  private boolean isCount(String id) {
    return column(id).path("operationType").asText().equals("count");
  }

  private JsonNode column(String id) {
    return columns.path(id);
  }
}
