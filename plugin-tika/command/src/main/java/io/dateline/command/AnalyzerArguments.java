package io.dateline.command;

import io.dateline.Mode;
import io.dateline.tika.parser.NewsParserSettings;
import io.dateline.tika.parser.SharedAnalyzers;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options of all commands that read captures: how to analyze them. */
final class AnalyzerArguments {

  /** A switch with the words for it. */
  enum Switch {
    ON,
    OFF
  }

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description =
          "auto cleans articles and leaves other pages alone (default), always cleans every page, never cleans none.")
  private @Nullable Mode mode;

  @Option(
      names = "--associative",
      paramLabel = "on|off",
      description = "Whether demonyms (\"Turkish\") count as places (default: on).")
  private @Nullable Switch associative;

  @Option(
      names = "--gazetteer",
      paramLabel = "FILE",
      description = "A gazetteer made by `dateline gazetteer build` instead of the built-in one.")
  private @Nullable Path gazetteer;

  /**
   * The settings, whose gazetteer is there.
   *
   * @throws ParameterException if something is wrong with them
   */
  NewsParserSettings checkedSettings(CommandSpec spec) {
    try {
      NewsParserSettings settings = settings();
      SharedAnalyzers.of(settings).gazetteerVersion(); // a wrong one is told once, not per capture
      return settings;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  /** The same for the fetcher of Tika's forks, which set up their own analyzers. */
  Map<String, String> fetcherParams() {
    Map<String, String> params = new LinkedHashMap<>();
    if (mode != null) {
      params.put("mode", mode.name().toLowerCase(Locale.ROOT));
    }
    if (associative != null) {
      params.put("associative", String.valueOf(associative == Switch.ON));
    }
    if (gazetteer != null) {
      params.put("gazetteer", gazetteer.toAbsolutePath().toString());
    }
    return params;
  }

  /** The settings: options before environment before defaults. */
  private NewsParserSettings settings() {
    NewsParserSettings settings = NewsParserSettings.fromEnvironment(System.getenv());
    if (associative != null) {
      settings = settings.withAssociative(associative == Switch.ON);
    }
    if (mode != null) {
      settings = settings.withMode(mode);
    }
    if (gazetteer != null) {
      settings = settings.withGazetteer(gazetteer.toString());
    }
    return settings;
  }
}
