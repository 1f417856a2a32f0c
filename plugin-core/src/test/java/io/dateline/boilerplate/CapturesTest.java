package io.dateline.boilerplate;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dateline.LanguageIdentifier;
import io.dateline.article.Article;
import io.dateline.article.ArticleReader;
import io.dateline.capture.Capture;
import io.dateline.capture.CapturedPage;
import io.dateline.capture.HtmlCapture;
import io.dateline.capture.TextCapture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Floors under what is read from {@code captures}: pages in many languages, written without a look
 * at the code. The floors lie a page or two below what was reached; no rule or weight may be keyed
 * on one of the pages.
 */
@DisplayName("Captures in many languages")
class CapturesTest {

  private static final Path CAPTURES = Path.of("src/test/resources/captures");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What was read from a page, beside what should have been. */
  private record Result(JsonNode gold, Judgement judgement, Article article) {}

  private static final List<Result> ARTICLES = new ArrayList<>();
  private static final List<Result> OTHERS = new ArrayList<>();

  @BeforeAll
  static void readAll() throws IOException {
    BoilerplateDetector detector = BoilerplateDetector.create();
    ArticleReader reader = new ArticleReader(LanguageIdentifier.none());
    for (String line : Files.readAllLines(CAPTURES.resolve("gold.jsonl"))) {
      JsonNode gold = JSON.readTree(line);
      CapturedPage page = CapturedPage.of(capture(gold.get("page").asText()));
      Judgement judgement = detector.judge(page);
      (gold.has("not_article") ? OTHERS : ARTICLES)
          .add(new Result(gold, judgement, reader.read(page, judgement)));
    }
  }

  @Test
  void tellsArticlesFromOtherPages() {
    List<String> refused = new ArrayList<>();
    List<String> accepted = new ArrayList<>();
    ARTICLES.stream()
        .filter(one -> !one.judgement().isArticle())
        .forEach(one -> refused.add(page(one)));
    OTHERS.stream()
        .filter(one -> one.judgement().isArticle())
        .forEach(one -> accepted.add(page(one)));

    assertAll(
        () -> assertTrue(refused.size() <= 1, "refused: " + refused),
        () -> assertTrue(accepted.isEmpty(), "accepted: " + accepted));
  }

  @Test
  void keepsTheText() {
    double sum = 0;
    for (Result one : ARTICLES) {
      WordRuns wanted = new WordRuns(apart(one.gold().get("text").asText()));
      WordRuns found = new WordRuns(apart(one.article().text()));
      sum += 2.0 * wanted.sharedWith(found) / Math.max(1, wanted.total() + found.total());
    }
    double mean = sum / ARTICLES.size();

    assertTrue(mean >= 0.945, "mean F1 of a page " + mean);
  }

  @Test
  void readsTheFields() {
    List<String> headlines = new ArrayList<>();
    List<String> dates = new ArrayList<>();
    List<String> authors = new ArrayList<>();
    for (Result one : ARTICLES) {
      JsonNode gold = one.gold();
      Article article = one.article();
      if (!words(gold.path("headline").asText()).equals(words(article.headline()))) {
        headlines.add(page(one));
      }
      if (!day(gold.path("datePublished").asText("")).equals(day(article.datePublished()))) {
        dates.add(page(one));
      }
      Set<String> wanted = new HashSet<>();
      gold.path("author").forEach(name -> wanted.add(words(name.asText())));
      Set<String> found = new HashSet<>();
      article.author().forEach(name -> found.add(words(name)));
      if (!wanted.equals(found)) {
        authors.add(page(one));
      }
    }

    assertAll(
        () -> assertTrue(headlines.size() <= 4, "headlines: " + headlines),
        () -> assertTrue(dates.size() <= 7, "dates: " + dates),
        () -> assertTrue(authors.size() <= 16, "authors: " + authors));
  }

  private static String page(Result one) {
    return one.gold().get("page").asText();
  }

  private static Capture capture(String page) throws IOException {
    String content = Files.readString(CAPTURES.resolve("pages").resolve(page));
    return page.endsWith(".html") ? HtmlCapture.of(content) : TextCapture.of(content);
  }

  /** Scripts without blanks between words are compared character by character. */
  private static String apart(String text) {
    return text.toLowerCase(Locale.ROOT)
        .replaceAll("(?=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}])", " ");
  }

  private static String words(String text) {
    return text == null
        ? ""
        : text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ").strip();
  }

  private static String day(String iso) {
    return iso == null ? "" : iso.substring(0, Math.min(10, iso.length()));
  }
}
