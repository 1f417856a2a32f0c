package io.dateline.outline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Areas that share their borders, as TopoJSON has them: each border is an arc that is stored once.
 *
 * @param arcs borders on a grid of {@code perDegree} units a degree, without jumps at 180 degrees
 * @param areas countries and what looks like one
 * @param perDegree units in a degree
 */
record Topology(List<List<Vertex>> arcs, List<Area> areas, int perDegree) {

  /**
   * A country.
   *
   * @param number its ISO 3166-1 numeric code; empty for areas that have none
   * @param name as the source calls it
   * @param polygons each a list of rings, the outer one first, each a list of arcs; a negative
   *     number is the complement of an arc that runs backwards
   */
  record Area(String number, String name, List<List<int[]>> polygons) {}

  /**
   * Reads a file.
   *
   * @param perDegree units in a degree; 100 is about a kilometre
   * @throws IOException if it is not quantised TopoJSON with an object {@code countries}
   */
  static Topology read(byte[] topoJson, int perDegree) throws IOException {
    JsonNode root = new ObjectMapper().readTree(topoJson);
    JsonNode scale = root.at("/transform/scale");
    JsonNode translate = root.at("/transform/translate");
    JsonNode geometries = root.at("/objects/countries/geometries");
    if (scale.size() != 2 || translate.size() != 2 || geometries.isEmpty()) {
      throw new IOException("this is not quantised TopoJSON with an object \"countries\"");
    }
    List<List<Vertex>> arcs = new ArrayList<>();
    for (JsonNode arc : root.path("arcs")) {
      List<Vertex> corners = new ArrayList<>();
      long x = 0;
      long y = 0;
      for (JsonNode step : arc) {
        x += step.get(0).asLong();
        y += step.get(1).asLong();
        double longitude = x * scale.get(0).asDouble() + translate.get(0).asDouble();
        double latitude = y * scale.get(1).asDouble() + translate.get(1).asDouble();
        corners.add(
            new Vertex(
                (int) Math.round(longitude * perDegree), (int) Math.round(latitude * perDegree)));
      }
      arcs.add(Ring.withoutJumps(corners, 360 * perDegree));
    }
    List<Area> areas = new ArrayList<>();
    for (JsonNode geometry : geometries) {
      List<List<int[]>> polygons = new ArrayList<>();
      if (geometry.path("type").asText().equals("Polygon")) {
        polygons.add(rings(geometry.path("arcs")));
      } else {
        geometry.path("arcs").forEach(polygon -> polygons.add(rings(polygon)));
      }
      areas.add(
          new Area(
              geometry.path("id").asText(""), geometry.at("/properties/name").asText(), polygons));
    }
    return new Topology(arcs, areas, perDegree);
  }

  private static List<int[]> rings(JsonNode polygon) {
    List<int[]> rings = new ArrayList<>();
    for (JsonNode ring : polygon) {
      int[] arcs = new int[ring.size()];
      for (int i = 0; i < arcs.length; i++) {
        arcs[i] = ring.get(i).asInt();
      }
      rings.add(arcs);
    }
    return rings;
  }
}
