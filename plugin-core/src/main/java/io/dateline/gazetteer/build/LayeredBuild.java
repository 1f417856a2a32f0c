package io.dateline.gazetteer.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dateline.gazetteer.Gazetteer;
import io.dateline.gazetteer.NameIndex;
import io.dateline.gazetteer.NameType;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One run of a {@link GazetteerBuilder}. Reads every dump twice: first for the divisions, which
 * come first in a gazetteer, and for the places of the base that change; then for the rest. What it
 * holds in memory are the base's rows, the divisions, and four bytes a place.
 */
final class LayeredBuild {

  /** GeoNames' pseudo-languages whose "names" are numbers, links and station codes. */
  private static final Set<String> NOT_NAMES =
      Set.of(
          "link", "post", "iata", "icao", "faac", "wkdt", "unlc", "tcid", "phon", "uicn", "lauc");

  private final Gazetteer base;
  private final List<Path> dumps;
  private final List<Path> nameTables;
  private final List<UserCsv.Row> userRows;
  private final int runLength;

  private final Map<Integer, Integer> baseIds = new HashMap<>(); // by GeoNames id
  private final Map<Integer, PlaceRow> changes = new HashMap<>(); // by place id in the base
  private final Map<Integer, PlaceRow> userChanges = new HashMap<>(); // by GeoNames id
  private final Map<String, PlaceRow> countries = new TreeMap<>();
  private final Map<String, PlaceRow> admin1 = new TreeMap<>();
  private final Map<String, PlaceRow> admin2 = new TreeMap<>();
  private final Map<String, Integer> divisionIds = new HashMap<>();
  private final IntMap ids = new IntMap(); // by GeoNames id
  private final int[] newIds; // by place id in the base
  private long skipped;

  LayeredBuild(
      Gazetteer base,
      List<Path> dumps,
      List<Path> nameTables,
      List<UserCsv.Row> userRows,
      int runLength) {
    this.base = base;
    this.dumps = dumps;
    this.nameTables = nameTables;
    this.userRows = userRows;
    this.runLength = runLength;
    this.newIds = new int[base.size()];
  }

  GazetteerBuilder.Report write(Path target) throws IOException {
    readBase();
    MessageDigest digest = sha256();
    for (Path dump : dumps) {
      survey(dump, digest);
    }
    surveyUserRows(digest);
    for (Map<String, PlaceRow> level : List.of(countries, admin1, admin2)) {
      for (String key : level.keySet()) {
        divisionIds.put(key, divisionIds.size());
      }
    }
    try (IndexAssembler index = new IndexAssembler(target, divisionIds, runLength)) {
      addDivisions(index);
      addBasePlaces(index);
      for (Path dump : dumps) {
        read(dump, null, line -> addDumpRow(index, GeoNamesDump.place(line)));
      }
      addUserRows(index);
      addBaseNames(index);
      for (Path table : nameTables) {
        read(table, digest, line -> addName(index, GeoNamesDump.alternateName(line)));
      }
      String version =
          base.version() + "+own." + HexFormat.of().formatHex(digest.digest()).substring(0, 8);
      Map<String, String> properties = new LinkedHashMap<>();
      properties.put("version", version);
      properties.put("countries", String.valueOf(countries.size()));
      properties.put("admin1", String.valueOf(admin1.size()));
      properties.put("admin2", String.valueOf(admin2.size()));
      index.finish(properties);
      return new GazetteerBuilder.Report(
          version, index.size(), index.size() - base.size(), changes.size(), skipped);
    }
  }

  private void readBase() {
    for (int place = 0; place < base.size(); place++) {
      if (base.geonamesId(place) != 0) {
        baseIds.put(base.geonamesId(place), place);
      }
      String key = divisionKey(place);
      if (!key.isEmpty()) {
        divisions(key).put(key, row(place));
      }
    }
  }

