package io.dateline.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.demo.PipesConfig;
import io.dateline.demo.SearchIndex;
import io.dateline.elasticsearch.ElasticsearchNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A real node with the distribution's templates, and a real server whose pipes lead from a folder
 * into it.
 */
final class Pipeline implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BOTH = "news-articles,news-places";

  private final Path inbox;
  private final ElasticsearchNode node;
  private final RealTikaServer tika;
  private final SearchIndex index;

  private Pipeline(Path inbox, ElasticsearchNode node, RealTikaServer tika) {
    this.inbox = inbox;
    this.node = node;
    this.tika = tika;
    index = new SearchIndex(node.url());
  }

  /** Starts both servers and runs {@code dateline setup}. */
  static Pipeline start(String name) throws IOException, InterruptedException {
    Path work = Distribution.workFolder(name);
    Path inbox = Files.createDirectories(work.resolve("inbox"));
    ElasticsearchNode node = ElasticsearchNode.of(Distribution.folder("elasticsearch.zip")).start();
    try {
      Distribution.Run setup =
          Distribution.dateline("setup", "--elasticsearch", node.url().toString());
      assertEquals(0, setup.exitCode(), () -> setup.output() + setup.errors());
      Path config =
          PipesConfig.write(
              Distribution.home().resolve("tika/tika-config-pipes.xml"), work, inbox, node.url());
      return new Pipeline(inbox, node, RealTikaServer.withPlugin(config, name));
    } catch (IOException | InterruptedException | RuntimeException | AssertionError e) {
      node.close();
      throw e;
    }
  }

  URI elasticsearch() {
    return node.url();
  }

  URI tika() {
    return tika.uri();
  }

  /** Where the fetcher called {@code captures} looks. */
  Path inbox() {
    return inbox;
  }

  /** Sends a capture through {@code POST /pipes}, and waits until it is stored. */
  void index(Path capture) throws IOException, InterruptedException {
    String name = capture.getFileName().toString();
    Files.copy(capture, inbox.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    ObjectNode tuple = JSON.createObjectNode();
    tuple.put("id", name).put("fetcher", "captures").put("fetchKey", name);
    tuple.put("emitter", "elasticsearch").put("emitKey", name);
    HttpResponse<String> response = tika.post("/pipes", tuple.toString());
    if (response.statusCode() != 200
        || !JSON.readTree(response.body()).path("status").asText().equals("ok")) {
      throw new IOException(name + ": " + response.body() + "\n" + tika.logTail());
    }
  }

  /** Makes all of it visible to searches. */
  void refresh() throws IOException, InterruptedException {
    index.refresh(BOTH);
  }

  JsonNode search(String name, String body) throws IOException, InterruptedException {
    return index.search(name, body);
  }

  /** The article that came from a file. */
  JsonNode article(String file) throws IOException, InterruptedException {
    JsonNode hits =
        search("news-articles", "{\"query\":{\"term\":{\"file.name\":\"" + file + "\"}}}")
            .at("/hits/hits");
    assertEquals(1, hits.size(), () -> "articles from " + file);
    return hits.get(0);
  }

  /** The rows of an article in {@code news-places}. */
  List<JsonNode> places(String articleId) throws IOException, InterruptedException {
    ObjectNode request = JSON.createObjectNode();
    request.put("size", 500);
    request.putObject("query").putObject("term").put("article.id", articleId);
    request.putArray("sort").addObject().put("place.rank", "asc");
    List<JsonNode> rows = new ArrayList<>();
    search("news-places", request.toString())
        .at("/hits/hits")
        .forEach(hit -> rows.add(hit.path("_source").path("place")));
    return rows;
  }

  /** The ids of all documents in both indices. */
  Set<String> ids() throws IOException, InterruptedException {
    Set<String> ids = new TreeSet<>();
    search(BOTH, "{\"size\":5000,\"_source\":false}")
        .at("/hits/hits")
        .forEach(hit -> ids.add(hit.path("_index").asText() + "/" + hit.path("_id").asText()));
    return ids;
  }

  @Override
  public void close() {
    tika.close();
    node.close();
  }
}
