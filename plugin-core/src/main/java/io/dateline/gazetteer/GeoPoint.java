package io.dateline.gazetteer;

/**
 * A point in WGS 84.
 *
 * @param latitude degrees, north positive, within [-90, 90]
 * @param longitude degrees, east positive, within [-180, 180]
 * @throws IllegalArgumentException if either is out of range or NaN
 */
public record GeoPoint(double latitude, double longitude) {

  private static final double EARTH_RADIUS_KM = 6371.0088;

  public GeoPoint {
    requireWithin("latitude", latitude, 90);
    requireWithin("longitude", longitude, 180);
  }

  /** Great-circle distance in kilometres (haversine, mean Earth radius). */
  public double kilometresTo(GeoPoint other) {
    double phi1 = Math.toRadians(latitude);
    double phi2 = Math.toRadians(other.latitude);
    double sinPhi = Math.sin((phi2 - phi1) / 2);
    double sinLambda = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
    double h = sinPhi * sinPhi + Math.cos(phi1) * Math.cos(phi2) * sinLambda * sinLambda;
    return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
  }

  private static void requireWithin(String name, double value, double limit) {
    if (!(Math.abs(value) <= limit)) { // negated so that NaN fails too
      throw new IllegalArgumentException(name + " must be within ±" + limit + "; got " + value);
    }
  }
}
