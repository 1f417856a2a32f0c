package io.dateline.command.explain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The world's land and borders, cut into pieces of SVG path. The file says where it comes from. */
final class Outline {

  /** A closed ring of land or an open piece of border, and the room it takes. */
  private record Piece(String path, boolean land, WorldMap.Box box) {

    static Piece of(String path) {
      double left = 180;
      double top = 90;
      double right = -180;
      double bottom = -90;
      boolean land = path.endsWith("Z");
      for (String point : path.substring(1, path.length() - (land ? 1 : 0)).split("L", -1)) {
        int space = point.indexOf(' ');
        double x = Double.parseDouble(point.substring(0, space));
        double y = Double.parseDouble(point.substring(space + 1));
        left = Math.min(left, x);
        right = Math.max(right, x);
        top = Math.min(top, y);
        bottom = Math.max(bottom, y);
      }
      return new Piece(path, land, new WorldMap.Box(left, top, right, bottom));
    }
  }

  private static final List<Piece> PIECES = read();

  private Outline() {}

  /** The land that reaches into a view. */
  static String land(WorldMap.Box view) {
    return path(view, true);
  }

  /** The borders between countries that reach into a view. */
  static String borders(WorldMap.Box view) {
    return path(view, false);
  }

  private static String path(WorldMap.Box view, boolean land) {
    return PIECES.stream()
        .filter(piece -> piece.land() == land && piece.box().touches(view))
        .map(Piece::path)
        .collect(Collectors.joining("\n"));
  }

  private static List<Piece> read() {
    InputStream in =
        Objects.requireNonNull(
            Outline.class.getResourceAsStream("world-outline.txt"), "world-outline.txt");
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
      return lines.lines().filter(line -> !line.startsWith("#")).map(Piece::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
