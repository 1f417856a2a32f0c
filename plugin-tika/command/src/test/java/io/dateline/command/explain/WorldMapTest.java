package io.dateline.command.explain;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dateline.gazetteer.GeoPoint;
import io.dateline.toponym.MentionKind;
import io.dateline.toponym.Precision;
import io.dateline.toponym.ResolvedPlace;
import io.dateline.toponym.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorldMapTest {

  /** Left, right, above and below are other dots; the place most spoken of had no name. */
  @Test
  void namesTheFirstPlaceAmongItsNeighbours() {
    String map =
        WorldMap.of(
            List.of(
                place("Erciş", 39.03, 43.36),
                place("Van Gölü", 38.60, 42.90),
                place("Ankara", 39.92, 32.85),
                place("İran", 32.0, 53.0),
                place("Ağrı", 39.72, 43.05),
                place("Muradiye", 38.99, 43.77)));

    assertTrue(map.contains(">Erciş</text>"), map);
  }

  private static ResolvedPlace place(String name, double latitude, double longitude) {
    return new ResolvedPlace(
        name,
        null,
        new GeoPoint(latitude, longitude),
        "TR",
        null,
        "PPL",
        Precision.TOWN,
        0.8,
        Role.SUBJECT,
        MentionKind.LITERAL,
        List.of(),
        List.of());
  }
}
