package io.dateline.tika.connector.setup;

import io.dateline.tika.connector.connection.Access;
import io.dateline.tika.connector.setup.SetupLine.Outcome;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings a cluster to the state that the emitter needs. Running it again changes nothing. Used by
 * one thread.
 */
public final class ClusterSetup implements Closeable {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String OURS = "dateline";
  private static final String META = "_meta";

  /**
   * Of a thing as it was installed, so that the next version can tell whether somebody changed it.
   */
  private static final String DIGEST = "digest";

  private static final List<String> DATES =
      List.of("created_date", "created_date_millis", "modified_date", "modified_date_millis");

  private final RestClient client;
  private final Requests requests;
  private final Choices choices;

  /**
   * What the operator decides.
   *
   * @param dryRun only say what would be done
   * @param force replace what is somebody else's, newer or edited
   * @param english analyse texts as English; only for indices that do not exist yet
   */
  public record Choices(boolean dryRun, boolean force, boolean english) {}

  /** Nothing is sent before {@link #run}. */
  public ClusterSetup(Access access, Choices choices) {
    this.client = access.open();
    this.requests = new Requests(client);
    this.choices = choices;
  }

  /** The least that the emitter's user must be allowed to do, as Elasticsearch's role JSON. */
  public static String role() {
    try (InputStream in = ClusterSetup.class.getResourceAsStream("role-news-ingest.json")) {
      if (in == null) {
        throw new IllegalStateException("the role is missing from the connector's jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    client.close();
  }

  /**
   * Does it, or says what it would do.
   *
   * @return one line per thing, in the order in which they were done
   * @throws IOException when the cluster refuses or does not answer, with a sentence that says so;
   *     what was done before stays done
   */
  public List<SetupLine> run() throws IOException {
    List<SetupLine> lines = new ArrayList<>();
    for (Shipped thing : Shipped.values()) {
      if (thing == Shipped.PIPELINE) {
        lines.add(index(Shipped.ARTICLES, Shipped.ARTICLE_MAPPINGS));
        lines.add(index(Shipped.PLACES, Shipped.PLACE_MAPPINGS));
        lines.add(pipeline());
        lines.add(countries());
      } else if (thing != Shipped.ENGLISH || choices.english()) {
        lines.add(install(thing));
      }
    }
    return lines;
  }

  SetupLine countries() throws IOException {
    return new CountryIndex(requests, choices.dryRun()).install();
  }

  private SetupLine install(Shipped thing) throws IOException {
    ObjectNode shipped = thing.json();
    ObjectNode signed = thing.json();
    signed.withObject(META).put(DIGEST, FlatJson.digest(shipped));
    ObjectNode answer = requests.get(thing.endpoint());
    if (answer == null) {
      return put(Outcome.CREATED, thing.title(), thing.endpoint(), signed, List.of());
    }
    ObjectNode stored = thing.storedIn(answer);
    stored.remove(DATES); // which Elasticsearch 9 adds by itself
    String signature = stored.path(META).path(DIGEST).asString("");
    if (stored.get(META) instanceof ObjectNode meta) {
      meta.remove(DIGEST);
    }
    List<String> diff = FlatJson.diff(stored, shipped);
    if (diff.isEmpty()) {
      return new SetupLine(Outcome.UNCHANGED, thing.title(), version(shipped), diff);
    }
    // put there by hand, from the distribution's files, it bears no digest
    boolean edited = !signature.isEmpty() && !signature.equals(FlatJson.digest(stored));
    String objection = objection(stored, shipped, edited);
    if (objection != null && !choices.force()) {
      return new SetupLine(Outcome.LEFT_ALONE, thing.title(), objection, diff);
    }
    return put(Outcome.UPDATED, thing.title(), thing.endpoint(), signed, diff);
  }

  /** Why a stored thing must not be replaced; null when it may be. */
  private static @Nullable String objection(ObjectNode stored, ObjectNode shipped, boolean edited) {
    int there = stored.path("version").asInt(0);
    int ours = shipped.path("version").asInt(0);
    if (!OURS.equals(stored.path(META).path("managed_by").asString(""))) {
      return "somebody else made it; --force replaces it";
    }
    if (there > ours) {
      return "it is newer, version " + there + "; --force replaces it with version " + ours;
    }
    if (there == ours) {
      return "it was changed since it was installed; --force restores it";
    }
    return edited
        ? "it was changed since version %d was installed; --force replaces it with version %d"
            .formatted(there, ours)
        : null;
  }

  private SetupLine index(Shipped template, Shipped mappings) throws IOException {
    String name = template.id();
    String what = "index " + name;
    ObjectNode answer = requests.get("/" + name + "/_mapping");
    if (answer == null) {
      return put(Outcome.CREATED, what, "/" + name, MAPPER.createObjectNode(), List.of());
    }
    JsonNode stored = answer.iterator().next().path("mappings");
    ObjectNode shipped = (ObjectNode) mappings.json().path("template").path("mappings");
    int there = stored.path("_meta").path("version").asInt(0);
    int ours = shipped.path("_meta").path("version").asInt(0);
    if (!OURS.equals(stored.path("_meta").path("managed_by").asString(""))) {
      return new SetupLine(
          Outcome.LEFT_ALONE,
          what,
          "its mapping is not Dateline's; move it away, or give the emitter another index",
          List.of());
    }
    if (there >= ours) {
      return new SetupLine(Outcome.UNCHANGED, what, "mapping version " + there, List.of());
    }
    return put(
        Outcome.UPDATED, what, "/" + name + "/_mapping", shipped, FlatJson.merge(stored, shipped));
  }

  SetupLine pipeline() throws IOException {
    Set<String> needed = new TreeSet<>();
    for (String list : List.of("processors", "on_failure")) {
      for (JsonNode processor : Shipped.PIPELINE.json().path(list)) {
        needed.add(processor.propertyNames().iterator().next());
      }
    }
    ObjectNode nodes = requests.get("/_nodes/ingest?filter_path=nodes.*.ingest");
    for (JsonNode node : nodes == null ? MAPPER.createObjectNode() : nodes.path("nodes")) {
      Set<String> has = new TreeSet<>();
      node.path("ingest").path("processors").forEach(p -> has.add(p.path("type").asString("")));
      needed.removeAll(has);
    }
    if (!needed.isEmpty()) {
      return new SetupLine(
          Outcome.LEFT_OUT,
          Shipped.PIPELINE.title(),
          "the node lacks its processors "
              + String.join(", ", needed)
              + "; the emitter does not need it",
          List.of());
    }
    return install(Shipped.PIPELINE);
  }

  private SetupLine put(
      Outcome outcome, String what, String endpoint, ObjectNode body, List<String> diff)
      throws IOException {
    if (!choices.dryRun()) {
      Request request = new Request("PUT", endpoint);
      request.setJsonEntity(MAPPER.writeValueAsString(body));
      requests.perform(request, what);
    }
    String version = version(body);
    String said = choices.dryRun() ? "not done, as this is a dry run" : version;
    return new SetupLine(outcome, what, said, diff);
  }

  private static String version(ObjectNode body) {
    return body.has("version") ? "version " + body.path("version").asInt() : "";
  }
}
