package io.dateline;

import java.time.Duration;

/**
 * What one capture may cost. A capture that is over passes as it is, with {@link Status#LIMITED}
 * and a sentence that names the limit.
 *
 * @param maxChars size of the capture in UTF-16 code units; for HTML, of its source. Pages saved
 *     with their pictures inside reach 10 million; below 200,000 long live blogs are turned away
 * @param maxElements elements of an HTML page. The longest specifications have 400,000; each costs
 *     about 200 bytes of heap while the capture is looked at
 * @param maxBlocks blocks of text. Live blogs of a week have 5,000; every 10,000 cost about 20 MB
 *     of heap while the capture is looked at
 * @param maxMentions names of places in the text, each time they stand there. Live blogs of a week
 *     have 5,000
 * @param maxTime of the analysis, which ends within milliseconds of it; keep it well below the time
 *     that Tika gives a document (60 seconds in Pipes)
 */
public record Budget(
    int maxChars, int maxElements, int maxBlocks, int maxMentions, Duration maxTime) {

  private static final Budget DEFAULT =
      new Budget(20_000_000, 500_000, 50_000, 20_000, Duration.ofSeconds(30));

  public Budget {
    requirePositive("maxChars", maxChars);
    requirePositive("maxElements", maxElements);
    requirePositive("maxBlocks", maxBlocks);
    requirePositive("maxMentions", maxMentions);
    if (maxTime.isNegative() || maxTime.isZero()) {
      throw new IllegalArgumentException("maxTime must be positive; got " + maxTime);
    }
  }

  /**
   * 20 million characters, 500,000 elements, 50,000 blocks, 20,000 mentions, 30 seconds: far above
   * any article.
   */
  public static Budget defaults() {
    return DEFAULT;
  }

  public Budget withMaxChars(int newMaxChars) {
    return new Budget(newMaxChars, maxElements, maxBlocks, maxMentions, maxTime);
  }

  public Budget withMaxElements(int newMaxElements) {
    return new Budget(maxChars, newMaxElements, maxBlocks, maxMentions, maxTime);
  }

  public Budget withMaxBlocks(int newMaxBlocks) {
    return new Budget(maxChars, maxElements, newMaxBlocks, maxMentions, maxTime);
  }

  public Budget withMaxMentions(int newMaxMentions) {
    return new Budget(maxChars, maxElements, maxBlocks, newMaxMentions, maxTime);
  }

  public Budget withMaxTime(Duration newMaxTime) {
    return new Budget(maxChars, maxElements, maxBlocks, maxMentions, newMaxTime);
  }

  private static void requirePositive(String name, int value) {
    if (value <= 0) {
      throw new IllegalArgumentException(name + " must be positive; got " + value);
    }
  }
}
