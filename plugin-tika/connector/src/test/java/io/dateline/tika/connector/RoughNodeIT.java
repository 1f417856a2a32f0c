package io.dateline.tika.connector;

import static io.dateline.tika.connector.Captures.article;
import static io.dateline.tika.connector.Captures.emission;
import static io.dateline.tika.connector.Captures.place;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dateline.elasticsearch.ElasticsearchNode;
import io.dateline.elasticsearch.NodeClient;
import io.dateline.tika.connector.connection.Access;
import io.dateline.tika.connector.setup.ClusterSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.tika.pipes.emitter.EmitData;
import org.apache.tika.pipes.emitter.TikaEmitterException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A real node that is overloaded, killed, or set up wrongly")
class RoughNodeIT {

  private static final int DOCUMENTS = 5000;
  private static final int BATCH = 250;
  private static final String OSTRAVA = place(3068799, "Ostrava", 49.83, 18.28, "CZ");
  private static final String BRNO = place(3078610, "Brno", 49.19, 16.6, "CZ");

  private static ElasticsearchNode node;
  private static NodeClient client;

  @BeforeAll
  static void startNode() throws Exception {
    node =
        ElasticsearchNode.of(NodeClient.zip(System.getProperty("elasticsearch.version")))
            // so little that parallel requests are refused with a real 429
            .setting("indexing_pressure.memory.limit", "600kb")
            .heap("512m")
            .start();
    client = new NodeClient(node.url());
  }

  @AfterAll
  static void stopNode() {
    node.close();
  }

  @BeforeEach
  void setUp() throws IOException {
    client.send("DELETE", "/news-articles,news-places?ignore_unavailable=true", "");
    Access access = Access.to(node.url().toString());
    try (var setup = new ClusterSetup(access, new ClusterSetup.Choices(false, false, false))) {
      setup.run();
    }
  }

  @Test
  void nothingIsLostOrDoubledWhenTheNodeDiesInTheMiddle() throws Exception {
    ElasticsearchEmitter emitter = emitter();
    emitter.setDeadlineMillis("240000");
    CompletableFuture<Void> accident = null;
    for (int from = 0; from < DOCUMENTS; from += BATCH) {
      emitter.emit(batch(from, BATCH, "story"));
      if (from == DOCUMENTS / 2) {
        accident = CompletableFuture.runAsync(RoughNodeIT::killAndBoot);
      }
    }
    accident.join();

    assertEquals(DOCUMENTS, emitter.counts().documents().indexed());
    assertEquals(2 * DOCUMENTS, emitter.counts().rows().indexed());
    assertTrue(emitter.counts().retriedRequests() > 0, "the accident was not noticed");
    assertEquals(DOCUMENTS, count("news-articles"));
    assertEquals(2 * DOCUMENTS, count("news-places"));
  }

  @Test
  void realRejectionsAreRetriedUntilAllIsIn() throws Exception {
    String padding = "word ".repeat(4000);
    List<CompletableFuture<Void>> senders = new ArrayList<>();
    List<ElasticsearchEmitter> emitters = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      ElasticsearchEmitter emitter = emitter();
      emitter.setBatchBytes("400000");
      emitter.setDeadlineMillis("120000");
      emitters.add(emitter);
      int from = i * 100;
      senders.add(
          CompletableFuture.runAsync(
              () -> {
                try {
                  emitter.emit(batch(from, 100, padding));
                } catch (TikaEmitterException e) {
                  throw new IllegalStateException(e);
                }
              }));
    }
    senders.forEach(CompletableFuture::join);

