package io.dateline.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

/** Sends captures through a real Tika Server into a real Elasticsearch node and searches them. */
public final class Demo {

  private static final String USAGE =
      """
      usage: demo.sh [--keep] [PATH...]

      Starts a real Tika Server 3.3.2 with the plugin and a real Elasticsearch 8.19.21 on free loopback
      ports, sends captures through both, and prints what came out and what three searches find.

        PATH     captures (.html, .txt) or folders of them; default: the samples of the distribution
        --keep   leave the servers running at the end and print where they are
        --help   this text

      Exit codes: 0 all went well; 1 a server, a capture or a search failed; 2 wrong usage.
      """;

  /** Above this a single capture is not slow but stuck. */
  private static final Duration CAPTURE_LIMIT = Duration.ofSeconds(90);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final PrintStream out;
  private final Path distribution;
  private final HttpClient client = HttpClient.newHttpClient();

  private Demo(PrintStream out, Path distribution) {
    this.out = out;
    this.distribution = distribution;
  }

  /** Runs the demo; see {@code --help}. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    boolean keep = false;
    List<Path> paths = new ArrayList<>();
    for (String argument : arguments) {
      if (argument.equals("--help") || argument.equals("-h")) {
        System.out.print(USAGE);
        return;
      }
      if (argument.equals("--keep")) {
        keep = true;
      } else if (argument.startsWith("-")) {
        System.err.println("demo.sh: unknown option " + argument + "\n" + USAGE);
        System.exit(2);
      } else if (!Files.exists(Path.of(argument))) {
        System.err.println("demo.sh: there is no " + argument);
        System.exit(2);
      } else {
        paths.add(Path.of(argument));
      }
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path distribution = Path.of(System.getProperty("dateline.distribution"));
    Path servers = Path.of(System.getProperty("dateline.servers"));
    System.exit(new Demo(out, distribution).run(servers, paths, keep) ? 0 : 1);
  }

  private boolean run(Path servers, List<Path> paths, boolean keep)
      throws IOException, InterruptedException {
    boolean samples = paths.isEmpty();
    try (DemoServers running = new DemoServers(servers, distribution)) {
      List<String> captures =
          Inbox.fill(running.inbox(), samples ? List.of(distribution.resolve("samples")) : paths);
      if (captures.isEmpty()) {
        out.println("There is no .html or .txt file in the given folders.");
        return false;
      }
      out.println("Starting Elasticsearch and Tika Server ...");
      running.start();
      out.println("   Elasticsearch " + running.elasticsearch());
      out.println("   Tika Server   " + running.tika());
      heading("dateline setup --elasticsearch " + running.elasticsearch());
      boolean good = setUp(running.elasticsearch());
      heading("Captures, through POST /pipes");
      for (String capture : captures) {
        good &= send(running.tika(), capture);
      }
      SearchIndex index = new SearchIndex(running.elasticsearch());
      index.refresh("news-articles,news-places");
      heading("Articles, as they stand in Elasticsearch");
      good &= report(index, captures);
      heading("Searches");
      Searches searches = new Searches(index);
      print(searches.words(samples ? "water river" : searches.mostSharedName()));
      print(searches.near(100));
      print(searches.grid());
      if (keep) {
        out.println(running.keepRunning());
      }
      return good;
    } catch (IOException e) {
      out.println("The demo failed: " + e.getMessage());
      return false;
    }
  }

  private boolean setUp(URI elasticsearch) throws IOException, InterruptedException {
    Process setup =
        new ProcessBuilder(
                distribution.resolve("bin/dateline").toString(),
                "setup",
                "--elasticsearch",
                elasticsearch.toString())
            .redirectErrorStream(true)
            .start();
    try (var reader = setup.inputReader(StandardCharsets.UTF_8)) {
      reader.lines().forEach(line -> out.println("   " + line));
    }
    if (!setup.waitFor(60, TimeUnit.SECONDS) || setup.exitValue() != 0) {
      throw new IOException("dateline setup did not succeed; its messages stand above");
    }
    return true;
  }

  /** One tuple for Tika Pipes: fetch this file, parse it, hand it to the emitter. */
  private boolean send(URI tika, String capture) throws IOException, InterruptedException {
    ObjectNode tuple = JSON.createObjectNode();
    tuple.put("id", capture).put("fetcher", "captures").put("fetchKey", capture);
    tuple.put("emitter", "elasticsearch").put("emitKey", capture);
    HttpRequest request =
        HttpRequest.newBuilder(tika.resolve("/pipes"))
            .timeout(CAPTURE_LIMIT)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(tuple.toString()))
            .build();
    long start = System.nanoTime();
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    long ms = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    boolean ok =
        response.statusCode() == 200
            && JSON.readTree(response.body()).path("status").asText().equals("ok");
    out.println("   " + (ok ? "ok    " : "failed") + "  " + ms + " ms  " + capture);
    if (!ok) {
      out.println("           " + response.body());
    }
    return ok;
  }

  private boolean report(SearchIndex index, List<String> captures)
      throws IOException, InterruptedException {
    boolean good = true;
    for (String capture : captures) {
      JsonNode articles =
          index.search("news-articles", term("file.name", capture, 10)).at("/hits/hits");
      if (articles.isEmpty()) {
        out.println(capture + "\n   is not in the index");
        good = false;
      }
      for (JsonNode article : articles) {
        JsonNode rows =
            index.search("news-places", term("article.id", article.get("_id").asText(), 100));
        List<JsonNode> places =
            StreamSupport.stream(rows.at("/hits/hits").spliterator(), false)
                .map(hit -> hit.path("_source"))
                .sorted(Comparator.comparingInt(row -> row.at("/place/rank").asInt()))
                .toList();
        ArticleReport.lines(article.path("_source"), places).forEach(out::println);
        out.println();
      }
    }
    return good;
  }

  private static String term(String field, String value, int size) {
    ObjectNode request = JSON.createObjectNode();
    request.put("size", size).putObject("query").putObject("term").put(field, value);
    return request.toString();
  }

  private void heading(String text) {
    out.println();
    out.println("== " + text);
  }

  private void print(List<String> lines) {
    lines.forEach(out::println);
    out.println();
  }
}
