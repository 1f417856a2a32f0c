package io.dateline.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** An Elasticsearch node spoken to with plain HTTP, as a reader of the demo would with curl. */
public final class SearchIndex {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final URI base;

  /**
   * @param base the node's address, such as {@code http://127.0.0.1:9200}
   */
  public SearchIndex(URI base) {
    this.base = base;
  }

  /**
   * Searches an index or alias.
   *
   * @param body the search request as JSON
   * @throws IOException if the node does not answer, or answers with an error; the message has it
   */
  public JsonNode search(String index, String body) throws IOException, InterruptedException {
    return post("/" + index + "/_search", body);
  }

  /** Makes what was indexed so far visible to searches. */
  public void refresh(String indices) throws IOException, InterruptedException {
    post("/" + indices + "/_refresh", "");
  }

  private JsonNode post(String path, String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(LIMIT)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(
          "POST " + path + " answered " + response.statusCode() + ": " + response.body());
    }
    return JSON.readTree(response.body());
  }
}
