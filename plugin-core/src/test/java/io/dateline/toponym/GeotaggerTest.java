package io.dateline.toponym;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dateline.gazetteer.Gazetteer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GeotaggerTest {

  private static final Geotagger GEOTAGGER =
      new Geotagger(Gazetteer.builtIn(), GeotagOptions.defaults());

  @ParameterizedTest(name = "{0}")
  @MethodSource("fixtures")
  void findsWhatTheTableSays(String text, List<String> expectations, @Nullable String language) {
    List<String> found =
        mentions(GEOTAGGER.geotag(new Story(text, null, null, null, language, null)));

    for (String expectation : expectations) {
      if (expectation.startsWith("!")) {
        String name = expectation.substring(1) + "@";
        assertTrue(found.stream().noneMatch(mention -> mention.startsWith(name)), found::toString);
      } else {
        assertTrue(found.contains(expectation), () -> expectation + " not in " + found);
      }
    }
  }

  @Test
  void isTheSameUnderATurkishLocale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    try {
      List<String> found = mentions(geotag("INDIA and ISTANBUL, then Izmir in Turkey."));

      assertTrue(found.contains("INDIA@IN"), found::toString);
      assertTrue(found.contains("Izmir@TR"), found::toString);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void countsOffsetsInUtf16() {
    String text = "😀 The road from Zu\u0308rich to Kabul, Afghanistan.";

    for (ResolvedPlace place : geotag(text).places()) {
      for (Mention mention : place.mentions()) {
        assertEquals(mention.text(), text.substring(mention.start(), mention.end()));
      }
    }
    assertTrue(mentions(geotag(text)).contains("Zürich@CH"));
  }

  @Test
  void takesACountryInItsOwnLanguageForTheCountry() {
    List<ResolvedPlace> places =
        geotag("قالت حكومة بغداد إن محادثات البصرة مع الكويت بشأن الحدود مستمرة.").places();

    assertTrue(
        places.stream()
            .anyMatch(place -> place.name().equals("Kuwait") && place.featureCode().equals("PCLI")),
        places::toString);
  }

  @Test
  void findsATownWhoseDistrictIsCalledLikeItButLiesElsewhere() {
    List<ResolvedPlace> places =
        geotag("Van Gölü'nde su çekildi. Erciş ve Tatvan'da iskeleler ortaya çıktı.").places();

    assertTrue(
        places.stream()
            .anyMatch(place -> place.name().equals("Erciş") && place.precision() == Precision.TOWN),
        places::toString);
  }

  @Test
  void switchesDemonymsOff() {
    Geotagger literal =
        new Geotagger(
            Gazetteer.builtIn(), new GeotagOptions(false, GeotagOptions.DEFAULT_MIN_CONFIDENCE));

    List<ResolvedPlace> places =
        literal.geotag(story("The Turkish minister flew to Berlin.", null)).places();

    assertEquals(List.of("Berlin"), places.stream().map(ResolvedPlace::name).toList());
  }

  @Test
  void addsAStrippedDatelineWithoutMentions() {
    Geotags tags = GEOTAGGER.geotag(story("Syria and Lebanon closed the border.", "BEIRUT"));

    ResolvedPlace beirut =
        tags.places().stream().filter(place -> place.name().equals("Beirut")).findFirst().get();
    assertEquals(Role.DATELINE, beirut.role());
    assertEquals(MentionKind.LITERAL, beirut.kind());
    assertTrue(beirut.mentions().isEmpty());
  }

  @Test
  void givesRolesToDatelineSubjectAndMention() {
    Geotags tags =
        geotag(
            "CAIRO (AFP) - Sudan closed its ports. Sudan's army spoke; Sudan waits. Chad did not.");

    assertEquals(Role.DATELINE, role(tags, "Cairo"));
    assertEquals(Role.SUBJECT, role(tags, "Sudan"));
    assertEquals(Role.MENTION, role(tags, "Chad"));
  }

  private static Role role(Geotags tags, String name) {
    return tags.places().stream()
        .filter(place -> place.name().equals(name))
        .findFirst()
        .orElseThrow()
        .role();
  }

  @Test
  void placesAnUnlistedQuarterInItsTown() {
    Geotags tags = geotag("The army took the Baba Amr district of Homs, Syria, on Sunday.");

    ResolvedPlace quarter =
        tags.places().stream().filter(place -> place.name().equals("Baba Amr")).findFirst().get();
    ResolvedPlace town =
        tags.places().stream().filter(place -> place.name().equals("Homs")).findFirst().get();
    assertEquals(null, quarter.geonamesId());
    assertEquals(town.point(), quarter.point());
    assertTrue(quarter.confidence() < town.confidence());
    assertEquals(Precision.TOWN, quarter.precision());
  }

  @Test
  void narrowsTheFocusAsFarAsTheTextGoes() {
    Focus town = geotag("Aleppo waits. Shells hit Aleppo at night, says Aleppo's mayor.").focus();
    Focus country =
        geotag("Ghana's parliament met. Ghana's cedi fell against Togo's franc.").focus();

    assertNotNull(town);
    assertEquals("Aleppo", town.name());
    assertEquals("SY", town.countryCode());
    assertNotNull(country);
    assertEquals("GH", country.countryCode());
  }

  @Test
  void hasNoFocusWithoutPlaces() {
    assertEquals(null, geotag("Nothing happened, and nobody came.").focus());
  }

  @Test
  void ranksRunnersUpBelowThePlace() {
    ResolvedPlace place =
        geotag("Police in Springfield found the car in Illinois.").places().get(0);

    assertFalse(place.runnersUp().isEmpty() && place.name().equals("Springfield"));
    for (RunnerUp other : place.runnersUp()) {
      assertTrue(other.confidence() <= place.confidence());
    }
  }

  private static Geotags geotag(String text) {
    return GEOTAGGER.geotag(story(text, null));
  }

  private static Story story(String text, String dateline) {
    return new Story(text, null, dateline, null, null, null);
  }

  private static List<String> mentions(Geotags tags) {
    return tags.places().stream()
        .flatMap(
            place -> {
              String country = place.countryCode() == null ? "" : place.countryCode();
              return place.mentions().stream().map(mention -> nfc(mention.text()) + "@" + country);
            })
        .toList();
  }

  private static String nfc(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  static Stream<Arguments> fixtures() throws IOException {
    try (InputStream stream = GeotaggerTest.class.getResourceAsStream("places.tsv")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#") && !line.isBlank())
              .map(line -> line.split("\t", -1))
              .map(
                  row ->
                      Arguments.of(
                          row[0].replace("\\u0308", "\u0308"),
                          List.of(row[1].split("\\|", -1)),
                          row.length > 2 ? row[2] : null))
              .toList()
              .stream();
    }
  }
}
