package io.dateline.gazetteer.build;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dateline.gazetteer.Candidate;
import io.dateline.gazetteer.Gazetteer;
import io.dateline.gazetteer.GazetteerException;
import io.dateline.gazetteer.NameType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A gazetteer of one's own")
class GazetteerBuilderTest {

  /** Aleppo at another point, a new division with a town, a spring, and what is no row. */
  private static final String DUMP =
      row(170063, "Halab", "Aleppo,حلب", 36.5, 37.5, "P", "PPLA", "SY", "09", "", 2_000_000)
          + row(900000001, "Nowhere Province", "", 34.5, 39.5, "A", "ADM1", "SY", "99", "", 0)
          + row(
              900000002, "Tall Qafr", "Tel Kafr,تل قفر", 34.6, 39.6, "P", "PPL", "SY", "99", "", 7)
          + row(900000003, "Qafr Spring", "", 34.7, 39.7, "H", "SPNG", "SY", "99", "", 0)
          + "900000004\tcut off\n"
          + row(900000005, "Beyond", "", 95, 39.7, "P", "PPL", "SY", "99", "", 0);

  @TempDir static Path shared;
  private static Gazetteer layered;
  private static GazetteerBuilder.Report report;

  @TempDir Path folder;

  /** A base without a place, where what lies beneath does not matter. */
  private static Gazetteer empty() throws IOException, GazetteerException {
    Path file = shared.resolve("empty.dlgz");
    try (IndexAssembler index = new IndexAssembler(file, Map.of(), 10)) {
      index.finish(Map.of("version", "empty", "countries", "0", "admin1", "0", "admin2", "0"));
    }
    return Gazetteer.open(file);
  }

  @BeforeAll
  static void build() throws Exception {
    Path dump = shared.resolve("SY.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(dump))) {
      zip.putNextEntry(new ZipEntry("readme.txt"));
      zip.putNextEntry(new ZipEntry("SY.txt"));
      zip.write(DUMP.getBytes(StandardCharsets.UTF_8));
    }
    Path names =
        Files.writeString(
            shared.resolve("alternateNamesV2.txt"),
            """
            1\t900000002\tfr\tTell Cafre\t\t\t\t\t\t
            2\t900000002\tlink\thttps://example.org/\t\t\t\t\t\t
            3\t900000002\tiata\tTQF\t\t\t\t\t\t
            4\t170063\t\tBeroea\t\t\t\t1\t\t
            5\t12345678\ten\tUnknown Id\t\t\t\t\t\t
            """);
    Path table =
        Files.writeString(
            shared.resolve("own.csv"),
            """
            Name,Lat,Lon,Country,Aliases,Priority
            "Camp ""Hope"", North",33.25,36.5,sy,Hope Camp|مخيم الأمل,
            Paris,48.0,7.5,FR,,5
            """);
    Path target = shared.resolve("own.dlgz");
    // runs so short that the sort has to spill and merge
    report =
        GazetteerBuilder.on(Gazetteer.builtIn())
            .addGeoNames(dump)
            .addAlternateNames(names)
            .addTable(table)
            .sortingInRunsOf(100_000)
            .write(target);
    layered = Gazetteer.open(target);
  }

  private static String row(
      int id,
      String name,
      String others,
      double latitude,
      double longitude,
      String featureClass,
      String code,
      String country,
      String admin1,
      String admin2,
      int population) {
    return String.join(
            "\t",
            String.valueOf(id),
            name,
            name,
            others,
            String.valueOf(latitude),
            String.valueOf(longitude),
            featureClass,
            code,
            country,
            "",
            admin1,
            admin2,
            "",
            "",
            String.valueOf(population),
            "",
            "100",
            "Asia/Damascus",
            "2026-01-01")
        + "\n";
  }

  @Test
  void saysWhatBecameOfTheInput() {
    assertEquals(Gazetteer.builtIn().size() + 5, report.places());
    assertEquals(5, report.added());
    assertEquals(1, report.changed());
    assertEquals(2, report.skippedLines());
    assertEquals(report.version(), layered.version());
    assertTrue(layered.version().startsWith(Gazetteer.builtIn().version() + "+own."));
  }

  @Test
  void keepsEveryNameOfTheBase() {
    Gazetteer base = Gazetteer.builtIn();

    base.names()
        .forEach(
            (folded, entry) -> {
              int now = layered.names().entryOf(folded);
              assertTrue(now >= 0, folded);
              if (!folded.equals("paris")) {
                assertTrue(layered.names().count(now) >= base.names().count(entry), folded);
                assertEquals(
                    base.geonamesId(base.names().place(entry, 0)),
                    layered.geonamesId(layered.names().place(now, 0)),
                    folded);
              }
            });
  }

