package io.dateline.elasticsearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Plain HTTP to a node, so that tests do not look through the client that they test. */
public final class NodeClient {

  private final HttpClient http;
  private final URI base;
  private final @Nullable String authorization;

  /** To a node that asks for no credentials. */
  public NodeClient(URI base) {
    this(base, HttpClient.newBuilder(), null);
  }

  /** To a node whose certificate's authority this context believes. */
  public NodeClient(URI base, SSLContext trust) {
    this(base, HttpClient.newBuilder().sslContext(trust), null);
  }

  private NodeClient(URI base, HttpClient.Builder http, @Nullable String authorization) {
    this(base, http.connectTimeout(Duration.ofSeconds(10)).build(), authorization);
  }

  private NodeClient(URI base, HttpClient http, @Nullable String authorization) {
    this.http = http;
    this.base = base;
    this.authorization = authorization;
  }

  /** The same as a user. */
  public NodeClient as(String username, String password) {
    byte[] pair = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
    return new NodeClient(base, http, "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  /**
   * What a node said.
   *
   * @param status of HTTP
   * @param body as it is
   */
  public record Said(int status, String body) {}

  /** Sends a request, with a JSON body or none. */
  public Said send(String method, String path, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      return new Said(response.statusCode(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * The body of a good answer.
   *
   * @throws IllegalStateException if it is not a good one
   */
  public String ask(String method, String path, String body) {
    Said said = send(method, path, body);
    if (said.status() >= 300) {
      throw new IllegalStateException(method + " " + path + ": " + said);
    }
    return said.body();
  }

  /** The distribution that the build fetched, of the version that it names. */
  public static Path zip(String version) {
    return Path.of(System.getProperty("elasticsearch.zips"), "elasticsearch-" + version + ".zip");
  }
}
