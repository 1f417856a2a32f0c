package io.dateline.tika.connector;

import static io.dateline.tika.connector.Captures.article;
import static io.dateline.tika.connector.Captures.emission;
import static io.dateline.tika.connector.Captures.place;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dateline.elasticsearch.ElasticsearchNode;
import io.dateline.elasticsearch.NodeClient;
import io.dateline.elasticsearch.TestAuthority;
import io.dateline.tika.connector.connection.Access;
import io.dateline.tika.connector.connection.Secret;
import io.dateline.tika.connector.setup.ClusterSetup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.apache.tika.pipes.emitter.TikaEmitterException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A node that speaks TLS and asks for credentials")
class SecuredNodeIT {

  private static final String ADMIN = "open-sesame-1";
  private static final String WRITER = "writes-only-2";
  private static final String OSTRAVA = place(3068799, "Ostrava", 49.83, 18.28, "CZ");
  private static final String BRNO = place(3078610, "Brno", 49.19, 16.6, "CZ");

  private static ElasticsearchNode node;
  private static TestAuthority authority;

  @BeforeAll
  static void startNode(@TempDir Path folder) throws Exception {
    authority = new TestAuthority(folder, "Dateline tests");
    String role = ClusterSetup.role().replaceAll("\\s*\n\\s*", " "); // JSON is YAML
    node =
        ElasticsearchNode.of(NodeClient.zip(System.getProperty("elasticsearch.version")))
            .password(ADMIN)
            .tls(authority.trust(), authority.issue("ip:127.0.0.1"))
            .user("ingest", WRITER, "news_ingest", "news_ingest: " + role)
            .start();
    Access admin = access().withBasicAuth("elastic", Secret.of(ADMIN));
    try (var setup = new ClusterSetup(admin, new ClusterSetup.Choices(false, false, false))) {
      setup.run();
    }
  }

  @AfterAll
  static void stopNode() {
    node.close();
  }

  @Test
  void thePrintedRoleIsEnoughToIngestAndReplace() throws Exception {
    ElasticsearchEmitter emitter = emitter("ingest", WRITER);

    emitter.emit(List.of(emission("a", article("H", "One.", List.of(OSTRAVA, BRNO)))));
    emitter.emit(List.of(emission("a", article("H", "Two.", List.of(BRNO)))));

    assertEquals(2, emitter.counts().documents().indexed());
    assertEquals(1, emitter.counts().staleRowsRemoved());
    NodeClient admin = client().as("elastic", ADMIN);
    admin.ask("POST", "/news-places/_refresh", "");
    assertTrue(admin.ask("GET", "/news-places/_count", "").contains("\"count\":1"));
  }

  @Test
  void thePrintedRoleAllowsNothingElse() throws Exception {
    NodeClient ingest = client().as("ingest", WRITER);

    assertEquals(403, ingest.send("PUT", "/_component_template/x", "{\"template\":{}}").status());
    assertEquals(403, ingest.send("DELETE", "/news-articles", "").status());
    assertEquals(403, ingest.send("POST", "/other/_doc", "{\"a\":1}").status());
  }

  @Test
  void aWrongPasswordStopsWithOneSentenceWithoutTheSecret() throws Exception {
    ElasticsearchEmitter emitter = emitter("ingest", "wrong-3");

    TikaEmitterException e =
        assertThrows(
            TikaEmitterException.class,
            () -> emitter.emit(List.of(emission("b", article("H", "One.", List.of(OSTRAVA))))));

    assertTrue(e.getMessage().contains("does not accept the credentials"), e::getMessage);
    assertFalse(e.getMessage().contains("wrong-3"), e::getMessage);
    assertEquals(1, emitter.counts().documents().refused());
    assertEquals(1, emitter.counts().rows().refused());
  }

