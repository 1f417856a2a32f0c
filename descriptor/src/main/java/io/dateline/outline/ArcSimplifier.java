package io.dateline.outline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.PriorityQueue;
import java.util.TreeSet;

/**
 * Leaves out the corners of a line that matter least, after Visvalingam and Whyatt 1993: again and
 * again the one whose triangle with its neighbours is the smallest. The ends stay, where other
 * borders begin; an arc that is a whole ring keeps four corners, so that islands stay.
 */
final class ArcSimplifier {

  private record Corner(int at, double area) {}

  private ArcSimplifier() {}

  /**
   * Simplifies a line.
   *
   * @param tolerance triangles below this area go, in square units at the equator; 0 removes only
   *     corners on a straight line
   */
  static List<Vertex> simplify(List<Vertex> arc, double tolerance, int perDegree) {
    int left = arc.get(0).equals(arc.get(arc.size() - 1)) ? 4 : 2;
    NavigableSet<Integer> kept = new TreeSet<>();
    for (int i = 0; i < arc.size(); i++) {
      kept.add(i);
    }
    PriorityQueue<Corner> smallest =
        new PriorityQueue<>(Comparator.comparingDouble(Corner::area).thenComparingInt(Corner::at));
    double[] areas = new double[arc.size()];
    for (int i = 1; i < arc.size() - 1; i++) {
      areas[i] = area(arc, kept, i, perDegree);
      smallest.add(new Corner(i, areas[i]));
    }
    while (!smallest.isEmpty() && kept.size() > left && smallest.peek().area() <= tolerance) {
      Corner corner = smallest.remove();
      if (corner.area() != areas[corner.at()] || !kept.contains(corner.at())) {
        continue; // its neighbours have changed since it was queued
      }
      int before = kept.lower(corner.at());
      int after = kept.higher(corner.at());
      kept.remove(corner.at());
      for (int neighbour : List.of(before, after)) {
        if (neighbour > 0 && neighbour < arc.size() - 1) {
          areas[neighbour] = Math.max(corner.area(), area(arc, kept, neighbour, perDegree));
          smallest.add(new Corner(neighbour, areas[neighbour]));
        }
      }
    }
    List<Vertex> line = new ArrayList<>();
    kept.forEach(i -> line.add(arc.get(i)));
    return line;
  }

  private static double area(List<Vertex> arc, NavigableSet<Integer> kept, int i, int perDegree) {
    Vertex corner = arc.get(i);
    long twice = Vertex.turn(arc.get(kept.lower(i)), corner, arc.get(kept.higher(i)));
    return Math.abs(twice) / 2.0 * Math.cos(Math.toRadians((double) corner.y() / perDegree));
  }
}
