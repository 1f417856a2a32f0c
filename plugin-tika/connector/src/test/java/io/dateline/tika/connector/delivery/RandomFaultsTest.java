package io.dateline.tika.connector.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dateline.tika.connector.Captures;
import io.dateline.tika.connector.delivery.Delivery.OnDuplicate;
import io.dateline.tika.connector.document.NewsEntry;
import io.dateline.tika.connector.document.NewsEntryReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A thousand schedules of faults; whatever fails, the books balance and nothing is lost. */
@DisplayName("Random faults")
class RandomFaultsTest {

  private static final int SCHEDULES = 1000;
  private static final int CONCURRENT_SCHEDULES = 150;
  private static final Duration REQUEST = Duration.ofSeconds(5);
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void everyDocumentEndsInExactlyOneWay(@TempDir Path folder) throws IOException {
    int refused = 0;
    int deadLettered = 0;
    for (int seed = 0; seed < SCHEDULES; seed++) {
      Schedule schedule = new Schedule(seed, folder.resolve("letters-" + seed), 1);
      schedule.run();
      Tally.Counts counts = schedule.tally.counts();
      refused += counts.documents().refused() > 0 ? 1 : 0;
      deadLettered += counts.documents().deadLettered() > 0 ? 1 : 0;
    }
    assertTrue(refused > 50, () -> "the schedules must provoke refusals");
    assertTrue(deadLettered > 50, () -> "the schedules must provoke dead letters");
  }

  /** The faults come from the seed, but threads decide whom they hit. */
  @Test
  void norDoesItMatterThatTwoWavesAreUnderWayAtOnce(@TempDir Path folder) throws IOException {
    for (int seed = 0; seed < CONCURRENT_SCHEDULES; seed++) {
      new Schedule(seed, folder.resolve("letters-" + seed), 2).run();
    }
  }

  /** A few calls with faults, then a healthy cluster. */
  private static final class Schedule {
    private final int seed;
    private final int lanes;
    private final Random random;
    private final FaultyCluster cluster;
    private final Path folder;
    private final boolean letters;
    private final Tally tally = new Tally();
    private final Map<String, NewsEntry> latest = new LinkedHashMap<>();
    private final Pace pace;
    private final Sending sending;

    Schedule(int seed, Path folder, int lanes) {
      this.seed = seed;
      this.lanes = lanes;
      this.folder = folder;
      random = new Random(seed);
      letters = random.nextInt(4) > 0;
      cluster = new FaultyCluster(seed);
      pace = new Pace(Duration.ofMillis(100), Duration.ofSeconds(4), cluster, random);
      sending =
          new Sending(
              "news-articles",
              "news-places",
              null,
              OnDuplicate.REPLACE,
              Duration.ofSeconds(20),
              letters ? folder : null,
              random.nextBoolean() ? 500 : 1_000_000,
              20_000,
              1 + random.nextInt(20));
    }

    void run() throws IOException {
      Delivery delivery = sending.open(cluster, pace, REQUEST, tally, lanes);
      long documents = 0;
      long rows = 0;
      for (int call = 0; call < 4; call++) {
        brew();
        List<NewsEntry> entries = entries(call);
        documents += entries.size();
        rows += entries.stream().mapToInt(entry -> entry.places().size()).sum();
        Tally.Counts before = tally.counts();
        boolean refused = false;
        try {
          delivery.deliver(entries);
        } catch (DeliveryException e) {
          refused = true;
        }
        Tally.Counts after = tally.counts();
        assertEquals(documents, after.documents().total(), this::name);
        assertEquals(rows, after.rows().total(), this::name);
        long newlyRefused =
            after.documents().refused()
                - before.documents().refused()
                + after.rows().refused()
                - before.rows().refused();
        assertEquals(refused, newlyRefused > 0, this::name);
        assertListsCoverRows();
      }
      assertEquals(
          tally.counts().documents().deadLettered() + tally.counts().rows().deadLettered(),
          letterLines(),
          this::name);
      repair(delivery);
    }

