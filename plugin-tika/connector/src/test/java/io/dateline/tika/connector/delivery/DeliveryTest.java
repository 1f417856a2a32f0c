package io.dateline.tika.connector.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dateline.tika.connector.Captures;
import io.dateline.tika.connector.delivery.Delivery.OnDuplicate;
import io.dateline.tika.connector.document.NewsEntry;
import io.dateline.tika.connector.document.NewsEntryReader;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Articles that are there already")
class DeliveryTest {

  private static final Instant EARLY = Instant.parse("2026-01-01T00:00:00Z");

  private final FaultyCluster cluster = new FaultyCluster(1);
  private final Pace pace =
      new Pace(Duration.ofMillis(100), Duration.ofSeconds(1), cluster, new Random(1));
  private final Tally tally = new Tally();

  @BeforeEach
  void storeThem() throws DeliveryException {
    open(OnDuplicate.REPLACE, new Tally()).deliver(entries("old", EARLY));
  }

  @Test
  void areKeptWithTwoRequestsHoweverManyTheyAre() throws DeliveryException {
    int before = cluster.reads;

    open(OnDuplicate.KEEP, tally).deliver(entries("new", EARLY.plusSeconds(60)));

    assertEquals(2, cluster.reads - before, "articles, then their rows");
    assertEquals(20, tally.counts().documents().alreadyPresent());
    assertEquals(40, tally.counts().rows().alreadyPresent());
    assertEquals("old", text("k7"));
  }

  @Test
  void areWrittenAgainWhereASenderDiedBeforeTheirRows() throws DeliveryException {
    cluster.index("news-places").remove("k7#2");

    open(OnDuplicate.KEEP, tally).deliver(entries("new", EARLY.plusSeconds(60)));

    assertEquals(19, tally.counts().documents().alreadyPresent());
    assertEquals(1, tally.counts().documents().indexed());
    assertEquals("new", text("k7"));
    assertEquals("old", text("k8"));
    assertEquals(40, cluster.index("news-places").size());
  }

  private String text(String id) {
    return cluster.index("news-articles").get(id).path("news").path("text").asString("");
  }

  private Delivery open(OnDuplicate onDuplicate, Tally counts) {
    return Sending.DEFAULT
        .withOnDuplicate(onDuplicate)
        .open(cluster, pace, Duration.ofSeconds(1), counts, 1);
  }

  private static List<NewsEntry> entries(String text, Instant ingested) {
    NewsEntryReader reader = new NewsEntryReader(ZoneOffset.UTC, false);
    List<String> places =
        List.of(
            Captures.place(1, "Town", 10, 20, "CZ"), Captures.place(2, "Village", 11, 21, "CZ"));
    List<NewsEntry> entries = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      entries.addAll(reader.read("k" + i, List.of(Captures.article("H", text, places)), ingested));
    }
    return entries;
  }
}
