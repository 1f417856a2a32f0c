package io.dateline.toponym;

import io.dateline.gazetteer.NameType;
import java.util.List;

/** Names that stand in each other's reach: "Paris, Texas", "Idlib in Syria". */
final class Neighbours {

  enum Kind {
    CONTAINER,
    CONTENT,
    PEER
  }

  /** What stands in a name's reach. */
  record Link(Referent other, Kind kind, double weight) {}

  private static final double PEER = 2.5;
  private static final double SURE = 0.8;

  /** In a list of hundreds of towns of one state, the first say all there is to say. */
  private static final int MOST_LINKS = 200;

  private Neighbours() {}

  /** Links the referents of a text. */
  static void link(List<Sighting> sightings) {
    for (int i = 1; i < sightings.size(); i++) {
      Sighting before = sightings.get(i - 1);
      Sighting after = sightings.get(i);
      double weight = after.has(Cue.AFTER_COMMA) ? 7 : after.has(Cue.AFTER_IN) ? 3 : 0;
      if (before.referent == after.referent) {
        continue;
      }
      if (weight > 0) {
        link(before.referent, after.referent, Kind.CONTAINER, weight);
        link(after.referent, before.referent, Kind.CONTENT, weight);
      }
      if (before.has(Cue.LISTED)
          && after.has(Cue.LISTED)
          && after.firstToken - before.lastToken <= 2) {
        link(before.referent, after.referent, Kind.PEER, PEER);
        link(after.referent, before.referent, Kind.PEER, PEER);
      }
    }
  }

  private static void link(Referent from, Referent to, Kind kind, double weight) {
    List<Link> list = from.links;
    if (list.size() >= MOST_LINKS) {
      return;
    }
    for (Link link : list) {
      if (link.other == to && link.kind == kind) {
        return;
      }
    }
    list.add(new Link(to, kind, weight));
  }

  /** How much neighbours speak for a reading, in log-odds. */
  static double support(Referent referent, Reading reading) {
    List<Link> list = referent.links;
    if (list.isEmpty()) {
      return 0;
    }
    double containment = 0;
    double peers = 0;
    for (Link link : list) {
      double share = 0;
      for (Reading other : link.other.readings) {
        boolean fits =
            switch (link.kind) {
              case CONTAINER -> reading.liesIn(other);
              case CONTENT -> other.liesIn(reading);
              case PEER -> arePeers(reading, other);
            };
        if (fits) {
          share += link.kind == Kind.PEER ? sure(other) : other.share;
        }
      }
      double worth = link.weight * Math.min(1, share * 1.2);
      if (link.kind == Kind.PEER) {
        peers = Math.max(peers, worth);
      } else {
        containment = Math.max(containment, worth);
      }
    }
    return peers + (isSpelt(reading) ? containment : containment / 2);
  }

  /** In a list of states, Georgia is a state; in a list of towns, Bath lies where Bristol does. */
  private static boolean arePeers(Reading one, Reading other) {
    if (one.isTown() && other.isTown()) {
      return one.place != other.place && one.admin1 >= 0 && one.admin1 == other.admin1;
    }
    return one.sort == other.sort
        && one.isContainer()
        && (one.sort == Reading.Sort.COUNTRY || one.country == other.country);
  }

  /** Two doubtful peers must not talk each other into anything. */
  private static double sure(Reading other) {
    return other.shareBefore > SURE ? other.share : 0;
  }

  private static boolean isSpelt(Reading reading) {
    return reading.type != NameType.ALTERNATE && reading.type != NameType.INHERITED;
  }
}
