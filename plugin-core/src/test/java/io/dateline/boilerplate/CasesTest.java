package io.dateline.boilerplate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.capture.Capture;
import io.dateline.capture.CapturedPage;
import io.dateline.capture.HtmlCapture;
import io.dateline.capture.TextCapture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks the hand-written captures under {@code cases}: each folder pins one trick with the text
 * that stays and the kind of everything that goes. {@code -Dapprove} rewrites the expectations.
 */
@DisplayName("Hand-written captures")
class CasesTest {

  private static final Path CASES = Path.of("src/test/resources/cases");
  private static final ObjectMapper JSON = new ObjectMapper();

  static Stream<String> slugs() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      List<String> slugs = folders.map(path -> path.getFileName().toString()).sorted().toList();
      return slugs.stream();
    }
  }

  @ParameterizedTest
  @MethodSource("slugs")
  void keepsTheStoryAndNamesTheRest(String slug) throws IOException {
    Path folder = CASES.resolve(slug);

    Judgement judgement = BoilerplateDetector.create().judge(CapturedPage.of(capture(folder)));

    String text = text(judgement);
    String kinds = kinds(judgement);
    if (System.getProperty("approve") != null) {
      Files.writeString(folder.resolve("expected.txt"), text);
      Files.writeString(folder.resolve("expected.json"), kinds);
    }
    assertEquals(Files.readString(folder.resolve("expected.txt")), text);
    assertEquals(Files.readString(folder.resolve("expected.json")), kinds);
  }

  @Test
  void thereAreAtLeastSixtyOfThem() throws IOException {
    assertTrue(slugs().count() >= 60);
  }

  private static Capture capture(Path folder) throws IOException {
    Path html = folder.resolve("page.html");
    return Files.exists(html)
        ? HtmlCapture.of(Files.readString(html))
        : TextCapture.of(Files.readString(folder.resolve("page.txt")));
  }

  private static String text(Judgement judgement) {
    return judgement.blocks().stream()
        .filter(block -> block.kind().isBody())
        .map(block -> block.text() + "\n")
        .collect(Collectors.joining("\n"));
  }

  private static String kinds(Judgement judgement) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("article", judgement.isArticle());
    ArrayNode removed = root.putArray("removed");
    ArrayNode subheadings = root.putArray("subheadings");
    for (JudgedBlock block : judgement.blocks()) {
      if (block.kind() == BlockKind.SUBHEADING) {
        subheadings.add(block.text());
      } else if (!block.kind().isBody()) {
        removed.addObject().put("kind", block.kind().label()).put("text", block.text());
      }
    }
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }
}
