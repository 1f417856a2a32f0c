package io.dateline.docker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.dateline.command.DatelineCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
      assertTrue(
          image.matches(".+:(\\$\\{[A-Z_]+:-)?\\d[\\w.-]*}?"),
          () -> service.getKey() + " runs " + image);
    }
  }

  @Test
  void elasticsearchAndKibanaAreOfOneVersion() {
    Set<String> versions = new HashSet<>();
    for (JsonNode service : compose.path("services")) {
      String image = service.path("image").asText();
      if (image.startsWith("docker.elastic.co/")) {
        versions.add(image.substring(image.indexOf(':')));
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
  void tikaAndElasticsearchAreOnlyOnTheNetworkThatLeadsNowhere() {
    assertTrue(compose.at("/networks/inside/internal").asBoolean());
    for (Map.Entry<String, JsonNode> service : compose.path("services").properties()) {
      JsonNode networks = service.getValue().path("networks");
      if (service.getKey().equals("prepare")) {
        assertEquals("none", service.getValue().path("network_mode").asText());
      } else {
        int more = service.getKey().equals("kibana") ? 2 : 1;
        assertEquals("inside", networks.path(0).asText(), service::getKey);
        assertEquals(more, networks.size(), service::getKey);
      }
    }
  }

  /** What stands behind {@code bash -c}, as bash gets it: compose turns two dollars into one. */
  @Test
  void scriptsAreBash() throws IOException, InterruptedException {
    int scripts = 0;
    for (Map.Entry<String, JsonNode> service : compose.path("services").properties()) {
      JsonNode command = service.getValue().path("command");
      if (command.path(0).asText().equals("bash")) {
        scripts++;
        String script = command.path(2).asText().replace("$$", "$");
        Process bash =
            new ProcessBuilder("bash", "-n", "-c", script).redirectErrorStream(true).start();
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, bash.waitFor(), () -> service.getKey() + ": " + said);
      }
    }
    assertEquals(4, scripts);
  }

  @Test
  void inboxUsesOptionsThatTheCommandHas() {
    String script = compose.at("/services/inbox/command/2").asText();
    Matcher call = Pattern.compile("bin/dateline (ingest[^<]*)<").matcher(script);
    assertTrue(call.find(), script);
    String[] arguments =
        call.group(1).replace("\"$$@\"", "working").replace("\\\n", " ").strip().split("\\s+");

    ParseResult parsed = DatelineCommand.commandLine().parseArgs(arguments);

    assertTrue(parsed.subcommand().hasMatchedOption("--dead-letters"));
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
