package io.dateline.toponym;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ConfidenceTest {

  @Test
  void risesWithTheRawProbability() {
    double before = -1;
    for (int i = 0; i <= 1000; i++) {
      double calibrated = Confidence.calibrated(i / 1000.0);

      assertTrue(calibrated > before, () -> "falls at " + calibrated);
      before = calibrated;
    }
  }

  @Test
  void staysWithinZeroAndOne() {
    assertEquals(0, Confidence.calibrated(0));
    assertTrue(Confidence.calibrated(1) < 1);
  }
}
