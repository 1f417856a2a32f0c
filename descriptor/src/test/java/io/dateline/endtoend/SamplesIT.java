package io.dateline.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The samples")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SamplesIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, JsonNode> lines = new HashMap<>();
  private RealTikaServer tika;

  @BeforeAll
  void extractAllAndStartServer() throws IOException, InterruptedException {
    Distribution.Run run =
        Distribution.dateline("extract", Distribution.samples().toString(), "--output", "-");
    assertEquals(0, run.exitCode(), run::errors);
    for (String line : run.output().lines().toList()) {
      JsonNode document = JSON.readTree(line);
      lines.put(document.get("id").asText(), document);
    }
    tika = RealTikaServer.withPlugin(null, "samples");
  }

  @AfterAll
  void stopServer() {
    if (tika != null) {
      tika.close();
    }
  }

  static List<SampleTruth> samples() throws IOException {
    return SampleTruth.all(Distribution.samples());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void comeOutOfTheCommandAsTheyShould(SampleTruth sample) {
    JsonNode line = Objects.requireNonNull(lines.get(sample.id()), "no line for this sample");

    assertEquals(List.of(), sample.faultsOf(Outcome.ofLine(line)));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void comeOutOfTheServerAsFromTheCommand(SampleTruth sample)
      throws IOException, InterruptedException {
    Outcome expected =
        Outcome.ofLine(Objects.requireNonNull(lines.get(sample.id()), "no line for this sample"));

    Outcome served = Outcome.ofMetadata(tika.metadataOf(sample.capture()));

    assertEquals(expected.status(), served.status());
    assertEquals(expected.places(), served.places());
    assertEquals(expected.focusCountry(), served.focusCountry());
    assertEquals(expected.removedKinds(), served.removedKinds());
    if (sample.isArticle()) {
      served.assertEndsWithTextOf(expected);
    }
  }
}
