package io.dateline.command;

import java.io.PrintStream;
import java.util.Locale;

/** A progress bar on standard error; silent unless somebody sits at the terminal. */
final class ProgressBar {

  /** Set by {@code bin/dateline} when standard error is a terminal; Java itself cannot tell. */
  private static final String TERMINAL = "dateline.terminal";

  private static final int WIDTH = 30;
  private static final long EVERY_NANOS = 100_000_000L;

  private final PrintStream out = System.err;
  private final int total;
  private final boolean visible;
  private int done;
  private int failed;
  private long lastNanos;

  private ProgressBar(int total, boolean visible) {
    this.total = total;
    this.visible = visible;
  }

  /** A bar for so many steps. */
  static ProgressBar of(int total) {
    return new ProgressBar(total, Boolean.getBoolean(TERMINAL) && total > 1);
  }

  /** One step is done. */
  void step(boolean ok) {
    done++;
    if (!ok) {
      failed++;
    }
    long now = System.nanoTime();
    if (visible && (now - lastNanos >= EVERY_NANOS || done == total)) {
      lastNanos = now;
      int filled = (int) ((long) WIDTH * done / total);
      out.printf(
          Locale.ROOT,
          "\r[%s%s] %d of %d%s",
          "#".repeat(filled),
          ".".repeat(WIDTH - filled),
          done,
          total,
          failed == 0 ? "" : ", " + failed + " failed");
      if (done == total) {
        out.println();
      }
      out.flush();
    }
  }
}
