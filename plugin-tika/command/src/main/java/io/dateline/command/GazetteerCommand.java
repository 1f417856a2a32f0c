package io.dateline.command;

import io.dateline.gazetteer.Candidate;
import io.dateline.gazetteer.Gazetteer;
import io.dateline.gazetteer.GazetteerException;
import io.dateline.gazetteer.build.GazetteerBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dateline gazetteer}: make a gazetteer of one's own, look names up in one. */
@Command(
    name = "gazetteer",
    description = "Build a gazetteer of your own, or look up what a name may mean.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {GazetteerCommand.Build.class, GazetteerCommand.Lookup.class})
final class GazetteerCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "Which command, build or lookup?");
  }

  private static Gazetteer open(@Nullable Path file) throws GazetteerException {
    return file == null ? Gazetteer.builtIn() : Gazetteer.open(file);
  }

  /** {@code dateline gazetteer build}. */
  @Command(
      name = "build",
      description = {
        "Lay GeoNames downloads and tables of your own over the built-in gazetteer and write the"
            + " result as one file, for --gazetteer, the environment variable DATELINE_GAZETTEER and"
            + " the parameter gazetteer in tika-config.xml.",
        "A file that is in use keeps serving until the new one is complete; restart to use that."
      },
      mixinStandardHelpOptions = true,
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {
        "0:the gazetteer is written",
        "2:the command line or an input is wrong; the output file is as it was"
      })
  static final class Build implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Option(
        names = "--geonames",
        paramLabel = "FILE",
        description =
            "Places as GeoNames offers them, 19 columns: allCountries or a country, .txt, .gz or"
                + " .zip. May be given again.")
    private List<Path> dumps = new ArrayList<>();

    @Option(
        names = "--alternate-names",
        paramLabel = "FILE",
        description = "GeoNames' alternateNamesV2, .txt, .gz or .zip. May be given again.")
    private List<Path> nameTables = new ArrayList<>();

    @Option(
        names = "--csv",
        paramLabel = "FILE",
        description =
            "Places of your own: CSV in UTF-8 with a header; columns name, lat, lon (degrees),"
                + " country (two letters), aliases (separated by |), priority (above 0: its names mean"
                + " this place only), feature, population, geonamesid (changes that place). May be"
                + " given again.")
    private List<Path> tables = new ArrayList<>();

    @Option(
        names = "--base",
        paramLabel = "FILE",
        description = "The gazetteer to build upon (default: the built-in one).")
    private @Nullable Path base;

    @Option(
        names = {"-o", "--output"},
        paramLabel = "FILE",
        required = true,
        description = "Where to write.")
    private @Nullable Path output;

    @Override
    public Integer call() {
      if (dumps.isEmpty() && nameTables.isEmpty() && tables.isEmpty()) {
        throw new ParameterException(
            spec.commandLine(), "Nothing to add: give --geonames, --alternate-names or --csv.");
      }
      try {
        GazetteerBuilder builder = GazetteerBuilder.on(open(base));
        dumps.forEach(builder::addGeoNames);
        nameTables.forEach(builder::addAlternateNames);
        tables.forEach(builder::addTable);
        GazetteerBuilder.Report report = builder.write(Objects.requireNonNull(output));
        System.out.printf(
            Locale.ROOT,
            "%s: %d places, %d of them new, %d changed; version %s%n",
            output,
            report.places(),
            report.added(),
            report.changed(),
            report.version());
        if (report.skippedLines() > 0) {
          System.err.printf(
              Locale.ROOT,
              "%d lines were no rows of a GeoNames table and were left out.%n",
              report.skippedLines());
        }
        return 0;
      } catch (GazetteerException e) {
        System.err.println(e.getMessage());
        return 2;
      }
    }
  }

  /** {@code dateline gazetteer lookup}. */
  @Command(
      name = "lookup",
      description =
          "Print what names may mean, the better known places first: how the name relates to the"
              + " place, the place's name, feature code, country, division, latitude, longitude,"
              + " population, GeoNames id; tab separated.",
      mixinStandardHelpOptions = true,
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {
        "0:every name is known",
        "1:a name is unknown",
        "2:the command line is wrong, or the gazetteer cannot be used"
      })
  static final class Lookup implements Callable<Integer> {

    @Option(
        names = "--gazetteer",
        paramLabel = "FILE",
        description = "A gazetteer made by `dateline gazetteer build` instead of the built-in one.")
    private @Nullable Path file;

    @Parameters(paramLabel = "NAME", arity = "1..*", description = "A name in any script.")
    private List<String> names = new ArrayList<>();

    @Override
    public Integer call() {
      try {
        Gazetteer gazetteer = open(file);
        boolean allKnown = true;
        for (String name : names) {
          allKnown &= print(gazetteer, name);
        }
        return allKnown ? 0 : 1;
      } catch (GazetteerException e) {
        System.err.println(e.getMessage());
        return 2;
      }
    }

    private static boolean print(Gazetteer gazetteer, String name) {
      List<Candidate> candidates = new ArrayList<>(gazetteer.names().find(name));
      if (candidates.isEmpty()) {
        candidates.addAll(gazetteer.findLoose(name));
      }
      if (candidates.isEmpty()) {
        System.err.println(name + ": unknown");
      }
      for (Candidate candidate : candidates) {
        int place = candidate.place();
        System.out.println(
            String.join(
                "\t",
                candidate.type().name().toLowerCase(Locale.ROOT),
                gazetteer.name(place),
                gazetteer.featureCode(place),
                Objects.requireNonNullElse(gazetteer.countryCode(place), ""),
                Objects.requireNonNullElse(gazetteer.admin1Name(place), ""),
                String.format(Locale.ROOT, "%.5f", gazetteer.latitude(place)),
                String.format(Locale.ROOT, "%.5f", gazetteer.longitude(place)),
                String.valueOf(gazetteer.population(place)),
                gazetteer.geonamesId(place) == 0
                    ? ""
                    : String.valueOf(gazetteer.geonamesId(place))));
      }
      return !candidates.isEmpty();
    }
  }
}
