package io.dateline.toponym;

import java.util.Locale;

/** How a mention refers to its place. */
public enum MentionKind {
  /** The place's name: "Turkey". */
  LITERAL,
  /** A demonym or adjective: "Turkish". */
  ASSOCIATIVE;

  /** Lower case, as in JSON. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
