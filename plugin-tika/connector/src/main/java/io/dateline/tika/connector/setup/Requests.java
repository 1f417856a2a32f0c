package io.dateline.tika.connector.setup;

import io.dateline.tika.connector.connection.Trust;
import java.io.IOException;
import org.apache.http.util.EntityUtils;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.Response;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.RestClient;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Requests to Elasticsearch whose refusals are sentences. */
final class Requests {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final RestClient client;

  Requests(RestClient client) {
    this.client = client;
  }

  /** Null where there is nothing. */
  @Nullable ObjectNode get(String endpoint) throws IOException {
    try {
      Response response = client.performRequest(new Request("GET", endpoint));
      return (ObjectNode) MAPPER.readTree(EntityUtils.toByteArray(response.getEntity()));
    } catch (ResponseException e) {
      if (e.getResponse().getStatusLine().getStatusCode() == 404) {
        return null;
      }
      throw refusal("reading " + endpoint, e);
    } catch (IOException e) {
      throw Trust.explained("Elasticsearch", e);
    }
  }

  JsonNode perform(Request request, String what) throws IOException {
    try {
      Response response = client.performRequest(request);
      return MAPPER.readTree(EntityUtils.toByteArray(response.getEntity()));
    } catch (ResponseException e) {
      throw refusal(what, e);
    } catch (IOException e) {
      throw Trust.explained("Elasticsearch", e);
    }
  }

  /** One sentence of what Elasticsearch said. */
  private static IOException refusal(String what, ResponseException e) throws IOException {
    int status = e.getResponse().getStatusLine().getStatusCode();
    String body =
        e.getResponse().getEntity() == null
            ? ""
            : EntityUtils.toString(e.getResponse().getEntity());
    if (status == 401) {
      return new IOException("Elasticsearch does not accept the credentials (401)", e);
    }
    String reason = body;
    if (body.startsWith("{")) {
      JsonNode error = MAPPER.readTree(body).path("error");
      reason = error.isString() ? error.asString() : error.path("reason").asString(body);
    }
    return new IOException(what + ": Elasticsearch answered " + status + ", " + reason, e);
  }
}
