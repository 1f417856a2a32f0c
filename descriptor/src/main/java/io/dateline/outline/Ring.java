package io.dateline.outline;

import java.util.ArrayList;
import java.util.List;

/** Closed lines: the first corner stands at the end again. */
final class Ring {

  private Ring() {}

  /** The same line with every step shorter than half the way round the world. */
  static List<Vertex> withoutJumps(List<Vertex> line, int fullTurn) {
    List<Vertex> steady = new ArrayList<>();
    int shift = 0;
    for (int i = 0; i < line.size(); i++) {
      if (i > 0) {
        int step = line.get(i).x() - line.get(i - 1).x();
        shift -= Math.round((float) step / fullTurn) * fullTurn;
      }
      steady.add(line.get(i).east(shift));
    }
    return steady;
  }

  /** Without corners that stand twice in a row, and without those on a straight line. */
  static List<Vertex> tidy(List<Vertex> ring) {
    List<Vertex> corners = new ArrayList<>(ring.subList(0, ring.size() - 1));
    boolean changed = true;
    while (changed && corners.size() > 2) {
      changed = false;
      for (int i = corners.size() - 1; i >= 0 && corners.size() > 2; i--) {
        int size = corners.size();
        Vertex before = corners.get((i + size - 1) % size);
        Vertex after = corners.get((i + 1) % size);
        if (Vertex.turn(before, corners.get(i), after) == 0) {
          corners.remove(i);
          changed = true;
        }
      }
    }
    corners.add(corners.get(0));
    return corners;
  }

  /** Twice its area in square units, positive when it runs against the clock. */
  static long area(List<Vertex> ring) {
    long twice = 0;
    for (int i = 1; i < ring.size(); i++) {
      Vertex a = ring.get(i - 1);
      Vertex b = ring.get(i);
      twice += (long) a.x() * b.y() - (long) b.x() * a.y();
    }
    return twice;
  }

  /** Whether edges that are no neighbours meet, of one ring or of two. */
  static boolean meet(List<Vertex> one, List<Vertex> other) {
    boolean same = one.equals(other);
    int last = one.size() - 2;
    for (int i = 0; i <= last; i++) {
      for (int j = same ? i + 1 : 0; j < other.size() - 1; j++) {
        boolean neighbours = same && (j == i + 1 || (i == 0 && j == last));
        if (!neighbours && meet(one.get(i), one.get(i + 1), other.get(j), other.get(j + 1))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean meet(Vertex a, Vertex b, Vertex c, Vertex d) {
    if (Math.max(a.x(), b.x()) < Math.min(c.x(), d.x())
        || Math.max(c.x(), d.x()) < Math.min(a.x(), b.x())
        || Math.max(a.y(), b.y()) < Math.min(c.y(), d.y())
        || Math.max(c.y(), d.y()) < Math.min(a.y(), b.y())) {
      return false;
    }
    return Long.signum(Vertex.turn(a, b, c)) * Long.signum(Vertex.turn(a, b, d)) <= 0
        && Long.signum(Vertex.turn(c, d, a)) * Long.signum(Vertex.turn(c, d, b)) <= 0;
  }
}
