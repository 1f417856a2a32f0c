package io.dateline.tika.connector.setup;

import java.util.List;

/**
 * What was done, or would be done, to one thing in the cluster.
 *
 * @param outcome in one word
 * @param what the thing
 * @param said why, or a detail; may be empty
 * @param diff what differs between the cluster's and the shipped one
 */
public record SetupLine(Outcome outcome, String what, String said, List<String> diff) {

  /** The ends a thing can come to. */
  public enum Outcome {
    CREATED("created"),
    UPDATED("updated"),
    UNCHANGED("up to date"),
    /** It is somebody else's, or newer, or was edited. */
    LEFT_ALONE("left alone"),
    /** The node cannot have it. */
    LEFT_OUT("left out");

    private final String label;

    Outcome(String label) {
      this.label = label;
    }

    /** As a person would say it. */
    public String label() {
      return label;
    }
  }

  public SetupLine {
    diff = List.copyOf(diff);
  }

  @Override
  public String toString() {
    return outcome.label() + ": " + what + (said.isEmpty() ? "" : ", " + said);
  }
}
