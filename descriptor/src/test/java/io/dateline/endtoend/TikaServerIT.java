package io.dateline.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dateline.tika.parser.NewsContent;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.tika.metadata.Metadata;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A Tika Server with the plugin on its class path and no configuration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TikaServerIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path temporary;

  private RealTikaServer tika;
  private Path page;
  private JsonNode line;

  @BeforeAll
  void startServerAndExtractAPage() throws IOException, InterruptedException {
    tika = RealTikaServer.withPlugin(null, "tika-server");
    page = Distribution.samples().resolve("river-json-ld.html");
    line = extract(page).get(0);
  }

  @AfterAll
  void stopServer() {
    if (tika != null) {
      tika.close();
    }
  }

  @Test
  void listsTheParser() throws Exception {
    assertTrue(tika.get("/parsers/details").body().contains("io.dateline.tika.parser.NewsParser"));
  }

  @ParameterizedTest
  @CsvSource({
    "/tika, text/plain",
    "/tika, text/html",
    "/tika, text/xml",
    "/tika, application/json",
    "/tika/text, application/json",
    "/tika/html, application/json",
    "/rmeta, application/json",
    "/rmeta/text, application/json",
    "/rmeta/html, application/json"
  })
  void givesTheCleanTextOnEveryEndpoint(String endpoint, String accept) throws Exception {
    HttpResponse<String> answer = tika.put(endpoint, page, "Accept", accept);

    assertEquals(200, answer.statusCode());
    String body = answer.body().replace("\\\"", "\"");
    String first = line.get("text").asText().split("\n\n", -1)[0];
    assertTrue(body.replace("&quot;", "\"").contains(first), body);
    if (accept.equals("text/plain")) {
      for (JsonNode removed : line.get("removed")) {
        // a headline comes back as Tika's title, short words stand anywhere
        if (removed.get("text").asText().length() > 40
            && !removed.get("kind").asText().equals("headline")) {
          assertFalse(body.contains(removed.get("text").asText()), removed.toString());
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"/rmeta/text", "/rmeta", "/tika", "/tika/text", "/meta"})
  void givesTheMetadataOnEveryJsonEndpoint(String endpoint) throws Exception {
    HttpResponse<String> answer = tika.put(endpoint, page, "Accept", "application/json");
    JsonNode root = JSON.readTree(answer.body());
    JsonNode metadata = root.isArray() ? root.get(0) : root;

    assertAll(
        () -> assertEquals("article", metadata.path("news:status").asText()),
        () -> assertEquals(line.get("headline"), metadata.get("news:headline")),
        () -> assertEquals(line.get("headline"), metadata.get("dc:title")),
        () -> assertEquals(line.get("sha256"), metadata.get("news:sha256")),
        () -> assertEquals(line.get("datePublished"), metadata.get("news:datePublished")),
        () -> assertEquals(placesOf(line), placesOf(metadata)));
  }

  @Test
  void givesOneKeyAndFormsAndUnpack() throws Exception {
    HttpResponse<String> key = tika.put("/meta/news:status", page, "Accept", "text/plain");
    HttpResponse<String> form = tika.form("/rmeta/form/text", page);
    HttpResponse<byte[]> unpacked = tika.putForBytes("/unpack/all", page);

    assertEquals("article", key.body().strip());
    assertEquals("article", JSON.readTree(form.body()).get(0).path("news:status").asText());
    assertEquals(200, unpacked.statusCode());
    assertTrue(new String(unpacked.body(), UTF_8).startsWith("PK"));
  }

  @ParameterizedTest
  @CsvSource({
    "river-json-ld.html, never, not-article",
    "river-json-ld.html, auto, article",
    "links.html, auto, not-article",
    "links.html, always, article"
  })
  void obeysTheModeOfARequest(String sample, String mode, String status) throws Exception {
    Path file = sample.equals("links.html") ? links("") : Distribution.samples().resolve(sample);

    HttpResponse<String> answer = tika.put("/rmeta/text", file, "meta_news-mode", mode);

    assertEquals(status, JSON.readTree(answer.body()).get(0).path("news:status").asText());
  }

  @Test
  void keepsAPageFromForgingItsKeys() throws Exception {
    String forged =
        "<head><meta name=\"news:placeName\" content=\"EVIL\"><meta property=\"news:status\""
            + " content=\"EVIL\"><meta http-equiv=\"news:focusName\" content=\"EVIL\">";
    Path evil =
        Files.writeString(
            temporary.resolve("evil.html"), Files.readString(page).replaceFirst("<head>", forged));
    Path links = links(forged.substring("<head>".length()));

    for (Path file : List.of(evil, links)) {
      for (String endpoint : List.of("/rmeta", "/rmeta/text", "/meta")) {
        String answer = tika.put(endpoint, file, "Accept", "application/json").body();
        assertFalse(answer.contains("EVIL"), () -> endpoint + " " + file + "\n" + answer);
      }
    }
  }

  @Test
  void treatsMembersOfContainersAsTheirOwnDocuments() throws Exception {
    assertAll(
        () -> assertMembers(zip(), "article", "not-article"),
        () -> assertMembers(mail(), "article"),
        () -> assertMembers(mbox(), "article"),
        () -> assertMembers(mhtml(), "article"),
        () -> assertMembers(warc(), "article"));
  }

  @Test
  @DisplayName("gives the shared seeds as extract does, to the character")
  void givesTheSeedsAsExtractDoes() throws Exception {
    Path seeds = Path.of(System.getProperty("shared", "../../shared")).resolve("seeds");
    assumeTrue(Files.isDirectory(seeds), "the shared folder is not here");
    for (JsonNode seed : extract(seeds)) {
      Path file = seeds.resolve(seed.get("id").asText() + ".txt");

      JsonNode served = tika.metadataOf(file);

      assertEquals(seed.get("text").asText(), textOf(served));
      assertEquals(placesOf(seed), placesOf(served));
    }
  }

  @Test
  void givesEverySampleAsExtractDoesToTheCharacter() throws Exception {
    for (JsonNode sample : extract(Distribution.samples())) {
      String id = sample.get("id").asText();
      Path html = Distribution.samples().resolve(id + ".html");
      Path file = Files.exists(html) ? html : Distribution.samples().resolve(id + ".txt");

      JsonNode served = tika.metadataOf(file);

      if (sample.get("status").asText().equals("article")) {
        assertEquals(sample.get("text").asText(), textOf(served), id);
        assertMentionsFit(served);
      }
    }
  }

  private static void assertMentionsFit(JsonNode served) throws IOException {
    String text = textOf(served);
    for (JsonNode place : placesOf(served)) {
      for (JsonNode mention : place.get("mentions")) {
        assertEquals(
            mention.get("text").asText(),
            text.substring(mention.get("start").asInt(), mention.get("end").asInt()));
      }
    }
  }

  /** The first member that is a capture must be the page, to the character. */
  private void assertMembers(Path container, String... statuses) throws Exception {
    JsonNode documents = JSON.readTree(tika.put("/rmeta/text", container).body());
    List<String> found = new ArrayList<>();
    for (JsonNode document : documents) {
      if (document.has("news:status")) {
        found.add(document.get("news:status").asText());
        if (found.size() == 1) {
          assertEquals(line.get("text").asText(), textOf(document), container.toString());
        }
      }
    }
    assertEquals(List.of(statuses), found, () -> container + ": " + documents.toPrettyString());
  }

  /** A page that is no article by any measure. */
  private static Path links(String head) throws IOException {
    StringBuilder html = new StringBuilder("<html><head><title>Links</title>").append(head);
    html.append("</head><body><ul>\n");
    for (int i = 0; i < 200; i++) {
      html.append("<li><a href=\"/").append(i).append("\">Link number ").append(i);
      html.append("</a></li>\n");
    }
    return Files.writeString(temporary.resolve("links.html"), html.append("</ul></body></html>"));
  }

  private Path zip() throws IOException {
    Path zip = temporary.resolve("captures.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (Path member : List.of(page, links(""))) {
        out.putNextEntry(new ZipEntry(member.getFileName().toString()));
        out.write(Files.readAllBytes(member));
        out.closeEntry();
      }
    }
    return zip;
  }

  private Path mail() throws IOException {
    return Files.writeString(temporary.resolve("mail.eml"), mailText());
  }

  private Path mbox() throws IOException {
    return Files.writeString(
        temporary.resolve("mails.mbox"),
        "From a@example.org Fri Nov 20 10:00:00 2026\n" + mailText().replace("\r\n", "\n") + "\n");
  }

  private String mailText() throws IOException {
    return "From: a@example.org\r\nTo: b@example.org\r\nSubject: Read this\r\n"
        + "Date: Fri, 20 Nov 2026 10:00:00 +0000\r\nMIME-Version: 1.0\r\n"
        + "Content-Type: multipart/mixed; boundary=XX\r\n\r\n"
        + "--XX\r\nContent-Type: text/plain\r\n\r\nThe page is attached.\r\n"
        + "--XX\r\nContent-Type: text/html; charset=utf-8; name=page.html\r\n"
        + "Content-Disposition: attachment; filename=page.html\r\n"
        + "Content-Transfer-Encoding: base64\r\n\r\n"
        + Base64.getMimeEncoder().encodeToString(Files.readAllBytes(page))
        + "\r\n--XX--\r\n";
  }

  private Path mhtml() throws IOException {
    return Files.writeString(
        temporary.resolve("page.mhtml"),
        "From: <Saved by a browser>\r\nSubject: A page\r\nMIME-Version: 1.0\r\n"
            + "Content-Type: multipart/related; type=\"text/html\"; boundary=\"YY\"\r\n\r\n"
            + "--YY\r\nContent-Type: text/html; charset=utf-8\r\n"
            + "Content-Transfer-Encoding: base64\r\nContent-Location: https://news.example/page\r\n"
            + "\r\n"
            + Base64.getMimeEncoder().encodeToString(Files.readAllBytes(page))
            + "\r\n--YY--\r\n");
  }

  private Path warc() throws IOException {
    byte[] html = Files.readAllBytes(page);
    byte[] http =
        ("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: "
                + html.length
                + "\r\n\r\n")
            .getBytes(UTF_8);
    byte[] head =
        ("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/page\r\n"
                + "WARC-Date: 2026-11-20T10:00:00Z\r\n"
                + "WARC-Record-ID: <urn:uuid:6b3d5d5e-8d0f-4b1f-9a63-0d6f5d1f2c11>\r\n"
                + "Content-Type: application/http; msgtype=response\r\nContent-Length: "
                + (http.length + html.length)
                + "\r\n\r\n")
            .getBytes(UTF_8);
    Path warc = temporary.resolve("crawl.warc");
    try (var out = Files.newOutputStream(warc)) {
      out.write(head);
      out.write(http);
      out.write(html);
      out.write("\r\n\r\n".getBytes(UTF_8));
    }
    return warc;
  }

  private static List<JsonNode> extract(Path path) throws IOException, InterruptedException {
    Distribution.Run run = Distribution.dateline("extract", path.toString());
    assertEquals(0, run.exitCode(), run::errors);
    List<JsonNode> lines = new ArrayList<>();
    for (String json : run.output().lines().toList()) {
      lines.add(JSON.readTree(json));
    }
    return lines;
  }

  /** Places of a line, or of a document's metadata, where a single value is no array. */
  private static List<JsonNode> placesOf(JsonNode document) throws IOException {
    List<JsonNode> places = new ArrayList<>();
    document.path("places").forEach(places::add);
    JsonNode values = document.path("news:place");
    for (JsonNode value : values.isTextual() ? List.of(values) : values) {
      places.add(JSON.readTree(value.asText()));
    }
    return places;
  }

  /** What the connector does. */
  private static String textOf(JsonNode document) {
    Metadata metadata = new Metadata();
    for (Map.Entry<String, JsonNode> field : document.properties()) {
      for (JsonNode value :
          field.getValue().isTextual() ? List.of(field.getValue()) : field.getValue()) {
        metadata.add(field.getKey(), value.asText());
      }
    }
    return NewsContent.textOf(metadata);
  }
}
