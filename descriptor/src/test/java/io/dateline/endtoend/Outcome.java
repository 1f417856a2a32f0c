package io.dateline.endtoend;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What came out of one capture, whichever road it took.
 *
 * @param fields the fields under the names of the JSON lines
 */
record Outcome(
    String status,
    String text,
    Map<String, JsonNode> fields,
    List<JsonNode> places,
    Set<String> removedKinds,
    @Nullable String focusCountry) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PREFIX = "news:";

  /** From a line of {@code dateline extract}. */
  static Outcome ofLine(JsonNode line) {
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    line.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
    Set<String> kinds = new TreeSet<>();
    line.path("removed").forEach(removed -> kinds.add(removed.path("kind").asText()));
    List<JsonNode> places = new ArrayList<>();
    line.path("places").forEach(places::add);
    JsonNode country = line.path("focus").path("countryCode");
    return new Outcome(
        line.path("status").asText(),
        line.path("text").asText(),
        fields,
        places,
        kinds,
        country.isMissingNode() ? null : country.asText());
  }

  /** From the first document of an answer to {@code PUT /rmeta/text}. */
  static Outcome ofMetadata(JsonNode metadata) {
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    metadata
        .properties()
        .forEach(
            field -> {
              if (field.getKey().startsWith(PREFIX)) {
                fields.put(field.getKey().substring(PREFIX.length()), field.getValue());
              }
            });
    Set<String> kinds = new TreeSet<>();
    values(fields.get("removedKind")).forEach(kind -> kinds.add(kind.asText()));
    List<JsonNode> places = new ArrayList<>();
    values(fields.get("place")).forEach(place -> places.add(parse(place.asText())));
    JsonNode country = fields.get("focusCountry");
    return new Outcome(
        metadata.path(PREFIX + "status").asText(),
        metadata.path("X-TIKA:content").asText(),
        fields,
        places,
        kinds,
        country == null ? null : country.asText());
  }

  /** From an article's document and its rows, whose names follow Elasticsearch's habits. */
  static Outcome ofIndexed(JsonNode article, List<JsonNode> rows) {
    JsonNode news = article.path("news");
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    news.properties().forEach(field -> fields.put(camelCase(field.getKey()), field.getValue()));
    if (article.has("url")) {
      fields.put("url", article.path("url").path("full"));
    }
    Set<String> kinds = new TreeSet<>();
    news.path("removed").properties().forEach(kind -> kinds.add(kind.getKey()));
    List<JsonNode> places = new ArrayList<>();
    for (JsonNode row : rows) {
      ObjectNode place = row.deepCopy();
      place.set("countryCode", row.get("country_iso_code"));
      place.set("latitude", row.path("location").get("lat"));
      place.set("longitude", row.path("location").get("lon"));
      places.add(place);
    }
    JsonNode country = article.path("focus").path("country_iso_code");
    return new Outcome(
        news.path("status").asText(),
        news.path("text").asText(),
        fields,
        places,
        kinds,
        country.isMissingNode() ? null : country.asText());
  }

  private static String camelCase(String name) {
    StringBuilder camel = new StringBuilder();
    for (String part : name.split("_", -1)) {
      camel.append(
          camel.isEmpty()
              ? part
              : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
    }
    return camel.toString();
  }

  /**
   * Tika's text handler writes a document's title first; nothing else may stand before the text.
   */
  void assertEndsWithTextOf(Outcome expected) {
    String all = text.strip();
    String article = expected.text().strip();
    assertTrue(all.endsWith(article), () -> "expected " + article + "\n\nbut got " + all);
    String before = all.substring(0, all.length() - article.length()).strip();
    JsonNode headline = fields.get("headline");
    assertTrue(
        before.isEmpty() || (headline != null && before.contains(headline.asText())),
        () -> "before the text stands " + before);
  }

  /** A field's values; a single one counts as a list of one, as Tika's JSON has it. */
  static List<JsonNode> values(@Nullable JsonNode field) {
    if (field == null) {
      return List.of();
    }
    List<JsonNode> values = new ArrayList<>();
    if (field.isArray()) {
      field.forEach(values::add);
    } else {
      values.add(field);
    }
    return values;
  }

  private static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
