package io.dateline.tika.connector;

import static io.dateline.tika.connector.Captures.article;
import static io.dateline.tika.connector.Captures.emission;
import static io.dateline.tika.connector.Captures.place;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dateline.elasticsearch.ElasticsearchNode;
import io.dateline.elasticsearch.Jdks;
import io.dateline.elasticsearch.NodeClient;
import io.dateline.tika.connector.connection.Access;
import io.dateline.tika.connector.setup.ClusterSetup;
import io.dateline.tika.connector.setup.SetupLine;
import io.dateline.tika.connector.setup.SetupLine.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A node of the next major version")
class NextMajorVersionIT {

  @Test
  void takesTheTemplatesAndTheDocuments() throws Exception {
    Optional<Path> jdk = Jdks.atLeast(21);
    assumeTrue(jdk.isPresent(), "Elasticsearch 9 needs a JDK of 21 or later; none was found");
    try (ElasticsearchNode node =
        ElasticsearchNode.of(NodeClient.zip(System.getProperty("elasticsearch.next")))
            .javaHome(jdk.get())
            .start()) {
      Access access = Access.to(node.url().toString());
      try (var setup = new ClusterSetup(access, new ClusterSetup.Choices(false, false, false))) {
        assertEquals(Outcome.CREATED, setup.run().get(0).outcome());
        List<SetupLine> again = setup.run();
        again
            .subList(0, 7)
            .forEach(line -> assertEquals(Outcome.UNCHANGED, line.outcome(), line::toString));
      }
      ElasticsearchEmitter emitter = new ElasticsearchEmitter();
      emitter.setName("elasticsearch");
      emitter.setUrl(node.url().toString());
      String town = place(1, "Town", 49, 18, "CZ");
      String other = place(2, "Other", 48, 14, "AT");

      emitter.emit(List.of(emission("a", article("H", "One.", List.of(town, other)))));
      emitter.emit(List.of(emission("a", article("H", "Two.", List.of(other)))));

      NodeClient client = new NodeClient(node.url());
      client.ask("POST", "/news,news-by-place/_refresh", "");
      assertTrue(client.ask("GET", "/news-by-place/_count", "").contains("\"count\":1"));
      assertTrue(client.ask("GET", "/news/_count", "").contains("\"count\":1"));
    }
  }
}
