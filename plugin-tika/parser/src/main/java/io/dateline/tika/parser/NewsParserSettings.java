package io.dateline.tika.parser;

import io.dateline.AnalyzerOptions;
import io.dateline.Budget;
import io.dateline.Mode;
import io.dateline.toponym.GeotagOptions;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.tika.exception.TikaConfigException;
import org.jspecify.annotations.Nullable;

/**
 * What an operator may tell the parser, in {@code tika-config.xml} or through the environment. Put
 * into a {@code ParseContext}, it replaces the parser's own settings for that call.
 *
 * @param mode which captures to clean
 * @param associative whether demonyms ("Turkish") count as mentions of their country
 * @param minConfidence places below this are left out, within [0, 1]
 * @param gazetteer path of a compiled gazetteer; null means the built-in one
 * @param budget what one capture may cost; {@code maxChars}, {@code maxElements}, {@code
 *     maxBlocks}, {@code maxMentions}, {@code maxMillis}
 */
public record NewsParserSettings(
    Mode mode,
    boolean associative,
    double minConfidence,
    @Nullable String gazetteer,
    Budget budget) {

  private static final Set<String> PARAMS =
      new TreeSet<>(
          Set.of(
              "mode",
              "associative",
              "minConfidence",
              "gazetteer",
              "maxChars",
              "maxElements",
              "maxBlocks",
              "maxMentions",
              "maxMillis"));

  public NewsParserSettings {
    GeotagOptions unused = new GeotagOptions(associative, minConfidence); // checks the range
  }

  /** Mode auto, demonyms on, the built-in gazetteer. */
  public static NewsParserSettings defaults() {
    return new NewsParserSettings(
        Mode.AUTO, true, GeotagOptions.DEFAULT_MIN_CONFIDENCE, null, Budget.defaults());
  }

  /**
   * The defaults, changed by environment variables that are called after the settings: {@code
   * DATELINE_MODE}, {@code DATELINE_MAX_CHARS}.
   *
   * @throws IllegalArgumentException if a value makes no sense; the message names the variable
   */
  public static NewsParserSettings fromEnvironment(Map<String, String> environment) {
    NewsParserSettings settings = defaults();
    for (String name : PARAMS) {
      String variable = variableOf(name);
      String value = environment.get(variable);
      if (value != null && !value.isBlank()) {
        try {
          settings = settings.with(name, value.strip());
        } catch (IllegalArgumentException e) {
          throw new IllegalArgumentException(variable + ": " + e.getMessage(), e);
        }
      }
    }
    return settings;
  }

  /** {@code maxChars} is {@code DATELINE_MAX_CHARS}. */
  private static String variableOf(String name) {
    StringBuilder variable = new StringBuilder("DATELINE_");
    name.chars()
        .forEach(
            c -> {
              if (Character.isUpperCase(c)) {
                variable.append('_');
              }
              variable.append((char) Character.toUpperCase(c));
            });
    return variable.toString();
  }

  /**
   * These settings, changed by the {@code params} of a {@code tika-config.xml}.
   *
   * @throws TikaConfigException if a name is unknown or a value makes no sense
   */
  NewsParserSettings with(Map<String, String> params) throws TikaConfigException {
    NewsParserSettings settings = this;
    for (Map.Entry<String, String> param : params.entrySet()) {
      try {
        settings = settings.with(param.getKey(), param.getValue());
      } catch (IllegalArgumentException e) {
        throw new TikaConfigException("NewsParser: " + e.getMessage(), e);
      }
    }
    return settings;
  }

  private NewsParserSettings with(String name, String value) {
    return switch (name) {
      case "mode" -> withMode(modeOf(name, value));
      case "associative" -> withAssociative(booleanOf(name, value));
      case "minConfidence" ->
          new NewsParserSettings(mode, associative, decimalOf(name, value), gazetteer, budget);
      case "gazetteer" -> withGazetteer(value);
      case "maxChars" -> withBudget(budget.withMaxChars(intOf(name, value)));
      case "maxElements" -> withBudget(budget.withMaxElements(intOf(name, value)));
      case "maxMentions" -> withBudget(budget.withMaxMentions(intOf(name, value)));
      case "maxBlocks" -> withBudget(budget.withMaxBlocks(intOf(name, value)));
      case "maxMillis" -> withBudget(budget.withMaxTime(Duration.ofMillis(intOf(name, value))));
      default ->
          throw new IllegalArgumentException(
              "unknown param \"" + name + "\"; known are " + String.join(", ", PARAMS));
    };
  }

  public NewsParserSettings withMode(Mode newMode) {
    return new NewsParserSettings(newMode, associative, minConfidence, gazetteer, budget);
  }

  public NewsParserSettings withAssociative(boolean newAssociative) {
    return new NewsParserSettings(mode, newAssociative, minConfidence, gazetteer, budget);
  }

  public NewsParserSettings withGazetteer(@Nullable String newGazetteer) {
    return new NewsParserSettings(mode, associative, minConfidence, newGazetteer, budget);
  }

  public NewsParserSettings withBudget(Budget newBudget) {
    return new NewsParserSettings(mode, associative, minConfidence, gazetteer, newBudget);
  }

  /** The analyzer's options, apart from gazetteer and language identifier. */
  AnalyzerOptions analyzerOptions() {
    return AnalyzerOptions.defaults()
        .withMode(mode)
        .withGeotag(new GeotagOptions(associative, minConfidence))
        .withBudget(budget);
  }

  /**
   * Reads a mode: auto, always or never, in any case.
   *
   * @throws IllegalArgumentException if it is none of them; the message names the setting
   */
  static Mode modeOf(String setting, String value) {
    return switch (value.strip().toLowerCase(Locale.ROOT)) {
      case "auto" -> Mode.AUTO;
      case "always" -> Mode.ALWAYS;
      case "never" -> Mode.NEVER;
      default ->
          throw new IllegalArgumentException(
              setting + " must be auto, always or never; got \"" + value + '"');
    };
  }

  private static int intOf(String setting, String value) {
    try {
      return Integer.parseInt(value.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          setting + " must be a whole number up to 2147483647; got \"" + value + '"', e);
    }
  }

  private static double decimalOf(String setting, String value) {
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(setting + " must be a number; got \"" + value + '"', e);
    }
  }

  private static boolean booleanOf(String setting, String value) {
    return switch (value.strip().toLowerCase(Locale.ROOT)) {
      case "true", "on" -> true;
      case "false", "off" -> false;
      default ->
          throw new IllegalArgumentException(
              setting + " must be true or false; got \"" + value + '"');
    };
  }
}
