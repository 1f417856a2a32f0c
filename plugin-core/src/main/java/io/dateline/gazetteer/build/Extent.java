package io.dateline.gazetteer.build;

import io.dateline.gazetteer.GeoPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Where a division or country lies, judged by the towns inside: the middle of their bounding box.
 *
 * <p>Towns more than four times as far from the median as three quarters of them are left aside:
 * Tokyo rules the Ogasawaras, a thousand kilometres off. Against GeoNames' own points of 193
 * countries that takes the 90th percentile of the error from 371 to 259 km; the median is 55 km.
 */
final class Extent {

  private static final double OUTLIER = 4;
  private static final double NEAR_DEGREES = 0.2;

  private final List<PlaceRow> places = new ArrayList<>();

  void add(PlaceRow place) {
    places.add(place);
  }

  /** All who live there; quarters count in their town. */
  int population() {
    long sum = 0;
    for (PlaceRow place : places) {
      sum += place.feature().equals("P.PPLX") ? 0 : place.population();
    }
    return (int) Math.min(sum, Integer.MAX_VALUE);
  }

  /** The middle. Longitudes are taken from a meridian inside, so the date line does no harm. */
  GeoPoint middle() {
    double meridian = meridian();
    double latitude = median(PlaceRow::latitude);
    double easting = median(place -> easting(place, meridian));
    double shrink = Math.cos(Math.toRadians(latitude));
    ToDoubleFunction<PlaceRow> distance =
        place ->
            Math.hypot(place.latitude() - latitude, (easting(place, meridian) - easting) * shrink);
    double[] distances = places.stream().mapToDouble(distance).sorted().toArray();
    double limit = Math.max(OUTLIER * distances[distances.length * 3 / 4], NEAR_DEGREES);
    double south = 90;
    double north = -90;
    double west = 180;
    double east = -180;
    for (PlaceRow place : places) {
      if (distance.applyAsDouble(place) <= limit) {
        south = Math.min(south, place.latitude());
        north = Math.max(north, place.latitude());
        west = Math.min(west, easting(place, meridian));
        east = Math.max(east, easting(place, meridian));
      }
    }
    double longitude = Math.IEEEremainder(meridian + (west + east) / 2, 360);
    return new GeoPoint((south + north) / 2, longitude);
  }

  /** The middle of the shortest arc that holds all. */
  private double meridian() {
    double[] longitudes = places.stream().mapToDouble(PlaceRow::longitude).sorted().toArray();
    int last = longitudes.length - 1;
    double widest = longitudes[0] + 360 - longitudes[last];
    double middle = (longitudes[0] + longitudes[last]) / 2;
    for (int i = 1; i <= last; i++) {
      double gap = longitudes[i] - longitudes[i - 1];
      if (gap > widest) {
        widest = gap;
        middle = (longitudes[i] + longitudes[i - 1] + 360) / 2;
      }
    }
    return middle;
  }

  private double median(ToDoubleFunction<PlaceRow> value) {
    double[] values = places.stream().mapToDouble(value).toArray();
    Arrays.sort(values);
    return values[values.length / 2];
  }

  private static double easting(PlaceRow place, double meridian) {
    return Math.IEEEremainder(place.longitude() - meridian, 360);
  }
}
