package io.dateline.bench;

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
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Throughput of a real Tika Server at {@code PUT /rmeta/text} with four concurrent clients, and the
 * time it takes to start, with the plugin beside without. Both take turns; the best round of each
 * counts.
 *
 * <p>Arguments: the server's jar, the folder tika-extras, a folder of pages, rounds.
 */
public final class ServerThroughput {

  private static final int CLIENTS = 4;

  private ServerThroughput() {}

  /** See the class. */
  public static void main(String[] args) throws Exception {
    Path jar = Path.of(args[0]);
    Path extras = Path.of(args[1]);
    List<Path> pages = pages(Path.of(args[2]));
    int rounds = Integer.parseInt(args[3]);
    double[] best = new double[2];
    double[] start = {Double.MAX_VALUE, Double.MAX_VALUE};
    for (int i = 0; i < 4; i++) { // starts in turns: the first one reads the jar from disk
      long before = System.nanoTime();
      try (TikaServerProcess server = start(jar, i % 2 == 0 ? null : extras)) {
        put(HttpClient.newHttpClient(), server, pages.get(0));
        start[i % 2] = Math.min(start[i % 2], (System.nanoTime() - before) / 1e6);
      }
    }
    try (TikaServerProcess stock = start(jar, null);
        TikaServerProcess plugin = start(jar, extras)) {
      for (int round = 0; round < rounds; round++) {
        best[0] = Math.max(best[0], round(stock, pages));
        best[1] = Math.max(best[1], round(plugin, pages));
      }
    }
    System.out.printf("first answer: stock %.0f ms, with plugin %.0f ms%n", start[0], start[1]);
    System.out.printf(
        "%d pages, %d clients: stock %.1f pages a second, with plugin %.1f, ratio %.2f%n",
        pages.size(), CLIENTS, best[0], best[1], best[1] / best[0]);
  }

  private static TikaServerProcess start(Path jar, @org.jspecify.annotations.Nullable Path extras)
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
