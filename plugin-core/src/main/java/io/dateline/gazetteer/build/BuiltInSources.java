package io.dateline.gazetteer.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * The committed source of the built-in gazetteer, read.
 *
 * @param date the latest change in the places, ISO 8601
 * @param countryNames names of countries in many languages
 * @param handFolder where the hand-written tables lie
 */
record BuiltInSources(
    String date,
    List<PlaceRow> places,
    Map<String, String> admin1,
    Map<String, String> admin2,
    List<PlaceRow> countries,
    List<CountryName> countryNames,
    Path handFolder) {

  /** A country's name in a language. */
  record CountryName(String country, String language, String name) {}

  /** Takes the columns of a line. */
  private interface Columns {
    void accept(String[] columns);
  }

  static BuiltInSources read(Path folder) throws IOException {
    List<PlaceRow> places = new ArrayList<>();
    String comment = lines(folder.resolve("places.tsv.gz"), c -> places.add(place(c)));
    Map<String, String> admin1 = new HashMap<>();
    Map<String, String> admin2 = new HashMap<>();
    lines(
        folder.resolve("divisions.tsv.gz"),
        c ->
            (c[0].chars().filter(unit -> unit == '.').count() == 1 ? admin1 : admin2)
                .put(c[0], c[1]));
    List<PlaceRow> countries = new ArrayList<>();
    lines(folder.resolve("countries.tsv.gz"), c -> countries.add(country(c)));
    List<CountryName> names = new ArrayList<>();
    lines(
        folder.resolve("country-names.tsv.gz"), c -> names.add(new CountryName(c[0], c[1], c[2])));
    String date = comment.substring(comment.lastIndexOf(' ') + 1);
    return new BuiltInSources(
        date, places, admin1, admin2, countries, names, folder.resolve("hand"));
  }

  private static PlaceRow place(String[] c) {
    return new PlaceRow(
        Integer.parseInt(c[0]),
        c[1],
        "",
        c[2],
        Double.parseDouble(c[3]),
        Double.parseDouble(c[4]),
        c[5],
        c[6],
        c[7],
        c[8],
        Integer.parseInt(c[9]));
  }

  private static PlaceRow country(String[] c) {
    return new PlaceRow(
        Integer.parseInt(c[0]),
        c[1],
        "",
        "",
        Double.parseDouble(c[2]),
        Double.parseDouble(c[3]),
        c[4],
        c[5],
        "",
        "",
        (int) Math.min(Long.parseLong(c[6]), Integer.MAX_VALUE));
  }

  /** Gives the first comment line, or "". */
  private static String lines(Path file, Columns columns) throws IOException {
    String comment = "";
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file), 1 << 16), UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith("#")) {
          comment = line;
        } else {
          columns.accept(line.split("\t", -1));
        }
      }
    }
    return comment;
  }

  /** The English name in common use; empty if unknown. */
  String commonName(String country) {
    for (CountryName name : countryNames) {
      if (name.country().equals(country) && name.language().equals("en")) {
        return name.name();
      }
    }
    return "";
  }

  /** Changes with every file in the folder whose name ends so. */
  static String digest(Path folder, String suffix) throws IOException {
    TreeMap<String, String> digests = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(file -> file.toString().endsWith(suffix)).toList()) {
        if (Files.isRegularFile(file)) {
          digests.put(folder.relativize(file).toString().replace('\\', '/'), sha256(file));
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return PackageImport.sha256(digests.toString().getBytes(UTF_8));
  }

  private static String sha256(Path file) throws IOException {
    return PackageImport.sha256(Files.readAllBytes(file));
  }
}
