package io.dateline.command.explain;

import io.dateline.gazetteer.GeoPoint;
import io.dateline.toponym.ResolvedPlace;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** Places on an outline of the world's land, as a piece of SVG. Plate carrée: one unit a degree. */
final class WorldMap {

  /** Closer than this, the outline (half a degree exact) shows its corners. */
  private static final double LEAST_WIDTH = 24;

  private static final int NAMED = 8;

  private WorldMap() {}

  /** A map of these places, zoomed to them. Each dot links to {@code #place-N}, N from 1. */
  static String of(List<ResolvedPlace> places) {
    double west = 180;
    double east = -180;
    double north = -90;
    double south = 90;
    for (ResolvedPlace place : places) {
      GeoPoint point = place.point();
      west = Math.min(west, point.longitude());
      east = Math.max(east, point.longitude());
      north = Math.max(north, point.latitude());
      south = Math.min(south, point.latitude());
    }
    double width =
        Math.min(360, Math.max(LEAST_WIDTH, 1.3 * Math.max(east - west, 2 * (north - south))));
    double height = width / 2;
    double left = Math.max(-180, Math.min(180 - width, (west + east - width) / 2));
    double top = Math.max(-90, Math.min(90 - height, (-north - south - height) / 2));
    double unit = width / 100;

    StringBuilder svg = new StringBuilder();
    svg.append(
        format(
            "<svg class=\"map\" viewBox=\"%.2f %.2f %.2f %.2f\" role=\"img\" aria-label=\"Map of"
                + " the places; the table below says the same in words\">\n",
            left, top, width, height));
    svg.append(format("<path class=\"land\" stroke-width=\"%.3f\" d=\"", unit * 0.15));
    svg.append(Outline.PATH).append("\"/>\n");
    for (int i = places.size() - 1; i >= 0; i--) { // the most relevant on top
      ResolvedPlace place = places.get(i);
      double x = place.point().longitude();
      double y = -place.point().latitude();
      svg.append(format("<a href=\"#place-%d\"><title>%s</title>", i + 1, Html.text(place.name())));
      svg.append(
          format(
              "<circle class=\"dot %s\" cx=\"%.3f\" cy=\"%.3f\" r=\"%.3f\" stroke-width=\"%.3f\"/>",
              place.role().label(), x, y, unit * (i == 0 ? 1.3 : 0.9), unit * 0.2));
      if (i < NAMED) {
        boolean leftOf = x > left + 0.8 * width;
        svg.append(
            format(
                "<text x=\"%.3f\" y=\"%.3f\" font-size=\"%.3f\" text-anchor=\"%s\">%s</text>",
                x + (leftOf ? -1.6 : 1.6) * unit,
                y + 0.9 * unit,
                2.6 * unit,
                leftOf ? "end" : "start",
                Html.text(place.name())));
      }
      svg.append("</a>\n");
    }
    return svg.append("</svg>\n").toString();
  }

  private static String format(String pattern, Object... arguments) {
    return String.format(Locale.ROOT, pattern, arguments);
  }

  /** Read once; the file says where it comes from. */
  private static final class Outline {
    static final String PATH = read();

    private static String read() {
      InputStream in =
          Objects.requireNonNull(
              WorldMap.class.getResourceAsStream("world-outline.txt"), "world-outline.txt");
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
        return lines
            .lines()
            .filter(line -> !line.startsWith("#"))
            .collect(Collectors.joining("\n"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
