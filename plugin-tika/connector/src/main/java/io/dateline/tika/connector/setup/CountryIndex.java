package io.dateline.tika.connector.setup;

import io.dateline.tika.connector.setup.SetupLine.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.ResponseException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The index of country outlines that the dashboards' maps are drawn on and join by country code. It
 * needs {@code geo_shape} fields, which every distribution has but the minimal one.
 *
 * <p>The mapping's version is written last, so that an index whose filling was interrupted counts
 * as old and is filled again.
 */
final class CountryIndex {

  static final String NAME = "news-countries";

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String TITLE = "index " + NAME;

  private final Requests requests;
  private final boolean dryRun;

  CountryIndex(Requests requests, boolean dryRun) {
    this.requests = requests;
    this.dryRun = dryRun;
  }

  /** Does it, or says what it would do. */
  SetupLine install() throws IOException {
    ObjectNode shipped = (ObjectNode) MAPPER.readTree(resource(NAME + ".json"));
    int ours = shipped.path("mappings").path("_meta").path("version").asInt();
    ObjectNode answer = requests.get("/" + NAME + "/_mapping");
    if (answer == null && !hasShapes(shipped)) {
      return line(
          Outcome.LEFT_OUT, "the node has no geo_shape fields; maps show points without countries");
    }
    if (answer != null) {
      JsonNode meta = answer.iterator().next().path("mappings").path("_meta");
      if (!"dateline".equals(meta.path("managed_by").asString(""))) {
        return line(Outcome.LEFT_ALONE, "it is not Dateline's; move it away for maps of countries");
      }
      int there = meta.path("version").asInt(0);
      if (there >= ours) {
        return line(Outcome.UNCHANGED, "version " + there);
      }
    }
    Outcome outcome = answer == null ? Outcome.CREATED : Outcome.UPDATED;
    if (dryRun) {
      return line(outcome, "not done, as this is a dry run");
    }
    if (answer != null) {
      requests.perform(new Request("DELETE", "/" + NAME), TITLE);
    }
    fill(shipped);
    return line(outcome, "version " + ours);
  }

  /** Asks for a template that is not kept, since a trial index would be. */
  private boolean hasShapes(ObjectNode shipped) throws IOException {
    ObjectNode template = MAPPER.createObjectNode();
    template.putArray("index_patterns").add(NAME);
    template.set("template", shipped);
    try {
      requests.perform(request("POST", "/_index_template/_simulate", template), TITLE);
      return true;
    } catch (IOException e) {
      if (e.getCause() instanceof ResponseException refusal
          && refusal.getResponse().getStatusLine().getStatusCode() == 400
          && refusal.getMessage().contains("[geo_shape]")) {
        return false;
      }
      throw e;
    }
  }

  private void fill(ObjectNode shipped) throws IOException {
    ObjectNode unfinished = shipped.deepCopy();
    ((ObjectNode) unfinished.path("mappings").path("_meta")).remove("version");
    requests.perform(request("PUT", "/" + NAME, unfinished), TITLE);
    Request bulk = new Request("POST", "/" + NAME + "/_bulk");
    bulk.addParameter("refresh", "true");
    bulk.setJsonEntity(documents());
    for (JsonNode item : requests.perform(bulk, TITLE).path("items")) {
      JsonNode error = item.path("index").path("error");
      if (!error.isMissingNode()) {
        throw new IOException(
            "the outline of %s: Elasticsearch answered %s"
                .formatted(
                    item.path("index").path("_id").asString(""),
                    error.path("reason").asString("")));
      }
    }
    ObjectNode finished = MAPPER.createObjectNode();
    finished.set("_meta", shipped.path("mappings").path("_meta"));
    requests.perform(request("PUT", "/" + NAME + "/_mapping", finished), TITLE);
  }

  /** The features of the shipped file as a bulk request. */
  private static String documents() throws IOException {
    StringBuilder bulk = new StringBuilder();
    for (JsonNode feature : MAPPER.readTree(resource(NAME + ".geojson")).path("features")) {
      ObjectNode action = MAPPER.createObjectNode();
      action.putObject("index").put("_id", feature.path("id").asString());
      ObjectNode document = (ObjectNode) feature.path("properties").deepCopy();
      document.set("outline", feature.path("geometry"));
      bulk.append(action).append('\n').append(document).append('\n');
    }
    return bulk.toString();
  }

  private static Request request(String method, String endpoint, ObjectNode body) {
    Request request = new Request(method, endpoint);
    request.setJsonEntity(body.toString());
    return request;
  }

  private static SetupLine line(Outcome outcome, String said) {
    return new SetupLine(outcome, TITLE, said, List.of());
  }

  private static byte[] resource(String file) throws IOException {
    try (@Nullable InputStream in = CountryIndex.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing from the connector's jar");
      }
      return in.readAllBytes();
    }
  }
}
