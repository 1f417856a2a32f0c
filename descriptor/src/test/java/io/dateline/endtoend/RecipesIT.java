package io.dateline.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs what the README prints, with the addresses of real servers. What a recipe calls is the
 * user's: where bash, curl or Python are missing, the test says that it could not run.
 */
@DisplayName("The README's recipes")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecipesIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern BLOCK = Pattern.compile("```\\w+\n(.*?)```", Pattern.DOTALL);

  private Path folder;
  private Pipeline pipeline;
  private String readme;

  @BeforeAll
  void start(@TempDir Path temporary) throws IOException, InterruptedException {
    folder = temporary;
    readme = Files.readString(Path.of("../README.md"));
    pipeline = Pipeline.start("recipes");
    Path page = Distribution.samples().resolve("river-json-ld.html");
    Files.copy(page, folder.resolve("page.html"));
    Files.copy(page, Files.createDirectories(folder.resolve("inbox")).resolve("watched.html"));
    Files.writeString(folder.resolve("newsletters.mbox"), mailbox(Files.readAllBytes(page)));
  }

  @AfterAll
  void stop() {
    if (pipeline != null) {
      pipeline.close();
    }
  }

  @Test
  void watchAFolder() throws IOException, InterruptedException {
    String line =
        blocks("Watch a folder").get(0).replaceFirst("^(\\S+ ){5}cd /opt/dateline && ", "");

    String said = run(line);

    pipeline.refresh();
    assertEquals(1, hits("{\"query\":{\"term\":{\"file.name\":\"watched.html\"}}}"), said);
  }

  @Test
  void takeAnArchiveOfNewslettersApart() throws IOException, InterruptedException {
    List<String> blocks = blocks("An archive of newsletters");

    JsonNode entries = JSON.readTree(run(blocks.get(0)));

    List<String> headlines = new ArrayList<>();
    entries.forEach(
        entry -> {
          if (entry.has("news:headline")) {
            headlines.add(entry.get("news:headline").asText());
          }
        });
    assertEquals(2, headlines.size(), entries::toString);
    Files.copy(
        folder.resolve("newsletters.mbox"),
        pipeline.inbox().resolve("newsletters.mbox"),
        StandardCopyOption.REPLACE_EXISTING); // an earlier run may have left it
    String answer = run(blocks.get(1));
    assertEquals("ok", JSON.readTree(answer).path("status").asText(), answer);
    pipeline.refresh();
    assertEquals(
        2,
        hits(
            """
            {"query":{"bool":{"filter":[{"terms":{"file.name":["story1.html","story2.html"]}},
              {"term":{"news.status":"article"}}]}}}
            """));
  }

  @Test
  void callItFromPython() throws IOException, InterruptedException {
    assumeOnPath("python3");
    Path script = folder.resolve("recipe.py");
    Files.writeString(script, here(blocks("From Python").get(0)));

    String said = run("python3 recipe.py");

    assertTrue(said.startsWith(headline()), said);
    assertTrue(said.contains("Cairo"), said);
  }

  @Test
  void callItFromCurlAndSwitchItOff() throws IOException, InterruptedException {
    List<String> lines = blocks("From curl").get(0).lines().toList();

    JsonNode cleaned = JSON.readTree(run(lines.get(0))).get(0);
    JsonNode stock = JSON.readTree(run(lines.get(1))).get(0);

    assertEquals("article", cleaned.path("news:status").asText());
    assertFalse(stock.has("news:headline"), stock::toString);
    assertTrue(
        stock.path("X-TIKA:content").asText().length()
            > cleaned.path("X-TIKA:content").asText().length());
  }

  @Test
  void comeFromTheAttachmentProcessor() throws IOException, InterruptedException {
    ObjectNode old = JSON.createObjectNode();
    old.put("title", "x");
    old.put(
        "data",
        Base64.getEncoder().encodeToString(Files.readAllBytes(folder.resolve("page.html"))));
    ask("PUT", "/old/_doc/1?refresh=true", old.toString());

    JsonNode page = JSON.readTree(run(blocks("Coming from the attachment").get(0))).get(0);

    assertEquals(headline(), page.path("news:headline").asText());
  }

  /** The minimal node has neither analyzer; two that it has stand in for them. */
  @Test
  void searchSeveralLanguages() throws IOException, InterruptedException {
    List<String> blocks = blocks("Several languages");
    ask("DELETE", "/news-articles,news-places", "");
    String custom =
        blocks.get(0).replace("\"german\"", "\"simple\"").replace("\"french\"", "\"stop\"");
    JsonNode installed = JSON.readTree(run(custom));
    assertTrue(installed.path("acknowledged").asBoolean(), installed::toString);
    Distribution.Run setup =
        Distribution.dateline("setup", "--elasticsearch", pipeline.elasticsearch().toString());
    assertEquals(0, setup.exitCode(), () -> setup.output() + setup.errors());
    pipeline.index(Distribution.samples().resolve("elbe-cookie-wall.html"));
    pipeline.refresh();

    JsonNode found = JSON.readTree(run(blocks.get(1)));

    assertEquals(1, found.at("/hits/total/value").asInt(), found::toString);
    JsonNode mapping = JSON.readTree(ask("GET", "/news-articles/_mapping/field/news.text.de", ""));
    assertTrue(mapping.findValue("analyzer") != null, mapping::toString);
  }

  @Test
  void fromZeroToAMap() throws IOException, InterruptedException {
    String section = readme.substring(readme.indexOf("### From zero"));
    List<String> lines =
        section.lines().filter(l -> l.startsWith("    bin/dateline")).limit(2).toList();
    assertTrue(lines.get(0).contains(" --kibana http://localhost:5601"), lines::toString);

    String setup = run(lines.get(0).replace(" --kibana http://localhost:5601", ""));
    Path samples = folder.resolve("samples");
    Files.createDirectories(samples);
    try (Stream<Path> all = Files.list(Distribution.samples())) {
      for (Path sample : all.filter(Files::isRegularFile).toList()) {
        Files.copy(sample, samples.resolve(sample.getFileName()));
      }
    }
    String said = run(lines.get(1));

    pipeline.refresh();
    assertEquals(
        1, hits("{\"query\":{\"term\":{\"file.name\":\"quake-foreign-advert.txt\"}}}"), said);
    String both = (setup + said).replaceAll("\\d+", "N").replace("up to date", "created");
    for (String line : section.split("```", 3)[1].strip().lines().toList()) {
      boolean elsewhere = line.contains("Kibana") || line.contains("countries");
      assertTrue(
          elsewhere || line.equals("...") || both.contains(line.replaceAll("\\d+", "N")),
          () -> line + " is not in\n" + both);
    }
  }

  /** The script of the container that watches the inbox, with this machine's paths. */
  @Test
  void composeFileIndexesWhatArrivesInTheInbox() throws IOException, InterruptedException {
    assumeOnPath("bash");
    Path inbox = Files.createDirectories(folder.resolve("compose"));
    for (String part : List.of("working", "done", "failed")) {
      Files.createDirectories(inbox.resolve(part));
    }
    String script =
        new YAMLMapper()
            .readTree(Files.readString(Distribution.home().resolve("docker/compose.yaml")))
            .at("/services/inbox/command/2")
            .asText()
            .replace("$$", "$")
            .replace("/opt/dateline", Distribution.home().toString())
            .replace("http://elasticsearch:9200", trimmed(pipeline.elasticsearch()))
            .replace("--username=elastic", "")
            .replace("--password-file=/secrets/elastic", "")
            .replace("/inbox/", inbox + "/")
            .replace("sleep 10", "sleep 1");
    Path capture = Distribution.samples().resolve("wildfire-microdata.html");
    Process watcher =
        new ProcessBuilder("bash", "-c", script)
            .directory(inbox.toFile())
            .redirectErrorStream(true)
            .redirectOutput(inbox.resolve("log").toFile())
            .start();
    try (WatchService done = inbox.getFileSystem().newWatchService()) {
      inbox.resolve("done").register(done, StandardWatchEventKinds.ENTRY_CREATE);
      Files.copy(capture, inbox.resolve("fire.html"));

      boolean arrived = done.poll(3, TimeUnit.MINUTES) != null;

      assertTrue(arrived, () -> log(inbox));
      pipeline.refresh();
      assertEquals(1, hits("{\"query\":{\"term\":{\"_id\":\"fire.html\"}}}"), () -> log(inbox));
    } finally {
      watcher.descendants().forEach(ProcessHandle::destroy);
      watcher.destroy();
      watcher.waitFor();
    }
  }

  private static String log(Path inbox) {
    try {
      return Files.readString(inbox.resolve("log"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  private String headline() throws IOException {
    return JSON.readTree(
            Files.readString(Distribution.samples().resolve("truth/river-json-ld.json")))
        .path("headline")
        .asText();
  }

  /** What stands in the code blocks below a bold title, up to the next. */
  private List<String> blocks(String title) {
    int start = readme.indexOf("\n**" + title);
    assertTrue(start > 0, () -> "no recipe " + title);
    int end = readme.indexOf("\n**", start + 3);
    Matcher block = BLOCK.matcher(readme.substring(start, end < 0 ? readme.length() : end));
    List<String> blocks = new ArrayList<>();
    while (block.find()) {
      blocks.add(block.group(1));
    }
    return blocks;
  }

  private String here(String text) {
    return text.replace("http://localhost:9200", trimmed(pipeline.elasticsearch()))
        .replace("http://localhost:9998", trimmed(pipeline.tika()))
        .replace("bin/dateline", Distribution.home().resolve("bin/dateline").toString());
  }

  private static String trimmed(URI uri) {
    return uri.toString().replaceFirst("/$", "");
  }

  private String run(String script) throws IOException, InterruptedException {
    assumeOnPath("bash");
    assumeOnPath("curl");
    Distribution.Run run =
        Distribution.run(folder, List.of("bash", "-euo", "pipefail", "-c", here(script)));
    assertEquals(0, run.exitCode(), () -> script + "\n" + run.output() + run.errors());
    return run.output();
  }

  private static void assumeOnPath(String program) {
    boolean there =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
    assumeTrue(there, () -> "no " + program + " on this machine");
  }

  private int hits(String query) throws IOException, InterruptedException {
    return pipeline.search("news-articles", query).at("/hits/total/value").asInt();
  }

  private String ask(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(pipeline.elasticsearch().resolve(path))
            .header("Content-Type", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    assertTrue(response.statusCode() < 300, response::body);
    return response.body();
  }

  /** Two mails, each with a page attached. */
  private static String mailbox(byte[] page) {
    StringBuilder mails = new StringBuilder();
    for (int i = 1; i <= 2; i++) {
      mails.append(
          """
          From desk@news.example Mon Oct 13 08:00:00 2025
          From: desk@news.example
          To: reader@mail.example
          Subject: This morning %d
          Date: Mon, 13 Oct 2025 08:00:00 +0000
          MIME-Version: 1.0
          Content-Type: multipart/mixed; boundary="part"

          --part
          Content-Type: text/plain; charset=utf-8

          One story is attached.
          --part
          Content-Type: text/html; charset=utf-8; name="story%d.html"
          Content-Disposition: attachment; filename="story%d.html"
          Content-Transfer-Encoding: base64

          %s
          --part--

          """
              .formatted(i, i, i, Base64.getMimeEncoder().encodeToString(page)));
    }
    return mails.toString();
  }
}
