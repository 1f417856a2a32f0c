package io.dateline.demo;

import io.dateline.elasticsearch.ElasticsearchNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The two servers of the demo, with a folder of their own that goes when they stop. */
final class DemoServers implements AutoCloseable {

  private final Path servers;
  private final Path distribution;
  private boolean kept;
  private final Path work;
  private @Nullable ElasticsearchNode node;
  private @Nullable TikaServerProcess tika;

  /**
   * Makes the folders; nothing runs yet.
   *
   * @param servers where {@code tika-server.jar} and {@code elasticsearch.zip} are
   * @param distribution the unpacked distribution
   */
  DemoServers(Path servers, Path distribution) throws IOException {
    this.servers = servers;
    this.distribution = distribution;
    work = Files.createTempDirectory("dateline-demo-");
    Files.createDirectory(inbox());
  }

  /** The folder that Tika Server fetches captures from. */
  Path inbox() {
    return work.resolve("inbox");
  }

  /**
   * Starts both and waits until both answer.
   *
   * @throws IOException if one does not; the message ends with the tail of its log
   */
  void start() throws IOException, InterruptedException {
    node = ElasticsearchNode.of(servers.resolve("elasticsearch.zip")).start();
    tika =
        TikaServerProcess.start(
            servers.resolve("tika-server.jar"),
            distribution.resolve("tika-extras"),
            PipesConfig.write(
                distribution.resolve("tika/tika-config-pipes.xml"), work, inbox(), elasticsearch()),
            work);
  }

  URI elasticsearch() {
    return Objects.requireNonNull(node, "not started").url();
  }

  URI tika() {
    return Objects.requireNonNull(tika, "not started").uri("/");
  }

  /** Leaves the servers running, and says how to use and how to stop them. */
  String keepRunning() {
    ElasticsearchNode runningNode = Objects.requireNonNull(node, "not started");
    TikaServerProcess runningTika = Objects.requireNonNull(tika, "not started");
    runningNode.detach();
    runningTika.detach();
    kept = true;
    return """
        Left running:
           curl '%snews-articles/_search?pretty&size=1'
           curl -T CAPTURE.html %srmeta/text
           captures are fetched from %s
        Stop them with
           kill %d %d; sleep 5; rm -r %s %s
        """
        .formatted(
            elasticsearch().resolve("/"),
            tika(),
            inbox(),
            runningTika.pid(),
            runningNode.pid(),
            work,
            runningNode.log().getParent());
  }

  @Override
  public void close() throws IOException {
    if (kept) {
      return;
    }
    if (tika != null) {
      tika.close();
    }
    if (node != null) {
      node.close();
    }
    List<Path> files;
    try (Stream<Path> walk = Files.walk(work)) {
      files = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }
}
