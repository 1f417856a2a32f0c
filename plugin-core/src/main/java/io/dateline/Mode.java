package io.dateline;

/** What to do with a capture that may or may not be a news article. */
public enum Mode {
  /** Clean articles; let every other page pass as it is. The default. */
  AUTO,
  /** Clean every page, article or not. */
  ALWAYS,
  /** Touch nothing. */
  NEVER
}
