package io.dateline.gazetteer.build;

import io.dateline.gazetteer.GeoPoint;
import io.dateline.gazetteer.NameType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The hand-written tables: country names, demonyms, abbreviations of divisions, regions, and places
 * that the packages lack. Tab separated, {@code #} starts a comment; a missing table is an empty
 * one.
 */
final class HandTables {

  private static final Pattern SHORT_FORM = Pattern.compile("(?:\\p{Lu}\\.? ?){1,4}");

  private final Path folder;

  private HandTables(Path folder) {
    this.folder = folder;
  }

  static HandTables read(Path folder) {
    return new HandTables(folder);
  }

  private List<String[]> rows(String name, int columns) throws IOException {
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      return List.of();
    }
    List<String[]> rows = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] row = line.split("\t", -1);
      if (row.length < columns) {
        throw new IOException(
            name + " line " + number + ": " + columns + " columns wanted; got " + row.length);
      }
      rows.add(row);
    }
    return rows;
  }

  /** The points that stand for big countries and first-order divisions, by their codes. */
  Map<String, GeoPoint> points() throws IOException {
    Map<String, GeoPoint> points = new HashMap<>();
    for (String[] row : rows("points.tsv", 3)) {
      points.put(row[0], new GeoPoint(Double.parseDouble(row[1]), Double.parseDouble(row[2])));
    }
    return points;
  }

  /** Adds regions and extra places; gives place ids by the tables' own ids. */
  Map<String, Integer> addRegions(IndexAssembler index) throws IOException {
    Map<String, Integer> ids = new HashMap<>();
    for (String table : List.of("regions.tsv", "extra-places.tsv")) {
      for (String[] row : rows(table, 6)) {
        addRegion(index, ids, row);
      }
    }
    return ids;
  }

  private static void addRegion(IndexAssembler index, Map<String, Integer> ids, String[] row)
      throws IOException {
    PlaceRow place =
        new PlaceRow(
            0,
            row[5],
            "",
            "",
            Double.parseDouble(row[2]),
            Double.parseDouble(row[3]),
            featureClass(row[1]) + "." + row[1],
            row[4],
            row.length > 7 ? row[7] : "",
            "",
            0);
    int id = index.addPlace(place, "");
    ids.put(row[0], id);
    index.addName(place.name(), id, NameType.PRIMARY);
    if (row.length > 6 && !row[6].isEmpty()) {
      for (String alias : row[6].split("\\|", -1)) {
        int colon = alias.indexOf(':');
        String language = alias.substring(0, Math.max(colon, 0));
        index.addName(alias.substring(colon + 1), id, NameType.ALTERNATE, language);
      }
    }
  }

  static String featureClass(String code) {
    return switch (code) {
      case "SEA",
          "OCN",
          "GULF",
          "STM",
          "STMS",
          "STRT",
          "LK",
          "LKS",
          "BAY",
          "CNL",
          "CHN",
          "RSV",
          "SD",
          "FISH",
          "DLTA",
          "LGN",
          "WAD",
          "H",
          "FLLS",
          "BGHT",
          "DAM" ->
          "H";
      case "MTS",
          "MT",
          "PK",
          "DSRT",
          "PEN",
          "ISL",
          "ISLS",
          "CAPE",
          "PLN",
          "PLAT",
          "UPLD",
          "VAL",
          "VALG",
          "VLC",
          "HLL",
          "HLLS",
          "PASS",
          "ISTH",
          "ATOL",
          "T",
          "BSN",
          "DPR",
          "RDGE" ->
          "T";
      case "CONT", "RGN", "RGNH", "AREA", "PRK", "OAS", "LCTY", "RES", "MILB", "L", "NVB" -> "L";
      case "FRST", "GRSLD" -> "V";
      case "AIRP", "AIRB", "CSTM", "GOVL", "BDG", "S", "PRT", "BRDG", "STDM", "MNMT", "PAL" -> "S";
      case "RD", "ST", "TNL", "PSTB", "SQR" -> "R";
      default ->
          code.startsWith("PPL")
              ? "P"
              : code.startsWith("PCL")
                      || code.startsWith("ADM")
                      || code.equals("TERR")
                      || code.equals("ZN")
                  ? "A"
                  : "L";
    };
  }

  /** Adds names and demonyms to places that are there already; unknown ids are an error. */
  void addNames(IndexAssembler index, Map<String, Integer> divisions, Map<String, Integer> ids)
      throws IOException {
    for (String[] row : rows("country-names.tsv", 3)) {
      int country = id(divisions, row[0], "country-names.tsv");
      for (String name : row[2].split("\\|", -1)) {
        index.addName(name, country, typeOf(name), row[1]);
      }
    }
    for (String[] row : rows("demonyms.tsv", 3)) {
      addDemonyms(index, id(divisions, row[0], "demonyms.tsv"), row[1], row[2]);
    }
    Map<String, Integer> anywhere = new HashMap<>(divisions);
    anywhere.putAll(ids);
    for (String[] row : rows("place-demonyms.tsv", 3)) {
      addDemonyms(index, id(anywhere, row[0], "place-demonyms.tsv"), row[1], row[2]);
    }
    for (String[] row : rows("place-names.tsv", 3)) {
      int place = id(anywhere, row[0], "place-names.tsv");
      for (String name : row[2].split("\\|", -1)) {
        index.addName(name, place, NameType.ALTERNATE, row[1]);
      }
    }
    for (String[] row : rows("division-names.tsv", 3)) {
      int division = id(divisions, row[0], "division-names.tsv");
      for (String name : row[2].split("\\|", -1)) {
        index.addName(name, division, typeOf(name), row[1]);
      }
    }
    for (String[] row : rows("abbreviations.tsv", 3)) {
      int division =
          id(divisions, row[1].isEmpty() ? row[0] : row[0] + "." + row[1], "abbreviations.tsv");
      for (String form : row[2].split("\\|", -1)) {
        int colon = form.indexOf(':');
        boolean postal = form.startsWith("postal:");
        index.addName(
            form.substring(colon + 1), division, postal ? NameType.POSTAL : NameType.ABBREVIATION);
      }
    }
  }

  /** Capitals only make an abbreviation. */
  static NameType typeOf(String countryName) {
    return SHORT_FORM.matcher(countryName).matches() ? NameType.ABBREVIATION : NameType.ALTERNATE;
  }

  private static void addDemonyms(IndexAssembler index, int place, String language, String forms)
      throws IOException {
    for (String form : forms.split("\\|", -1)) {
      index.addName(form, place, NameType.DEMONYM, language);
    }
  }

  private static int id(Map<String, Integer> ids, String key, String table) throws IOException {
    Integer id = ids.get(key);
    if (id == null) {
      throw new IOException(table + ": no place " + key);
    }
    return id;
  }
}
