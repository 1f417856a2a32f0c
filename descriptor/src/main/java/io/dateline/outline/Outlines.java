package io.dateline.outline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Countries as polygons, made from shared borders. */
final class Outlines {

  /** A border that spoils its polygon is made again this much finer, until nothing is left out. */
  private static final double FINER = 0.25;

  private final Topology topology;
  private final CountryCodes codes;
  private final double[] tolerances;
  private final Map<Integer, List<Vertex>> simplified = new HashMap<>();

  /**
   * A country, or an area that the source draws like one.
   *
   * @param id its code, or its name in small letters where that is another country's or missing
   * @param code ISO 3166-1 alpha-2; empty if there is none
   * @param name as the source calls it; empty for a part of another area
   * @param polygons each a list of rings, the outer one first and against the clock, holes with it
   */
  record Country(String id, String code, String name, List<List<List<Vertex>>> polygons) {}

  /**
   * Simplifies borders as they are asked for.
   *
   * @param tolerance corners whose triangle is smaller are left out, in square units of the grid
   */
  Outlines(Topology topology, CountryCodes codes, double tolerance) {
    this.topology = topology;
    this.codes = codes;
    tolerances = new double[topology.arcs().size()];
    Arrays.fill(tolerances, tolerance);
  }

  /**
   * Draws borders finer where an outline would cross or touch itself.
   *
   * @throws IOException if one does so however finely it is drawn
   */
  void untangle() throws IOException {
    while (refineSpoiltBorders()) {
      simplified.clear(); // a finer border is its neighbour's border too
    }
  }

  /** All countries, in the order of the source. */
  List<Country> countries() {
    Map<String, Country> countries = new LinkedHashMap<>();
    for (Topology.Area area : topology.areas()) {
      String code = codes.of(area);
      String name = area.name();
      boolean extra = area.number().isEmpty() && (code.isEmpty() || codes.isNumbered(code));
      String id = extra ? name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-") : code;
      for (List<int[]> arcs : area.polygons()) {
        for (List<List<Vertex>> polygon : polygons(arcs)) {
          String own = codes.ofPart(code, polygon.get(0), topology.perDegree());
          Country country =
              own.equals(code)
                  ? new Country(id, code, name, new ArrayList<>())
                  : new Country(own, own, "", new ArrayList<>());
          countries.computeIfAbsent(country.id(), i -> country).polygons().add(polygon);
        }
      }
    }
    return List.copyOf(countries.values());
  }

  /** Whether some borders had to be made finer. */
  private boolean refineSpoiltBorders() throws IOException {
    Set<Integer> spoilt = new TreeSet<>();
    for (Topology.Area area : topology.areas()) {
      for (List<int[]> rings : area.polygons()) {
        if (polygons(rings).stream().anyMatch(Outlines::spoilt)) {
          Set<Integer> borders = new TreeSet<>();
          rings.forEach(ring -> IntStream.of(ring).forEach(a -> borders.add(a < 0 ? ~a : a)));
          if (borders.stream().allMatch(border -> tolerances[border] == 0)) {
            throw new IOException("the outline of " + area.name() + " crosses itself");
          }
          spoilt.addAll(borders);
        }
      }
    }
    for (int border : spoilt) {
      tolerances[border] = tolerances[border] < 1 ? 0 : tolerances[border] * FINER;
    }
    return !spoilt.isEmpty();
  }

  private static boolean spoilt(List<List<Vertex>> polygon) {
    for (int i = 0; i < polygon.size(); i++) {
      for (int j = i; j < polygon.size(); j++) {
        if (Ring.meet(polygon.get(i), polygon.get(j))) {
          return true;
        }
      }
    }
    return false;
  }

  /** More than one where the 180th meridian cuts it; holes are taken from uncut ones only. */
  private List<List<List<Vertex>>> polygons(List<int[]> arcs) {
    List<List<List<Vertex>>> polygons = new ArrayList<>();
    for (int[] ring : arcs) {
      List<Vertex> joined = joined(ring);
      if (joined.stream().allMatch(v -> v.y() <= -89.9 * topology.perDegree())) {
        continue; // the pole itself, as the edge of Antarctica
      }
      List<List<Vertex>> parts = Meridian.cut(joined, topology.perDegree());
      boolean hole = !polygons.isEmpty();
      for (List<Vertex> part : parts) {
        List<Vertex> turned = new ArrayList<>(part);
        if (Ring.area(part) > 0 == hole) {
          Collections.reverse(turned);
        }
        if (hole) {
          polygons.get(0).add(turned);
        } else {
          polygons.add(new ArrayList<>(List.of(turned)));
        }
      }
      if (hole && polygons.size() > 1) {
        throw new IllegalArgumentException("a cut polygon with a hole is not provided for");
      }
    }
    return polygons;
  }

  private List<Vertex> joined(int[] ring) {
    List<Vertex> corners = new ArrayList<>();
    for (int arc : ring) {
      List<Vertex> border = new ArrayList<>(border(arc < 0 ? ~arc : arc));
      if (arc < 0) {
        Collections.reverse(border);
      }
      corners.addAll(corners.isEmpty() ? border : border.subList(1, border.size()));
    }
    return corners;
  }

  private List<Vertex> border(int arc) {
    return simplified.computeIfAbsent(
        arc,
        a -> ArcSimplifier.simplify(topology.arcs().get(a), tolerances[a], topology.perDegree()));
  }
}
