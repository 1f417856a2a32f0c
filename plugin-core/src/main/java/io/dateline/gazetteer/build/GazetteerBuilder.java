package io.dateline.gazetteer.build;

import io.dateline.gazetteer.Gazetteer;
import io.dateline.gazetteer.GazetteerException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds a gazetteer of one's own: a base, usually the built-in one, and on top of it GeoNames
 * downloads and tables of the user's. Not for sharing between threads.
 *
 * <p>A GeoNames row with an id, country or division code that the base has takes its place, and the
 * base's names stay; others are new places. A row of a user's table is a new place, or changes the
 * one with its {@code geonamesid}; with a priority above 0 its names mean it and nothing else.
 *
 * <pre>{@code
 * GazetteerBuilder.on(Gazetteer.builtIn())
 *     .addGeoNames(Path.of("SY.zip"))
 *     .addAlternateNames(Path.of("alternateNamesV2.zip"))
 *     .addTable(Path.of("camps.csv"))
 *     .write(Path.of("own.dlgz"));
 * }</pre>
 *
 * <p>All of GeoNames (13 million places and 16 million names, generated) was built with a heap of
 * 512 MB, 457 of them used, to a file of 1.2 GB; while it runs it needs three times that beside it.
 * The target changes in one step at the end.
 */
public final class GazetteerBuilder {

  private final Gazetteer base;
  private final List<Path> dumps = new ArrayList<>();
  private final List<Path> nameTables = new ArrayList<>();
  private final List<Path> userTables = new ArrayList<>();
  private int runLength = NameSorter.RUN;

  private GazetteerBuilder(Gazetteer base) {
    this.base = base;
  }

  /** A builder that adds to a gazetteer. */
  public static GazetteerBuilder on(Gazetteer base) {
    return new GazetteerBuilder(base);
  }

  /** Adds a table of places as GeoNames offers it: allCountries or a country, .txt, .gz or .zip. */
  public GazetteerBuilder addGeoNames(Path dump) {
    dumps.add(dump);
    return this;
  }

  /** Adds the names of alternateNamesV2 for the places that are there. */
  public GazetteerBuilder addAlternateNames(Path table) {
    nameTables.add(table);
    return this;
  }

  /** Adds a user's table: CSV with the columns name, lat, lon, country, aliases, priority. */
  public GazetteerBuilder addTable(Path csv) {
    userTables.add(csv);
    return this;
  }

  /** For tests: how many names are sorted in memory at a time. */
  GazetteerBuilder sortingInRunsOf(int names) {
    runLength = names;
    return this;
  }

  /**
   * What became of the input.
   *
   * @param version what the gazetteer calls itself
   * @param places all places, those of the base included
   * @param added places that the base does not have
   * @param changed places of the base that a row has replaced
   * @param skippedLines lines that are no row of the table they stand in
   */
  public record Report(String version, int places, int added, int changed, long skippedLines) {}

  /**
   * Builds and writes.
   *
   * @throws GazetteerException if an input cannot be read or understood, or the target cannot be
   *     written; the target is then as it was before
   */
  public Report write(Path target) throws GazetteerException {
    try {
      List<UserCsv.Row> userRows = new ArrayList<>();
      for (Path table : userTables) {
        userRows.addAll(UserCsv.read(table));
      }
      return new LayeredBuild(base, dumps, nameTables, userRows, runLength).write(target);
    } catch (IOException e) {
      throw new GazetteerException("The gazetteer cannot be built: " + reason(e), e);
    }
  }

  private static String reason(IOException e) {
    String message = e.getMessage();
    if (message == null) {
      return e.getClass().getSimpleName() + ".";
    }
    // "no such file" comes as the bare path
    boolean bare = e instanceof FileSystemException && message.indexOf(' ') < 0;
    String said = bare ? e.getClass().getSimpleName() + " " + message : message;
    return said.endsWith(".") ? said : said + ".";
  }
}
