package io.dateline.boilerplate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dateline.capture.CapturedPage;
import io.dateline.capture.HtmlCapture;
import io.dateline.capture.TextCapture;
import java.time.Duration;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Pages that want to hurt")
class HostilePagesTest {

  private static final String SENTENCE =
      "The ferry carried more passengers this week than in the whole of last winter, they said. ";

  private static final Duration LIMIT = Duration.ofSeconds(30);

  @Test
  void readsTwentyThousandNestedElementsOnASmallStack() {
    Document page = Document.createShell("");
    Element at = page.body();
    for (int i = 0; i < 20_000; i++) {
      at = at.appendElement("div");
    }
    at.appendElement("p").text(SENTENCE.repeat(3));
    HtmlCapture capture = new HtmlCapture(page, 200_000, HtmlCapture.of("").provenance());

    Judgement judgement =
        assertTimeout(LIMIT, () -> BoilerplateDetector.create().judge(CapturedPage.of(capture)));

    assertEquals(1, judgement.blocks().size());
  }

  @Test
  void readsManyEmptyBlocks() {
    String page = "<p></p><div> </div>".repeat(200_000) + "<p>" + SENTENCE.repeat(3) + "</p>";

    Judgement judgement =
        assertTimeout(
            LIMIT, () -> BoilerplateDetector.create().judge(CapturedPage.of(HtmlCapture.of(page))));

    assertEquals(1, judgement.blocks().size());
  }

  @Test
  void readsManyShortLines() {
    String page = "Menu entry\n".repeat(100_000);

    Judgement judgement =
        assertTimeout(
            LIMIT, () -> BoilerplateDetector.create().judge(CapturedPage.of(TextCapture.of(page))));

    assertEquals(100_000, judgement.blocks().size());
  }

  @Test
  void readsManyEqualLinksAroundAStory() {
    String page =
        "<p>"
            + SENTENCE.repeat(3)
            + "</p>"
            + "<a>One and the same teaser again</a><br>".repeat(60_000);

    Judgement judgement =
        assertTimeout(
            LIMIT, () -> BoilerplateDetector.create().judge(CapturedPage.of(HtmlCapture.of(page))));

    assertTrue(judgement.blocks().get(0).kind().isBody());
  }

  @Test
  void readsOneLineOfMegabytes() {
    String page = SENTENCE.repeat(60_000);

    Judgement judgement =
        assertTimeout(
            LIMIT, () -> BoilerplateDetector.create().judge(CapturedPage.of(TextCapture.of(page))));

    assertTrue(judgement.blocks().get(0).kind().isBody());
  }

  @Test
  void givesNothingForAnEmptyPage() {
    assertTrue(CapturedPage.of(HtmlCapture.of("")).blocks().isEmpty());
    assertTrue(CapturedPage.of(TextCapture.of(" \n\t\n--\n")).blocks().isEmpty());
  }
}
