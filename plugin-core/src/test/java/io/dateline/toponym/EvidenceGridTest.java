package io.dateline.toponym;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceGridTest {

  @ParameterizedTest(name = "{0},{1} and {2},{3} in cells of {4} degrees: {5}")
  @CsvSource(
      textBlock =
          """
          # latitude, longitude, of the other, degrees, what is heard
          10.5, 20.5, 10.5, 20.5, 1, 1
          10.5, 20.5, 11.5, 19.5, 1, 1
          10.5, 20.5, 12.5, 20.5, 1, 0
          13.5, 35.5, 14.5, 36.5, 1, 1
          0.5, 179.5, 0.5, -179.5, 1, 1
          0.5, -179.5, 1.5, 179.5, 1, 1
          0.5, 180, 0.5, -180, 1, 1
          0.5, 178.5, 0.5, -179.5, 1, 0
          -17, 178, -17, -178, 5, 1
          90, 0, 89.5, 0.5, 1, 1
          -90, 0, -89.5, -0.5, 1, 1
          """)
  void neighboursHearEachOther(
      double latitude,
      double longitude,
      double other,
      double otherLongitude,
      int degrees,
      int heard) {
    EvidenceGrid grid = new EvidenceGrid(degrees);
    int from = grid.cell(latitude, longitude);
    int to = grid.cell(other, otherLongitude);
    grid.close();

    grid.add(from, 1);

    assertEquals(heard, grid.get(to));
    assertEquals(1, grid.get(from));
  }
}
