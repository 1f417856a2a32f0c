package io.dateline.outline;

import io.dateline.gazetteer.Gazetteer;
import io.dateline.gazetteer.GeoPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes {@code elasticsearch/countries.geojson} and the explain page's {@code country-outlines.txt}
 * from {@code countries-50m.json} of npm's world-atlas 2.0.2. Countries whose outline would be too
 * small to see, or that the source lacks, are a point: the gazetteer's.
 *
 * <p>Run it with {@code src/main/outlines/update.sh}. The same input gives the same output, byte
 * for byte.
 */
public final class CountryOutlines {

  private static final String SHA_256 =
      "04342cdc1e3016bcd7db1630de95684d67b79fe3c8c460321e87aef469502394";

  private static final String SOURCE =
      "Natural Earth 1:50m (public domain), from countries-50m.json of npm world-atlas 2.0.2, sha256 "
          + SHA_256
          + "; points from GeoNames (geonames.org), CC BY 4.0; made by io.dateline.outline";

  private static final double KM2_PER_SQUARE_DEGREE = 12364;

  /** Singapore and Bahrain become points, Luxembourg keeps its outline. */
  private static final double LEAST_KM2 = 1000;

  private static final double LEAST_ISLAND_KM2 = 20;

  /**
   * In hundredths of a degree squared, about 100 km²: half a megabyte of outlines. A tenth of it
   * gives twice the size and the same picture of a continent.
   */
  private static final double SMALLEST_TRIANGLE = 100;

  /** In tenths of a degree squared, for a map as wide as a page of text. */
  private static final double COARSE_TRIANGLE = 8;

  private CountryOutlines() {}

  /**
   * Runs it.
   *
   * @param args the input, the GeoJSON to write, and the small outline to write
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 3) {
      throw new IllegalArgumentException("want INPUT GEOJSON OUTLINE");
    }
    byte[] input = Files.readAllBytes(Path.of(args[0]));
    if (!sha256(input).equals(SHA_256)) {
      throw new IOException(args[0] + " is not countries-50m.json of world-atlas 2.0.2");
    }
    CountryCodes codes = CountryCodes.read();
    Topology fine = Topology.read(input, 100);
    Outlines forIndex = new Outlines(fine, codes, SMALLEST_TRIANGLE);
    forIndex.untangle();
    Files.writeString(Path.of(args[1]), geoJson(forIndex.countries(), fine.perDegree()));
    Topology coarse = Topology.read(input, 10);
    Outlines forPage = new Outlines(coarse, codes, COARSE_TRIANGLE);
    Files.writeString(Path.of(args[2]), svg(forPage.countries(), coarse.perDegree()));
  }

  private static String geoJson(List<Outlines.Country> countries, int perDegree) {
    Gazetteer gazetteer = Gazetteer.builtIn();
    SortedMap<String, String> features = new TreeMap<>();
    for (Outlines.Country country : countries) {
      List<List<List<Vertex>>> polygons = new ArrayList<>(country.polygons());
      polygons.removeIf(p -> squareKm(p.get(0), perDegree) < LEAST_ISLAND_KM2);
      double size = polygons.stream().mapToDouble(p -> squareKm(p.get(0), perDegree)).sum();
      if (size >= LEAST_KM2) {
        String name =
            country.name().isEmpty()
                ? gazetteer.name(gazetteer.countryPlace(country.code()))
                : country.name();
        String outline = GeoJson.polygons(polygons, perDegree);
        features.put(country.id(), GeoJson.feature(country.id(), country.code(), name, outline));
      }
    }
    for (String code : Locale.getISOCountries()) {
      int place = gazetteer.countryPlace(code);
      if (place >= 0 && !features.containsKey(code)) {
        GeoPoint point = gazetteer.point(place);
        features.put(
            code, GeoJson.feature(code, code, gazetteer.name(place), GeoJson.point(point)));
      }
    }
    return GeoJson.collection(SOURCE, features.values());
  }

  private static double squareKm(List<Vertex> ring, int perDegree) {
    double middle = ring.stream().mapToInt(Vertex::y).average().orElse(0) / perDegree;
    return Math.abs(Ring.area(ring))
        / 2.0
        / perDegree
        / perDegree
        * KM2_PER_SQUARE_DEGREE
        * Math.cos(Math.toRadians(middle));
  }

  /** Code, tab, path data; x is longitude and y minus latitude, so that it can be drawn at once. */
  private static String svg(List<Outlines.Country> countries, int perDegree) {
    StringBuilder lines = new StringBuilder();
    lines.append("# ISO 3166-1 code (or -), tab, the country's outline as SVG path data: ");
    lines.append("x is longitude, y minus latitude, in tenths of a degree.\n");
    lines.append("# ").append(SOURCE).append('\n');
    for (Outlines.Country country : countries) {
      StringBuilder path = new StringBuilder();
      for (List<List<Vertex>> polygon : country.polygons()) {
        if (squareKm(polygon.get(0), perDegree) >= LEAST_KM2) {
          polygon.forEach(ring -> path.append(svg(ring)));
        }
      }
      if (!path.isEmpty()) {
        lines.append(country.code().isEmpty() ? "-" : country.code()).append('\t');
        lines.append(path).append('\n');
      }
    }
    return lines.toString();
  }

  private static String svg(List<Vertex> ring) {
    StringBuilder path = new StringBuilder();
    Vertex last = new Vertex(0, 0);
    for (Vertex corner : ring.subList(0, ring.size() - 1)) {
      path.append(path.isEmpty() ? "M" : "l");
      int south = last.y() - corner.y();
      path.append(corner.x() - last.x()).append(south < 0 ? "" : " ").append(south);
      last = corner;
    }
    return path.append('Z').toString();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