    /** Afterwards replay and the caller's own repetition bring everything in. */
    private void repair(Delivery delivery) throws IOException {
      cluster.heal();
      if (letters && Files.isDirectory(folder)) {
        Replay.Result result = sending.replay(cluster, pace, REQUEST).run(folder);
        assertEquals(0, result.unreadable() + result.busyFiles().size(), this::name);
        assertListsCoverRows();
      }
      List<NewsEntry> healthy =
          latest.values().stream().filter(entry -> !isPoisoned(entry)).toList();
      try {
        delivery.deliver(healthy);
      } catch (DeliveryException e) {
        throw new AssertionError(name(), e);
      }
      Set<String> wantedRows = new TreeSet<>();
      for (NewsEntry entry : healthy) {
        assertEquals(entry.article(), cluster.index("news-articles").get(entry.id()), this::name);
        entry.places().forEach(row -> wantedRows.add(row.id()));
      }
      Set<String> rows = new TreeSet<>();
      Set<String> healthyIds = new HashSet<>();
      healthy.forEach(entry -> healthyIds.add(entry.id()));
      for (String row : cluster.index("news-places").keySet()) {
        if (healthyIds.contains(row.substring(0, row.indexOf('#')))) {
          rows.add(row);
        }
      }
      assertEquals(wantedRows, rows, this::name);
    }

    private void brew() {
      cluster.wholeRequestFails = random.nextInt(3) == 0 ? random.nextDouble() : 0.1;
      cluster.answerIsLost = random.nextInt(3) == 0 ? 0.3 : 0;
      cluster.itemFails = random.nextInt(3) == 0 ? random.nextDouble() * 0.9 : 0;
      cluster.credentialsFail = random.nextInt(10) == 0 ? 0.3 : 0;
      cluster.accept(random.nextInt(4) == 0 ? 1 + random.nextInt(5) : Integer.MAX_VALUE);
    }

    private List<NewsEntry> entries(int call) {
      NewsEntryReader reader = new NewsEntryReader(ZoneOffset.UTC, false);
      List<NewsEntry> entries = new ArrayList<>();
      int count = 1 + random.nextInt(8);
      for (int i = 0; i < count; i++) {
        List<String> places = new ArrayList<>();
        for (int place = 0; place < random.nextInt(5); place++) {
          places.add(Captures.place(100 + random.nextInt(8), "P" + place, 1, 2, "CZ"));
        }
        String text = random.nextInt(12) == 0 ? FaultyCluster.POISON : "text " + random.nextInt();
        String key = "k" + random.nextInt(12);
        NewsEntry entry =
            reader
                .read(
                    key,
                    List.of(Captures.article("Story", text, places)),
                    START.plusSeconds(call * 10L + i))
                .get(0);
        entries.add(entry);
        latest.put(key, entry);
      }
      return entries;
    }

    /** No row may exist that its article does not list: nobody would ever remove it. */
    private void assertListsCoverRows() {
      for (String row : cluster.index("news-places").keySet()) {
        String article = row.substring(0, row.indexOf('#'));
        JsonNode source = cluster.index("news-articles").get(article);
        Set<String> listed = new HashSet<>();
        if (source != null) {
          source.path("news").path("place_ids").forEach(id -> listed.add(id.asString("")));
        }
        assertTrue(listed.contains(row), () -> name() + ": nobody lists " + row);
      }
    }

    private long letterLines() throws IOException {
      if (!Files.isDirectory(folder)) {
        return 0;
      }
      long lines = 0;
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : (Iterable<Path>) files::iterator) {
          lines += Files.readAllLines(file).size();
        }
      }
      return lines;
    }

    private static boolean isPoisoned(NewsEntry entry) {
      return entry.article().toString().contains(FaultyCluster.POISON);
    }

    private String name() {
      return "seed " + seed;
    }
  }
}
