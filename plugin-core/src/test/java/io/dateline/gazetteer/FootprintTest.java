package io.dateline.gazetteer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Bounds with much room: measured are 0.1 s and 1 MB, on a machine that does nothing else. */
@DisplayName("What a gazetteer costs")
class FootprintTest {

  private static final int COPIES = 8;

  @Test
  void staysOffTheHeapAndOpensFast() throws Exception {
    Path file = Path.of(BuiltInFile.class.getResource(BuiltInFile.RESOURCE).toURI());
    Gazetteer.open(file).names().find("Paris"); // classes and the folding table
    List<Gazetteer> kept = new ArrayList<>();
    long before = usedHeap();
    Duration best = Duration.ofDays(1);

    for (int i = 0; i < COPIES; i++) {
      long start = System.nanoTime();
      kept.add(Gazetteer.open(file));
      Duration taken = Duration.ofNanos(System.nanoTime() - start);
      best = taken.compareTo(best) < 0 ? taken : best;
    }

    long each = (usedHeap() - before) / COPIES;
    assertTrue(each < 10_000_000, each + " bytes of heap each");
    assertTrue(best.toMillis() < 500, best + " at best");
    assertEquals(COPIES, kept.stream().filter(gazetteer -> gazetteer.size() > 250_000).count());
  }

  private static long usedHeap() {
    Runtime runtime = Runtime.getRuntime();
    long used = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      System.gc();
      used = Math.min(used, runtime.totalMemory() - runtime.freeMemory());
    }
    return used;
  }
}
