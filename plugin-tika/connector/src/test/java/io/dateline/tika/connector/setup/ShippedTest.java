package io.dateline.tika.connector.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dateline.boilerplate.BlockKind;
import io.dateline.tika.connector.Captures;
import io.dateline.tika.connector.document.NewsEntry;
import io.dateline.tika.connector.document.NewsEntryReader;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("The shipped files")
class ShippedTest {

  @ParameterizedTest
  @EnumSource(Shipped.class)
  void bearAVersionAndOurName(Shipped thing) {
    assertEquals(1, thing.json().path("version").asInt());
    assertEquals("dateline", thing.json().path("_meta").path("managed_by").asString(""));
  }

  @Test
  void haveAFieldForEveryKindOfRemovedBlock() {
    JsonNode fields = properties(Shipped.ARTICLE_MAPPINGS, "news", "removed");

    for (BlockKind kind : BlockKind.values()) {
      assertEquals(!kind.isBody(), fields.has(kind.label()), kind::label);
    }
  }

  @Test
  void haveAFieldForEverythingThatTheReaderWrites() {
    String place = Captures.place(1, "Town", 10, 20, "CZ");
    NewsEntry entry =
        new NewsEntryReader(ZoneOffset.UTC, false)
            .read(
                "https://a.example/b",
                List.of(Captures.article("H", "T", List.of(place, "broken"))),
                Instant.EPOCH)
            .get(0);

    assertMapped("", entry.article(), mappings(Shipped.ARTICLE_MAPPINGS));
    assertMapped("", entry.places().get(0).source(), mappings(Shipped.PLACE_MAPPINGS));
  }

  @Test
  void theCoreAsksForNothingThatAMinimalNodeLacks() {
    for (Shipped thing : List.of(Shipped.ARTICLE_MAPPINGS, Shipped.PLACE_MAPPINGS)) {
      String text = thing.json().toString();
      for (String absent : List.of("geo_shape", "wildcard", "match_only_text", "scaled_float")) {
        assertFalse(text.contains("\"" + absent + "\""), thing + " has " + absent);
      }
    }
    assertFalse(Shipped.SETTINGS.json().toString().contains("analysis"));
  }

  @Test
  void differencesAreShownByPath() {
    JsonNode there = Shipped.SETTINGS.json();
    JsonNode toBe = Shipped.SETTINGS.json().put("version", 2);

    assertEquals(List.of("- version = 1", "+ version = 2"), FlatJson.diff(there, toBe));
    assertTrue(FlatJson.diff(there, there).isEmpty());
  }

  /** As Elasticsearch gives it back: numbers of settings as strings, fields in another order. */
  @Test
  void theDigestIsOfWhatIsSaidAndNotOfHow() {
    String sent = "{\"a\":{\"shards\":1,\"list\":[\"x\",\"y\"]},\"b\":true}";
    String back = "{\"b\":\"true\",\"a\":{\"list\":[\"x\",\"y\"],\"shards\":\"1\"}}";
    JsonMapper mapper = JsonMapper.shared();

    assertEquals(FlatJson.digest(mapper.readTree(sent)), FlatJson.digest(mapper.readTree(back)));
    assertNotEquals(
        FlatJson.digest(mapper.readTree(sent)),
        FlatJson.digest(mapper.readTree(sent.replace("\"y\"", "\"z\""))));
  }

  private static void assertMapped(String path, JsonNode value, JsonNode mapping) {
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      String name = path + field.getKey();
      JsonNode target = mapping.path("properties").path(field.getKey());
      assertFalse(target.isMissingNode(), () -> name + " has no field");
      boolean inner = target.has("properties");
      JsonNode nested = field.getValue().isArray() ? field.getValue().path(0) : field.getValue();
      if (inner) {
        assertMapped(name + ".", nested, target);
      }
    }
  }

  private static JsonNode mappings(Shipped thing) {
    return thing.json().path("template").path("mappings");
  }

  private static JsonNode properties(Shipped thing, String... path) {
    JsonNode node = mappings(thing);
    for (String name : path) {
      node = node.path("properties").path(name);
    }
    return node.path("properties");
  }
}
