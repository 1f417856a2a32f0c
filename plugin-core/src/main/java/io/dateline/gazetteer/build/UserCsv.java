package io.dateline.gazetteer.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A user's table of places: comma separated (RFC 4180), UTF-8, with a header line.
 *
 * <p>Columns, in any order: {@code name}, {@code lat}, {@code lon} are needed; {@code country} (ISO
 * 3166-1 alpha-2), {@code aliases} (separated by |), {@code priority}, {@code feature} (GeoNames
 * code, default PPL), {@code population} and {@code geonamesid} may be left out.
 */
final class UserCsv {

  /**
   * A row.
   *
   * @param place its feature is empty where the table says nothing
   * @param priority above 0 its names mean this place and no other with a lower priority
   */
  record Row(PlaceRow place, List<String> aliases, int priority) {}

  private UserCsv() {}

  /**
   * Reads a table.
   *
   * @throws IOException if a row cannot be understood; the message names file and line
   */
  static List<Row> read(Path file) throws IOException {
    List<List<String>> records = records(text(file));
    if (records.isEmpty()) {
      throw new IOException(file + " is empty; a header line with name,lat,lon is wanted");
    }
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 0; i < records.get(0).size(); i++) {
      String column = records.get(0).get(i).strip().toLowerCase(Locale.ROOT);
      columns.put(column.startsWith("\uFEFF") ? column.substring(1) : column, i);
    }
    for (String needed : List.of("name", "lat", "lon")) {
      if (!columns.containsKey(needed)) {
        throw new IOException(
            file
                + ": the header line lacks the column "
                + needed
                + "; columns are separated by commas");
      }
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 1; i < records.size(); i++) {
      try {
        rows.add(row(columns, records.get(i)));
      } catch (IllegalArgumentException e) {
        throw new IOException(file + " row " + i + ": " + e.getMessage(), e);
      }
    }
    return rows;
  }

  private static String text(Path file) throws IOException {
    try {
      return Files.readString(file, UTF_8);
    } catch (CharacterCodingException e) {
      throw new IOException(file + " is not UTF-8", e);
    } catch (NoSuchFileException e) {
      throw new IOException(file + " does not exist", e);
    }
  }

  private static Row row(Map<String, Integer> columns, List<String> values) {
    String name = value(columns, values, "name");
    if (name.isEmpty()) {
      throw new IllegalArgumentException("the name is empty");
    }
    double latitude = degrees(value(columns, values, "lat"), "lat", 90);
    double longitude = degrees(value(columns, values, "lon"), "lon", 180);
    String country = value(columns, values, "country").toUpperCase(Locale.ROOT);
    if (!country.isEmpty() && !country.matches("[A-Z]{2}")) {
      throw new IllegalArgumentException("country must be two letters; got " + country);
    }
    List<String> aliases = new ArrayList<>();
    for (String alias : value(columns, values, "aliases").split("\\|", -1)) {
      if (!alias.isBlank()) {
        aliases.add(alias.strip());
      }
    }
    String code = value(columns, values, "feature").toUpperCase(Locale.ROOT);
    PlaceRow place =
        new PlaceRow(
            number(value(columns, values, "geonamesid"), "geonamesid"),
            name,
            "",
            "",
            latitude,
            longitude,
            code.isEmpty() ? "" : HandTables.featureClass(code) + "." + code,
            country,
            "",
            "",
            number(value(columns, values, "population"), "population"));
    return new Row(place, aliases, number(value(columns, values, "priority"), "priority"));
  }

  private static String value(Map<String, Integer> columns, List<String> values, String column) {
    Integer at = columns.get(column);
    return at == null || at >= values.size() ? "" : values.get(at).strip();
  }

  private static int number(String value, String column) {
    try {
      int number = value.isEmpty() ? 0 : Integer.parseInt(value);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new IllegalArgumentException(column + " must be a whole number from 0; got " + value);
  }

  private static double degrees(String value, String column, double limit) {
    try {
      double degrees = Double.parseDouble(value);
      if (Math.abs(degrees) <= limit) {
        return degrees;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new IllegalArgumentException(
        column + " must be within ±" + limit + " degrees; got " + value);
  }

  /** Quoted fields may hold commas, doubled quotes and line breaks; blank lines are left out. */
  static List<List<String>> records(String text) {
    List<List<String>> records = new ArrayList<>();
    List<String> record = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : '\n';
      if (quoted && i < text.length()) {
        if (c != '"') {
          field.append(c);
        } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
          field.append('"');
          i++;
        } else {
          quoted = false;
        }
      } else if (c == '"' && field.toString().isBlank()) {
        quoted = true;
        field.setLength(0);
      } else if (c == ',' || c == '\n') {
        record.add(field.toString());
        field.setLength(0);
        if (c == '\n') {
          if (record.size() > 1 || !record.get(0).isBlank()) {
            records.add(record);
          }
          record = new ArrayList<>();
        }
      } else if (c != '\r') {
        field.append(c);
      }
    }
    return records;
  }
}
