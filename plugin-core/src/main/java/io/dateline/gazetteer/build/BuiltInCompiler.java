package io.dateline.gazetteer.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dateline.gazetteer.GeoPoint;
import io.dateline.gazetteer.NameType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The build step: from the committed source to the index in the jar. Does nothing when the source,
 * the compiler and the format are those of the index that is already there.
 */
public final class BuiltInCompiler {

  private final BuiltInSources sources;
  private final Map<String, Integer> divisionIds = new HashMap<>();
  private final Map<String, Extent> extents = new HashMap<>();
  private final Map<String, List<PlaceRow>> inside = new HashMap<>();

  private BuiltInCompiler(BuiltInSources sources) {
    this.sources = sources;
  }

  /**
   * Compiles.
   *
   * @param args the folder of the source, the folder of the classes, which gets the index, and a
   *     file to remember in what was compiled
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 3) {
      throw new IllegalArgumentException("usage: BuiltInCompiler source-folder classes stamp");
    }
    Path source = Path.of(args[0]);
    Path compiler = Path.of(args[1], "io", "dateline", "gazetteer");
    Path target = compiler.resolve("builtin.dlgz");
    Path stamp = Path.of(args[2]);
    String data = BuiltInSources.digest(source, ".tsv") + BuiltInSources.digest(source, ".gz");
    String code =
        BuiltInSources.digest(compiler, ".class")
            + BuiltInSources.digest(compiler, ".txt")
            + BuiltInSources.digest(compiler, ".pack"); // names are folded by it
    String digest = data + code;
    if (Files.exists(target) && Files.exists(stamp) && Files.readString(stamp).equals(digest)) {
      return;
    }
    Files.deleteIfExists(stamp);
    new BuiltInCompiler(BuiltInSources.read(source))
        .compile(target, PackageImport.sha256(data.getBytes(UTF_8)));
    Files.writeString(stamp, digest);
  }

  private void compile(Path target, String digest) throws IOException {
    for (PlaceRow place : sources.places()) {
      for (String key : List.of(place.country(), place.admin1Key(), place.admin2Key())) {
        if (!key.isEmpty()) {
          extents.computeIfAbsent(key, unseen -> new Extent()).add(place);
          inside.computeIfAbsent(key, unseen -> new ArrayList<>()).add(place);
        }
      }
    }
    HandTables hand = HandTables.read(sources.handFolder());
    Map<String, GeoPoint> points = hand.points();
    Map<String, PlaceRow> countries = countries();
    countries.replaceAll((code, row) -> points.containsKey(code) ? row.at(points.get(code)) : row);
    List<PlaceRow> admin1 = divisions(sources.admin1(), "A.ADM1");
    admin1.replaceAll(
        row -> points.containsKey(row.admin1Key()) ? row.at(points.get(row.admin1Key())) : row);
    List<PlaceRow> admin2 = divisions(sources.admin2(), "A.ADM2");
    int id = 0;
    for (String country : countries.keySet()) {
      divisionIds.put(country, id++);
    }
    for (PlaceRow division : admin1) {
      divisionIds.put(division.admin1Key(), id++);
    }
    for (PlaceRow division : admin2) {
      divisionIds.put(division.admin2Key(), id++);
    }
    try (IndexAssembler index = new IndexAssembler(target, divisionIds, NameSorter.RUN)) {
      for (Map.Entry<String, PlaceRow> country : countries.entrySet()) {
        index.addPlace(country.getValue(), country.getKey());
      }
      for (PlaceRow division : admin1) {
        addDivision(index, division, division.admin1Key());
      }
      for (PlaceRow division : admin2) {
        addDivision(index, division, division.admin2Key());
      }
      addCountryNames(index, countries);
      Map<String, Integer> ids = hand.addRegions(index);
      addPlaces(index, ids);
      hand.addNames(index, divisionIds, ids);
      Map<String, String> properties = new LinkedHashMap<>();
      properties.put("version", "geonames-" + sources.date() + "+" + digest.substring(0, 8));
      properties.put("countries", String.valueOf(countries.size()));
      properties.put("admin1", String.valueOf(admin1.size()));
      properties.put("admin2", String.valueOf(admin2.size()));
      index.finish(properties);
    }
  }

  private Map<String, PlaceRow> countries() {
    Map<String, PlaceRow> countries = new TreeMap<>();
    for (PlaceRow listed : sources.countries()) {
      if (listed.country().isEmpty() || listed.feature().equals("A.PCLH")) {
        continue; // the Soviet Union has no code
      }
      if (listed.feature().equals("A.TERR") && countries.containsKey(listed.country())) {
        continue; // the Coral Sea Islands bear Australia's code
      }
      String common = sources.commonName(listed.country());
      countries.put(listed.country(), listed.named(common.isEmpty() ? listed.name() : common));
    }
    for (Map.Entry<String, Extent> entry : extents.entrySet()) {
      String code = entry.getKey();
      if (code.length() == 2 && !countries.containsKey(code)) {
        String common = sources.commonName(code);
        countries.put(
            code, row(entry.getValue(), common.isEmpty() ? code : common, "A.PCLI", List.of(code)));
      }
    }
    return countries;
  }

  /** In the order of their keys, as the look-up by code wants them. */
  private List<PlaceRow> divisions(Map<String, String> names, String feature) {
    List<PlaceRow> rows = new ArrayList<>();
    new TreeMap<>(names)
        .forEach(
            (key, name) -> {
              List<String> codes = List.of(key.split("\\.", 3));
              Extent extent = extents.get(key);
              for (int parts = codes.size() - 1; extent == null && parts > 0; parts--) {
                extent = extents.get(String.join(".", codes.subList(0, parts)));
              }
              if (extent != null) {
                rows.add(row(extent, name, feature, codes));
              }
            });
    return rows;
  }

