package io.dateline.tika.connector.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.dateline.tika.connector.document.NewsEntry;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("Waves of entries")
class WavesTest {

  private final AtomicInteger made = new AtomicInteger();

  @Test
  void areBoundedByCountAndByText() {
    Waves byCount = new Waves(entries(1, "a", "b", "c"), 2, 1000);
    Waves byText = new Waves(entries(400, "a", "b", "c", "d"), 100, 1000);

    assertEquals(List.of("a", "b"), ids(byCount.next()));
    assertEquals(List.of("c"), ids(byCount.next()));
    assertNull(byCount.next());
    assertEquals(List.of("a", "b", "c"), ids(byText.next()));
    assertEquals(List.of("d"), ids(byText.next()));
  }

  @Test
  void makeNoEntryBeforeItIsWanted() {
    Waves waves = new Waves(entries(1, "a", "b", "c", "d"), 2, 1000);

    waves.next();

    assertEquals(2, made.get());
  }

  @Test
  void neverHaveAnIdTwiceAndWaitForTheOneUnderWay() throws Exception {
    Waves waves = new Waves(entries(1, "a", "b", "a", "c"), 10, 1000);
    List<Parcel> first = waves.next();
    assertEquals(List.of("a", "b"), ids(first));

    CompletableFuture<List<Parcel>> second = CompletableFuture.supplyAsync(waves::next);
    assertFalse(second.isDone(), "its id is under way");
    waves.done(first);

    assertEquals(List.of("a", "c"), ids(second.get()));
  }

  @Test
  void loseNothingWhenSeveralWaitForTheSameId() throws Exception {
    for (int run = 0; run < 200; run++) {
      Waves waves = new Waves(entries(1, "a", "a", "b", "a", "c"), 10, 1000);
      List<Parcel> first = waves.next();
      AtomicInteger given = new AtomicInteger(first.size());
      Runnable lane =
          () -> {
            for (List<Parcel> wave = waves.next(); wave != null; wave = waves.next()) {
              given.addAndGet(wave.size());
              waves.done(wave);
            }
          };
      var one = CompletableFuture.runAsync(lane);
      var two = CompletableFuture.runAsync(lane);
      waves.done(first);
      CompletableFuture.allOf(one, two).get();

      assertEquals(5, given.get());
    }
  }

  private Iterator<NewsEntry> entries(int characters, String... ids) {
    return Stream.of(ids)
        .map(
            id -> {
              made.incrementAndGet();
              ObjectNode article = JsonNodeFactory.instance.objectNode();
              article.putObject("news").put("text_length", characters);
              return new NewsEntry(id, article, List.of());
            })
        .iterator();
  }

  private static List<String> ids(List<Parcel> wave) {
    assertNotNull(wave);
    return wave.stream().map(Parcel::id).toList();
  }
}
