package io.dateline.bench;

import io.dateline.gazetteer.Gazetteer;
import io.dateline.toponym.GeotagOptions;
import io.dateline.toponym.Geotagger;
import io.dateline.toponym.Geotags;
import io.dateline.toponym.Story;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints how long a new process takes until its first text is geotagged: gazetteer mapped and
 * checked, word lists read, places found. Best and median of so many processes, one after the
 * other; the first of all, which unpacks the gazetteer, is not among them.
 *
 * <p>Three figures: milliseconds from the first line of {@code main}, milliseconds from the start
 * of the process, and all CPU time of the process, which other work on the machine disturbs least.
 *
 * <p>Argument: number of processes, 5 by default.
 */
public final class ReadyTime {

  private static final String TEXT =
      "NAIROBI (Reuters) - Floods cut the road between Mombasa and Malindi in Kenya's Kilifi"
          + " County on Tuesday, officials said.";
  private static final String CHILD = "child";
  private static final int FIELDS = 3;

  private ReadyTime() {}

  /** See the class. */
  public static void main(String[] args) throws Exception {
    if (args.length > 0 && args[0].equals(CHILD)) {
      child();
      return;
    }
    int processes = args.length > 0 ? Integer.parseInt(args[0]) : 5;
    run();
    List<List<Long>> columns = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < processes; i++) {
      long[] times = run();
      for (int column = 0; column < FIELDS; column++) {
        columns.get(column).add(times[column]);
      }
    }
    columns.forEach(column -> column.sort(null));
    System.out.printf(
        "ready, best (median) of %d processes: %s ms from main, %s ms from the start of the process,"
            + " %s ms of CPU time; JDK %s, load %s%n",
        processes,
        shown(columns.get(0)),
        shown(columns.get(1)),
        shown(columns.get(2)),
        System.getProperty("java.version"),
        load());
  }

  private static String shown(List<Long> sorted) {
    return sorted.get(0) + " (" + sorted.get(sorted.size() / 2) + ")";
  }

  private static String load() throws IOException {
    Path file = Path.of("/proc/loadavg");
    return Files.exists(file) ? Files.readString(file).split(" ", -1)[0] : "unknown";
  }

  private static long[] run() throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    ProcessBuilder builder =
        new ProcessBuilder(
            java.toString(),
            "-cp",
            System.getProperty("java.class.path"),
            ReadyTime.class.getName(),
            CHILD);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    long start = System.nanoTime();
    Process process = builder.start();
    String line = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("a process ended with " + process.exitValue());
    }
    String[] fields = line.strip().split(" ", -1);
    long sinceMain = Long.parseLong(fields[0]);
    long sinceStart = (Long.parseLong(fields[2]) - start) / 1_000_000;
    return new long[] {sinceMain, sinceStart, Long.parseLong(fields[1])};
  }

  private static void child() {
    long start = System.nanoTime();
    Geotagger geotagger = new Geotagger(Gazetteer.builtIn(), GeotagOptions.defaults());
    Geotags tags = geotagger.geotag(Story.of(TEXT));
    long end = System.nanoTime(); // one clock for all processes of a Linux machine
    long cpu = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
    if (tags.places().isEmpty()) {
      throw new IllegalStateException("no place found");
    }
    System.out.println((end - start) / 1_000_000 + " " + cpu + " " + end);
  }
}
