package io.dateline.gazetteer;

/** Names to places. Immutable, safe to share between threads. */
public final class Gazetteer {

  private static final Gazetteer BUILT_IN = new Gazetteer("none");

  private final String version;

  private Gazetteer(String version) {
    this.version = version;
  }

  /** The gazetteer in the jar, one a process. */
  public static Gazetteer builtIn() {
    return BUILT_IN;
  }

  /** What {@code news:gazetteerVersion} says. */
  public String version() {
    return version;
  }
}
