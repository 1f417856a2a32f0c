package io.dateline.tika.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dateline.tika.connector.StoredVersions.Bound;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Versions that wrote the articles")
class StoredVersionsTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          0.2.0, 0.1.0, true
          0.2.0, 0.2.0, false
          0.2.0, 0.2, false
          0.10.0, 0.9.9, true
          0.9.9, 0.10.0, false
          1.0, '', true
          gazetteer:2026-11-20, 2026-09-30, true
          gazetteer:2026-11-20, 2026-11-20, false
          """)
  void olderMeansOlder(String bound, String stored, boolean older) {
    assertEquals(older, Bound.parse(bound).isAfter(stored));
  }
}