  private static PlaceRow row(Extent extent, String name, String feature, List<String> codes) {
    GeoPoint middle = extent.middle();
    return new PlaceRow(
        0,
        name,
        "",
        "",
        middle.latitude(),
        middle.longitude(),
        feature,
        codes.get(0),
        codes.size() > 1 ? codes.get(1) : "",
        codes.size() > 2 ? codes.get(2) : "",
        extent.population());
  }

  private void addDivision(IndexAssembler index, PlaceRow division, String key) throws IOException {
    int id = index.addPlace(division, key);
    index.addName(division.name(), id, NameType.PRIMARY);
    String bare = NameRules.withoutGenerics(division.name());
    index.addName(bare, id, NameType.VARIANT);
    for (String generic : NameRules.genericsFor(division.feature())) {
      index.addName(bare + " " + generic, id, NameType.VARIANT);
    }
    PlaceRow seat = seat(inside.getOrDefault(key, List.of()), bare);
    if (seat != null) {
      NameBuffer names = new NameBuffer();
      NameRules.names(seat, names);
      for (NameBuffer.Entry name : names.entries()) {
        if (name.type() != NameType.ABBREVIATION) {
          index.addName(name.name(), id, NameType.INHERITED);
        }
      }
      addLoose(index, seat, names, id);
    } else if (LooseCountries.contains(division.country())) {
      index.addLooseName(bare, id);
    }
  }

  /** The biggest town inside that bears the division's name, seats first. */
  private static PlaceRow seat(List<PlaceRow> places, String bare) {
    return places.stream()
        .filter(place -> NameRules.isCalled(place, bare))
        .min(
            Comparator.comparing((PlaceRow place) -> !place.feature().startsWith("P.PPLC"))
                .thenComparing(place -> !place.feature().startsWith("P.PPLA"))
                .thenComparing(place -> -place.population())
                .thenComparing(PlaceRow::geonamesId))
        .orElse(null);
  }

  private void addCountryNames(IndexAssembler index, Map<String, PlaceRow> countries)
      throws IOException {
    for (Map.Entry<String, PlaceRow> country : countries.entrySet()) {
      int id = divisionIds.get(country.getKey());
      index.addName(country.getValue().name(), id, NameType.PRIMARY);
    }
    for (PlaceRow listed : sources.countries()) {
      if (!divisionIds.containsKey(listed.country())) {
        continue;
      }
      index.addName(listed.name(), divisionIds.get(listed.country()), NameType.ALTERNATE);
    }
    for (BuiltInSources.CountryName name : sources.countryNames()) {
      Integer id = divisionIds.get(name.country());
      if (id != null) {
        index.addName(name.name(), id, HandTables.typeOf(name.name()), name.language());
      }
    }
  }

  private void addPlaces(IndexAssembler index, Map<String, Integer> ids) throws IOException {
    List<PlaceRow> places = new ArrayList<>(sources.places());
    places.sort(
        Comparator.comparingInt(PlaceRow::population)
            .reversed()
            .thenComparing(PlaceRow::geonamesId));
    index.orderByPopulationFromHere();
    for (PlaceRow place : places) {
      int id = index.addPlace(place, "");
      ids.put(String.valueOf(place.geonamesId()), id);
      NameBuffer names = new NameBuffer();
      NameRules.names(place, names);
      for (NameBuffer.Entry name : names.entries()) {
        index.addName(name.name(), id, name.type());
      }
      addLoose(index, place, names, id);
    }
  }

  private static void addLoose(IndexAssembler index, PlaceRow place, NameBuffer names, int id)
      throws IOException {
    if (!LooseCountries.contains(place.country())) {
      return;
    }
    for (NameBuffer.Entry name : names.entries()) {
      if (name.type() == NameType.PRIMARY || name.type() == NameType.ALTERNATE) {
        index.addLooseName(name.name(), id);
      }
    }
  }
}
