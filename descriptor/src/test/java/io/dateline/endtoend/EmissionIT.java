package io.dateline.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.demo.PipesConfig;
import io.dateline.elasticsearch.ElasticsearchNode;
import io.dateline.elasticsearch.NodeClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The command and a real Tika Server of several processes, both into one real node. */
@DisplayName("Captures on their way into Elasticsearch")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EmissionIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final int LAST = Integer.MAX_VALUE;
  private static final String PASSWORD = "s3cr3t-word";

  /** Where the forks hand a document back to be batched, in bytes as Tika estimates them. */
  private static final int BATCHED_BELOW = 30_000;

  private static final Pattern COUNTS =
      Pattern.compile(
          "(?m)^(.*)elasticsearch: documents: (\\d+) indexed, 0 already present, (\\d+)"
              + " dead-lettered, 0 refused; place rows: (\\d+) indexed.*$");

  private Path work;
  private Path inbox;
  private Path letters;
  private ElasticsearchNode node;
  private NodeClient client;
  private RealTikaServer tika;

  @BeforeAll
  void startServers() throws IOException, InterruptedException {
    work = Distribution.workFolder("emission");
    inbox = Files.createDirectories(work.resolve("inbox"));
    letters = Files.createTempDirectory(work, "letters-");
    node = ElasticsearchNode.of(Distribution.folder("elasticsearch.zip")).start();
    client = new NodeClient(node.url());
    tika = RealTikaServer.withPlugin(config(), "emission");
  }

  /** Two forks that emit what is large and two emitter threads; the forks log their counts. */
  private Path config() throws IOException {
    Path config =
        PipesConfig.write(
            Distribution.home().resolve("tika/tika-config-pipes.xml"), work, inbox, node.url());
    Path logging = work.resolve("fork-log4j2.xml");
    Files.writeString(
        logging,
        """
        <Configuration><Appenders><Console name="err" target="SYSTEM_ERR">
          <PatternLayout pattern="fork %pid %c{1}: %m%n"/></Console></Appenders>
          <Loggers><Logger name="io.dateline.tika" level="debug"/>
            <Root level="info"><AppenderRef ref="err"/></Root></Loggers></Configuration>
        """);
    String text = Files.readString(config);
    text =
        replaced(
            text,
            "<numEmitters>1</numEmitters>",
            "<numEmitters>2</numEmitters><maxForEmitBatchBytes>%d</maxForEmitBatchBytes>"
                .formatted(BATCHED_BELOW));
    text = replaced(text, "<emitWithinMillis>3000<", "<emitWithinMillis>500<");
    text =
        replaced(
            text,
            "<arg>-Xmx512m</arg>",
            "<arg>-Xmx256m</arg><arg>-Dlog4j.configurationFile=" + logging + "</arg>");
    text =
        replaced(
            text,
            "<url>",
            "<deadLetterFolder>%s</deadLetterFolder><username>feeder</username><password>%s</password><url>"
                .formatted(letters, PASSWORD));
    Files.writeString(config, text);
    return config;
  }

  private static String replaced(String text, String what, String with) {
    assertTrue(text.contains(what), () -> "no longer in tika-config-pipes.xml: " + what);
    return text.replace(what, with);
  }

  @AfterAll
  void stopServers() {
    if (tika != null) {
      tika.close();
    }
    if (node != null) {
      node.close();
    }
  }

  /** Empty indices in which the name of a print edition is a number, so that some are refused. */
  @BeforeEach
  void emptyIndices() throws IOException, InterruptedException {
    client.send("DELETE", "/news-articles,news-places?ignore_unavailable=true", "");
    client.ask(
        "PUT",
        "/_component_template/news@custom",
        """
        {"template":{"mappings":{"properties":{"news":{"properties":
          {"print_edition":{"type":"long"}}}}}}}
        """);
    assertEquals(0, dateline("setup").exitCode());
  }

  @Test
  void setupShowsLeavesAndWithForceReplacesWhatSomebodyChanged()
      throws IOException, InterruptedException {
    client.ask(
        "PUT",
        "/_component_template/news@settings",
        "{\"template\":{\"settings\":{\"index\":{\"number_of_replicas\":2}}}}");
    String before = client.ask("GET", "/_component_template/news@settings", "");

    Distribution.Run shown = dateline("setup", "--dry-run", "--force");
    Distribution.Run left = dateline("setup");

    assertEquals(before, client.ask("GET", "/_component_template/news@settings", ""));
    assertEquals(0, shown.exitCode());
    assertTrue(
        shown.output().contains("- template.settings.index.number_of_replicas = 2"), shown::output);
    assertTrue(shown.output().contains("dry run"), shown::output);
    assertEquals(1, left.exitCode());
    assertTrue(left.output().contains("somebody else made it"), left::output);

    Distribution.Run forced = dateline("setup", "--force");
    Distribution.Run again = dateline("setup");

    assertEquals(0, forced.exitCode());
    assertTrue(
        forced.output().contains("updated: component template news@settings"), forced::output);
    assertEquals(0, again.exitCode());
    assertFalse(again.output().contains("updated:"), again::output);
  }

  @Test
  void ingestAccountsForEveryCaptureAndReplayForEveryLetter(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path captures = Files.createDirectory(folder.resolve("captures"));
    for (int i = 0; i < 6; i++) {
      Files.writeString(captures.resolve("good-" + i + ".txt"), story(i, 2, false));
      Files.writeString(captures.resolve("refused-" + i + ".txt"), story(i, 2, true));
    }
    Files.writeString(captures.resolve("broken.txt.gz"), "this is not gzip");
    Path folderOfLetters = folder.resolve("letters");

    Distribution.Run run =
        dateline("ingest", captures.toString(), "--dead-letters", folderOfLetters.toString());

    assertEquals(1, run.exitCode(), run::errors);
    assertTrue(run.output().contains("captures: 13 read, 12 parsed, 1 not parsed"), run::output);
    assertTrue(
        run.output()
            .contains("documents: 6 indexed, 0 already present, 6 dead-lettered, 0 refused"),
        run::output);
    assertEquals(6, count("news-articles"));
    assertRowsAreTheListedOnes();
    int lines = lines(folderOfLetters).size();
    assertTrue(lines > 6, "letters of articles and of their rows");

    acceptEditions();
    List<CompletableFuture<Distribution.Run>> replays = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      replays.add(CompletableFuture.supplyAsync(() -> replay(folderOfLetters)));
    }
    int stored = 0;
    for (CompletableFuture<Distribution.Run> replay : replays) {
      Matcher count =
          Pattern.compile("dead letters: (\\d+) stored").matcher(replay.join().output());
      assertTrue(count.find(), replay.join()::errors);
      stored += Integer.parseInt(count.group(1));
    }

    assertEquals(lines, stored, "each letter by one of the two");
    assertEquals(List.of(), lines(folderOfLetters));
    assertEquals(12, count("news-articles"));
    assertRowsAreTheListedOnes();
  }

  @Test
  void reprocessingSendsWhatIsOlderAndNothingElse(@TempDir Path captures)
      throws IOException, InterruptedException {
    for (int i = 0; i < 3; i++) {
      Files.writeString(captures.resolve("story-" + i + ".txt"), story(i, 2, false));
    }
    String[] ingest = {"ingest", captures.toString(), "--base", captures.toString()};
    assertEquals(0, dateline(ingest).exitCode());
    String version = client.ask("GET", "/news-articles/_source/story-0.txt", "");
    write("story-1.txt", "version", "0.0.9");
    write("story-2.txt", "gazetteer_version", "1999-12-31");

    Distribution.Run plugin = dateline(with(ingest, "--reprocess-older-than", "0.1.0"));
    Distribution.Run gazetteer =
        dateline(with(ingest, "--reprocess-older-than", "gazetteer:2001-01-01"));

    for (Distribution.Run run : List.of(plugin, gazetteer)) {
      assertEquals(0, run.exitCode(), run::errors);
      assertTrue(run.output().contains("1 of 3 captures are to be sent again"), run::output);
      assertTrue(run.output().contains("documents: 1 indexed"), run::output);
    }
    for (String id : List.of("story-1.txt", "story-2.txt")) {
      JsonNode news = JSON.readTree(client.ask("GET", "/news-articles/_source/" + id, ""));
      for (String field : List.of("/news/version", "/news/gazetteer_version")) {
        assertEquals(JSON.readTree(version).at(field), news.at(field), id);
      }
    }
  }

  @Test
  void everyProcessOfAServerAccountsForItsDocuments() throws IOException, InterruptedException {
    Map<String, String> captures = new HashMap<>();
    for (int i = 0; i < 20; i++) {
      captures.put("small-" + i + ".txt", story(i, 2, false));
      captures.put("large-" + i + ".txt", story(i, 300, false));
    }
    for (int i = 0; i < 3; i++) {
      captures.put("small-refused-" + i + ".txt", story(i, 2, true));
      captures.put("large-refused-" + i + ".txt", story(i, 300, true));
    }
    Counts before = counts();

    post(captures);
    await("all are stored or dead letters", () -> count("news-articles") + articles() == 46);
    await("and booked", () -> counts().documents() - before.documents() == 46);

    Counts after = counts();
    assertEquals(40, after.indexed() - before.indexed());
    assertEquals(6, after.deadLettered() - before.deadLettered());
    assertEquals(count("news-places"), after.rows() - before.rows());
    assertTrue(after.processes() >= 3, "the server and two forks");
    assertEquals(40, count("news-articles"));
    assertRowsAreTheListedOnes();
    try (Stream<Path> files = Files.list(letters)) {
      assertTrue(files.count() >= 2, "a file for each process");
    }

    acceptEditions();
    assertEquals(0, replay(letters).exitCode(), "while the server runs");
    assertEquals(46, count("news-articles"));
    assertRowsAreTheListedOnes();
    String pair = "feeder:" + PASSWORD;
    String encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    assertFalse(log().contains(PASSWORD), "the password is in the log");
    assertFalse(log().contains(encoded), "the password is in the log");
  }

  @Test
  @Order(LAST) // what it sends again may still be under way when it is over
  void aKilledForkCostsTheDocumentsInItsHandsAndLeavesNothingWrong()
      throws IOException, InterruptedException {
    Map<String, String> captures = new HashMap<>();
    for (int i = 0; i < 40; i++) {
      captures.put("large-" + i + ".txt", story(i, 300, false));
    }

    post(captures);
    await("it is in the middle", () -> count("news-articles") >= 5);
    List<ProcessHandle> killed = tika.forks();
    killed.forEach(ProcessHandle::destroyForcibly);
    await("the others are there", () -> count("news-articles") >= 40 - killed.size());

    assertFalse(killed.isEmpty());
    Set<String> missing = new TreeSet<>(captures.keySet());
    missing.removeAll(ids("news-articles"));
    assertTrue(missing.size() <= killed.size(), missing::toString);
    Set<String> rows = ids("news-places");
    rows.removeAll(listedRows());
    assertEquals(Set.of(), rows, "rows that no article lists");

    post(captures); // as its sender would, to whom Tika never answered
    await("all are there", () -> ids("news-articles").size() == 40 && rowsAreTheListedOnes());
  }

  private Distribution.Run dateline(String... arguments) throws IOException, InterruptedException {
    return Distribution.dateline(with(arguments, "--elasticsearch", node.url().toString()));
  }

  private static String[] with(String[] arguments, String... more) {
    return Stream.concat(Stream.of(arguments), Stream.of(more)).toArray(String[]::new);
  }

  private Distribution.Run replay(Path folder) {
    try {
      return dateline("ingest", "--replay", folder.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** As an operator would after reading the reason in the dead letters. */
  private void acceptEditions() {
    client.ask(
        "PUT",
        "/news-articles/_mapping",
        """
        {"properties":{"news":{"properties":
          {"print_edition":{"type":"long","ignore_malformed":true}}}}}
        """);
  }

  private void write(String id, String field, String value) {
    client.ask(
        "POST",
        "/news-articles/_update/" + id,
        "{\"doc\":{\"news\":{\"%s\":\"%s\"}}}".formatted(field, value));
  }

  private void post(Map<String, String> captures) throws IOException, InterruptedException {
    ArrayNode tuples = JSON.createArrayNode();
    for (Map.Entry<String, String> capture : captures.entrySet()) {
      String name = capture.getKey();
      Files.writeString(inbox.resolve(name), capture.getValue());
      ObjectNode tuple = tuples.addObject();
      tuple.put("id", name).put("fetcher", "captures").put("fetchKey", name);
      tuple.put("emitter", "elasticsearch").put("emitKey", name);
    }
    var response = tika.post("/async", tuples.toString());
    assertEquals(200, response.statusCode(), response::body);
  }

  private static String story(int number, int paragraphs, boolean printed) {
    StringBuilder story = new StringBuilder("Ferry number " + number + " returns to Mombasa\n\n");
    for (int i = 0; i < paragraphs; i++) {
      story.append(
          """
          The ferry crossed from Mombasa towards Nairobi's new harbour for the %d. time this year, \
          and %d passengers waited in Kampala for a seat on the train that meets it.

          """
              .formatted(number + i + 2, 100 * number + 7 * i));
    }
    return printed
        ? story
            + "A version of this article appeared in the print edition of The Coast Courier on"
            + " October 14, 2025, on page 3.\n"
        : story.toString();
  }

  private void await(String what, BooleanSupplier holds) throws InterruptedException {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (!holds.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, () -> what + "; log: " + tika.logTail());
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  private int count(String index) {
    client.ask("POST", "/" + index + "/_refresh", "");
    return hits(index).path("total").path("value").asInt();
  }

  private JsonNode hits(String index) {
    try {
      return JSON.readTree(
              client.ask(
                  "POST",
                  "/" + index + "/_search",
                  "{\"size\":5000,\"_source\":[\"news.place_ids\"],\"track_total_hits\":true}"))
          .path("hits");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Set<String> ids(String index) {
    client.ask("POST", "/" + index + "/_refresh", "");
    Set<String> ids = new TreeSet<>();
    hits(index).path("hits").forEach(hit -> ids.add(hit.path("_id").asText()));
    return ids;
  }

  private Set<String> listedRows() {
    client.ask("POST", "/news-articles/_refresh", "");
    Set<String> ids = new TreeSet<>();
    for (JsonNode hit : hits("news-articles").path("hits")) {
      hit.at("/_source/news/place_ids").forEach(id -> ids.add(id.asText()));
    }
    return ids;
  }

  private boolean rowsAreTheListedOnes() {
    return listedRows().equals(ids("news-places"));
  }

  private void assertRowsAreTheListedOnes() {
    assertFalse(listedRows().isEmpty(), "the stories have places");
    assertEquals(listedRows(), ids("news-places"));
  }

  /** The letters of articles, without those of their rows. */
  private int articles() {
    return (int) lines(letters).stream().filter(line -> line.contains("\"news\":")).count();
  }

  private static List<String> lines(Path folder) {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        lines.addAll(Files.readAllLines(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }

  /** What the processes said last, together. */
  private record Counts(int processes, int indexed, int deadLettered, int rows) {
    int documents() {
      return indexed + deadLettered;
    }
  }

  private Counts counts() {
    Map<String, int[]> last = new HashMap<>();
    Matcher line = COUNTS.matcher(log());
    while (line.find()) {
      String process = line.group(1).startsWith("fork ") ? line.group(1) : "server";
      int[] counts = new int[3];
      Arrays.setAll(counts, i -> Integer.parseInt(line.group(i + 2)));
      last.put(process, counts);
    }
    int[] sums = new int[3];
    last.values().forEach(counts -> Arrays.setAll(sums, i -> sums[i] + counts[i]));
    return new Counts(last.size(), sums[0], sums[1], sums[2]);
  }

  private String log() {
    try {
      return tika.log();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
