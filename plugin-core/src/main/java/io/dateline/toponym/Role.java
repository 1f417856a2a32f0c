package io.dateline.toponym;

import java.util.Locale;

/** What a place is to the story. */
public enum Role {
  /** Where the story was filed. */
  DATELINE,
  /** What the story is about. */
  SUBJECT,
  /** Named in passing. */
  MENTION;

  /** Lower case, as in JSON. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