    long retried =
        emitters.stream()
            .mapToLong(e -> e.counts().retriedRequests() + e.counts().retriedItems())
            .sum();
    assertTrue(retried > 0, "the node refused nothing");
    assertEquals(400, emitters.stream().mapToLong(e -> e.counts().documents().indexed()).sum());
    assertEquals(400, count("news-articles"));
  }

  @Test
  void whatTheMappingRefusesGoesToTheDeadLetterFile(@TempDir Path folder) throws Exception {
    ElasticsearchEmitter emitter = emitter();
    emitter.setDeadLetterFolder(folder.toString());
    client.ask(
        "PUT",
        "/other-places",
        """
        {"mappings":{"properties":{"place":{"properties":{"name":{"type":"long"}}}}}}
        """);
    emitter.setPlaceIndex("other-places");

    emitter.emit(List.of(emission("a", article("H", "text", List.of(OSTRAVA)))));

    assertEquals(1, emitter.counts().documents().indexed());
    assertEquals(1, emitter.counts().rows().deadLettered());
    try (Stream<Path> files = Files.list(folder)) {
      String line = Files.readString(files.findFirst().orElseThrow());
      assertTrue(line.contains("document_parsing_exception"), line);
      assertTrue(line.contains("[place.name]"), line);
      assertTrue(line.contains("\"id\":\"a#3068799\""), line);
    }
    client.ask("DELETE", "/other-places", "");
  }

  @Test
  void anIndexOfAnotherVersionStopsTheRun(@TempDir Path folder) throws Exception {
    client.ask(
        "PUT",
        "/other-places",
        """
        {"mappings":{"dynamic":"strict","properties":{"@timestamp":{"type":"date"}}}}
        """);
    ElasticsearchEmitter emitter = emitter();
    emitter.setDeadLetterFolder(folder.toString());
    emitter.setPlaceIndex("other-places");
    List<EmitData> batch = List.of(emission("a", article("H", "text", List.of(OSTRAVA))));

    TikaEmitterException e = assertThrows(TikaEmitterException.class, () -> emitter.emit(batch));

    assertTrue(e.getMessage().contains("was not set up by this version"), e::getMessage);
    assertEquals(1, e.getMessage().lines().count());
    assertEquals(1, emitter.counts().documents().indexed());
    assertEquals(1, emitter.counts().rows().refused());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(0, files.count(), "the caller has them, not the dead-letter file");
    }
    client.ask("DELETE", "/other-places", "");
  }

  @Test
  void withoutSetupItStopsAndSaysWhatToDo() {
    client.ask("DELETE", "/news-articles", "");

    TikaEmitterException e =
        assertThrows(
            TikaEmitterException.class,
            () -> emitter().emit(List.of(emission("a", article("H", "text", List.of())))));

    assertTrue(e.getMessage().contains("dateline setup"), e::getMessage);
    assertEquals(404, client.send("GET", "/news-articles", "").status(), "it made no index");
  }

  @Test
  void severalProcessesWritingTheSameArticlesLeaveOneOfEach() throws Exception {
    List<CompletableFuture<Void>> senders = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      senders.add(
          CompletableFuture.runAsync(
              () -> {
                try {
                  emitter().emit(batch(0, 200, "the same story"));
                } catch (TikaEmitterException e) {
                  throw new IllegalStateException(e);
                }
              }));
    }
    senders.forEach(CompletableFuture::join);

    assertEquals(200, count("news-articles"));
    assertEquals(400, count("news-places"));
  }

  private static void killAndBoot() {
    try {
      node.kill();
      node.boot();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<EmitData> batch(int from, int count, String text) {
    List<EmitData> batch = new ArrayList<>();
    for (int i = from; i < from + count; i++) {
      batch.add(emission("doc-" + i, article("Story " + i, text, List.of(OSTRAVA, BRNO))));
    }
    return batch;
  }

  private static ElasticsearchEmitter emitter() {
    ElasticsearchEmitter emitter = new ElasticsearchEmitter();
    emitter.setName("elasticsearch");
    emitter.setUrl(node.url().toString());
    return emitter;
  }

  private static int count(String index) {
    client.ask("POST", "/" + index + "/_refresh", "");
    String said = client.ask("GET", "/" + index + "/_count", "");
    return Integer.parseInt(said.replaceAll(".*\"count\":(\\d+).*", "$1"));
  }
}
