package io.dateline.tika.connector.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dateline.elasticsearch.ElasticsearchNode;
import io.dateline.elasticsearch.NodeClient;
import io.dateline.tika.connector.connection.Access;
import io.dateline.tika.connector.setup.SetupLine.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What an earlier version, a later one or an operator left behind, and what becomes of it. */
@DisplayName("Setting up a cluster that has something already")
class SetupUpgradeIT {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String SETTINGS = "/_component_template/news@settings";
  private static final String ARTICLES = "/_index_template/news-articles";
  private static final String MAPPINGS = "/_component_template/news-articles@mappings";

  private static ElasticsearchNode node;
  private static NodeClient client;

  @BeforeAll
  static void startNode() throws Exception {
    node =
        ElasticsearchNode.of(NodeClient.zip(System.getProperty("elasticsearch.version"))).start();
    client = new NodeClient(node.url());
  }

  @AfterAll
  static void stopNode() {
    node.close();
  }

  @BeforeEach
  void startAfresh() throws IOException {
    client.send("DELETE", "/news-articles,news-places?ignore_unavailable=true", "");
    run(new ClusterSetup.Choices(false, true, false));
  }

  /** Each kind of thing that setup installs, as its version 0 might have been. */
  @ParameterizedTest
  @CsvSource({
    SETTINGS + ", component-news-settings.json, component template news@settings",
    MAPPINGS + ", component-news-articles-mappings.json, component template news-articles@mappings",
    ARTICLES + ", index-news-articles.json, index template news-articles",
  })
  void anOlderVersionIsReplacedAndADryRunShowsWithWhat(String path, String file, String what)
      throws IOException {
    ObjectNode old = shipped(file);
    old.put("version", 0).withObject("_meta").put("version", 0).put("description", "As it was");
    client.ask("PUT", path, old.toString());
    String before = client.ask("GET", path, "");

    SetupLine shown = line(what, run(new ClusterSetup.Choices(true, false, false)));

    assertEquals(Outcome.UPDATED, shown.outcome(), shown::toString);
    assertTrue(shown.said().contains("dry run"), shown::said);
    assertTrue(shown.diff().contains("- version = 0"), shown.diff()::toString);
    assertTrue(shown.diff().contains("+ version = 1"), shown.diff()::toString);
    assertTrue(shown.diff().contains("- _meta.description = As it was"), shown.diff()::toString);
    assertEquals(before, client.ask("GET", path, ""), "a dry run changes nothing");

    assertEquals(
        Outcome.UPDATED, line(what, run(new ClusterSetup.Choices(false, false, false))).outcome());
    assertFalse(client.ask("GET", path, "").contains("As it was"));
    assertEquals(
        Outcome.UNCHANGED,
        line(what, run(new ClusterSetup.Choices(false, false, false))).outcome());
  }

