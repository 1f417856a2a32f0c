package io.dateline.docker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.dateline.command.DatelineCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import picocli.CommandLine.ParseResult;

@DisplayName("docker/compose.yaml")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComposeTest {

  /** The distribution's folders, and the one that the watcher makes. */
  private static final Set<String> MOUNTABLE = Set.of("..", "../tika-extras", "../inbox");

  private JsonNode compose;

  @BeforeAll
  void read() throws IOException {
    compose = new YAMLMapper().readTree(Files.readString(Path.of("docker/compose.yaml")));
  }

  @Test
  void imagesAreOfFixedVersions() {
    for (Map.Entry<String, JsonNode> service : compose.path("services").properties()) {
      String image = service.getValue().path("image").asText();
      assertTrue(image.matches(".+:\\d[\\w.-]*"), () -> service.getKey() + " runs " + image);
    }
  }

  @Test
  void elasticsearchAndKibanaAreOfOneVersion() {
    Set<String> versions = new HashSet<>();
    for (JsonNode service : compose.path("services")) {
      String image = service.path("image").asText();
      if (image.startsWith("docker.elastic.co/")) {
        versions.add(image.substring(image.lastIndexOf(':')));
      }
    }

    assertEquals(1, versions.size(), versions::toString);
  }

  @Test
  void onlyKibanaIsReachableAndOnlyFromThisMachine() {
    for (Map.Entry<String, JsonNode> service : compose.path("services").properties()) {
      JsonNode ports = service.getValue().path("ports");
      if (service.getKey().equals("kibana")) {
        assertEquals("127.0.0.1:5601:5601", ports.path(0).asText());
        assertEquals(1, ports.size());
      } else {
        assertTrue(ports.isMissingNode(), () -> service.getKey() + " publishes " + ports);
      }
    }
  }

  @Test
  void mountsExistInTheDistributionOrAreVolumes() throws IOException {
    String assembly = Files.readString(Path.of("src/assembly/content.xml"));
    assertTrue(assembly.contains("<outputDirectory>tika-extras</outputDirectory>"));
    assertTrue(assembly.contains("<outputDirectory>docker</outputDirectory>"));
    for (JsonNode service : compose.path("services")) {
      for (JsonNode mount : service.path("volumes")) {
        String source = mount.asText().replaceFirst(":.*", "");
        assertTrue(
            MOUNTABLE.contains(source) || compose.path("volumes").has(source), source::toString);
      }
    }
  }

  @Test
  void servicesWaitForServicesThatExist() {
    for (Map.Entry<String, JsonNode> service : compose.path("services").properties()) {
      for (Map.Entry<String, JsonNode> other : service.getValue().path("depends_on").properties()) {
        JsonNode target = compose.path("services").path(other.getKey());
        assertFalse(target.isMissingNode(), () -> service.getKey() + " waits for " + other);
        if (other.getValue().path("condition").asText().equals("service_healthy")) {
          assertTrue(target.has("healthcheck"), () -> other.getKey() + " has no health check");
        }
      }
    }
  }

  @Test
  void securityIsOnAndNoPasswordIsWrittenDown() {
    JsonNode environment = compose.at("/services/elasticsearch/environment");

    assertEquals("true", environment.path("xpack.security.enabled").asText());
    assertFalse(environment.has("ELASTIC_PASSWORD"));
    assertFalse(compose.at("/services/kibana/environment").has("ELASTICSEARCH_PASSWORD"));
  }

  @Test
  void commandsUseOptionsThatTheCommandHas() {
    List<String> setup =
        StreamSupport.stream(compose.at("/services/setup/command").spliterator(), false)
            .map(JsonNode::asText)
            .toList();

    ParseResult parsed =
        DatelineCommand.commandLine()
            .parseArgs(setup.subList(1, setup.size()).toArray(String[]::new));

    assertTrue(parsed.subcommand().hasMatchedOption("--kibana"));
  }
}
