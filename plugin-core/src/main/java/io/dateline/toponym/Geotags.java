package io.dateline.toponym;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The places of a story.
 *
 * @param places ordered by relevance
 * @param focus null when the text does not say
 */
public record Geotags(List<ResolvedPlace> places, @Nullable Focus focus) {

  public Geotags {
    places = List.copyOf(places);
  }
}
