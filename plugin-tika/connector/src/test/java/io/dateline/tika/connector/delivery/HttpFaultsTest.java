package io.dateline.tika.connector.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dateline.tika.connector.connection.Access;
import io.dateline.tika.connector.connection.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real client against a server that misbehaves as real ones do not, or not on demand. */
@DisplayName("A server that misbehaves")
class HttpFaultsTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final List<BulkAction> ONE =
      List.of(BulkAction.create("i", "a", "{}".getBytes(StandardCharsets.UTF_8)));
  private static final String GOOD =
      """
      {"took":1,"errors":false,"items":[{"create":{"_index":"i","_id":"a","_version":1,\
      "result":"created","_seq_no":7,"_primary_term":2,"status":201}}]}
      """;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void aGoodAnswerHasTheRevision() throws IOException {
    answer(200, GOOD, "application/vnd.elasticsearch+json;compatible-with=8");

    Cluster.Answer said = cluster(access()).bulk(ONE, TIMEOUT).get(0);

    assertEquals(201, said.status());
    assertEquals(new BulkAction.Revision(7, 2), said.revision());
  }

  @ParameterizedTest
  @CsvSource({"413", "429", "502", "503", "504", "401", "403", "500"})
  void wholeRequestsKeepTheirStatus(int status) {
    answer(status, "<html>a proxy says no</html>", "text/html");

    assertEquals(status, failure(access(), TIMEOUT).status());
  }

  @Test
  void elasticsearchsOwnErrorsKeepTypeAndReason() {
    answer(
        429,
        "{\"error\":{\"type\":\"es_rejected_execution_exception\",\"reason\":\"full\"},\"status\":429}",
        "application/json");

    ClusterException e = failure(access(), TIMEOUT);

    assertEquals(429, e.status());
    assertEquals("es_rejected_execution_exception", e.type(), e::toString);
  }

  @ParameterizedTest
  @CsvSource({"not json at all", "{\"took\":1", "[]", "{\"items\":17}", "''"})
  void garbageIsAFailureThatMayPass(String garbage) {
    answer(200, garbage, "application/json");

    assertTrue(BulkSender.isTransient(failure(access(), TIMEOUT)));
  }

  @Test
  void aSilentServerCostsNoMoreThanTheTimeout() {
    CountDownLatch never = new CountDownLatch(1);
    server.createContext(
        "/",
        exchange -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    long start = System.nanoTime();

    ClusterException e = failure(access(), Duration.ofMillis(300));

    assertEquals(0, e.status());
    assertTrue(Duration.ofNanos(System.nanoTime() - start).toSeconds() < 10);
    never.countDown();
  }

  @Test
  void connectionsThatAreCutAreFailuresThatMayPass() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      threads.execute(
          () -> {
            try {
              while (true) {
                var connection = socket.accept();
                connection.getInputStream().read();
                connection
                    .getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Le".getBytes(StandardCharsets.US_ASCII));
                connection.shutdownOutput();
                connection.close();
              }
            } catch (IOException e) {
              // the test is over
            }
          });

      ClusterException e = failure(Access.to("http://127.0.0.1:" + socket.getLocalPort()), TIMEOUT);

      assertEquals(0, e.status());
    }
  }

  @Test
  void nobodyListening() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }

    assertEquals(0, failure(Access.to("http://127.0.0.1:" + port), TIMEOUT).status());
  }

  @Test
  void sendsTheApiKeyAndGzip() throws IOException {
    AtomicReference<HttpExchange> seen = new AtomicReference<>();
    server.createContext(
        "/",
        exchange -> {
          seen.set(exchange);
          respond(exchange, 200, GOOD, "application/json");
        });

    cluster(access().withApiKey(Secret.of("id:key")).withCompression(true)).bulk(ONE, TIMEOUT);

    var headers = seen.get().getRequestHeaders();
    assertEquals("ApiKey aWQ6a2V5", headers.getFirst("Authorization"));
    assertEquals("gzip", headers.getFirst("Content-Encoding"));
  }

  @Test
  void failuresDoNotTellTheSecret() {
    answer(401, "{\"error\":\"no\",\"status\":401}", "application/json");

    ClusterException e = failure(access().withBasicAuth("me", Secret.of("s3cr3t-word")), TIMEOUT);

    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      assertFalse(String.valueOf(cause.getMessage()).contains("s3cr3t"), cause::toString);
      assertFalse(String.valueOf(cause.getMessage()).contains("Basic "), cause::toString);
    }
  }

  @Test
  void worksAgainAfterAFailure() throws IOException {
    AtomicReference<String> body = new AtomicReference<>("garbage");
    server.createContext("/", exchange -> respond(exchange, 200, body.get(), "application/json"));
    Cluster cluster = cluster(access());
    assertThrows(ClusterException.class, () -> cluster.bulk(ONE, TIMEOUT));

    body.set(GOOD);

    assertEquals(201, cluster.bulk(ONE, TIMEOUT).get(0).status());
  }

  private Access access() {
    return Access.to("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private static Cluster cluster(Access access) {
    return new ElasticsearchCluster(access, null, "i");
  }

  private static ClusterException failure(Access access, Duration timeout) {
    return assertThrows(ClusterException.class, () -> cluster(access).bulk(ONE, timeout));
  }

  private void answer(int status, String body, String type) {
    server.createContext("/", exchange -> respond(exchange, status, body, type));
  }

  private static void respond(HttpExchange exchange, int status, String body, String type)
      throws IOException {
    exchange.getRequestBody().readAllBytes();
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("X-Elastic-Product", "Elasticsearch");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