  @Test
  void anOlderVersionThatSomebodyEditedIsLeftAlone() throws IOException {
    ObjectNode old = shipped("component-news-settings.json");
    old.put("version", 0).withObject("_meta").put("version", 0);
    old.withObject("_meta").put("digest", "0".repeat(64)); // of what it was before the edit
    String what = "component template news@settings";
    old.withObject("template").withObject("settings").withObject("index").put("priority", 7);
    client.ask("PUT", SETTINGS, old.toString());

    SetupLine left = line(what, run(new ClusterSetup.Choices(false, false, false)));

    assertEquals(Outcome.LEFT_ALONE, left.outcome());
    assertTrue(left.said().contains("changed since version 0"), left::said);
    assertTrue(
        left.diff().contains("- template.settings.index.priority = 7"), left.diff()::toString);
    assertTrue(client.ask("GET", SETTINGS, "").contains("\"priority\":\"7\""));

    assertEquals(
        Outcome.UPDATED, line(what, run(new ClusterSetup.Choices(false, true, false))).outcome());
    assertFalse(client.ask("GET", SETTINGS, "").contains("priority"));
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"managed_by\":\"dateline\",\"version\":99}', 99, it is newer",
    "'{\"managed_by\":\"somebody\"}', 1, somebody else made it",
    "'{}', 1, somebody else made it",
    "'{\"managed_by\":\"dateline\",\"version\":1}', 1, changed since it was installed"
  })
  void whatIsNewerOrSomebodysIsLeftAloneUnlessForced(String meta, int version, String why)
      throws IOException {
    String theirs =
        "{\"version\":%d,\"_meta\":%s,\"template\":{\"settings\":{\"index\":{\"number_of_shards\":3}}}}"
            .formatted(version, meta);
    client.ask("PUT", SETTINGS, theirs);
    String before = client.ask("GET", SETTINGS, "");
    String what = "component template news@settings";

    SetupLine left = line(what, run(new ClusterSetup.Choices(false, false, false)));

    assertEquals(Outcome.LEFT_ALONE, left.outcome());
    assertTrue(left.said().contains(why), left::said);
    assertTrue(left.said().contains("--force"), left::said);
    assertEquals(before, client.ask("GET", SETTINGS, ""));

    run(new ClusterSetup.Choices(false, true, false));
    assertFalse(client.ask("GET", SETTINGS, "").contains("\"number_of_shards\":\"3\""));
  }

  @Test
  void anIndexOfAnOlderVersionGetsTheNewFieldsAndKeepsItsDocuments() throws IOException {
    ObjectNode old = (ObjectNode) shipped("component-news-articles-mappings.json").path("template");
    ((ObjectNode) old.path("mappings").path("_meta")).put("version", 0);
    ((ObjectNode) old.path("mappings").path("properties").path("news").path("properties"))
        .remove("print_page");
    ((ObjectNode) old.path("mappings").path("properties")).putObject("desk").put("type", "keyword");
    client.ask("DELETE", "/news-articles", "");
    client.ask("DELETE", "/_index_template/news-articles", ""); // or it would add the field
    client.ask("PUT", "/news-articles", old.toString());
    client.ask("PUT", "/news-articles/_doc/a", "{\"news\":{\"headline\":\"kept\"}}");

    SetupLine shown =
        line("index news-articles", run(new ClusterSetup.Choices(true, false, false)));

    assertEquals(Outcome.UPDATED, shown.outcome());
    assertTrue(
        shown.diff().contains("+ properties.news.properties.print_page.type = keyword"),
        shown.diff()::toString);
    assertFalse(
        shown.diff().toString().contains("desk"), "a field of the user's stays: " + shown.diff());
    assertFalse(client.ask("GET", "/news-articles/_mapping", "").contains("print_page"));

    run(new ClusterSetup.Choices(false, false, false));
    assertTrue(client.ask("GET", "/news-articles/_mapping", "").contains("print_page"));
    assertTrue(client.ask("GET", "/news-articles/_mapping", "").contains("\"desk\""));
    assertTrue(client.ask("GET", "/news-articles/_doc/a", "").contains("kept"));
    assertEquals(
        Outcome.UNCHANGED,
        line("index news-articles", run(new ClusterSetup.Choices(false, false, false))).outcome());
  }

  /** Not even with force: its mapping cannot be replaced, and its documents are somebody's. */
  @Test
  void anIndexThatIsNotOursIsLeftAlone() throws IOException {
    client.ask("DELETE", "/news-places", "");
    ObjectNode theirs = shipped("component-news-places-mappings.json");
    client.ask("DELETE", "/_index_template/news-places", "");
    client.ask(
        "PUT", "/news-places", "{\"mappings\":{\"properties\":{\"x\":{\"type\":\"long\"}}}}");
    String before = client.ask("GET", "/news-places/_mapping", "");

    for (boolean force : new boolean[] {false, true}) {
      SetupLine left =
          line("index news-places", run(new ClusterSetup.Choices(false, force, false)));

      assertEquals(Outcome.LEFT_ALONE, left.outcome(), theirs::toString);
      assertTrue(left.said().contains("another index"), left::said);
    }
    assertEquals(before, client.ask("GET", "/news-places/_mapping", ""));
  }

  @Test
  void aDryRunOfAnEmptyClusterCreatesNothing() throws IOException {
    client.ask("DELETE", "/news-articles,news-places", "");
    for (String template : List.of("news-articles", "news-places")) {
      client.ask("DELETE", "/_index_template/" + template, "");
      client.ask("DELETE", "/_component_template/" + template + "@mappings", "");
    }
    client.ask("DELETE", SETTINGS, "");

    List<SetupLine> lines = run(new ClusterSetup.Choices(true, false, false));

    assertEquals(
        7,
        lines.stream().filter(line -> line.outcome() == Outcome.CREATED).count(),
        lines::toString);
    for (String path : List.of(SETTINGS, MAPPINGS, ARTICLES, "/news-articles", "/news-places")) {
      assertEquals(404, client.send("GET", path, "").status(), path);
    }
  }

  /** What users made for themselves is no business of setup's. */
  @Test
  void aUsersOwnComponentIsUsedAndNeverTouched() throws IOException {
    String custom =
        "{\"template\":{\"mappings\":{\"properties\":{\"desk\":{\"type\":\"keyword\"}}}}}";
    client.ask("PUT", "/_component_template/news@custom", custom);
    client.ask("DELETE", "/news-articles,news-places", "");
    String before = client.ask("GET", "/_component_template/news@custom", "");
    try {
      run(new ClusterSetup.Choices(false, true, false));

      assertEquals(before, client.ask("GET", "/_component_template/news@custom", ""));
      assertTrue(client.ask("GET", "/news-articles/_mapping", "").contains("\"desk\""));
    } finally {
      client.ask("PUT", "/_component_template/news@custom", "{\"template\":{}}");
    }
  }

  private static List<SetupLine> run(ClusterSetup.Choices choices) throws IOException {
    try (var setup = new ClusterSetup(Access.to(node.url().toString()), choices)) {
      return setup.run();
    }
  }

  private static SetupLine line(String what, List<SetupLine> lines) {
    return lines.stream().filter(line -> line.what().equals(what)).findFirst().orElseThrow();
  }

  private static ObjectNode shipped(String file) throws IOException {
    try (InputStream in = SetupUpgradeIT.class.getResourceAsStream(file)) {
      JsonNode json = MAPPER.readTree(in.readAllBytes());
      return (ObjectNode) json;
    }
  }
}
