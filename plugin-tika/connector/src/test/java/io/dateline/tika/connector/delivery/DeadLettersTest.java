package io.dateline.tika.connector.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dateline.tika.connector.Captures;
import io.dateline.tika.connector.document.NewsEntry;
import io.dateline.tika.connector.document.NewsEntryReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;

@DisplayName("Dead letters")
class DeadLettersTest {

  private static final Instant EARLY = Instant.parse("2026-01-01T00:00:00Z");

  private final FaultyCluster cluster = new FaultyCluster(1);
  private final Pace pace =
      new Pace(Duration.ofMillis(100), Duration.ofSeconds(1), cluster, new Random(1));
  private final Tally tally = new Tally();

  @Test
  void aLetterReadsBackAsItWasWritten() {
    DeadLetter letter = letter("a", "line\nbreak and \u2028 and \ud83d\ude00");

    String line = new String(letter.toLine(), java.nio.charset.StandardCharsets.UTF_8);

    assertEquals(line.length() - 1, line.indexOf('\n'));
    assertEquals(letter, DeadLetter.parse(line.strip()));
  }

  @Test
  void aFullFileIsFollowedByAnother(@TempDir Path folder) throws IOException {
    DeadLetters letters = DeadLetters.in(folder, 100);

    letters.write(List.of(letter("a", "x".repeat(100))));
    letters.write(List.of(letter("b", "x"), letter("c", "x")));
    DeadLetters.release(folder);

    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(2, files.count());
    }
  }

  @Test
  void aFullDiskGivesTheDocumentsBack() {
    assumeTrue(Files.exists(Path.of("/dev/full")), "there is no /dev/full here");
    DeadLetters full = new DeadLetters(Path.of("/dev/full"));
    Delivery delivery =
        new Delivery(
            new BulkSender(
                cluster,
                new BulkSender.Limits(1000, 10, 100_000, Duration.ofSeconds(1)),
                pace,
                tally),
            new Delivery.Options(
                "news-articles",
                "news-places",
                Delivery.OnDuplicate.REPLACE,
                10,
                Duration.ofSeconds(5)),
            pace,
            full,
            tally);

    DeliveryException e =
        assertThrows(
            DeliveryException.class,
            () -> delivery.deliver(List.of(entry("a", FaultyCluster.POISON, EARLY))));

    assertTrue(e.getMessage().contains("dead letters could not be written"), e::getMessage);
    assertEquals(1, tally.counts().documents().refused());
    assertEquals(1, tally.counts().rows().refused());
    assertEquals(0, tally.counts().documents().deadLettered());
  }

  @Test
  void replayStoresAndRemovesTheFile(@TempDir Path folder) throws Exception {
    cluster.wholeRequestFails = 1;
    sending(folder)
        .open(cluster, pace, Duration.ofSeconds(1), tally)
        .deliver(List.of(entry("a", "text", EARLY), entry("b", "text", EARLY)));
    assertEquals(2, tally.counts().documents().deadLettered());
    assertEquals(2, tally.counts().rows().deadLettered());
    assertEquals(1, replay(folder).busyFiles().size(), "while this process writes it");
    DeadLetters.release(folder);
    assertEquals(4, replay(folder).failed(), "the cluster is still down");

    cluster.heal();
    Replay.Result result = replay(folder);

    assertEquals(4, result.stored());
    assertEquals(0, result.failed());
    assertEquals(2, cluster.index("news-articles").size());
    assertEquals(2, cluster.index("news-places").size());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(0, files.count());
    }
  }

  @Test
  void replayKeepsWhatFailsAgainAndWhatItCannotRead(@TempDir Path folder) throws Exception {
    sending(folder)
        .open(cluster, pace, Duration.ofSeconds(1), tally)
        .deliver(List.of(entry("a", FaultyCluster.POISON, EARLY)));
    DeadLetters.release(folder);
    Path file;
    try (Stream<Path> files = Files.list(folder)) {
      file = files.findFirst().orElseThrow();
    }
    Files.writeString(file, Files.readString(file) + "half a li");

    Replay.Result result = replay(folder);

    assertEquals(2, result.failed());
    assertEquals(1, result.unreadable());
    assertEquals(3, Files.readAllLines(file).size());
  }

  @Test
  void replayDoesNotBringOldVersionsBack(@TempDir Path folder) throws Exception {
    Delivery delivery = sending(folder).open(cluster, pace, Duration.ofSeconds(1), tally);
    cluster.wholeRequestFails = 1;
    delivery.deliver(List.of(entry("a", "old", EARLY)));
    cluster.heal();
    delivery.deliver(List.of(entry("a", "new", EARLY.plusSeconds(60))));
    DeadLetters.release(folder);

    Replay.Result result = replay(folder);

    assertEquals(2, result.overtaken());
    assertEquals(
        "new", cluster.index("news-articles").get("a").path("news").path("text").asString());
    try (Stream<Path> files = Files.list(folder)) {
      assertFalse(files.findAny().isPresent());
    }
  }

  private Replay.Result replay(Path folder) throws IOException {
    return sending(folder).replay(cluster, pace, Duration.ofSeconds(1)).run(folder);
  }

  private static Sending sending(Path folder) {
    return Sending.DEFAULT.withDeadLetterFolder(folder).withDeadline(Duration.ofSeconds(5));
  }

  private static NewsEntry entry(String key, String text, Instant ingested) {
    List<String> places = List.of(Captures.place(1, "Town", 10, 20, "CZ"));
    return new NewsEntryReader(ZoneOffset.UTC, false)
        .read(key, List.of(Captures.article("H", text, places)), ingested)
        .get(0);
  }

  private static DeadLetter letter(String id, String text) {
    return new DeadLetter(
        EARLY,
        id,
        "news-articles",
        id,
        400,
        "type",
        "reason",
        1,
        JsonNodeFactory.instance.objectNode().put("text", text));
  }
}