  @Test
  void replacesARowOfTheBaseAndKeepsItsNames() {
    int aleppo = byGeonamesId("Alep", 170063);

    assertEquals("Halab", layered.name(aleppo));
    assertEquals(36.5, layered.latitude(aleppo));
    assertEquals(2_000_000, layered.population(aleppo));
    assertEquals(2, layered.fame(aleppo));
    assertEquals(
        Gazetteer.builtIn().fame(Gazetteer.builtIn().names().find("Homs").get(0).place()),
        layered.fame(layered.names().find("Homs").get(0).place()));
    assertEquals(aleppo, byGeonamesId("Beroea", 170063));
  }

  @Test
  void addsPlacesAndDivisions() {
    int town = byGeonamesId("تل قفر", 900000002);

    assertEquals("Nowhere Province", layered.admin1Name(town));
    assertEquals(layered.divisionPlace("SY", "99"), layered.admin1(town));
    assertEquals(layered.countryPlace("SY"), layered.country(town));
    assertEquals(town, byGeonamesId("Tell Cafre", 900000002));
    assertEquals("SPNG", layered.featureCode(byGeonamesId("qafr spring", 900000003)));
    assertTrue(layered.names().find("TQF").isEmpty());
    assertTrue(
        layered.names().find("Beyond").stream()
            .noneMatch(c -> layered.geonamesId(c.place()) == 900000005));
    assertEquals(town, layered.findLoose("Tal al-Qafer").get(0).place());
  }

  @Test
  void letsTheUserAddAndOverrule() {
    Candidate camp = layered.names().find("مخيم الأمل").get(0);
    List<Candidate> paris = layered.names().find("Paris");

    assertEquals("Camp \"Hope\", North", layered.name(camp.place()));
    assertEquals(NameType.ALTERNATE, camp.type());
    assertEquals("SY", layered.countryCode(camp.place()));
    assertEquals(1, paris.size());
    assertEquals(7.5, layered.longitude(paris.get(0).place()));
    assertTrue(Gazetteer.builtIn().names().find("Paris").size() > 1);
  }

  @Test
  void givesTheSameBytesForTheSameInput() throws Exception {
    Path table = Files.writeString(folder.resolve("a.csv"), "name,lat,lon\nQuux Hill,1,2\n");
    for (String name : List.of("one", "two")) {
      GazetteerBuilder.on(empty()).addTable(table).write(folder.resolve(name));
    }

    Gazetteer alone = Gazetteer.open(folder.resolve("one"));
    assertEquals(1, alone.size());
    assertEquals(0, alone.names().find("Quux-Hill").get(0).place());
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("one")), Files.readAllBytes(folder.resolve("two")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name,lat\\nX,1                         | lacks the column lon
          name,lat,lon\\nX,91,2                  | row 1: lat must be within ±90.0 degrees; got 91
          name,lat,lon\\nX,1,east                | row 1: lon must be within ±180.0 degrees; got east
          name,lat,lon,country\\nX,1,2,SYR       | country must be two letters; got SYR
          name,lat,lon,priority\\nX,1,2,high     | priority must be a whole number
          ''                                     | is empty
          """)
  void saysWhatIsWrongWithATable(String content, String complaint) throws Exception {
    Path table = Files.writeString(folder.resolve("bad.csv"), content.replace("\\n", "\n"));
    Path target = Files.writeString(folder.resolve("target"), "as before");
    GazetteerBuilder builder = GazetteerBuilder.on(empty()).addTable(table);

    GazetteerException refused =
        assertThrows(GazetteerException.class, () -> builder.write(target));

    assertTrue(refused.getMessage().contains(complaint), refused.getMessage());
    assertEquals("as before", Files.readString(target));
  }

  @Test
  void leavesTheTargetAndNoLitterWhenADumpIsNone() throws Exception {
    Path dump = Files.writeString(folder.resolve("dump.txt"), "<html>not found</html>\n");
    Path target = Files.writeString(folder.resolve("target"), "as before");
    GazetteerBuilder builder = GazetteerBuilder.on(empty()).addGeoNames(dump);
    GazetteerBuilder missing =
        GazetteerBuilder.on(empty()).addGeoNames(folder.resolve("missing.txt"));

    GazetteerException refused =
        assertThrows(GazetteerException.class, () -> builder.write(target));
    assertTrue(refused.getMessage().contains("holds no GeoNames rows"), refused.getMessage());
    refused = assertThrows(GazetteerException.class, () -> missing.write(target));
    assertTrue(refused.getMessage().contains("NoSuchFile"), refused.getMessage());

    assertEquals("as before", Files.readString(target));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(2, files.count());
    }
  }

  private static int byGeonamesId(String name, int geonamesId) {
    return layered.names().find(name).stream()
        .mapToInt(Candidate::place)
        .filter(place -> layered.geonamesId(place) == geonamesId)
        .findFirst()
        .orElseThrow(() -> new AssertionError(name));
  }
}
