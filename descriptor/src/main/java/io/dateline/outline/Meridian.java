package io.dateline.outline;

import java.util.ArrayList;
import java.util.List;

/** Cuts rings at 180 degrees, as GeoJSON wants it. */
final class Meridian {

  private Meridian() {}

  /**
   * The parts of a ring, each within 180 degrees east and west. A ring round the South Pole, which
   * comes back a full turn away from where it began, is closed along the pole.
   */
  static List<List<Vertex>> cut(List<Vertex> ring, int perDegree) {
    int half = 180 * perDegree;
    List<Vertex> steady = Ring.withoutJumps(ring, 2 * half);
    int gain = steady.get(steady.size() - 1).x() - steady.get(0).x();
    if (gain != 0) {
      steady = closedAtPole(steady, -90 * perDegree);
    }
    List<List<Vertex>> parts = new ArrayList<>();
    for (int turn = -1; turn <= 1; turn++) {
      List<Vertex> shifted = new ArrayList<>();
      for (Vertex corner : steady) {
        shifted.add(corner.east(turn * 2 * half));
      }
      List<Vertex> part = clip(clip(shifted, -half, false), half, true);
      if (part.size() > 3 && Ring.area(part) != 0) {
        parts.add(part);
      }
    }
    return parts;
  }

  private static List<Vertex> closedAtPole(List<Vertex> coast, int pole) {
    List<Vertex> ring = new ArrayList<>(coast);
    ring.add(new Vertex(coast.get(coast.size() - 1).x(), pole));
    ring.add(new Vertex(coast.get(0).x(), pole));
    ring.add(coast.get(0));
    return ring;
  }

  /** Sutherland and Hodgman's clipping at one line, which fits rings that cross it twice. */
  private static List<Vertex> clip(List<Vertex> ring, int line, boolean keepWest) {
    List<Vertex> inside = new ArrayList<>();
    for (int i = 1; i < ring.size(); i++) {
      Vertex from = ring.get(i - 1);
      Vertex to = ring.get(i);
      boolean fromIn = keepWest ? from.x() <= line : from.x() >= line;
      boolean toIn = keepWest ? to.x() <= line : to.x() >= line;
      if (fromIn) {
        inside.add(from);
      }
      if (fromIn != toIn) {
        double share = (double) (line - from.x()) / (to.x() - from.x());
        inside.add(new Vertex(line, (int) Math.round(from.y() + share * (to.y() - from.y()))));
      }
    }
    if (inside.size() < 3) {
      return List.of();
    }
    inside.add(inside.get(0));
    return Ring.tidy(inside);
  }
}
