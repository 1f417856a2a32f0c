package io.dateline.bench;

import static java.util.stream.Collectors.joining;

import io.dateline.demo.TikaServerProcess;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Throughput of a real Tika Server at {@code PUT /rmeta/text} with four concurrent clients, and the
 * time from its start to the answer to a first page, with the plugin beside without. Both take
 * turns. Of the throughput the best round of each is told, after two for the compiler, and the
 * median of the ratios of neighbours in the second half of the rounds; of the starts the median,
 * and the median of the differences between neighbours. A machine that grows busy in the middle
 * does not change what neighbours say.
 *
 * <p>Arguments: the server's jar, the folder tika-extras, a folder of pages, rounds, and pairs of
 * starts (11 if not given; 0 for none).
 */
public final class ServerThroughput {

  private static final int CLIENTS = 4;
  private static final int WARM_UP = 2;

  private ServerThroughput() {}

  /** See the class. */
  public static void main(String[] args) throws Exception {
    Path jar = Path.of(args[0]).toRealPath();
    Path extras = Path.of(args[1]).toRealPath(); // the server runs in another folder
    List<Path> pages = pages(Path.of(args[2]));
    int rounds = Integer.parseInt(args[3]);
    starts(jar, extras, pages.get(0), args.length > 4 ? Integer.parseInt(args[4]) : 11);
    double[] best = new double[2];
    double[] ratios = new double[rounds];
    try (TikaServerProcess stock = start(jar, null);
        TikaServerProcess plugin = start(jar, extras)) {
      for (int round = -WARM_UP; round < rounds; round++) {
        double[] reached = {round(stock, pages), round(plugin, pages)};
        System.out.printf(
            "round %d: stock %.1f pages a second, with plugin %.1f%n",
            round, reached[0], reached[1]);
        if (round >= 0) {
          best[0] = Math.max(best[0], reached[0]);
          best[1] = Math.max(best[1], reached[1]);
          ratios[round] = reached[1] / reached[0];
        }
      }
    }
    System.out.printf(
        "%d pages, %d clients: stock %.1f pages a second, with plugin %.1f, ratio %.2f; median of the"
            + " ratios of %d rounds %.2f%n",
        pages.size(),
        CLIENTS,
        best[0],
        best[1],
        best[1] / best[0],
        rounds - rounds / 2,
        median(Arrays.copyOfRange(ratios, rounds / 2, rounds)));
  }

  private static void starts(Path jar, Path extras, Path page, int pairs) throws Exception {
    if (pairs == 0) {
      return;
    }
    firstAnswer(jar, null, page); // reads the jar from disk
    double[] stock = new double[pairs];
    double[] plugin = new double[pairs];
    double[] later = new double[pairs];
    for (int i = 0; i < pairs; i++) {
      stock[i] = firstAnswer(jar, null, page);
      plugin[i] = firstAnswer(jar, extras, page);
      later[i] = plugin[i] - stock[i];
    }
    System.out.printf(
        "first answer, median of %d: stock %.0f ms, with plugin %.0f ms; %.0f ms later (%s)%n",
        pairs,
        median(stock),
        median(plugin),
        median(later),
        Arrays.stream(later).mapToObj(ms -> "%.0f".formatted(ms)).collect(joining(" ")));
  }

  private static double firstAnswer(Path jar, @Nullable Path extras, Path page)
      throws IOException, InterruptedException {
    HttpClient http = HttpClient.newHttpClient();
    long before = System.nanoTime();
    try (TikaServerProcess server = start(jar, extras)) {
      put(http, server, page);
      return (System.nanoTime() - before) / 1e6;
    }
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static TikaServerProcess start(Path jar, @Nullable Path extras)
      throws IOException, InterruptedException {
    return TikaServerProcess.start(jar, extras, null, Files.createTempDirectory("tika-bench"));
  }

  static List<Path> pages(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().contains(".html")).sorted().toList();
    }
  }

  private static double round(TikaServerProcess server, List<Path> pages) throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    HttpClient http = HttpClient.newHttpClient();
    List<Future<Integer>> sent = new ArrayList<>();
    long before = System.nanoTime();
    for (Path page : pages) {
      sent.add(clients.submit(() -> put(http, server, page)));
    }
    for (Future<Integer> one : sent) {
      if (one.get() != 200) {
        throw new IOException("the server answered " + one.get());
      }
    }
    clients.shutdown();
    return pages.size() / ((System.nanoTime() - before) / 1e9);
  }

  static int put(HttpClient http, TikaServerProcess server, Path page)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(server.uri("/rmeta/text"))
            .timeout(Duration.ofMinutes(2))
            .header("Content-Disposition", "attachment; filename=" + page.getFileName())
            .PUT(BodyPublishers.ofFile(page))
            .build();
    return http.send(request, BodyHandlers.discarding()).statusCode();
  }
}
