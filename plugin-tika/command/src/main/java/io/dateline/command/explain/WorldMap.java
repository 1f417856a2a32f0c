package io.dateline.command.explain;

import io.dateline.gazetteer.GeoPoint;
import io.dateline.toponym.ResolvedPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Places on an outline of the world's countries, as a piece of SVG. Plate carrée: one unit a
 * degree.
 */
final class WorldMap {

  /** Closer than this, the outline (a tenth of a degree exact) shows its corners. */
  private static final double LEAST_WIDTH = 14;

  /** Places with a name, if there is room for it. */
  private static final int NAMED = 14;

  /** Height of a letter in hundredths of the map's width. */
  private static final double LETTER = 2.4;

  private final List<ResolvedPlace> places;
  private final Box view;
  private final double unit;
  private final List<Box> taken = new ArrayList<>();

  /** A rectangle in the map's units, y down. */
  record Box(double left, double top, double right, double bottom) {
    boolean touches(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    boolean holds(Box other) {
      return other.left >= left
          && other.right <= right
          && other.top >= top
          && other.bottom <= bottom;
    }

    double width() {
      return right - left;
    }
  }

  private WorldMap(List<ResolvedPlace> places) {
    this.places = places;
    this.view = view(places);
    this.unit = view.width() / 100;
  }

  /** A map of these places, zoomed to them. Each dot links to {@code #place-N}, N from 1. */
  static String of(List<ResolvedPlace> places) {
    return new WorldMap(places).write();
  }

  private static Box view(List<ResolvedPlace> places) {
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
        Math.min(360, Math.max(LEAST_WIDTH, 1.35 * Math.max(east - west, 2 * (north - south))));
    double height = width / 2;
    double left = Math.max(-180, Math.min(180 - width, (west + east - width) / 2));
    double top = Math.max(-90, Math.min(90 - height, (-north - south - height) / 2));
    return new Box(left, top, left + width, top + height);
  }

  private String write() {
    StringBuilder svg = new StringBuilder();
    svg.append(
        format(
            "<svg class=\"map\" viewBox=\"%.2f %.2f %.2f %.2f\" role=\"img\" aria-label=\"Map of"
                + " the places; the table below says the same in words\">\n",
            view.left, view.top, view.width(), view.bottom - view.top));
    svg.append("<path class=\"land\" d=\"").append(Outline.land(view)).append("\"/>\n");
    svg.append("<path class=\"border\" d=\"").append(Outline.borders(view)).append("\"/>\n");
    List<String> labels = labels();
    for (int i = places.size() - 1; i >= 0; i--) { // the most relevant on top
      ResolvedPlace place = places.get(i);
      svg.append(format("<a href=\"#place-%d\"><title>%s</title>", i + 1, Html.text(place.name())));
      svg.append(
          format(
              "<circle class=\"dot %s\" cx=\"%.3f\" cy=\"%.3f\" r=\"%.3f\"/>%s</a>\n",
              place.role().label(),
              place.point().longitude(),
              -place.point().latitude(),
              radius(i),
              labels.get(i)));
    }
    return svg.append("</svg>\n").toString();
  }

  private double radius(int i) {
    return unit * (i == 0 ? 1.3 : 0.9);
  }

  /** Names beside their dots, the most relevant first; empty where there is no room left. */
  private List<String> labels() {
    for (int i = 0; i < Math.min(NAMED, places.size()); i++) {
      taken.add(around(i));
    }
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      labels.add(i < NAMED ? label(i) : "");
    }
    return labels;
  }

  private Box around(int i) {
    GeoPoint point = places.get(i).point();
    double radius = radius(i);
    return new Box(
        point.longitude() - radius,
        -point.latitude() - radius,
        point.longitude() + radius,
        -point.latitude() + radius);
  }

  private String label(int i) {
    String name = places.get(i).name();
    double width = 0.58 * LETTER * unit * name.codePointCount(0, name.length());
    double height = LETTER * unit;
    Box dot = around(i);
    double middle = (dot.top + dot.bottom) / 2;
    double gap = 0.5 * unit;
    double[][] corners = { // right of the dot, left of it, above, below, and between these
      {dot.right + gap, middle - height / 2},
      {dot.left - gap - width, middle - height / 2},
      {(dot.left + dot.right - width) / 2, dot.top - gap / 2 - height},
      {(dot.left + dot.right - width) / 2, dot.bottom + gap / 2},
      {dot.right, dot.top - height},
      {dot.right, dot.bottom},
      {dot.left - width, dot.top - height},
      {dot.left - width, dot.bottom}
    };
    for (double[] corner : corners) {
      Box box = new Box(corner[0], corner[1], corner[0] + width, corner[1] + height);
      if (view.holds(box) && taken.stream().noneMatch(box::touches)) {
        taken.add(box);
        return format(
            "<text x=\"%.3f\" y=\"%.3f\" font-size=\"%.3f\">%s</text>",
            box.left, box.top + 0.8 * height, height, Html.text(name));
      }
    }
    return "";
  }

  private static String format(String pattern, Object... arguments) {
    return String.format(Locale.ROOT, pattern, arguments);
  }
}
