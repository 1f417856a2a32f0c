package io.dateline.tika.connector.delivery;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document that could not be stored, with all that is needed to send it again.
 *
 * @param time when it was given up
 * @param article the id of the article that it is, or belongs to
 * @param index where it should have gone
 * @param id the document's
 * @param status the last answer's, as in HTTP; 0 when there was none
 * @param type Elasticsearch's name of the error
 * @param reason its sentence
 * @param attempts how often it was sent
 * @param source the document
 */
record DeadLetter(
    Instant time,
    String article,
    String index,
    String id,
    int status,
    @Nullable String type,
    @Nullable String reason,
    int attempts,
    ObjectNode source) {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** Whether it is a row of its article, not the article itself. */
  boolean isRow() {
    return !id.equals(article);
  }

  /** When the version of its article was sent that it is part of; empty where nobody said. */
  String ingested() {
    return source.path("event").path("ingested").asString("");
  }

  /** One line of NDJSON, with its line break. */
  byte[] toLine() {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("time", time.toString());
    line.put("article", article);
    line.put("index", index);
    line.put("id", id);
    line.put("status", status);
    line.put("type", type);
    line.put("reason", reason);
    line.put("attempts", attempts);
    line.set("source", source);
    return (MAPPER.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads a line back.
   *
   * @throws IllegalArgumentException if it is not one
   */
  static DeadLetter parse(byte[] line) {
    JsonNode json;
    try {
      // decoded here, as a line may have been cut within a character
      json =
          MAPPER.readTree(
              StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString());
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("not UTF-8", e);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
    }
    if (!(json.path("source") instanceof ObjectNode source)
        || !json.path("id").isString()
        || !json.path("article").isString()
        || !json.path("index").isString()) {
      throw new IllegalArgumentException("not a dead letter: id, article, index or source missing");
    }
    Instant time;
    try {
      time = Instant.parse(json.path("time").asString(""));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("not a dead letter: time is not an instant", e);
    }
    return new DeadLetter(
        time,
        json.path("article").asString(""),
        json.path("index").asString(""),
        json.path("id").asString(""),
        json.path("status").asInt(0),
        json.path("type").asString(null),
        json.path("reason").asString(null),
        json.path("attempts").asInt(0),
        source);
  }
}
