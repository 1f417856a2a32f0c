package io.dateline.tika.connector;

import static io.dateline.tika.connector.Captures.article;
import static io.dateline.tika.connector.Captures.emission;
import static io.dateline.tika.connector.Captures.place;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dateline.elasticsearch.ElasticsearchNode;
import io.dateline.elasticsearch.NodeClient;
import io.dateline.tika.connector.connection.Access;
import io.dateline.tika.connector.document.NewsEntry;
import io.dateline.tika.connector.document.NewsEntry.PlaceRow;
import io.dateline.tika.connector.document.NewsEntryReader;
import io.dateline.tika.connector.setup.ClusterSetup;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.apache.tika.pipes.emitter.EmitData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * Documents a second of the emitter against the least that anybody could write. Both get the same
 * batches of Tika's metadata and make the same documents and rows of them with the same reader; the
 * minimal loop then posts each batch as one {@code _bulk} request over a plain connection, without
 * retries, accounts, duplicates, stale rows or an order of writes. One operation is an article of
 * about 3,000 characters with four places. Both go to the same node in turns, into empty indices
 * each time; the order of a turn is reversed in every other round, and the median rounds count. Not
 * part of the build; wants a quiet machine; in the root folder:
 *
 * <pre>
 * mvn verify -pl plugin-tika/connector -am -Dit.test=ThroughputBenchmark -Dtest=none \
 *   -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false
 * </pre>
 */
@DisplayName("Throughput")
class ThroughputBenchmark {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int DOCUMENTS = Integer.getInteger("documents", 4000);
  private static final int ROUNDS = Integer.getInteger("rounds", 11);

  /** Both sides, and the node most of all, are ten times slower before they are compiled. */
  private static final int WARM_UPS = Integer.getInteger("warm-ups", 8);

  private static final int BATCH = 250;
  private static final int PLACES = 4;

  private static ElasticsearchNode node;
  private static NodeClient client;
  private static List<List<EmitData>> batches;

  private interface Way {
    void send() throws Exception;
  }

  @BeforeAll
  static void startNode() throws Exception {
    node =
        ElasticsearchNode.of(NodeClient.zip(System.getProperty("elasticsearch.version")))
            .heap("1g")
            .start();
    client = new NodeClient(node.url());
    batches = batches();
  }

  @AfterAll
  static void stopNode() {
    node.close();
  }

  @Test
  void isNineTenthsOfAMinimalLoops() throws Exception {
    Way connector = ThroughputBenchmark::emitAll;
    Way loop = ThroughputBenchmark::postAll;
    List<Cost> ours = new ArrayList<>();
    List<Cost> minimal = new ArrayList<>();
    for (int round = -WARM_UPS; round < ROUNDS; round++) {
      boolean first = round % 2 == 0;
      Cost early = cost(first ? connector : loop);
      Cost late = cost(first ? loop : connector);
      if (round >= 0) {
        ours.add(first ? early : late);
        minimal.add(first ? late : early);
        System.out.printf(
            "round %d: connector %s; minimal loop %s%n",
            round + 1, ours.get(round), minimal.get(round));
      }
    }
    double ratio = median(minimal, Cost::took) / median(ours, Cost::took);
    System.out.printf(
        "connector %.0f documents/s, minimal loop %.0f documents/s, ratio %.2f; processor time:"
            + " sender %.2f, node %.2f times the minimal loop's%n",
        DOCUMENTS / median(ours, Cost::took),
        DOCUMENTS / median(minimal, Cost::took),
        ratio,
        median(ours, Cost::sender) / median(minimal, Cost::sender),
        median(ours, Cost::node) / median(minimal, Cost::node));

    assertTrue(ratio >= 0.9, () -> "ratio " + ratio);
  }

  /**
   * What a round took.
   *
   * @param took by the clock
   * @param sender processor time of this process
   * @param node processor time of the node's
   */
  private record Cost(Duration took, Duration sender, Duration node) {
    @Override
    public String toString() {
      return "%d ms, processor %d + %d ms"
          .formatted(took.toMillis(), sender.toMillis(), node.toMillis());
    }
  }

