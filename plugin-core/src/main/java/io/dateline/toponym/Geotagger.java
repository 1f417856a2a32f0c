package io.dateline.toponym;

import io.dateline.gazetteer.Gazetteer;
import java.util.List;

/** Recognises and resolves the places of a story. Immutable, safe to share between threads. */
public final class Geotagger {

  @SuppressWarnings("UnusedVariable")
  private final Gazetteer gazetteer;

  @SuppressWarnings("UnusedVariable")
  private final GeotagOptions options;

  public Geotagger(Gazetteer gazetteer, GeotagOptions options) {
    this.gazetteer = gazetteer;
    this.options = options;
  }

  /** Geotags a story. */
  public Geotags geotag(Story story) {
    return new Geotags(List.of(), null);
  }
}