  /** First pass: which divisions there are, and which places of the base change. */
  private void survey(Path dump, MessageDigest digest) throws IOException {
    long[] rows = new long[1];
    read(
        dump,
        digest,
        line -> {
          PlaceRow row = GeoNamesDump.place(line);
          if (row == null) {
            skipped += line.isBlank() || line.startsWith("#") ? 0 : 1;
            return;
          }
          rows[0]++;
          surveyRow(row);
        });
    if (rows[0] == 0) {
      throw new IOException(
          dump + " holds no GeoNames rows, which have 19 columns with tabs between");
    }
  }

  private void surveyRow(PlaceRow row) {
    String key = divisionKey(row);
    Integer known = row.geonamesId() == 0 ? null : baseIds.get(row.geonamesId());
    if (!key.isEmpty()) {
      PlaceRow before = divisions(key).get(key);
      divisions(key).put(key, before == null ? row.withoutNames() : row.named(before.name()));
    } else if (known != null && divisionKey(known).isEmpty()) {
      changes.put(known, row.withoutNames());
    }
  }

  private void surveyUserRows(MessageDigest digest) {
    for (UserCsv.Row row : userRows) {
      digest.update(row.toString().getBytes(UTF_8));
      int geonamesId = row.place().geonamesId();
      Integer known = baseIds.get(geonamesId);
      if (geonamesId == 0) {
        continue;
      }
      if (known == null) {
        userChanges.put(geonamesId, row.place());
        continue;
      }
      String key = divisionKey(known);
      if (key.isEmpty()) {
        PlaceRow before = changes.getOrDefault(known, row(known));
        changes.put(known, before.changedBy(row.place()));
      } else {
        divisions(key).computeIfPresent(key, (same, before) -> before.changedBy(row.place()));
      }
    }
  }

  private void addDivisions(IndexAssembler index) throws IOException {
    for (Map<String, PlaceRow> level : List.of(countries, admin1, admin2)) {
      for (Map.Entry<String, PlaceRow> division : level.entrySet()) {
        int id = index.addPlace(division.getValue(), division.getKey());
        if (division.getValue().geonamesId() != 0) {
          ids.put(division.getValue().geonamesId(), id);
        }
      }
    }
  }

  private void addBasePlaces(IndexAssembler index) throws IOException {
    for (int place = 0; place < base.size(); place++) {
      String key = divisionKey(place);
      if (!key.isEmpty()) {
        newIds[place] = divisionIds.get(key);
        continue;
      }
      if (base.geonamesId(place) != 0) {
        index.orderByPopulationFromHere();
      }
      PlaceRow change = changes.get(place);
      newIds[place] = index.addPlace(change != null ? change : row(place), "");
      if (base.geonamesId(place) != 0) {
        ids.put(base.geonamesId(place), newIds[place]);
      }
    }
    index.orderByPopulationFromHere();
  }

  private void addDumpRow(IndexAssembler index, @Nullable PlaceRow row) throws IOException {
    if (row != null) {
      PlaceRow change = userChanges.get(row.geonamesId());
      int id = placeOf(index, change == null ? row : row.changedBy(change));
      addNames(index, row, id);
    }
  }

  /** The place that the row describes, which is a new one if none is known. */
  private int placeOf(IndexAssembler index, PlaceRow row) throws IOException {
    String key = divisionKey(row);
    int id = key.isEmpty() ? -1 : divisionIds.get(key);
    if (id < 0 && row.geonamesId() != 0) {
      id = ids.get(row.geonamesId());
    }
    if (id < 0) {
      id = index.addPlace(row, "");
    }
    if (row.geonamesId() != 0) {
      ids.put(row.geonamesId(), id);
    }
    return id;
  }

  private static void addNames(IndexAssembler index, PlaceRow row, int id) throws IOException {
    NameBuffer names = new NameBuffer();
    NameRules.names(row, names);
    for (NameBuffer.Entry name : names.entries()) {
      index.addName(name.name(), id, name.type());
      boolean plain = name.type() == NameType.PRIMARY || name.type() == NameType.ALTERNATE;
      if (plain && LooseCountries.contains(row.country())) {
        index.addLooseName(name.name(), id);
      }
    }
  }

