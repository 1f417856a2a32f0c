package io.dateline.toponym;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** Names that stand in each other's reach: "Paris, Texas", "Idlib in Syria". */
final class Neighbours {

  private record Link(Referent other, boolean otherIsContainer, double weight) {}

  private final IdentityHashMap<Referent, List<Link>> links = new IdentityHashMap<>();

  private Neighbours() {}

  static Neighbours of(List<Sighting> sightings) {
    Neighbours neighbours = new Neighbours();
    for (int i = 1; i < sightings.size(); i++) {
      Sighting before = sightings.get(i - 1);
      Sighting after = sightings.get(i);
      double weight = after.has(Cue.AFTER_COMMA) ? 7 : after.has(Cue.AFTER_IN) ? 3 : 0;
      if (weight > 0 && before.referent != after.referent) {
        neighbours.link(before.referent, after.referent, true, weight);
        neighbours.link(after.referent, before.referent, false, weight);
      }
    }
    return neighbours;
  }

  private void link(Referent from, Referent to, boolean container, double weight) {
    List<Link> list = links.computeIfAbsent(from, key -> new ArrayList<>(2));
    for (Link link : list) {
      if (link.other == to && link.otherIsContainer == container) {
        return;
      }
    }
    list.add(new Link(to, container, weight));
  }

  /** How much neighbours speak for a reading, in log-odds. */
  double support(Referent referent, Reading reading) {
    List<Link> list = links.get(referent);
    if (list == null) {
      return 0;
    }
    double support = 0;
    for (Link link : list) {
      double share = 0;
      for (Reading other : link.other.readings) {
        boolean fits = link.otherIsContainer ? reading.liesIn(other) : other.liesIn(reading);
        if (fits) {
          share += other.share;
        }
      }
      support = Math.max(support, link.weight * Math.min(1, share * 1.2));
    }
    return support;
  }
}