  /** Whatever the operator turned on, and whether the node lets in or not. */
  @Test
  void noLogHasTheSecret() throws Exception {
    List<String> lines;
    try (EveryLog log = new EveryLog()) {
      emitter("ingest", WRITER).emit(List.of(emission("l", article("H", "One.", List.of()))));
      assertThrows(
          TikaEmitterException.class,
          () ->
              emitter("ingest", "wrong-3")
                  .emit(List.of(emission("l", article("H", "Two.", List.of())))));
      lines = log.lines();
    }

    assertTrue(
        lines.stream().anyMatch(line -> line.startsWith("DEBUG io.dateline.shaded.http.")),
        "the client's log is not on");
    Base64.Encoder base64 = Base64.getEncoder();
    for (String password : List.of(WRITER, "wrong-3")) {
      String header = base64.encodeToString(("ingest:" + password).getBytes(UTF_8));
      for (String line : lines) {
        assertFalse(line.contains(password) || line.contains(header), line);
        assertFalse(line.contains("Authorization"), line);
      }
    }
  }

  @Test
  void anIndexThatTheRoleDoesNotCoverStopsAndNamesTheRole() throws Exception {
    client().as("elastic", ADMIN).ask("PUT", "/other-articles", "");
    ElasticsearchEmitter emitter = emitter("ingest", WRITER);
    emitter.setArticleIndex("other-articles");

    TikaEmitterException e =
        assertThrows(
            TikaEmitterException.class,
            () -> emitter.emit(List.of(emission("b", article("H", "One.", List.of())))));

    assertTrue(e.getMessage().contains("--print-role"), e::getMessage);
  }

  @Test
  void setupSaysThatItIsNotLetIn() throws Exception {
    try (var setup = new ClusterSetup(access(), new ClusterSetup.Choices(false, false, false))) {
      IOException e = assertThrows(IOException.class, setup::run);

      assertTrue(e.getMessage().contains("does not accept the credentials"), e::getMessage);
    }
  }

  @Test
  void theAuthoritysFingerprintIsAsGoodAsItsFile() throws Exception {
    ElasticsearchEmitter emitter = emitter("ingest", WRITER);
    emitter.setCaFile("");
    emitter.setCaFingerprint(authority.fingerprint());

    emitter.emit(List.of(emission("f", article("H", "One.", List.of()))));

    assertEquals(1, emitter.counts().documents().indexed());
  }

  @Test
  void aCertificateForAnotherNameStopsAtOnce() throws Exception {
    ElasticsearchEmitter emitter = emitter("ingest", WRITER);
    emitter.setUrl("https://localhost:" + node.url().getPort());

    assertStopsAtOnce(emitter, "bears another name");
  }

  @Test
  void anAuthorityThatNobodyNamedStopsAtOnce() throws Exception {
    ElasticsearchEmitter emitter = emitter("ingest", WRITER);
    emitter.setCaFile("");

    assertStopsAtOnce(emitter, "was not signed by the authority");
  }

  private static void assertStopsAtOnce(ElasticsearchEmitter emitter, String sentence) {
    TikaEmitterException e =
        assertThrows(
            TikaEmitterException.class,
            () -> emitter.emit(List.of(emission("b", article("H", "One.", List.of())))));

    assertTrue(e.getMessage().contains(sentence), e::getMessage);
    assertEquals(1, e.getMessage().lines().count());
    assertEquals(0, emitter.counts().retriedRequests());
    assertEquals(1, emitter.counts().documents().refused());
  }

  private static Access access() throws Exception {
    return Access.to(node.url().toString()).withCaFile(authority.pem());
  }

  private static NodeClient client() throws Exception {
    return new NodeClient(node.url(), authority.trust());
  }

  private static ElasticsearchEmitter emitter(String user, String password) throws Exception {
    ElasticsearchEmitter emitter = new ElasticsearchEmitter();
    emitter.setName("elasticsearch");
    emitter.setUrl(node.url().toString());
    emitter.setCaFile(authority.pem().toString());
    emitter.setUsername(user);
    emitter.setPassword(password);
    return emitter;
  }
}
