package io.dateline.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The command with settings in its environment")
class EnvironmentTest {

  private static final String NAMES = "It calls at Vienna, Graz, Lviv and Kyiv, ";

  @TempDir private Path folder;

  @BeforeEach
  void makeCaptures() throws IOException {
    Files.writeString(folder.resolve("blocks.txt"), "A train ran again.\n\n".repeat(70));
    Files.writeString(folder.resolve("chars.txt"), NAMES.repeat(20_000));
    Files.writeString(folder.resolve("elements.html"), Captures.page() + "<b></b>".repeat(250));
    Files.writeString(
        folder.resolve("mentions.txt"),
        Captures.text().replace("The line had", NAMES.repeat(10) + "and the line had"));
    Files.writeString(folder.resolve("none.txt"), Captures.text());
  }

  @Test
  void limitsOfTheBudgetAreKept() throws Exception {
    List<JsonNode> lines =
        extract(
            Map.of(
                "DATELINE_MAX_CHARS", "3000",
                "DATELINE_MAX_BLOCKS", "60",
                "DATELINE_MAX_ELEMENTS", "150",
                "DATELINE_MAX_MENTIONS", "30"));

    assertLimited("maxBlocks", lines.get(0));
    assertLimited("maxChars", lines.get(1));
    assertLimited("maxElements", lines.get(2));
    assertLimited("maxMentions", lines.get(3));
    assertEquals("article", lines.get(4).get("status").asText());
    for (int i : new int[] {0, 1, 3}) { // as stock Tika has them
      String capture = Files.readString(folder.resolve(lines.get(i).get("id").asText() + ".txt"));
      assertEquals(capture.strip(), lines.get(i).get("text").asText());
    }
  }

  @Test
  void soIsTheLimitOfTime() throws Exception {
    assertLimited("maxMillis", extract(Map.of("DATELINE_MAX_MILLIS", "1")).get(1));
  }

  private static void assertLimited(String limit, JsonNode line) {
    assertEquals("limited", line.get("status").asText());
    String reason = line.get("statusReason").asText();
    assertTrue(reason.endsWith("(" + limit + ")."), reason);
    assertTrue(line.path("places").isEmpty());
  }

  private List<JsonNode> extract(Map<String, String> environment) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            DatelineCommand.class.getName(),
            "extract",
            folder.toString());
    builder.environment().putAll(environment);
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, process.waitFor(), said);
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> lines = new ArrayList<>();
    for (String line : said.lines().toList()) {
      lines.add(json.readTree(line));
    }
    assertEquals(5, lines.size());
    return lines;
  }
}
