package io.dateline.tika.parser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.dateline.Budget;
import io.dateline.Mode;
import io.dateline.gazetteer.Gazetteer;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.exception.TikaConfigException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.sax.BodyContentHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigurationTest {

  @Test
  void tikaConfigSetsTheMode() throws Exception {
    TikaConfig config = config("<param name=\"mode\" type=\"string\">never</param>");
    Metadata metadata = Tika.named("ferry.html");

    try (TikaInputStream stream = TikaInputStream.get(Pages.article().getBytes(UTF_8), metadata)) {
      new AutoDetectParser(config).parse(stream, new BodyContentHandler(), metadata);
    }

    assertEquals("not-article", metadata.get(NewsMetadata.STATUS));
    assertEquals("The mode is never.", metadata.get(NewsMetadata.STATUS_REASON));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          moed|string|always|unknown param "moed"; known are associative, gazetteer, maxBlocks, maxChars, maxElements, maxMentions, maxMillis, minConfidence, mode
          mode|string|often|mode must be auto, always or never; got "often"
          maxChars|int|-3|maxChars must be positive; got -3
          maxBlocks|int|0|maxBlocks must be positive; got 0
          maxElements|int|-1|maxElements must be positive; got -1
          maxMentions|int|0|maxMentions must be positive; got 0
          maxMillis|long|0|maxTime must be positive; got PT0S
          minConfidence|double|1.5|minConfidence must be within [0, 1]; got 1.5
          maxChars|string|many|maxChars must be a whole number up to 2147483647; got "many"
          maxMillis|string|1e3|maxMillis must be a whole number up to 2147483647; got "1e3"
          minConfidence|string|high|minConfidence must be a number; got "high"
          gazetteer|string|no/such.dat|no/such.dat
          associative|string|perhaps|associative must be true or false; got "perhaps"
          """)
  void rejectsWhatMakesNoSense(String name, String type, String value, String message) {
    String param = "<param name=\"" + name + "\" type=\"" + type + "\">" + value + "</param>";

    TikaConfigException e = assertThrows(TikaConfigException.class, () -> config(param));

    assertTrue(e.getMessage().contains(message), e.getMessage());
  }

  @Test
  void theEnvironmentIsASecondRoad() {
    NewsParserSettings settings =
        NewsParserSettings.fromEnvironment(
            Map.of(
                "DATELINE_MODE", "always",
                "DATELINE_GAZETTEER", "/data/places.dat",
                "DATELINE_ASSOCIATIVE", "off",
                "DATELINE_MIN_CONFIDENCE", "0.5",
                "DATELINE_MAX_CHARS", " "));

    assertEquals(Mode.ALWAYS, settings.mode());
    assertEquals("/data/places.dat", settings.gazetteer());
    assertFalse(settings.associative());
    assertEquals(0.5, settings.minConfidence());
    assertEquals(Budget.defaults(), settings.budget());
  }

  @ParameterizedTest
  @CsvSource({
    "DATELINE_MODE, often, 'DATELINE_MODE: mode must be auto, always or never; got \"often\"'",
    "DATELINE_MAX_BLOCKS, -3, DATELINE_MAX_BLOCKS: maxBlocks must be positive; got -3",
  })
  void namesTheVariableThatMakesNoSense(String variable, String value, String message) {
    Map<String, String> environment = Map.of(variable, value);

    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> NewsParserSettings.fromEnvironment(environment));

    assertEquals(message, e.getMessage());
  }

  static Stream<Arguments> limits() {
    String names = "Paris, Texas, Springfield, Illinois and Cairo. ".repeat(3);
    String many = names.repeat(20_000); // too much for any machine in a millisecond
    return Stream.of(
        arguments("maxChars", "500", "ferry.html", Pages.article()),
        arguments("maxChars", "500", "ferry.txt", Pages.savedText()),
        arguments("maxElements", "100", "ferry.html", Pages.article("", "<p>a".repeat(200))),
        arguments("maxBlocks", "3", "ferry.html", Pages.article()),
        arguments("maxBlocks", "3", "ferry.txt", Pages.savedText()),
        arguments("maxMentions", "5", "ferry.html", Pages.article("", "<p>" + names + "</p>")),
        arguments("maxMentions", "5", "ferry.txt", Pages.savedText() + names),
        arguments("maxMillis", "1", "ferry.html", Pages.article("", "<p>" + many + "</p>")),
        arguments("maxMillis", "1", "ferry.txt", Pages.savedText() + many));
  }

  /** Whichever way it was told, a limit gives the document as stock Tika has it, and says so. */
  @ParameterizedTest(name = "{0}={1} {2}")
  @MethodSource("limits")
  void aLimitOfTheBudgetIsKept(String limit, String value, String name, String capture)
      throws Exception {
    Tika configured =
        Tika.configured(
            config("<param name=\"" + limit + "\" type=\"string\">" + value + "</param>"));
    String variable = "DATELINE_" + limit.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    ParseContext context = new ParseContext();
    context.set(
        NewsParserSettings.class, NewsParserSettings.fromEnvironment(Map.of(variable, value)));

    Metadata byConfiguration = configured.rmeta(name, capture).get(0);
    Metadata byEnvironment =
        Tika.withPlugin().rmeta(capture.getBytes(UTF_8), Tika.named(name), context).get(0);

    Metadata stock = Tika.stock().rmeta(name, capture).get(0);
    for (Metadata page : List.of(byConfiguration, byEnvironment)) {
      assertEquals("limited", page.get(NewsMetadata.STATUS));
      String reason = page.get(NewsMetadata.STATUS_REASON);
      assertTrue(reason.contains(value) && reason.endsWith("(" + limit + ")."), reason);
      NewsParserTest.assertSameApartFromOurs(stock, page);
    }
  }

  private static TikaConfig config(String param) throws Exception {
    String xml =
        """
        <properties>
          <parsers>
            <parser class="org.apache.tika.parser.DefaultParser">
              <parser-exclude class="io.dateline.tika.parser.NewsParser"/>
            </parser>
            <parser class="io.dateline.tika.parser.NewsParser">
              <params>%s</params>
            </parser>
          </parsers>
        </properties>
        """
            .formatted(param);
    return new TikaConfig(new ByteArrayInputStream(xml.getBytes(UTF_8)));
  }

  @Test
  void damagedGazetteerGivesWayToTheBuiltInOne(@TempDir Path folder) throws Exception {
    Path damaged = Files.writeString(folder.resolve("own.dlgz"), "no gazetteer");
    NewsParserSettings settings = NewsParserSettings.defaults().withGazetteer(damaged.toString());

    assertSame(Gazetteer.builtIn(), SharedAnalyzers.of(settings).options().gazetteer());
  }
}
