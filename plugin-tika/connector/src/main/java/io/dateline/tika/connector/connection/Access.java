package io.dateline.tika.connector.connection;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.apache.http.Header;
import org.apache.http.HttpHost;
import org.apache.http.message.BasicHeader;
import org.elasticsearch.client.RestClient;
import org.elasticsearch.client.RestClientBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Where a cluster is and how to be let in. Immutable; {@code toString} shows no secret.
 *
 * @param urls of its nodes, each {@code http://host:port} or {@code https://host:port}, with a path
 *     where a proxy wants one (the same for all)
 * @param authorization the header's value; null for a cluster that asks for none
 * @param caFile PEM certificates of the authorities that may have signed the nodes'; null for the
 *     JDK's own
 * @param caFingerprint SHA-256 of the authority's certificate, in hex, which the nodes must send
 *     with their own; null unless used
 * @param connectTimeout until a node must have accepted a connection
 * @param requestTimeout the longest silence within a request
 * @param compress whether to send bodies gzipped, which within one machine costs more than it saves
 */
public record Access(
    List<URI> urls,
    @Nullable Secret authorization,
    @Nullable Path caFile,
    @Nullable String caFingerprint,
    Duration connectTimeout,
    Duration requestTimeout,
    boolean compress) {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);
  private static final Pattern LOOPBACK = Pattern.compile("(?i)localhost|127(\\.\\d+){3}|\\[::1]");
  private static final Pattern FINGERPRINT = Pattern.compile("(?i)([0-9a-f]{2}:?){31}[0-9a-f]{2}");

  public Access {
    urls = List.copyOf(urls);
    if (urls.isEmpty()) {
      throw new IllegalArgumentException("url is missing, for example http://localhost:9200");
    }
    if (urls.stream().map(Access::path).distinct().count() > 1) {
      throw new IllegalArgumentException("all urls must have the same path; got " + urls);
    }
    if (caFile != null && caFingerprint != null) {
      throw new IllegalArgumentException("give caFile or caFingerprint, not both");
    }
    boolean secure = urls.stream().allMatch(url -> "https".equalsIgnoreCase(url.getScheme()));
    if ((caFile != null || caFingerprint != null) && !secure) {
      throw new IllegalArgumentException("caFile and caFingerprint need https addresses");
    }
    if (caFile != null && !Files.isReadable(caFile)) {
      throw new IllegalArgumentException("caFile cannot be read: " + caFile);
    }
    if (caFingerprint != null && !FINGERPRINT.matcher(caFingerprint).matches()) {
      throw new IllegalArgumentException("caFingerprint must be a SHA-256 in hex, 64 digits");
    }
    requirePositive("connectTimeout", connectTimeout);
    requirePositive("requestTimeout", requestTimeout);
  }

  /**
   * Access without credentials; bodies are gzipped unless all nodes are on this machine.
   *
   * @param urls one or several, with commas between them
   */
  public static Access to(String urls) {
    List<URI> parsed = new ArrayList<>();
    for (String url : urls.split(",", -1)) {
      if (!url.isBlank()) {
        parsed.add(parse(url.strip()));
      }
    }
    boolean far = !parsed.stream().allMatch(url -> LOOPBACK.matcher(url.getHost()).matches());
    return new Access(parsed, null, null, null, CONNECT_TIMEOUT, REQUEST_TIMEOUT, far);
  }

  /** Access with a user's name and password. */
  public Access withBasicAuth(String username, Secret password) {
    String pair = username + ":" + password.text();
    return withAuthorization(
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Access with an API key.
   *
   * @param apiKey the encoded form that Elasticsearch gives out, or {@code id:key}
   */
  public Access withApiKey(Secret apiKey) {
    String key = apiKey.text();
    String encoded =
        key.contains(":")
            ? Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8))
            : key;
    return withAuthorization("ApiKey " + encoded);
  }

  /** Access to nodes whose certificates this authority signed. */
  public Access withCaFile(Path file) {
    return new Access(
        urls, authorization, file, caFingerprint, connectTimeout, requestTimeout, compress);
  }

  /** Access to nodes whose authority has this fingerprint. */
  public Access withCaFingerprint(String fingerprint) {
    return new Access(
        urls, authorization, caFile, fingerprint, connectTimeout, requestTimeout, compress);
  }

  /** Access with other time limits. */
  public Access withTimeouts(Duration connect, Duration request) {
    return new Access(urls, authorization, caFile, caFingerprint, connect, request, compress);
  }

  /** Access with request bodies gzipped, or not. */
  public Access withCompression(boolean gzip) {
    return new Access(
        urls, authorization, caFile, caFingerprint, connectTimeout, requestTimeout, gzip);
  }

  /**
   * Makes a client; nothing is sent yet. Its threads are daemons, as Tika never closes an emitter
   * and a command would not end otherwise.
   *
   * @throws IllegalArgumentException if the certificate cannot be used
   */
  public RestClient open() {
    HttpHost[] hosts =
        urls.stream()
            .map(url -> new HttpHost(url.getHost(), port(url), url.getScheme()))
            .toArray(HttpHost[]::new);
    RestClientBuilder builder =
        RestClient.builder(hosts)
            .setCompressionEnabled(compress)
            .setRequestConfigCallback(
                config ->
                    config
                        .setConnectTimeout((int) connectTimeout.toMillis())
                        .setSocketTimeout((int) requestTimeout.toMillis()));
    String path = path(urls.get(0));
    if (!path.isEmpty()) {
      builder.setPathPrefix(path);
    }
    Secret header = authorization;
    if (header != null) {
      builder.setDefaultHeaders(new Header[] {new BasicHeader("Authorization", header.text())});
    }
    SSLContext context = sslContext();
    builder.setHttpClientConfigCallback(
        http -> {
          if (context != null) {
            http.setSSLContext(context);
          }
          return http.setThreadFactory(new Daemons());
        });
    return builder.build();
  }

  private @Nullable SSLContext sslContext() {
    if (caFile != null) {
      return Trust.inFile(caFile);
    }
    return caFingerprint == null ? null : Trust.inFingerprint(caFingerprint);
  }

  private Access withAuthorization(String value) {
    if (authorization != null) {
      throw new IllegalArgumentException("give a password or an API key, not both");
    }
    return new Access(
        urls, Secret.of(value), caFile, caFingerprint, connectTimeout, requestTimeout, compress);
  }

  private static URI parse(String text) {
    try {
      URI url = new URI(text);
      boolean web =
          "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
      if (!web || url.getHost() == null || url.getUserInfo() != null) {
        throw new IllegalArgumentException(
            url.getUserInfo() != null
                ? "credentials do not belong into the url; use username and password"
                : "url must be http://host:port or https://host:port; got " + text);
      }
      return url;
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("url is not a web address: " + text, e);
    }
  }

  /** Without a slash behind; empty for the root. */
  private static String path(URI url) {
    return url.getPath() == null ? "" : url.getPath().replaceFirst("/+$", "");
  }

  /** As browsers and Elasticsearch's tools take it, except that nothing said means 9200. */
  private static int port(URI url) {
    return url.getPort() >= 0 ? url.getPort() : 9200;
  }

  private static void requirePositive(String name, Duration value) {
    if (value.isZero() || value.isNegative() || value.toMillis() > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(name + " must be positive; got " + value);
    }
  }

  private static final class Daemons implements ThreadFactory {
    private final AtomicInteger number = new AtomicInteger();

    @Override
    public Thread newThread(Runnable task) {
      Thread thread = new Thread(task, "dateline-elasticsearch-" + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    }
  }
}
