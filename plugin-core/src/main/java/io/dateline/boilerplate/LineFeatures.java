package io.dateline.boilerplate;

import io.dateline.capture.LineLayout;

/** What the place of a line among other lines says: blank lines, indents, bullets, runs. */
final class LineFeatures {

  private final Evidence evidence;
  private final LineLayout lines;
  private final int[] runStart;
  private final int[] runEnd;

  /** Lines in a row without running text up to and including this one, and from this one on. */
  private final int[] shortAbove;

  private final int[] shortBelow;

  LineFeatures(Evidence evidence, LineLayout lines) {
    this.evidence = evidence;
    this.lines = lines;
    int n = evidence.count;
    runStart = new int[n];
    runEnd = new int[n];
    shortAbove = new int[n];
    shortBelow = new int[n];
    for (int i = 0; i < n; i++) {
      runStart[i] = i > 0 && lines.gapBefore(i) == 0 ? runStart[i - 1] : i;
      shortAbove[i] = evidence.mass[i] > 0 ? 0 : 1 + (i > 0 ? shortAbove[i - 1] : 0);
    }
    for (int i = n - 1; i >= 0; i--) {
      runEnd[i] = i + 1 < n && lines.gapBefore(i + 1) == 0 ? runEnd[i + 1] : i + 1;
      shortBelow[i] = evidence.mass[i] > 0 ? 0 : 1 + (i + 1 < n ? shortBelow[i + 1] : 0);
    }
  }

  void put(FeatureTable row, int i) {
    int n = evidence.count;
    row.put("gapBefore", Math.min(4, lines.gapBefore(i)));
    row.put("gapAfter", i + 1 < n ? Math.min(4, lines.gapBefore(i + 1)) : 4);
    row.put("indent", Math.min(20, lines.indent(i)));
    row.put("bullet", lines.bullet(i));
    row.put("run", runEnd[i] - runStart[i]);
    row.put("inRun", Math.min(50, i - runStart[i]));
    float words = 0;
    float mass = 0;
    int bullets = 0;
    int from = Math.max(runStart[i], i - 30);
    int end = Math.min(runEnd[i], i + 30);
    for (int k = from; k < end; k++) {
      words += evidence.text.words[k];
      mass += evidence.mass[k];
      bullets += lines.bullet(k) > 0 ? 1 : 0;
    }
    row.put("runWords", words);
    row.put("runEach", words / (end - from));
    row.put("runMass", mass / Math.max(1, words));
    row.put("runBullets", bullets / (float) (end - from));
    row.put("shortAbove", Math.min(60, shortAbove[i]));
    row.put("shortBelow", Math.min(60, shortBelow[i]));
    for (int offset = -2; offset <= 2; offset++) {
      int k = i + offset;
      if (offset != 0) {
        boolean there = k >= 0 && k < n;
        row.put("bullet", offset, there ? lines.bullet(k) : -1);
        row.put("indent", offset, there ? Math.min(20, lines.indent(k)) : -1);
        row.put("gap", offset, there ? Math.min(4, lines.gapBefore(k)) : -1);
        row.put("run", offset, there ? runEnd[k] - runStart[k] : -1);
        row.put("bracketed", offset, there && evidence.text.is(k, PageText.BRACKETED));
      }
    }
  }
}
