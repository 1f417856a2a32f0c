package io.dateline.tika.connector.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  private static final byte[] LOOPBACK_SIX = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

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
  @ValueSource(
      strings = {
        "not json at all",
        "{\"took\":1",
        "[]",
        "{\"items\":17}",
        "{\"items\":[17]}",
        "{\"items\":[{\"create\":{\"_id\":\"a\"}}]}",
        "{\"items\":[{\"create\":{\"status\":\"good\"}}]}",
        "{\"items\":[{\"create\":{\"status\":201}}]",
        ""
      })
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
  void anAnswerThatTricklesInCostsNoMoreThanTheTimeoutEither() {
    CountDownLatch over = new CountDownLatch(1);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(200, 0);
          try {
            while (!over.await(20, TimeUnit.MILLISECONDS)) { // never silent for long
              exchange.getResponseBody().write(' ');
              exchange.getResponseBody().flush();
            }
          } catch (InterruptedException | IOException e) {
            // the client has hung up, which is the point
          }
        });
    long start = System.nanoTime();

    ClusterException e = failure(access(), Duration.ofMillis(300));

    assertEquals(0, e.status());
    assertTrue(BulkSender.isTransient(e));
    assertTrue(Duration.ofNanos(System.nanoTime() - start).toSeconds() < 10);
    over.countDown();
  }

  @Test
  void severalSilentNodesCostNoMoreThanOne() throws IOException {
    try (ServerSocket one = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        ServerSocket two = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        ServerSocket three = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      String urls =
          Stream.of(one, two, three)
              .map(socket -> "http://127.0.0.1:" + socket.getLocalPort())
              .collect(Collectors.joining(","));
      Duration timeout = Duration.ofSeconds(2);
      long start = System.nanoTime();

      ClusterException e = failure(Access.to(urls), timeout);

      assertEquals(0, e.status());
      assertTrue(
          System.nanoTime() - start < timeout.multipliedBy(2).toNanos(), "one after the other");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anotherNodeIsAskedWhenOneIsDown(boolean deadFirst) throws IOException {
    answer(200, GOOD, "application/json");
    int dead;
    try (ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      dead = socket.getLocalPort();
    }
    String alive = "http://127.0.0.1:" + server.getAddress().getPort();
    String urls =
        deadFirst ? "http://127.0.0.1:" + dead + "," + alive : alive + ",http://127.0.0.1:" + dead;
    Cluster cluster = cluster(Access.to(urls));

    for (int i = 0; i < 4; i++) {
      assertEquals(201, cluster.bulk(ONE, TIMEOUT).get(0).status());
    }
  }

  @Test
  void aNodeMayHaveAnAddressOfVersionSix() throws IOException {
    HttpServer six;
    try {
      six = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK_SIX), 0), 0);
    } catch (IOException e) {
      assumeTrue(false, "this machine has no ::1");
      return;
    }
    six.createContext("/", exchange -> respond(exchange, 200, GOOD, "application/json"));
    six.start();
    try {
      Access access = Access.to("http://[::1]:" + six.getAddress().getPort());

      assertEquals(201, cluster(access).bulk(ONE, TIMEOUT).get(0).status());
      assertFalse(access.compress(), "it is this machine");
    } finally {
      six.stop(0);
    }
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
  void theRequestHasOneLineForAnActionAndOneForItsSource() throws IOException {
    AtomicReference<String> body = new AtomicReference<>("");
    AtomicReference<HttpExchange> seen = new AtomicReference<>();
    server.createContext(
        "/",
        exchange -> {
          seen.set(exchange);
          body.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          respond(exchange, 500, "{}", "application/json");
        });
    byte[] source = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
    Cluster cluster = new ElasticsearchCluster(access(), "news", "i");

    assertThrows(
        ClusterException.class,
        () ->
            cluster.bulk(
                List.of(
                    BulkAction.create("i", "a \"b\"\n\u017e\ud83d\ude00", source),
                    BulkAction.replace("i", "b", source, new BulkAction.Revision(7, 2)),
                    BulkAction.index("rows", "c", source),
                    BulkAction.delete("rows", "d")),
                TIMEOUT));

    assertEquals(
        """
        {"create":{"_index":"i","_id":"a \\"b\\"\\n\u017e\ud83d\ude00","pipeline":"news"}}
        {"a":1}
        {"index":{"_index":"i","_id":"b","if_seq_no":7,"if_primary_term":2,"pipeline":"news"}}
        {"a":1}
        {"index":{"_index":"rows","_id":"c"}}
        {"a":1}
        {"delete":{"_index":"rows","_id":"d"}}
        """,
        body.get());
    assertEquals("POST", seen.get().getRequestMethod());
    assertEquals("/_bulk", seen.get().getRequestURI().toString());
    for (String header : List.of("Content-Type", "Accept")) {
      String value = seen.get().getRequestHeaders().getFirst(header);
      assertTrue(
          value.matches("application/vnd\\.elasticsearch\\+(x-nd)?json; ?compatible-with=8"),
          value);
    }
  }

  @Test
  void everyItemOfAnAnswerIsRead() throws IOException {
    answer(
        200,
        """
        {"errors":true,"took":3,"ingest_took":4,"items":[
          {"create":{"_index":"i","_id":"a","_version":1,"_shards":{"total":1},"_seq_no":7,
            "_primary_term":2,"status":201}},
          {"index":{"_id":"b","status":400,"error":{"type":"document_parsing_exception",
            "reason":"failed to parse","caused_by":{"type":"x","reason":"not a date"}}}},
          {"delete":{"_id":"c","result":"not_found","_seq_no":0,"_primary_term":1,"status":404}},
          {"index":{"_id":"d","status":429,"error":"too busy"}}]}
        """,
        "application/json");

    List<Cluster.Answer> said = cluster(access()).bulk(ONE, TIMEOUT);

    assertEquals(
        List.of(
            Cluster.Answer.ok(201, new BulkAction.Revision(7, 2)),
            Cluster.Answer.error(400, "document_parsing_exception", "failed to parse: not a date"),
            Cluster.Answer.ok(404, new BulkAction.Revision(0, 1)),
            Cluster.Answer.error(429, null, "too busy")),
        said);
  }

  /** Tika never closes an emitter, and a command would not end. */
  @Test
  void noThreadKeepsTheProcessAlive() throws IOException {
    answer(200, GOOD, "application/json");
    Set<Thread> before = Thread.getAllStackTraces().keySet();

    cluster(access()).bulk(ONE, TIMEOUT);

    List<Thread> started =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> !before.contains(thread))
            .filter(thread -> thread.getName().startsWith("dateline-"))
            .toList();
    assertFalse(started.isEmpty(), "the client has threads");
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      boolean ofClient =
          Arrays.stream(thread.getStackTrace())
              .anyMatch(frame -> frame.getClassName().contains(".http.impl.nio."));
      assertTrue(!ofClient || thread.isDaemon(), thread::getName);
    }
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
