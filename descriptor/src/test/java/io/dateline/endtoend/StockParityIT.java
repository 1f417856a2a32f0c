package io.dateline.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What is no article comes out as from a Tika Server without the plugin")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StockParityIT {

  /** Tika takes a line of 20 MB; so must this. */
  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxStringLength(50_000_000).build())
              .build());

  @TempDir private static Path temporary;

  private RealTikaServer tika;
  private RealTikaServer stock;

  @BeforeAll
  void startBoth() throws IOException, InterruptedException {
    tika = RealTikaServer.withPlugin(null, "with-plugin");
    stock = RealTikaServer.stock("stock");
  }

  @AfterAll
  void stopBoth() {
    if (tika != null) {
      tika.close();
    }
    if (stock != null) {
      stock.close();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "memo.pdf",
        "memo.docx",
        "mail.eml",
        "related.eml",
        "table.csv",
        "code.py",
        "picture.svg"
      })
  void otherFormatsAreUntouched(String name) throws Exception {
    Path file = write(name);

    assertSame(file, "/rmeta/text", "application/json", null);
    assertSame(file, "/tika", "text/xml", null);
    assertSame(file, "/meta", "application/json", null);
  }

  @ParameterizedTest
  @CsvSource({
    "random.html, not-article|empty|article",
    "invalid-utf8.html, not-article|empty",
    "invalid-utf8.txt, not-article|empty",
    "links.html, not-article",
    "one-line.txt, limited",
    "nested.html, not-article|empty",
    "blank.html, empty",
    "blank.txt, empty"
  })
  void badInputHasAStatusAndTheStockText(String name, String statuses) throws Exception {
    Path file = write(name);

    String status = assertSame(file, "/rmeta/text", "application/json", statuses);

    assertTrue(List.of(statuses.split("\\|")).contains(status), status);
    assertSame(file, "/tika", "text/xml", statuses);
  }

  @ParameterizedTest
  @ValueSource(strings = {"empty.html", "empty.txt"})
  void anEmptyFileIsWhatTikaSaysItIs(String name) throws Exception {
    Path file = Files.write(temporary.resolve(name), new byte[0]);

    assertSame(file, "/rmeta/text", "application/json", null);
  }

  /** Compares both answers; gives the status that ours has, or "none". */
  private String assertSame(Path file, String endpoint, String accept, String statuses)
      throws IOException, InterruptedException {
    HttpResponse<String> ours = tika.put(endpoint, file, "Accept", accept);
    HttpResponse<String> theirs = stock.put(endpoint, file, "Accept", accept);

    assertEquals(theirs.statusCode(), ours.statusCode());
    if (!accept.equals("application/json") || ours.statusCode() != 200) {
      assertEquals(withoutVarying(theirs.body()), withoutVarying(ours.body()));
      return "none";
    }
    JsonNode got = JSON.readTree(ours.body());
    JsonNode first = got.isArray() ? got.get(0) : got;
    String status = first.path("news:status").asText("none");
    if (statuses == null) {
      assertEquals("none", status);
    }
    assertEquals(withoutVarying(JSON.readTree(theirs.body())), withoutVarying(got));
    return status;
  }

  private static String withoutVarying(String xml) {
    return xml.replaceAll("<meta name=\"X-TIKA:Parsed-By[^>]*>\n?", "");
  }

  private static JsonNode withoutVarying(JsonNode answer) {
    ArrayNode documents = JSON.createArrayNode();
    if (answer.isArray()) {
      documents.addAll((ArrayNode) answer);
    } else {
      documents.add(answer);
    }
    for (JsonNode document : documents) {
      List<String> names = new ArrayList<>();
      document.fieldNames().forEachRemaining(names::add);
      names.removeIf(
          name ->
              !name.startsWith("news:")
                  && !name.startsWith("X-TIKA:Parsed-By")
                  && !name.equals("X-TIKA:parse_time_millis"));
      ((ObjectNode) document).remove(names);
    }
    return documents;
  }

  private static Path write(String name) throws IOException {
    Path file = temporary.resolve(name);
    if (Files.exists(file)) {
      return file;
    }
    byte[] content =
        switch (name) {
          case "memo.pdf" -> pdf();
          case "memo.docx" -> docx();
          case "mail.eml" ->
              ("From: a@example.org\r\nTo: b@example.org\r\nSubject: The harbour\r\n"
                      + "Content-Type: text/plain; charset=utf-8\r\n\r\n"
                      + story().replace("\n", "\r\n"))
                  .getBytes(UTF_8);
          case "related.eml" ->
              ("MIME-Version: 1.0\r\nFrom: a@example.org\r\nTo: b@example.org\r\nSubject: News\r\n"
                      + "Content-Type: multipart/related; boundary=ZZ\r\n\r\n--ZZ\r\n"
                      + "Content-Type: text/html\r\n\r\n<p>"
                      + story().replace("\n\n", "</p>\r\n<p>")
                      + "</p>\r\n--ZZ--\r\n")
                  .getBytes(UTF_8);
          case "table.csv" -> "town,river\nOsijek,Drava\nVukovar,Danube\n".getBytes(UTF_8);
          case "code.py" -> "def ferry():\n    return 'Osijek'\n".getBytes(UTF_8);
          case "picture.svg" ->
              "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>Osijek</text></svg>".getBytes(UTF_8);
          case "random.html" -> random();
          case "invalid-utf8.html", "invalid-utf8.txt" -> {
            byte[] bytes = "<html><body><p>Caf\0 \0 \0 closes</p></body></html>".getBytes(UTF_8);
            for (int i = 0; i < bytes.length; i++) {
              bytes[i] = bytes[i] == 0 ? (byte) 0xC3 : bytes[i];
            }
            yield bytes;
          }
          case "links.html" -> links();
          case "one-line.txt" -> "a long line without an end, ".repeat(750_000).getBytes(UTF_8);
          case "nested.html" ->
              ("<html><body>" + "<div>".repeat(20_000) + "deep" + "</div>".repeat(20_000))
                  .getBytes(UTF_8);
          case "blank.html" -> "<html><body>\n \n</body></html>".getBytes(UTF_8);
          case "blank.txt" -> " \n\n \t \n".getBytes(UTF_8);
          default -> throw new IllegalArgumentException(name);
        };
    return Files.write(file, content);
  }

  private static String story() {
    return "The harbour of Osijek reopened on Tuesday after a week of floods, the port authority"
        + " said. Barges from Vukovar arrived in the afternoon, and the mills expect grain within"
        + " days.\n\nThe river had risen to its highest level in twelve years, and two villages"
        + " were cut off until Sunday.\n";
  }

  private static byte[] random() {
    byte[] bytes = new byte[50_000];
    new Random(20).nextBytes(bytes);
    return bytes;
  }

  private static byte[] links() {
    StringBuilder html = new StringBuilder("<html><head><title>Links</title></head><body><ul>");
    for (int i = 0; i < 200; i++) {
      html.append("<li><a href=\"/").append(i).append("\">Link number ").append(i);
      html.append("</a></li>\n");
    }
    return html.append("</ul></body></html>").toString().getBytes(UTF_8);
  }

  private static byte[] pdf() {
    String stream = "BT /F1 12 Tf 72 700 Td (The harbour of Osijek reopened on Tuesday.) Tj ET";
    List<String> objects =
        List.of(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources"
                + " << /Font << /F1 5 0 R >> >> >>",
            "<< /Length " + stream.length() + " >>\nstream\n" + stream + "\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
    StringBuilder table = new StringBuilder("xref\n0 6\n0000000000 65535 f \n");
    for (int i = 0; i < objects.size(); i++) {
      table.append("%010d 00000 n \n".formatted(pdf.length()));
      pdf.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
    }
    int start = pdf.length();
    pdf.append(table).append("trailer << /Size 6 /Root 1 0 R >>\nstartxref\n").append(start);
    return pdf.append("\n%%EOF\n").toString().getBytes(UTF_8);
  }

  private static byte[] docx() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(
          zip,
          "[Content_Types].xml",
          """
          <?xml version="1.0" encoding="UTF-8"?>
          <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
          <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
          <Default Extension="xml" ContentType="application/xml"/>
          <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
          </Types>
          """);
      put(
          zip,
          "_rels/.rels",
          """
          <?xml version="1.0" encoding="UTF-8"?>
          <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
          <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
          </Relationships>
          """);
      put(
          zip,
          "word/document.xml",
          """
          <?xml version="1.0" encoding="UTF-8"?>
          <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
          <w:body><w:p><w:r><w:t>The harbour of Osijek reopened on Tuesday.</w:t></w:r></w:p></w:body>
          </w:document>
          """);
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content.strip().getBytes(UTF_8));
    zip.closeEntry();
  }
}
