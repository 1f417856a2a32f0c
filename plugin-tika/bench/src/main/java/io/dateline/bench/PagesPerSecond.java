package io.dateline.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Prints one table of pages per CPU second and of bytes allocated per page, in one thread, for
 * jsoup's parsing alone, stock Tika, the peers and Dateline. All take turns in every round and the
 * best round of each counts, so that a busy machine disturbs all alike.
 *
 * <p>Arguments: folder of the peers' jars, rounds, folder of pages, and, for CLAVIN, GeoNames'
 * cities table.
 */
public final class PagesPerSecond {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final List<byte[]> pages;
  private final Map<String, Contestant> contestants = new LinkedHashMap<>();
  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private final Map<String, Long> allocated = new LinkedHashMap<>();
  private final Map<String, Integer> failed = new LinkedHashMap<>();
  @Nullable Object last;

  private PagesPerSecond(List<byte[]> pages) {
    this.pages = pages;
  }

  /** See the class. */
  public static void main(String[] args) throws Exception {
    List<byte[]> pages = read(Path.of(args[2]));
    PagesPerSecond run = new PagesPerSecond(pages);
    Path peers = Path.of(args[0]);
    run.contestants.put("jsoup parse only", Peers.parseOnly());
    run.contestants.put("Tika stock text", Ours.stockText());
    run.contestants.put("Tika + boilerpipe 3.3.0", Ours.tikaBoilerpipe());
    run.contestants.put("boilerpipe 1.2.2", Peers.boilerpipe(peers.resolve("boilerpipe")));
    run.contestants.put("readability4j 1.0.8", Peers.readability4j(peers.resolve("readability4j")));
    run.contestants.put("Dateline, clean", Ours.clean());
    run.contestants.put("Dateline, clean + geotag", Ours.cleanAndGeotag());
    if (args.length > 3 && !args[3].isBlank()) {
      run.contestants.put(
          "CLAVIN 3.0.0, geotag only",
          Peers.clavin(peers.resolve("clavin"), Path.of(args[3]), pages));
    }
    run.contestants.put("Dateline, geotag only", Ours.geotag(pages));
    for (int round = 0; round < Integer.parseInt(args[1]); round++) {
      run.round();
    }
    run.print(System.out);
  }

  private static List<byte[]> read(Path folder) throws IOException {
    List<byte[]> pages = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(".html") || name.endsWith(".html.gz")) {
          try (InputStream in = Files.newInputStream(file);
              InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(in) : in) {
            pages.add(plain.readAllBytes());
          }
        }
      }
    }
    if (pages.isEmpty()) {
      throw new IllegalArgumentException("no .html or .html.gz in " + folder);
    }
    return pages;
  }

  private void round() {
    contestants.forEach(
        (name, contestant) -> {
          long cpu = THREADS.getCurrentThreadCpuTime();
          long bytes = THREADS.getCurrentThreadAllocatedBytes();
          int failures = 0;
          for (byte[] page : pages) {
            try {
              last = contestant.read(page);
            } catch (Exception e) { // a peer that cannot read a page is told in the table
              failures++;
            }
          }
          seconds.merge(name, (THREADS.getCurrentThreadCpuTime() - cpu) / 1e9, Math::min);
          allocated.put(name, (THREADS.getCurrentThreadAllocatedBytes() - bytes) / pages.size());
          failed.put(name, failures);
        });
  }

  private void print(PrintStream out) {
    double parse = seconds.get("jsoup parse only");
    long parseBytes = allocated.get("jsoup parse only");
    out.printf("%d pages, JDK %s%n", pages.size(), System.getProperty("java.version"));
    out.println(
        "| | pages a CPU second | of parse only | KB allocated a page | of parse only | failed |");
    out.println("|---|---|---|---|---|---|");
    seconds.forEach(
        (name, time) ->
            out.printf(
                "| %s | %.0f | %.2f | %d | %.2f | %d |%n",
                name,
                pages.size() / time,
                parse / time,
                allocated.get(name) / 1024,
                allocated.get(name) / (double) parseBytes,
                failed.get(name)));
  }
}
