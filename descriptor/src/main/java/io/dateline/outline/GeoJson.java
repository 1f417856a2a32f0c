package io.dateline.outline;

import io.dateline.gazetteer.GeoPoint;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes RFC 7946, a feature a line, so that a difference can be read. */
final class GeoJson {

  private GeoJson() {}

  /** A whole file; {@code source} says where it comes from. */
  static String collection(String source, Collection<String> features) {
    return "{\"type\":\"FeatureCollection\",\"source\":\""
        + source
        + "\",\"features\":[\n"
        + String.join(",\n", features)
        + "\n]}\n";
  }

  /** One line; names must not need escaping. */
  static String feature(String id, String code, String name, String geometry) {
    if (!name.matches("[^\"\\\\\\p{Cntrl}]+")) {
      throw new IllegalArgumentException("a name that JSON would escape: " + name);
    }
    String iso = code.isEmpty() ? "" : "\"country_iso_code\":\"" + code + "\",";
    return "{\"type\":\"Feature\",\"id\":\""
        + id
        + "\",\"properties\":{"
        + iso
        + "\"country_name\":\""
        + name
        + "\"},\"geometry\":"
        + geometry
        + "}";
  }

  static String point(GeoPoint point) {
    return String.format(
        Locale.ROOT,
        "{\"type\":\"Point\",\"coordinates\":[%.2f,%.2f]}",
        point.longitude(),
        point.latitude());
  }

  static String polygons(List<List<List<Vertex>>> polygons, int perDegree) {
    return polygons.stream()
        .map(
            polygon ->
                polygon.stream()
                    .map(ring -> ring(ring, perDegree))
                    .collect(Collectors.joining(",", "[", "]")))
        .collect(Collectors.joining(",", "{\"type\":\"MultiPolygon\",\"coordinates\":[", "]}"));
  }

  private static String ring(List<Vertex> ring, int perDegree) {
    return ring.stream()
        .map(v -> "[" + degrees(v.x(), perDegree) + "," + degrees(v.y(), perDegree) + "]")
        .collect(Collectors.joining(",", "[", "]"));
  }

  /** The shortest way to write it: 12.5 and 7, not 12.50 and 7.00. */
  static String degrees(int units, int perDegree) {
    double degrees = (double) units / perDegree;
    return degrees == Math.rint(degrees)
        ? Integer.toString((int) degrees)
        : Double.toString(degrees);
  }
}
