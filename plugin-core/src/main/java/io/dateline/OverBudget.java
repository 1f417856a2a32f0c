package io.dateline;

/** The analysis has cost as much as it may; the message is a sentence that names the limit. */
public final class OverBudget extends RuntimeException {

  private static final long serialVersionUID = 1L;

  OverBudget(String limit) {
    super(limit, null, false, false); // tells of a limit, not of a place in the program
  }
}
