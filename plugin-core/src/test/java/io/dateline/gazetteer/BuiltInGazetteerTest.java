package io.dateline.gazetteer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The built-in gazetteer")
class BuiltInGazetteerTest {

  private static final Gazetteer GAZETTEER = Gazetteer.builtIn();

  @Test
  void holdsAllPlacesOfTheSource() {
    long populated =
        IntStream.range(0, GAZETTEER.size())
            .filter(p -> GAZETTEER.geonamesId(p) != 0 && GAZETTEER.featureClass(p) == 'P')
            .count();

    assertEquals(199_568, populated);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          Aleppo,          170063,  PRIMARY
          حلب,             170063,  ALTERNATE
          Москва,          524901,  ALTERNATE
          東京,            1850147, ALTERNATE
          Αθήνα,           264371,  ALTERNATE
          서울,             1835848, ALTERNATE
          दिल्ली,            1273294, ALTERNATE
          DÜSSELDORF,      2934246, PRIMARY
          Duesseldorf,     2934246, ALTERNATE
          St Louis,        4407066, PRIMARY
          Saint Louis,     4407066, ALTERNATE
          NYC,             5128581, ABBREVIATION
          Sanaa,           71137,   PRIMARY
          Sana'a,          71137,   PRIMARY
          """)
  void findsPlacesByNamesInAnyScript(String name, int geonamesId, NameType type) {
    var found =
        GAZETTEER.names().find(name).stream()
            .filter(candidate -> GAZETTEER.geonamesId(candidate.place()) == geonamesId)
            .toList();

    assertEquals(1, found.size(), name);
    assertEquals(type, found.get(0).type());
  }

  @Test
  void knowsWhatContainsAPlace() {
    int aleppo =
        GAZETTEER.names().find("Aleppo").stream()
            .mapToInt(Candidate::place)
            .filter(place -> GAZETTEER.geonamesId(place) == 170063)
            .findFirst()
            .orElseThrow();

    assertEquals(GAZETTEER.countryPlace("SY"), GAZETTEER.country(aleppo));
    assertEquals(GAZETTEER.divisionPlace("SY", "09"), GAZETTEER.admin1(aleppo));
    assertEquals("09", GAZETTEER.admin1Code(aleppo));
    assertEquals("Syria", GAZETTEER.name(GAZETTEER.country(aleppo)));
    assertEquals(-1, GAZETTEER.countryPlace("ZZ"));
    assertEquals(-1, GAZETTEER.divisionPlace("US", "ZZ"));
  }

  @Test
  void everyDivisionIsFoundByItsCodes() {
    for (int place = 0; place < GAZETTEER.size(); place++) {
      String feature = GAZETTEER.featureCode(place);
      if (feature.equals("ADM1")) {
        String code = GAZETTEER.admin1Code(place);
        assertTrue(code != null);
        assertEquals(place, GAZETTEER.divisionPlace(GAZETTEER.countryCode(place), code));
      }
    }
  }
}
