package io.dateline.outline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The letters of ISO 3166-1 for Natural Earth's areas, from the table beside this class. */
final class CountryCodes {

  private final Map<String, String> byNumber = new HashMap<>();
  private final Map<String, String> byName = new HashMap<>();
  private final List<Part> parts = new ArrayList<>();

  private record Part(String code, String of, Box box) {}

  private record Box(double west, double south, double east, double north) {

    static Box of(String edges) {
      double[] numbers = Stream.of(edges.split(",", -1)).mapToDouble(Double::valueOf).toArray();
      return new Box(numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    boolean holds(Vertex corner, int perDegree) {
      return corner.x() >= west * perDegree
          && corner.y() >= south * perDegree
          && corner.x() <= east * perDegree
          && corner.y() <= north * perDegree;
    }
  }

  private CountryCodes() {}

  static CountryCodes read() throws IOException {
    CountryCodes codes = new CountryCodes();
    InputStream in =
        Objects.requireNonNull(
            CountryCodes.class.getResourceAsStream("country-codes.tsv"), "country-codes.tsv");
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.startsWith("#")).forEach(codes::add);
    }
    return codes;
  }

  private void add(String line) {
    String[] cells = line.split("\t", -1);
    switch (cells[0]) {
      case "iso" -> {
        for (String pair : cells[1].split(" ", -1)) {
          byNumber.put(pair.substring(0, 3), pair.substring(4));
        }
      }
      case "name" -> byName.put(cells[1], cells[2].equals("-") ? "" : cells[2]);
      case "part" -> parts.add(new Part(cells[1], cells[2], Box.of(cells[3])));
      default -> throw new IllegalArgumentException("no kind of row: " + line);
    }
  }

  /**
   * The code of an area as a whole; empty for the few that have none.
   *
   * @throws IllegalArgumentException if the table lacks it
   */
  String of(Topology.Area area) {
    String code = area.number().isEmpty() ? byName.get(area.name()) : byNumber.get(area.number());
    if (code == null) {
      throw new IllegalArgumentException("no code for " + area.number() + " " + area.name());
    }
    return code;
  }

  /** Whether it is the code of an area that the source numbers. */
  boolean isNumbered(String code) {
    return byNumber.containsValue(code);
  }

  /** The code of one polygon: another than its country's where it has its own, as Réunion has. */
  String ofPart(String country, List<Vertex> ring, int perDegree) {
    for (Part part : parts) {
      if (part.of().equals(country)
          && ring.stream().allMatch(corner -> part.box().holds(corner, perDegree))) {
        return part.code();
      }
    }
    return country;
  }
}
