package io.dateline.tika.parser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dateline.Mode;
import io.dateline.gazetteer.Gazetteer;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.exception.TikaConfigException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.sax.BodyContentHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
            Map.of("DATELINE_MODE", "always", "DATELINE_GAZETTEER", "/data/places.dat"));

    assertEquals(Mode.ALWAYS, settings.mode());
    assertEquals("/data/places.dat", settings.gazetteer());
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
