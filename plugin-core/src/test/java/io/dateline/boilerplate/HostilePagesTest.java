package io.dateline.boilerplate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dateline.Meter;
import io.dateline.capture.Capture;
import io.dateline.capture.CapturedPage;
import io.dateline.capture.HtmlCapture;
import io.dateline.capture.TextCapture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Pages that want to hurt")
class HostilePagesTest {

  private static final String SENTENCE =
      "The ferry carried more passengers this week than in the whole of last winter, they said. ";

  private final Meter meter = Meter.unlimited();

  @Test
  void readsAHundredThousandNestedElementsOnASmallStack() {
    String page = "<div>".repeat(100_000) + "<p>" + SENTENCE.repeat(3);

    Judgement judgement = judge(HtmlCapture.of(page));

    assertEquals(1, judgement.blocks().size());
    worked(4 * 100_000);
  }

  @Test
  void readsAMillionEmptyBlocks() {
    String page = "<p></p><div> </div>".repeat(500_000) + "<p>" + SENTENCE.repeat(3) + "</p>";

    Judgement judgement = judge(HtmlCapture.of(page));

    assertEquals(1, judgement.blocks().size());
    worked(4 * 1_000_000);
  }

  @Test
  void readsManyShortLines() {
    Judgement judgement = judge(TextCapture.of("Menu entry\n".repeat(100_000)));

    assertEquals(100_000, judgement.blocks().size());
    worked(400 * 100_000);
  }

  @Test
  void readsManyEqualLinksAroundAStory() {
    String page =
        "<p>"
            + SENTENCE.repeat(3)
            + "</p>"
            + "<a>One and the same teaser again</a><br>".repeat(60_000);

    Judgement judgement = judge(HtmlCapture.of(page));

    assertTrue(judgement.blocks().get(0).kind().isBody());
    worked(500 * 60_000);
  }

  @Test
  void readsOneLineOfMegabytes() {
    String page = SENTENCE.repeat(60_000);

    Judgement judgement = judge(TextCapture.of(page));

    assertTrue(judgement.blocks().get(0).kind().isBody());
    worked(4L * page.length());
  }

  /** A look a few words beyond it left the array of the page's words, which grows by doubling. */
  @Test
  void readsShortLastLineBehindAnyNumberOfWords() {
    for (int words = 1020; words <= 1024; words++) {
      Judgement judgement = judge(TextCapture.of("word ".repeat(words) + "\nthe end"));

      assertEquals(2, judgement.blocks().size());
    }
  }

  private Judgement judge(Capture capture) {
    return BoilerplateDetector.create().judge(CapturedPage.of(capture, meter), meter);
  }

  private void worked(long most) {
    assertTrue(meter.worked() <= most, meter.worked() + " units of work");
  }

  @Test
  void givesNothingForAnEmptyPage() {
    assertTrue(CapturedPage.of(HtmlCapture.of("")).blocks().isEmpty());
    assertTrue(CapturedPage.of(TextCapture.of(" \n\t\n--\n")).blocks().isEmpty());
  }
}
