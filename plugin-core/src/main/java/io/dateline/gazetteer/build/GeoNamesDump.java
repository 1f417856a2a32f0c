package io.dateline.gazetteer.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tables of a GeoNames download, plain, gzipped or zipped as the site offers them: places
 * (allCountries.txt, SY.txt: 19 columns) and names (alternateNamesV2.txt: 8 to 10 columns).
 */
final class GeoNamesDump {

  private static final int PLACE_COLUMNS = 19;
  private static final int NAME_COLUMNS = 4;

  /** Takes lines. */
  interface Lines {
    void accept(String line) throws IOException;
  }

  private GeoNamesDump() {}

  /** Reads all lines; what is read also goes into the digest, if there is one. */
  static void lines(Path file, @Nullable MessageDigest digest, Lines lines) throws IOException {
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        InputStream digested = digest == null ? raw : new DigestInputStream(raw, digest);
        InputStream in = unpacked(file, digested);
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, UTF_8), 1 << 16)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.accept(line);
      }
    }
  }

  private static InputStream unpacked(Path file, InputStream in) throws IOException {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".gz")) {
      return new GZIPInputStream(in, 1 << 16);
    }
    if (name.endsWith(".zip")) {
      ZipInputStream zip = new ZipInputStream(in);
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String member = entry.getName().toLowerCase(Locale.ROOT);
        if (member.endsWith(".txt") && !member.contains("readme")) {
          return zip;
        }
      }
      throw new IOException("there is no table in it");
    }
    return in;
  }

  /** A row of a table of places; null when the line is not one. */
  static @Nullable PlaceRow place(String line) {
    String[] c = line.split("\t", -1);
    if (c.length != PLACE_COLUMNS || c[1].isBlank()) {
      return null;
    }
    try {
      double latitude = Double.parseDouble(c[4]);
      double longitude = Double.parseDouble(c[5]);
      if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
        return null;
      }
      int id = Integer.parseInt(c[0]);
      long population = c[14].isEmpty() ? 0 : Long.parseLong(c[14]);
      return new PlaceRow(
          Math.max(id, 0),
          c[1],
          c[2],
          c[3],
          latitude,
          longitude,
          (c[6].isEmpty() ? "L" : c[6]) + "." + c[7],
          c[8],
          c[10].equals("00") ? "" : c[10],
          c[11],
          (int) Math.max(0, Math.min(population, Integer.MAX_VALUE)));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /**
   * A row of a table of names.
   *
   * @param language ISO 639 code, a GeoNames pseudo-code such as {@code link}, or empty
   */
  record AlternateName(int geonamesId, String language, String name) {}

  /** A row of a table of names; null when the line is not one. */
  static @Nullable AlternateName alternateName(String line) {
    String[] c = line.split("\t", -1);
    if (c.length < NAME_COLUMNS || c[3].isBlank()) {
      return null;
    }
    try {
      return new AlternateName(Integer.parseInt(c[1]), c[2], c[3]);
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
