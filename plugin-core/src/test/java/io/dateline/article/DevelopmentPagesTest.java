package io.dateline.article;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dateline.LanguageIdentifier;
import io.dateline.boilerplate.BoilerplateDetector;
import io.dateline.capture.CapturedPage;
import io.dateline.capture.HtmlCapture;
import io.dateline.capture.Provenance;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Floors of the fields on the public development pages, when their folder is there ({@code
 * -Dshared=DIR}, default {@code ../shared} beside the checkout). Every third page keeps it short;
 * with a third of the pages the figures move by about .02.
 */
@DisplayName("Fields on the development pages")
class DevelopmentPagesTest {

  private static final int EVERY = 3;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final BoilerplateDetector detector = BoilerplateDetector.create();
  private final ArticleReader reader = new ArticleReader(LanguageIdentifier.none());

  @Test
  void newsHeadlinesStayAboveTheFloor() throws IOException {
    int right = 0;
    int all = 0;
    for (JsonNode gold : gold("news")) {
      String headline = article("news", gold).headline();
      right += headline != null && same(headline, gold.path("title").asText()) ? 1 : 0;
      all++;
    }

    assertFloor("headline equal", right, all, 0.90);
  }

  @Test
  void datesAndAuthorsStayAboveTheFloor() throws IOException {
    int dated = 0;
    int said = 0;
    int right = 0;
    int named = 0;
    int rightNames = 0;
    for (JsonNode gold : gold("articles")) {
      Article article = article("articles", gold);
      if (gold.hasNonNull("date")) {
        String day = article.datePublished();
        dated++;
        said += day != null ? 1 : 0;
        right += day != null && day.startsWith(gold.get("date").asText()) ? 1 : 0;
      }
      if (gold.hasNonNull("author")) {
        String wanted = TitleTrimmer.words(gold.get("author").asText());
        for (String author : article.author()) {
          String name = TitleTrimmer.words(author);
          named++;
          rightNames += wanted.contains(name) || name.contains(wanted) ? 1 : 0;
        }
      }
    }

    assertFloor("day right", right, dated, 0.82);
    assertFloor("day right when said", right, said, 0.91);
    assertFloor("author right", rightNames, named, 0.89);
  }

  private static void assertFloor(String what, int right, int all, double floor) {
    assertTrue(right >= floor * all, () -> what + ": " + right + " of " + all);
  }

  private static boolean same(String a, String b) {
    return TitleTrimmer.words(a).equals(TitleTrimmer.words(b));
  }

  private Article article(String set, JsonNode gold) throws IOException {
    Path file = folder().resolve(set + "/html/" + gold.get("id").asText() + ".html.gz");
    byte[] bytes;
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      bytes = in.readAllBytes();
    }
    CapturedPage page =
        CapturedPage.of(HtmlCapture.of(bytes, StandardCharsets.UTF_8, Provenance.unknown()));
    return reader.read(page, detector.judge(page));
  }

  private static List<JsonNode> gold(String set) throws IOException {
    Path gold = folder().resolve(set + "/gold.jsonl");
    assumeTrue(Files.exists(gold), () -> "no development pages in " + folder());
    List<String> lines = Files.readAllLines(gold);
    List<JsonNode> pages = new ArrayList<>();
    for (int i = 0; i < lines.size(); i += set.equals("news") ? 1 : EVERY) {
      pages.add(JSON.readTree(lines.get(i)));
    }
    return pages;
  }

  private static Path folder() {
    String named = System.getProperty("shared");
    Path shared =
        named != null ? Path.of(named) : Path.of("").toAbsolutePath().resolve("../../shared");
    return shared.resolve("bench").normalize();
  }
}
