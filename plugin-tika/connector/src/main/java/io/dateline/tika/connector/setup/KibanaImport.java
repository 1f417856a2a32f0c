package io.dateline.tika.connector.setup;

import io.dateline.tika.connector.connection.Access;
import io.dateline.tika.connector.connection.Trust;
import io.dateline.tika.connector.setup.SetupLine.Outcome;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.entity.ContentType;
import org.apache.http.util.EntityUtils;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.Response;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Imports the shipped data views and dashboards through Kibana's saved objects API. What is there
 * already is left alone unless the caller wants it replaced. Used by one thread.
 */
public final class KibanaImport implements Closeable {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String FILE = "dateline.ndjson";
  private static final String BOUNDARY = "dateline-saved-objects-7c1f";

  /** What Kibana allows in the address of a space. */
  private static final Pattern SPACE = Pattern.compile("[a-z0-9_-]+");

  private final RestClient client;
  private final String space;
  private final boolean replace;

  /**
   * Nothing is sent before {@link #run}.
   *
   * @param kibana where Kibana listens, with its base path if it has one
   * @param space the id of the space; {@code "default"} for the one everybody has
   * @param replace whether objects that are there already are overwritten
   * @throws IllegalArgumentException if the space cannot be one
   */
  public KibanaImport(Access kibana, String space, boolean replace) {
    if (!SPACE.matcher(space).matches()) {
      throw new IllegalArgumentException(
          "a space is made of lower-case letters, digits, - and _; got " + space);
    }
    this.client = kibana.withCompression(false).open();
    this.space = space;
    this.replace = replace;
  }

  @Override
  public void close() throws IOException {
    client.close();
  }

  /**
   * Imports all objects in one request.
   *
   * @return one line per object
   * @throws IOException when Kibana refuses the file or an object, or does not answer, with a
   *     sentence that says so
   */
  public List<SetupLine> run() throws IOException {
    Request request = new Request("POST", path() + (replace ? "?overwrite=true" : ""));
    request.setOptions(request.getOptions().toBuilder().addHeader("kbn-xsrf", "dateline").build());
    request.setEntity(
        new ByteArrayEntity(
            multipart(), ContentType.parse("multipart/form-data; boundary=" + BOUNDARY)));
    try {
      Response response = client.performRequest(request);
      return lines(json(EntityUtils.toString(response.getEntity(), StandardCharsets.UTF_8)));
    } catch (ResponseException e) {
      throw refusal(e);
    } catch (IOException e) {
      throw Trust.explained("Kibana", e);
    }
  }

  private String path() {
    return (space.equals("default") ? "" : "/s/" + space) + "/api/saved_objects/_import";
  }

  private static byte[] multipart() throws IOException {
    String head =
        "--"
            + BOUNDARY
            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
            + FILE
            + "\"\r\nContent-Type: application/ndjson\r\n\r\n";
    return (head + objects() + "\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
  }

  private static String objects() throws IOException {
    try (InputStream in = KibanaImport.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing from the connector's jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private List<SetupLine> lines(JsonNode answer) throws IOException {
    if (!answer.has("successCount")) {
      throw new IOException("what answers there is not Kibana: " + answer);
    }
    List<SetupLine> lines = new ArrayList<>();
    for (JsonNode done : answer.path("successResults")) {
      Outcome outcome = done.path("overwrite").asBoolean(false) ? Outcome.UPDATED : Outcome.CREATED;
      lines.add(new SetupLine(outcome, title(done), "", List.of()));
    }
    List<String> failures = new ArrayList<>();
    for (JsonNode error : answer.path("errors")) {
      String reason = error.path("error").path("type").asString("unknown");
      if (reason.equals("conflict")) {
        lines.add(
            new SetupLine(
                Outcome.LEFT_ALONE,
                title(error),
                "it is there already; --force replaces it",
                List.of()));
      } else {
        failures.add(title(error) + ": " + detail(reason, error.path("error")));
      }
    }
    if (!failures.isEmpty()) {
      throw new IOException("Kibana refused " + String.join("; ", failures));
    }
    return lines;
  }

  private static String detail(String reason, JsonNode error) {
    List<String> missing = new ArrayList<>();
    for (JsonNode reference : error.path("references")) {
      missing.add(reference.path("type").asString("") + " " + reference.path("id").asString(""));
    }
    String message = error.path("message").asString("");
    return (reason + " " + String.join(", ", missing) + message).strip();
  }

  private static String title(JsonNode object) {
    String title = object.path("meta").path("title").asString("");
    return "Kibana "
        + object.path("type").asString("object")
        + " "
        + (title.isEmpty() ? object.path("id").asString("") : title);
  }

  private IOException refusal(ResponseException e) throws IOException {
    int status = e.getResponse().getStatusLine().getStatusCode();
    String body =
        e.getResponse().getEntity() == null
            ? ""
            : EntityUtils.toString(e.getResponse().getEntity(), StandardCharsets.UTF_8);
    String sentence =
        switch (status) {
          case 401 -> "Kibana does not accept the credentials (401)";
          case 403 -> "this user may not import saved objects into the space " + space + " (403)";
          case 404 -> "there is no space " + space + ", or no Kibana, at that address (404)";
          case 503 -> "Kibana is not ready yet (503)";
          default -> "Kibana answered " + status + ", " + message(body);
        };
    return new IOException(sentence, e);
  }

  private static String message(String body) throws IOException {
    return body.startsWith("{") ? json(body).path("message").asString(body) : body;
  }

  private static JsonNode json(String body) throws IOException {
    try {
      return MAPPER.readTree(body);
    } catch (JacksonException e) {
      throw new IOException("what answers there is not Kibana: it does not speak JSON", e);
    }
  }
}
