package io.dateline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.dateline.boilerplate.JudgedBlock;
import io.dateline.capture.Capture;
import io.dateline.capture.HtmlCapture;
import io.dateline.capture.Provenance;
import io.dateline.capture.TextCapture;
import io.dateline.toponym.Mention;
import io.dateline.toponym.ResolvedPlace;
import java.nio.charset.StandardCharsets;

/**
 * Any bytes are taken, and what comes out is in order. {@code mvn verify} runs the corpus that lies
 * beside; ten minutes of guided fuzzing are
 *
 * <pre>{@code
 * JAZZER_FUZZ=1 mvn -pl plugin-core test -Djazzer.hooks=true -Dtest='CaptureFuzzTest#html' -Djazzer.max_duration=10m
 * }</pre>
 */
class CaptureFuzzTest {

  private static final NewsAnalyzer ANALYZER = NewsAnalyzer.create(AnalyzerOptions.defaults());

  @FuzzTest(maxDuration = "10m")
  void html(byte[] data) {
    check(HtmlCapture.of(data, StandardCharsets.UTF_8, Provenance.unknown()));
  }

  @FuzzTest(maxDuration = "10m")
  void text(byte[] data) {
    check(TextCapture.of(new String(data, StandardCharsets.UTF_8)));
    check(TextCapture.of(new String(data, StandardCharsets.UTF_16LE)));
  }

  private static void check(Capture capture) {
    NewsDocument document = ANALYZER.analyze(capture, Mode.ALWAYS);

    assertNotEquals(Status.FAILED, document.status());
    String text = document.article().text();
    for (ResolvedPlace place : document.places()) {
      for (Mention mention : place.mentions()) {
        assertEquals(mention.text(), text.substring(mention.start(), mention.end()));
      }
      assertTrue(place.confidence() >= 0 && place.confidence() <= 1);
    }
    for (JudgedBlock block : document.removed()) {
      assertTrue(!block.text().isBlank() && !block.reason().isBlank());
    }
  }
}
