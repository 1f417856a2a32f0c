package io.dateline.tika.connector.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turns the parser's place objects into the fields of the indices. */
final class Places {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int KEY_CHARS = 16;

  /** Names in the parser's JSON and in the index, where they are plain values. */
  private static final Map<String, String> VALUES =
      Map.of(
          "name", "name",
          "countryCode", "country_iso_code",
          "admin1", "admin1",
          "featureCode", "feature_code",
          "precision", "precision",
          "confidence", "confidence",
          "role", "role",
          "kind", "kind");

  private static final Set<String> MENTION = Set.of("start", "end", "text", "kind");

  private final List<String> failures;

  /**
   * @param failures takes a sentence for everything that cannot be indexed
   */
  Places(List<String> failures) {
    this.failures = failures;
  }

  /** Null where the text is not JSON. */
  static @Nullable JsonNode parse(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JacksonException e) {
      return null; // the caller tells it in news.failures
    }
  }

  /** The places in the order of the values, without those that have no usable point. */
  List<ObjectNode> read(String[] values) {
    List<ObjectNode> places = new ArrayList<>(values.length);
    for (String value : values) {
      JsonNode json = parse(value);
      if (json == null || !json.isObject()) {
        failures.add("news:place is not a JSON object");
        continue;
      }
      Optional<ObjectNode> point = point("place", json);
      if (point.isPresent()) {
        places.add(place(json, point.get(), places.size() + 1));
      }
    }
    return places;
  }

  /** The focus, when there is one with a usable point. */
  Optional<ObjectNode> readFocus(@Nullable String value) {
    if (value == null || value.isBlank()) {
      return Optional.empty();
    }
    JsonNode json = parse(value);
    if (json == null || !json.isObject()) {
      failures.add("news:focus is not a JSON object");
      return Optional.empty();
    }
    ObjectNode focus = JSON.objectNode();
    for (String name : List.of("name", "countryCode", "admin1", "confidence")) {
      copy(json, name, focus, VALUES.get(name));
    }
    point("focus", json).ifPresent(point -> focus.set("location", point));
    return Optional.of(focus);
  }

  /** What finds articles: the distinct names and countries, and every point. */
  static ObjectNode forSearching(List<ObjectNode> places) {
    Collection<String> names = new LinkedHashSet<>();
    Collection<String> countries = new LinkedHashSet<>();
    ArrayNode points = JSON.arrayNode();
    for (ObjectNode place : places) {
      names.add(place.path("name").asString(""));
      if (place.has("country_iso_code")) {
        countries.add(place.path("country_iso_code").asString(""));
      }
      points.add(place.get("location"));
    }
    ObjectNode fields = JSON.objectNode();
    ArrayNode nameList = fields.putArray("name");
    names.forEach(nameList::add);
    if (!countries.isEmpty()) {
      ArrayNode countryList = fields.putArray("country_iso_code");
      countries.forEach(countryList::add);
    }
    fields.set("location", points);
    return fields;
  }

  /** The same for the same place of the same article, whatever its rank. */
  static String rowId(String articleId, ObjectNode place, Collection<String> used) {
    JsonNode geonames = place.get("geonames_id");
    JsonNode point = place.path("location");
    String key =
        geonames != null
            ? geonames.asString("")
            : ArticleId.sha256(
                    String.format(
                        Locale.ROOT,
                        "%s|%s|%.4f|%.4f",
                        place.path("name").asString(""),
                        place.path("country_iso_code").asString(""),
                        point.path("lat").asDouble(),
                        point.path("lon").asDouble()))
                .substring(0, KEY_CHARS);
    String id = articleId + "#" + key;
    for (int again = 2; used.contains(id); again++) {
      id = articleId + "#" + key + "-" + again;
    }
    return id;
  }

  private static ObjectNode place(JsonNode json, ObjectNode point, int rank) {
    ObjectNode place = JSON.objectNode();
    VALUES.forEach((from, to) -> copy(json, from, place, to));
    JsonNode geonames = json.get("geonamesId");
    if (geonames != null && geonames.isValueNode() && !geonames.isNull()) {
      place.put("geonames_id", geonames.asString());
    }
    place.set("location", point);
    place.put("rank", rank);
    ArrayNode mentions = JSON.arrayNode();
    for (JsonNode mention : json.path("mentions")) {
      ObjectNode node = mentions.addObject();
      MENTION.forEach(name -> copy(mention, name, node, name));
    }
    place.put("mention_count", mentions.size());
    if (!mentions.isEmpty()) {
      place.set("mentions", mentions);
    }
    if (!json.path("runnersUp").isEmpty()) {
      place.set("runners_up", json.get("runnersUp"));
    }
    return place;
  }

  private Optional<ObjectNode> point(String what, JsonNode json) {
    JsonNode latitude = json.path("latitude");
    JsonNode longitude = json.path("longitude");
    if (isWithin(latitude, 90) && isWithin(longitude, 180)) {
      ObjectNode point = JSON.objectNode();
      point.put("lat", latitude.asDouble()).put("lon", longitude.asDouble());
      return Optional.of(point);
    }
    failures.add(
        "%s %s has no possible point: %s, %s"
            .formatted(what, json.path("name").asString(""), latitude, longitude));
    return Optional.empty();
  }

  private static boolean isWithin(JsonNode degrees, int limit) {
    return degrees.isNumber() && Math.abs(degrees.asDouble()) <= limit;
  }

  private static void copy(JsonNode from, String name, ObjectNode to, @Nullable String target) {
    JsonNode value = from.get(name);
    if (value != null && value.isValueNode() && !value.isNull() && target != null) {
      to.set(target, value);
    }
  }
}
