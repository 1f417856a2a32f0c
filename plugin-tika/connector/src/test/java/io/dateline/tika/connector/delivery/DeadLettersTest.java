package io.dateline.tika.connector.delivery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dateline.tika.connector.Captures;
import io.dateline.tika.connector.document.NewsEntry;
import io.dateline.tika.connector.document.NewsEntryReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

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

    String line = new String(letter.toLine(), StandardCharsets.UTF_8);

    assertEquals(line.length() - 1, line.indexOf('\n'));
    assertEquals(letter, DeadLetter.parse(letter.toLine()));
  }

  @Test
  void aFullFileIsFollowedByAnother(@TempDir Path folder) throws IOException {
    DeadLetters letters = DeadLetters.in(folder, 100);

    letters.write(List.of(letter("a", "x".repeat(100))));
    letters.write(List.of(letter("b", "x"), letter("c", "x")));

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
                100_000,
                1,
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
        .open(cluster, pace, Duration.ofSeconds(1), tally, 1)
        .deliver(List.of(entry("a", "text", EARLY), entry("b", "text", EARLY)));
    assertEquals(2, tally.counts().documents().deadLettered());
    assertEquals(2, tally.counts().rows().deadLettered());
    Replay.Result down = replay(folder);
    assertEquals(4, down.failed(), "the cluster is still down");
    assertEquals("Elasticsearch cannot be reached: not now", down.stopReason());

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
        .open(cluster, pace, Duration.ofSeconds(1), tally, 1)
        .deliver(List.of(entry("a", FaultyCluster.POISON, EARLY)));
    Path file = onlyFile(folder);
    Files.writeString(file, Files.readString(file) + "half a li");

    Replay.Result result = replay(folder);

    assertEquals(2, result.failed());
    assertEquals(1, result.unreadable());
    assertEquals(3, Files.readAllLines(file).size());
  }

  @Test
  void replayDoesNotBringOldVersionsBack(@TempDir Path folder) throws Exception {
    Delivery delivery = sending(folder).open(cluster, pace, Duration.ofSeconds(1), tally, 1);
    cluster.wholeRequestFails = 1;
    delivery.deliver(List.of(entry("a", "old", EARLY)));
    cluster.heal();
    delivery.deliver(List.of(entry("a", "new", EARLY.plusSeconds(60))));

    Replay.Result result = replay(folder);

    assertEquals(2, result.overtaken());
    assertEquals(
        "new", cluster.index("news-articles").get("a").path("news").path("text").asString());
    try (Stream<Path> files = Files.list(folder)) {
      assertFalse(files.findAny().isPresent());
    }
  }

  @Test
  void lettersAreOnTheDiskBeforeTheCallReturns(@TempDir Path folder) throws IOException {
    Path log = folder.resolve("forces.jfr");
    try (Recording recording = new Recording()) {
      recording.enable("jdk.FileForce").withoutThreshold().withoutStackTrace();
      recording.start();
      DeadLetters.in(folder, 1000).write(List.of(letter("a", "x")));
      recording.stop();
      recording.dump(log);
    }

    List<String> forced =
        RecordingFile.readAllEvents(log).stream()
            .map(event -> event.getString("path"))
            .filter(Objects::nonNull)
            .toList();

    assertTrue(forced.contains(onlyFile(folder).toString()), forced::toString);
    assertTrue(forced.contains(folder.toString()), forced::toString);
  }

  @Test
  void aFileThatSomebodyElseHasIsLeftAloneByWriterAndReplay(@TempDir Path folder)
      throws IOException {
    DeadLetters letters = DeadLetters.in(folder, 1_000_000);
    letters.write(List.of(letter("a", "x")));
    Path first = onlyFile(folder);
    try (FileChannel channel = FileChannel.open(first, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assertTrue(lock.isValid());

      letters.write(List.of(letter("b", "x")));
      Replay.Result result = replay(folder);

      assertEquals(List.of(first.toString()), result.busyFiles());
      assertEquals(1, result.stored(), "the letter of the second file");
      assertEquals(1, Files.readAllLines(first).size());
    }

    assertEquals(1, replay(folder).stored());
  }

  @Test
  void theWriterGoesOnWhenItsFileWasReplayed(@TempDir Path folder) throws IOException {
    DeadLetters letters = DeadLetters.in(folder, 1_000_000);
    letters.write(List.of(letter("a", "x")));
    assertEquals(1, replay(folder).stored());

    letters.write(List.of(letter("b", "x")));

    assertEquals(1, replay(folder).stored());
    assertEquals(Set.of("a", "b"), cluster.index("news-articles").keySet());
  }

  @Test
  void aLineThatWasCutWithinACharacterIsKeptByteForByte(@TempDir Path folder) throws IOException {
    DeadLetters.in(folder, 1_000_000).write(List.of(letter("a", "x")));
    Path file = onlyFile(folder);
    byte[] whole = letter("b", "caf\u00e9").toLine();
    int cut = new String(whole, StandardCharsets.ISO_8859_1).indexOf('\u00c3') + 1;
    byte[] torn = Arrays.copyOf(whole, cut);
    Files.write(file, torn, StandardOpenOption.APPEND);

    Replay.Result result = replay(folder);

    assertEquals(1, result.stored());
    assertEquals(1, result.unreadable());
    byte[] left = Files.readAllBytes(file);
    assertArrayEquals(torn, Arrays.copyOf(left, left.length - 1));
  }

  /** A user's pipeline may write the time in its own way; then nobody can tell which is newer. */
  @Test
  void aTimeThatCannotBeReadDoesNotEndAReplay(@TempDir Path folder) throws Exception {
    Delivery delivery = sending(folder).open(cluster, pace, Duration.ofSeconds(1), tally, 1);
    cluster.refuseIndex = "news-places";
    delivery.deliver(List.of(entry("a", "text", EARLY)));
    ((ObjectNode) cluster.index("news-articles").get("a").path("event"))
        .put("ingested", 1767225600);
    cluster.refuseIndex = "";

    assertEquals(1, replay(folder).stored());
  }

  @Test
  void severalFilesAreReplayedAndCountedTogether(@TempDir Path folder) throws Exception {
    DeadLetters letters = DeadLetters.in(folder, 1);
    for (String id : List.of("a", "b", FaultyCluster.POISON)) {
      letters.write(List.of(letter(id, id)));
    }

    Replay.Result result = replay(folder);

    assertEquals(2, result.stored());
    assertEquals(1, result.failed());
    assertEquals(1, Files.readAllLines(onlyFile(folder)).size());
  }

  @Test
  void aLetterIsNotGluedToOneThatWasCutShort(@TempDir Path folder) throws IOException {
    DeadLetters letters = DeadLetters.in(folder, 1_000_000);
    letters.write(List.of(letter("a", "x")));
    Path file = onlyFile(folder);
    Files.writeString(file, Files.readString(file) + "half a li");

    letters.write(List.of(letter("b", "x")));
    Replay.Result result = replay(folder);

    assertEquals(2, result.stored());
    assertEquals(1, result.unreadable());
  }

  @Test
  void anInterruptedThreadStillWritesThem(@TempDir Path folder) throws Exception {
    Thread.currentThread().interrupt();
    cluster.wholeRequestFails = 1;
    sending(folder)
        .open(cluster, pace, Duration.ofSeconds(1), tally, 1)
        .deliver(List.of(entry("a", "text", EARLY)));

    assertTrue(Thread.interrupted(), "the caller is still to know");
    assertEquals(1, tally.counts().documents().deadLettered());
    assertEquals(2, Files.readAllLines(onlyFile(folder)).size());
  }

  @Test
  void anErrorOfTheMachineIsBookedAndNotThrown(@TempDir Path folder) throws Exception {
    cluster.error = new OutOfMemoryError("heap");
    sending(folder)
        .open(cluster, pace, Duration.ofSeconds(1), tally, 2)
        .deliver(List.of(entry("a", "text", EARLY), entry("b", "text", EARLY)));

    assertEquals(2, tally.counts().documents().deadLettered());
    assertEquals(2, tally.counts().rows().deadLettered());
    cluster.error = null;
    assertEquals(4, replay(folder).stored());
  }

  @Test
  void rowsOfALaterVersionAreNotDroppedWithTheEarlierOne(@TempDir Path folder) throws Exception {
    Delivery delivery = sending(folder).open(cluster, pace, Duration.ofSeconds(1), tally, 1);
    cluster.wholeRequestFails = 1;
    delivery.deliver(List.of(entry("a", "old", EARLY)));
    cluster.heal();
    cluster.refuseIndex = "news-places";
    delivery.deliver(List.of(entry("a", "new", EARLY.plusSeconds(60))));
    assertEquals(3, Files.readAllLines(onlyFile(folder)).size());
    cluster.refuseIndex = "";

    Replay.Result result = replay(folder);

    assertEquals(2, result.overtaken());
    assertEquals(1, result.stored());
    assertEquals(1, cluster.index("news-places").size());
  }

  @Test
  void rowsThatFailedAloneAreStoredAlone(@TempDir Path folder) throws Exception {
    cluster.refuseIndex = "news-places";
    sending(folder)
        .open(cluster, pace, Duration.ofSeconds(1), tally, 1)
        .deliver(List.of(entry("a", "text", EARLY), entry("b", "text", EARLY)));
    cluster.refuseIndex = "";

    Replay.Result result = replay(folder);

    assertEquals(2, result.stored());
    assertTrue(result.isComplete());
    assertEquals(2, cluster.index("news-places").size());
  }

  private static Path onlyFile(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> letters = files.filter(file -> file.toString().endsWith(".ndjson")).toList();
      assertEquals(1, letters.size());
      return letters.get(0);
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
