package io.dateline.tika.connector;

import static io.dateline.tika.connector.Captures.article;
import static io.dateline.tika.connector.Captures.emission;
import static io.dateline.tika.connector.Captures.place;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dateline.elasticsearch.ElasticsearchNode;
import io.dateline.elasticsearch.NodeClient;
import io.dateline.tika.connector.connection.Access;
import io.dateline.tika.connector.connection.Secret;
import io.dateline.tika.connector.setup.ClusterSetup;
import java.io.IOException;
import java.util.List;
import org.apache.tika.pipes.emitter.TikaEmitterException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A node that asks for credentials")
class SecuredNodeIT {

  private static final String ADMIN = "open-sesame-1";
  private static final String WRITER = "writes-only-2";
  private static final String OSTRAVA = place(3068799, "Ostrava", 49.83, 18.28, "CZ");
  private static final String BRNO = place(3078610, "Brno", 49.19, 16.6, "CZ");

  private static ElasticsearchNode node;

  @BeforeAll
  static void startNode() throws Exception {
    String role = ClusterSetup.role().replaceAll("\\s*\n\\s*", " "); // JSON is YAML
    node =
        ElasticsearchNode.of(NodeClient.zip(System.getProperty("elasticsearch.version")))
            .password(ADMIN)
            .user("ingest", WRITER, "news_ingest", "news_ingest: " + role)
            .start();
    Access admin = Access.to(node.url().toString()).withBasicAuth("elastic", Secret.of(ADMIN));
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
    NodeClient admin = new NodeClient(node.url()).as("elastic", ADMIN);
    admin.ask("POST", "/news-places/_refresh", "");
    assertTrue(admin.ask("GET", "/news-places/_count", "").contains("\"count\":1"));
  }

  @Test
  void thePrintedRoleAllowsNothingElse() {
    NodeClient ingest = new NodeClient(node.url()).as("ingest", WRITER);

    assertEquals(403, ingest.send("PUT", "/_component_template/x", "{\"template\":{}}").status());
    assertEquals(403, ingest.send("DELETE", "/news-articles", "").status());
    assertEquals(403, ingest.send("POST", "/other/_doc", "{\"a\":1}").status());
  }

  @Test
  void aWrongPasswordStopsWithOneSentenceWithoutTheSecret() {
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

  @Test
  void anIndexThatTheRoleDoesNotCoverStopsAndNamesTheRole() {
    new NodeClient(node.url()).as("elastic", ADMIN).ask("PUT", "/other-articles", "");
    ElasticsearchEmitter emitter = emitter("ingest", WRITER);
    emitter.setArticleIndex("other-articles");

    TikaEmitterException e =
        assertThrows(
            TikaEmitterException.class,
            () -> emitter.emit(List.of(emission("b", article("H", "One.", List.of())))));

    assertTrue(e.getMessage().contains("--print-role"), e::getMessage);
  }

  @Test
  void setupSaysThatItIsNotLetIn() throws IOException {
    Access nobody = Access.to(node.url().toString());
    try (var setup = new ClusterSetup(nobody, new ClusterSetup.Choices(false, false, false))) {
      IOException e = assertThrows(IOException.class, setup::run);

      assertTrue(e.getMessage().contains("does not accept the credentials"), e::getMessage);
    }
  }

  private static ElasticsearchEmitter emitter(String user, String password) {
    ElasticsearchEmitter emitter = new ElasticsearchEmitter();
    emitter.setName("elasticsearch");
    emitter.setUrl(node.url().toString());
    emitter.setUsername(user);
    emitter.setPassword(password);
    return emitter;
  }
}
