package io.dateline;

import java.time.Duration;

/**
 * Counts what the analysis of one capture costs and ends it with {@link OverBudget} when that is
 * more than its {@link Budget}. Passed from stage to stage; belongs to one capture and one thread.
 *
 * <p>A unit of work is about one character, word or element looked at once. Adding to the count
 * costs next to nothing; the clock is looked at once in many thousand units, so a capture is given
 * up within a few milliseconds of its time.
 */
public final class Meter {

  private static final long LOOK_EVERY = 1 << 16;

  private static final Budget NO_LIMIT =
      new Budget(
          Integer.MAX_VALUE,
          Integer.MAX_VALUE,
          Integer.MAX_VALUE,
          Integer.MAX_VALUE,
          Duration.ofDays(365));

  private final Budget budget;
  private final long start = System.nanoTime();
  private final long maxNanos;
  private long work;
  private long nextLook = LOOK_EVERY;

  private Meter(Budget budget) {
    this.budget = budget;
    maxNanos = budget.maxTime().toNanos();
  }

  /** A meter that starts now. */
  public static Meter of(Budget budget) {
    return new Meter(budget);
  }

  /** A meter that counts only. */
  public static Meter unlimited() {
    return new Meter(NO_LIMIT);
  }

  /** Adds to the work done. */
  public void work(long units) {
    work += units;
    if (work >= nextLook) {
      look();
    }
  }

  /** Looks at the clock now. */
  public void look() {
    nextLook = work + LOOK_EVERY;
    if (System.nanoTime() - start > maxNanos) {
      throw new OverBudget(
          "The analysis took more than "
              + budget.maxTime().toMillis()
              + " milliseconds (maxMillis).");
    }
  }

  /** The units of work so far. */
  public long worked() {
    return work;
  }

  /** Checks a number of UTF-16 code units. */
  public void chars(long count) {
    require(count <= budget.maxChars(), "is longer", budget.maxChars(), "characters (maxChars)");
  }

  /** Checks a number of elements. */
  public void elements(long count) {
    require(count <= budget.maxElements(), "has more", budget.maxElements(), "tags (maxElements)");
  }

  /** Checks a number of blocks. */
  public void blocks(long count) {
    require(count <= budget.maxBlocks(), "has more", budget.maxBlocks(), "blocks (maxBlocks)");
  }

  /** Checks a number of names found in the text. */
  public void mentions(long count) {
    require(
        count <= budget.maxMentions(), "names more", budget.maxMentions(), "places (maxMentions)");
  }

  private static void require(boolean within, String what, int limit, String unit) {
    if (!within) {
      throw new OverBudget("The capture " + what + " than " + limit + " " + unit + ".");
    }
  }
}
