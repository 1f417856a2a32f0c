package io.dateline.tika.connector.setup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dateline.tika.connector.connection.Access;
import io.dateline.tika.connector.connection.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Against a server that answers as Kibana 8.12 was seen to answer. */
@DisplayName("The import into Kibana")
class KibanaImportTest {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Set<String> stored = new HashSet<>();
  private HttpServer server;
  private String lastPath = "";
  private int refusal;
  private String refusalBody = "";

  @BeforeEach
  void startKibana() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stopKibana() {
    server.stop(0);
  }

  @Test
  void createsEveryObjectAndSaysSo() throws IOException {
    List<SetupLine> lines = run("default", false);

    assertTrue(
        lines.stream().allMatch(line -> line.outcome() == SetupLine.Outcome.CREATED),
        lines::toString);
    assertEquals(stored.size(), lines.size());
    assertTrue(
        lines.stream().anyMatch(line -> line.what().equals("Kibana dashboard News by place")),
        lines::toString);
    assertEquals("/api/saved_objects/_import", lastPath);
  }

  @Test
  void leavesAloneWhatIsThereUnlessToldToReplaceIt() throws IOException {
    run("default", false);

    List<SetupLine> again = run("default", false);
    List<SetupLine> replaced = run("default", true);

    assertTrue(
        again.stream().allMatch(line -> line.outcome() == SetupLine.Outcome.LEFT_ALONE),
        again::toString);
    assertTrue(
        replaced.stream().allMatch(line -> line.outcome() == SetupLine.Outcome.UPDATED),
        replaced::toString);
  }

  @Test
  void writesIntoSpaceBelowBasePath() throws IOException {
    try (KibanaImport kibana = new KibanaImport(access("/kibana"), "news-desk", false)) {
      kibana.run();
    }

    assertEquals("/kibana/s/news-desk/api/saved_objects/_import", lastPath);
  }

  @Test
  void rejectsSpaceThatCannotBeOne() {
    assertThrows(
        IllegalArgumentException.class, () -> new KibanaImport(access(""), "My Desk", false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          401 | {"message":"Unauthorized"}              | does not accept the credentials
          403 | {"message":"Unable to bulk_create"}     | may not import saved objects
          404 | {"message":"Not Found"}                 | there is no space default
          422 | {"message":"Document belongs to a more recent version"} | more recent version
          503 | Kibana server is not ready yet          | not ready yet
          200 | {"hello":"I am a router"}               | not Kibana
          200 | <html>welcome</html>                    | does not speak JSON
          200 | {"success":false,"successCount":0,"errors":[{"type":"lens","id":"a","meta":{"title":"A"},"error":{"type":"missing_references","references":[{"type":"index-pattern","id":"b"}]}}]} | lens A: missing_references index-pattern b
          """)
  void failsWithSentence(int status, String body, String sentence) {
    refusal = status;
    refusalBody = body;

    IOException failure = assertThrows(IOException.class, () -> run("default", false));

    assertTrue(failure.getMessage().contains(sentence), failure::getMessage);
  }

  private List<SetupLine> run(String space, boolean replace) throws IOException {
    try (KibanaImport kibana = new KibanaImport(access(""), space, replace)) {
      return kibana.run();
    }
  }

  private Access access(String basePath) {
    return Access.to("http://127.0.0.1:" + server.getAddress().getPort() + basePath)
        .withBasicAuth("editor", Secret.of("secret"));
  }

  /** Like Kibana: no import without its header and credentials, conflicts unless overwriting. */
  private void answer(HttpExchange exchange) throws IOException {
    lastPath = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    if (refusal != 0) {
      send(exchange, refusal, refusalBody);
    } else if (!exchange.getRequestHeaders().containsKey("kbn-xsrf")) {
      send(exchange, 400, "{\"message\":\"Request must contain a kbn-xsrf header.\"}");
    } else if (!exchange.getRequestHeaders().containsKey("Authorization")) {
      send(exchange, 401, "{\"message\":\"Unauthorized\"}");
    } else if (!body.contains("name=\"file\"; filename=\"dateline.ndjson\"")) {
      send(exchange, 400, "{\"message\":\"[request body.file]: expected value of type [Stream]\"}");
    } else {
      boolean overwrite = "overwrite=true".equals(exchange.getRequestURI().getQuery());
      send(exchange, 200, imported(body, overwrite));
    }
  }

  private String imported(String multipart, boolean overwrite) {
    StringBuilder done = new StringBuilder();
    StringBuilder errors = new StringBuilder();
    for (String line : multipart.lines().filter(line -> line.startsWith("{")).toList()) {
      JsonNode object = MAPPER.readTree(line);
      String type = object.path("type").asString();
      String id = object.path("id").asString();
      String about =
          "{\"type\":\"%s\",\"id\":\"%s\",\"meta\":{\"title\":%s}"
              .formatted(type, id, object.path("attributes").path("title"));
      if (stored.add(type + id)) {
        done.append(',').append(about).append('}');
      } else if (overwrite) {
        done.append(',').append(about).append(",\"overwrite\":true}");
      } else {
        errors.append(',').append(about).append(",\"error\":{\"type\":\"conflict\"}}");
      }
    }
    return "{\"successCount\":%d,\"success\":%s,\"successResults\":[%s],\"errors\":[%s]}"
        .formatted(
            stored.size(),
            errors.isEmpty(),
            done.isEmpty() ? "" : done.substring(1),
            errors.isEmpty() ? "" : errors.substring(1));
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