  private void addUserRows(IndexAssembler index) throws IOException {
    for (UserCsv.Row row : userRows) {
      int id = placeOf(index, row.place().orTown());
      addNames(index, row.place(), id);
      for (String alias : row.aliases()) {
        index.addName(alias, id, NameType.ALTERNATE);
      }
      if (row.priority() > 0) {
        index.prefer(id, row.priority());
      }
    }
  }

  private void addBaseNames(IndexAssembler index) throws IOException {
    NameIndex names = base.names();
    names.forEach(
        (folded, entry) -> {
          for (int i = 0; i < names.count(entry); i++) {
            List<String> languages = names.languages(entry, i);
            int id = newIds[names.place(entry, i)];
            for (String language : languages.isEmpty() ? List.of("") : languages) {
              index.addName(folded, id, names.type(entry, i), language);
            }
          }
        });
    NameIndex frames = base.looseFrames();
    frames.forEach(
        (frame, entry) -> {
          for (int i = 0; i < frames.count(entry); i++) {
            index.addFrame(frame, newIds[frames.place(entry, i)]);
          }
        });
  }

  private void addName(IndexAssembler index, GeoNamesDump.@Nullable AlternateName name)
      throws IOException {
    int id = name == null ? -1 : ids.get(name.geonamesId());
    if (name == null || id < 0 || NOT_NAMES.contains(name.language())) {
      return;
    }
    NameType type =
        switch (name.language()) {
          case "abbr" -> NameType.ABBREVIATION;
          case "piny" -> NameType.TRANSLITERATION;
          default -> NameType.ALTERNATE;
        };
    if (type != NameType.ALTERNATE || !NameRules.isJunkOrCode(name.name())) {
      index.addName(name.name(), id, type);
    }
  }

  /** The key of a country or division of the base; empty for other places. */
  private String divisionKey(int place) {
    String country = base.countryCode(place);
    if (country == null) {
      return "";
    }
    if (base.country(place) == place) {
      return country;
    }
    if (base.admin2(place) == place) {
      return country + "." + base.admin1Code(place) + "." + base.admin2Code(place);
    }
    return base.admin1(place) == place ? country + "." + base.admin1Code(place) : "";
  }

  private static String divisionKey(PlaceRow row) {
    if (row.country().isEmpty()) {
      return "";
    }
    return switch (row.feature()) {
      case "A.PCLI", "A.PCLD", "A.PCLS", "A.PCLF", "A.PCLIX", "A.PCL" -> row.country();
      case "A.ADM1" -> row.admin1Key();
      case "A.ADM2" -> row.admin2Key();
      default -> "";
    };
  }

  private Map<String, PlaceRow> divisions(String key) {
    int dot = key.indexOf('.');
    return dot < 0 ? countries : key.indexOf('.', dot + 1) < 0 ? admin1 : admin2;
  }

  private PlaceRow row(int place) {
    String country = base.countryCode(place);
    String admin1Code = base.admin1Code(place);
    String admin2Code = base.admin2Code(place);
    return new PlaceRow(
        base.geonamesId(place),
        base.name(place),
        "",
        "",
        base.latitude(place),
        base.longitude(place),
        base.featureClass(place) + "." + base.featureCode(place),
        country == null ? "" : country,
        admin1Code == null ? "" : admin1Code,
        admin2Code == null ? "" : admin2Code,
        base.population(place),
        base.fame(place));
  }

  private static void read(Path file, @Nullable MessageDigest digest, GeoNamesDump.Lines lines)
      throws IOException {
    try {
      GeoNamesDump.lines(file, digest, lines);
    } catch (java.nio.charset.MalformedInputException e) {
      throw new IOException(file + " is not UTF-8", e);
    } catch (java.util.zip.ZipException e) {
      throw new IOException(file + " cannot be unpacked: " + e.getMessage(), e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
