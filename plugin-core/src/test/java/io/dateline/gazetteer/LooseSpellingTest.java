package io.dateline.gazetteer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Loose spelling")
class LooseSpellingTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          Deir ez-Zor,        Dayr az Zawr
          Deir ez-Zor,        Deir Ezzor
          Tall Suwaydan,      Tell Soueidan
          Tall Suwaydan,      Tel as-Sweidan
          Ma'arrat an-Nu'man, Maarat al Nouman
          Idlib,              Idleb
          Al-Qamishli,        Qamishly
          Kobani,             Kobane
          Al-Bukamal,         Albou Kamal
          Muzaffarabad,       Mouzafarabad
          Ash Shaykh Miskin,  Al-Sheikh Meskin
          """)
  void joinsUsualVariants(String one, String other) {
    assertFalse(
        Collections.disjoint(
            LooseSpelling.frames(NameFolding.fold(one)),
            LooseSpelling.frames(NameFolding.fold(other))));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          Khartoum, Qurtum
          Homs,     Hama
          Basra,    Bosra
          Tripoli,  Trablus
          """)
  void keepsOtherPlacesApart(String one, String other) {
    assertTrue(
        Collections.disjoint(
            LooseSpelling.frames(NameFolding.fold(one)),
            LooseSpelling.frames(NameFolding.fold(other))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ham", "al", "", "Хомс", "حمص", "Area 51"})
  void hasNothingToSayAboutShortOrOtherNames(String name) {
    assertTrue(LooseSpelling.frames(NameFolding.fold(name)).isEmpty());
  }

  @Test
  void findsPlacesWhoseSpellingTheGazetteerLacks() {
    Gazetteer gazetteer = Gazetteer.builtIn();

    assertTrue(gazetteer.names().find("Maarat al Nouman").isEmpty());
    assertEquals(
        "SY", gazetteer.countryCode(gazetteer.findLoose("Maarat al Nouman").get(0).place()));
    assertTrue(gazetteer.findLoose("Springfield").isEmpty());
  }
}
