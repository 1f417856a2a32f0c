package io.dateline.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ExtractCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  @Test
  void writesOneLineACaptureInTheOrderOfPaths() throws Exception {
    Files.createDirectories(folder.resolve("b"));
    Files.writeString(folder.resolve("b/page.html"), Captures.page());
    Files.write(folder.resolve("a.txt.gz"), gzip(Captures.text()));
    Files.writeString(folder.resolve("notes.md"), "not a capture");

    List<JsonNode> lines = extract(0, folder.toString());

    assertEquals(List.of("a", "page"), lines.stream().map(l -> l.get("id").asText()).toList());
    for (JsonNode line : lines) {
      assertEquals("article", line.get("status").asText());
      assertEquals(String.join("\n\n", Captures.PARAGRAPHS), line.get("text").asText());
      assertEquals(64, line.get("sha256").asText().length());
      assertFalse(line.has("printPage"));
    }
  }

  @Test
  void namesEveryPlaceByItsOffsets() throws Exception {
    Files.writeString(folder.resolve("page.html"), Captures.page());

    JsonNode line = extract(0, folder.toString()).get(0);

    String text = line.get("text").asText();
    List<String> names = new ArrayList<>();
    for (JsonNode place : line.get("places")) {
      names.add(place.get("name").asText());
      for (JsonNode mention : place.get("mentions")) {
        assertEquals(
            mention.get("text").asText(),
            text.substring(mention.get("start").asInt(), mention.get("end").asInt()));
      }
    }
    assertTrue(names.containsAll(List.of("Vienna", "Lviv")), names.toString());
  }

  @Test
  void oneBadFileNeverStopsTheRun() throws Exception {
    Files.writeString(folder.resolve("1-broken.html.gz"), "this is no gzip");
    Files.write(folder.resolve("2-empty.html"), new byte[0]);
    Files.writeString(folder.resolve("3-good.html"), Captures.page());

    List<JsonNode> lines = extract(1, folder.toString());

    assertEquals("failed", lines.get(0).get("status").asText());
    assertTrue(lines.get(0).get("statusReason").asText().startsWith("The file cannot be read"));
    assertEquals("empty", lines.get(1).get("status").asText());
    assertEquals("article", lines.get(2).get("status").asText());
  }

  @Test
  void aBombIsRefusedBeforeItUnfolds() throws Exception {
    Path bomb = folder.resolve("bomb.html.gz");
    byte[] million = gzip(" ".repeat(1_000_000));
    try (OutputStream out = Files.newOutputStream(bomb)) {
      for (int i = 0; i <= CaptureFile.MAX_BYTES / 1_000_000; i++) {
        out.write(million);
      }
      out.write(1); // whoever reads that far complains of broken gzip
    }
    Files.writeString(folder.resolve("good.html"), Captures.page());
    ThreadMXBean counter = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = counter.getCurrentThreadAllocatedBytes();

    IOException refused = assertThrows(IOException.class, new CaptureFile(bomb)::read);

    long allocated = counter.getCurrentThreadAllocatedBytes() - before;
    assertTrue(allocated < 1_000_000, allocated + " bytes for a refusal");
    assertEquals("the capture has more than 104857600 bytes", refused.getMessage());
    List<JsonNode> lines = extract(1, folder.toString());
    assertEquals("failed", lines.get(0).get("status").asText());
    assertEquals(
        "The file cannot be read: " + refused.getMessage(),
        lines.get(0).get("statusReason").asText());
    assertEquals("article", lines.get(1).get("status").asText());
  }

  @Test
  void givesCleanTextBackToTheCharacter() throws Exception {
    String text = "\uFEFF  Trains left Vienna 🚆 \r\n\r\n for Lviv\u0301.\n\n\n";
    Files.writeString(folder.resolve("clean.txt"), text);
    Files.write(
        folder.resolve("latin1.txt"),
        "Zürich".getBytes(java.nio.charset.Charset.forName("ISO-8859-1")));

    List<JsonNode> lines = extract(1, "--as-article", folder.toString());

    assertEquals(text, lines.get(0).get("text").asText());
    assertFalse(lines.get(0).has("removed"));
    assertEquals("The text is not UTF-8.", lines.get(1).get("statusReason").asText());
  }

  @Test
  void givesTheSameOnOneThreadAndOnMany() throws Exception {
    for (int i = 0; i < 40; i++) {
      Files.writeString(
          folder.resolve("page%02d.html".formatted(i)),
          Captures.page().replace("two hours", i + " hours"));
    }

    List<JsonNode> one = extract(0, "--threads", "1", folder.toString());
    List<JsonNode> many = extract(0, "--threads", "16", folder.toString());

    assertEquals(one, many);
  }

  @Test
  void leavesAPageAloneWhenTheModeSaysSo() throws Exception {
    Files.writeString(folder.resolve("page.html"), Captures.page());

    JsonNode line = extract(0, "--mode", "never", folder.toString()).get(0);

    assertEquals("not-article", line.get("status").asText());
    assertTrue(line.get("text").asText().startsWith("Home"));
  }

  @Test
  void saysWhatIsWrongWithTheCommandLine() {
    assertEquals("no/such/file: there is no such file or folder", complaint("no/such/file"));
    assertEquals("--threads must be at least 1; got 0", complaint("--threads", "0", "."));
    assertTrue(complaint("--gazetteer", "no/such.dat", ".").contains("no/such.dat"));
    assertTrue(complaint("--mode", "often", ".").contains("--mode"));
  }

  private static String complaint(String... arguments) {
    StringWriter errors = new StringWriter();
    CommandLine command = DatelineCommand.commandLine();
    command.getSubcommands().get("extract").setErr(new PrintWriter(errors));

    int exitCode = command.setErr(new PrintWriter(errors)).execute(prepend("extract", arguments));

    assertEquals(2, exitCode);
    return errors.toString().lines().findFirst().orElseThrow();
  }

  private List<JsonNode> extract(int exitCode, String... arguments) throws IOException {
    Path output = Files.createTempFile("extract", ".jsonl");
    try {
      String[] all = prepend("-o", prepend(output.toString(), arguments));

      assertEquals(exitCode, DatelineCommand.commandLine().execute(prepend("extract", all)));

      List<JsonNode> lines = new ArrayList<>();
      for (String line : Files.readAllLines(output)) {
        lines.add(JSON.readTree(line));
      }
      return lines;
    } finally {
      Files.delete(output);
    }
  }

  static String[] prepend(String first, String... rest) {
    return Stream.concat(Stream.of(first), Stream.of(rest)).toArray(String[]::new);
  }

  private static byte[] gzip(String content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}
