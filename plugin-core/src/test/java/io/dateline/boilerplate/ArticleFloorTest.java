package io.dateline.boilerplate;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dateline.LanguageIdentifier;
import io.dateline.article.ArticleReader;
import io.dateline.capture.Capture;
import io.dateline.capture.CapturedPage;
import io.dateline.capture.HtmlCapture;
import io.dateline.capture.TextCapture;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Floors under the article text on the public development pages, a little below what was measured.
 * Runs where the pages are, {@code -Dshared=DIR} (default {@code ../shared} beside the checkout):
 * in {@code bench/SET} a gold.jsonl, html/ID.html.gz and txt/ID.txt.gz. The models were trained on
 * the set {@code articles}, so its floors only keep what was learnt.
 */
@DisplayName("Article text on the development pages")
class ArticleFloorTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final BoilerplateDetector detector = BoilerplateDetector.create();
  private final ArticleReader reader = new ArticleReader(LanguageIdentifier.none());

  /** Every fourth of the many articles is enough to notice a loss of a point. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          news,     html, 1, 0.960, 1
          news,     txt,  1, 0.935, 1
          articles, html, 4, 0.960, 2
          articles, txt,  4, 0.922, 3
          """)
  void keepsTheText(String set, String kind, int every, double floor, int mostPoor)
      throws IOException {
    double precision = 0;
    double recall = 0;
    int pages = 0;
    int poor = 0;
    int empty = 0;
    List<String> lines = gold(set);
    for (int i = 0; i < lines.size(); i += every) {
      JsonNode gold = JSON.readTree(lines.get(i));
      CapturedPage page = page(set, kind, gold);
      WordRuns wanted = new WordRuns(gold.get("text").asText());
      WordRuns found = new WordRuns(reader.read(page, detector.judge(page)).text());
      int shared = wanted.sharedWith(found);
      precision += shared / (double) Math.max(1, found.total());
      recall += shared / (double) Math.max(1, wanted.total());
      poor += shared * 4 < wanted.total() + found.total() ? 1 : 0;
      empty += found.total() == 0 ? 1 : 0;
      pages++;
    }

    double f1 = 2 * precision * recall / (precision + recall) / pages;
    String figures = set + ' ' + kind + ": F1 " + f1 + ", below .5: " + poor;
    int emptyPages = empty;
    boolean fewPoor = poor <= mostPoor;
    assertAll(
        () -> assertTrue(f1 >= floor, figures),
        () -> assertTrue(fewPoor, figures),
        () -> assertEquals(0, emptyPages, "empty answers"));
  }

  @Test
  void newsPagesAreArticles() throws IOException {
    int articles = 0;
    List<String> lines = gold("news");
    for (String line : lines) {
      articles += detector.judge(page("news", "html", JSON.readTree(line))).isArticle() ? 1 : 0;
    }

    assertTrue(articles >= 0.98 * lines.size(), articles + " of " + lines.size());
  }

  /** Shops, forums and listings pass as they are, or lose next to nothing of what they say. */
  @Test
  void otherPagesAreNotMangled() throws IOException {
    int unharmed = 0;
    List<String> lines = gold("other-pages");
    for (String line : lines) {
      JsonNode gold = JSON.readTree(line);
      CapturedPage page = page("other-pages", "html", gold);
      Judgement judgement = detector.judge(page);
      WordRuns wanted = new WordRuns(gold.get("text").asText(), 1);
      WordRuns found = new WordRuns(reader.read(page, judgement).text(), 1);
      boolean kept = wanted.sharedWith(found) >= 0.95 * wanted.total();
      unharmed += !judgement.isArticle() || kept ? 1 : 0;
    }

    assertTrue(unharmed >= 0.95 * lines.size(), unharmed + " of " + lines.size());
  }

  private static CapturedPage page(String set, String kind, JsonNode gold) throws IOException {
    String name = gold.get("id").asText() + '.' + kind + ".gz";
    String text;
    try (InputStream in =
        new GZIPInputStream(
            Files.newInputStream(folder().resolve(set).resolve(kind).resolve(name)))) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    Capture capture = kind.equals("html") ? HtmlCapture.of(text) : TextCapture.of(text);
    return CapturedPage.of(capture);
  }

  private static List<String> gold(String set) throws IOException {
    Path gold = folder().resolve(set).resolve("gold.jsonl");
    assumeTrue(Files.exists(gold), () -> "no development pages in " + folder());
    return Files.readAllLines(gold);
  }

  private static Path folder() {
    return Path.of(System.getProperty("shared", "../../shared")).resolve("bench");
  }
}
