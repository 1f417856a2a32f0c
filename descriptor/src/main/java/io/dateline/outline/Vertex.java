package io.dateline.outline;

/**
 * A corner of an outline, in whole units of the grid that its topology was read with.
 *
 * @param x units east; beyond 180 degrees where a ring runs on over that meridian
 * @param y units north
 */
record Vertex(int x, int y) {

  Vertex east(int units) {
    return units == 0 ? this : new Vertex(x + units, y);
  }

  /** Twice the area of the triangle, positive when it turns left. */
  static long turn(Vertex a, Vertex b, Vertex c) {
    return (long) (b.x - a.x) * (c.y - a.y) - (long) (b.y - a.y) * (c.x - a.x);
  }
}