  /** Seconds in the median round. */
  private static double median(List<Cost> rounds, Function<Cost, Duration> what) {
    return rounds.stream().map(what).sorted().toList().get(rounds.size() / 2).toNanos() / 1e9;
  }

  private static Cost cost(Way way) throws Exception {
    client.send("DELETE", "/news-articles,news-places?ignore_unavailable=true", "");
    try (var setup =
        new ClusterSetup(
            Access.to(node.url().toString()), new ClusterSetup.Choices(false, false, false))) {
      setup.run();
    }
    Duration sender = processor(ProcessHandle.current());
    Duration server = nodesProcessor();
    long start = System.nanoTime();
    way.send();
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    Cost cost =
        new Cost(
            took, processor(ProcessHandle.current()).minus(sender), nodesProcessor().minus(server));
    client.ask("POST", "/news-articles,news-places/_flush", "");
    assertEquals(DOCUMENTS, count("news-articles"));
    assertEquals(PLACES * DOCUMENTS, count("news-places"));
    return cost;
  }

  private static Duration nodesProcessor() {
    ProcessHandle launcher = ProcessHandle.of(node.pid()).orElseThrow();
    return launcher
        .descendants()
        .map(ThroughputBenchmark::processor)
        .reduce(processor(launcher), Duration::plus);
  }

  private static Duration processor(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static int count(String index) {
    client.ask("POST", "/" + index + "/_refresh", "");
    return MAPPER.readTree(client.ask("GET", "/" + index + "/_count", "")).path("count").asInt();
  }

  private static void emitAll() throws Exception {
    ElasticsearchEmitter emitter = new ElasticsearchEmitter();
    emitter.setName("elasticsearch");
    emitter.setUrl(node.url().toString());
    for (List<EmitData> batch : batches) {
      emitter.emit(batch);
    }
    assertEquals(DOCUMENTS, emitter.counts().documents().indexed());
  }

  private static void postAll() throws IOException {
    NewsEntryReader reader = new NewsEntryReader(ZoneOffset.UTC, false);
    for (List<EmitData> batch : batches) {
      StringBuilder body = new StringBuilder();
      for (EmitData data : batch) {
        String key = data.getEmitKey().getEmitKey();
        for (NewsEntry entry : reader.read(key, data.getMetadataList(), Instant.now())) {
          append(body, "news-articles", entry.id(), json(entry, "article"));
          for (PlaceRow row : entry.places()) {
            append(body, "news-places", row.id(), json(row, "source"));
          }
        }
      }
      String answer = client.ask("POST", "/_bulk", body.toString());
      if (MAPPER.readTree(answer).path("errors").asBoolean(true)) {
        throw new IOException(answer);
      }
    }
  }

  /** By name, as the type of a node is another one in the jar that the build tests. */
  private static String json(Record of, String component) {
    try {
      return of.getClass().getMethod(component).invoke(of).toString();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void append(StringBuilder body, String index, String id, String source) {
    body.append("{\"index\":{\"_index\":\"").append(index);
    body.append("\",\"_id\":\"").append(id).append("\"}}\n").append(source).append('\n');
  }

  private static List<List<EmitData>> batches() {
    Random random = new Random(1);
    List<List<EmitData>> batches = new ArrayList<>();
    for (int from = 0; from < DOCUMENTS; from += BATCH) {
      List<EmitData> batch = new ArrayList<>();
      for (int i = from; i < from + BATCH; i++) {
        List<String> places = new ArrayList<>();
        for (int p = 0; p < PLACES; p++) {
          places.add(
              place(
                  random.nextInt(100_000) * PLACES + p,
                  word(random),
                  random.nextInt(160) - 80.5,
                  random.nextInt(340) - 170.5,
                  "CZ"));
        }
        batch.add(emission("story-" + i, article("Story " + i, text(random), places)));
      }
      batches.add(batch);
    }
    return batches;
  }

  /** Words whose frequency falls as in a language, of a vocabulary of some 20,000. */
  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    while (text.length() < 3000) {
      text.append(word(random)).append(' ');
    }
    return text.toString();
  }

  private static String word(Random random) {
    return "w" + Integer.toString((int) Math.exp(random.nextDouble() * Math.log(20_000)), 36);
  }
}
