package io.dateline.tika.connector.delivery;

import io.dateline.tika.connector.delivery.BulkAction.Revision;
import io.dateline.tika.connector.delivery.Cluster.Answer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what a cluster answers to a bulk request, of which little is wanted: one pass over its
 * bytes, without a tree. Used by one thread.
 */
final class BulkAnswers {

  /** Reads errors out of the middle of an answer. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final JsonParser json;

  private BulkAnswers(JsonParser json) {
    this.json = json;
  }

  /**
   * The answers in the order of the actions.
   *
   * @throws IllegalArgumentException if it is no such answer
   */
  static List<Answer> read(byte[] response) {
    try (JsonParser json = MAPPER.createParser(response)) {
      return new BulkAnswers(json).answers();
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not an answer to a bulk request", e);
    }
  }

  private List<Answer> answers() {
    List<Answer> answers = null;
    expect(json.nextToken(), JsonToken.START_OBJECT);
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      boolean items = json.currentName().equals("items");
      JsonToken value = json.nextToken();
      if (items) {
        expect(value, JsonToken.START_ARRAY);
        answers = items();
      } else {
        json.skipChildren();
      }
    }
    // an answer that was cut off ends without it
    expect(json.currentToken(), JsonToken.END_OBJECT);
    if (answers == null) {
      throw new IllegalArgumentException("not an answer to a bulk request: no items");
    }
    return answers;
  }

  private List<Answer> items() {
    List<Answer> answers = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      expect(json.currentToken(), JsonToken.START_OBJECT);
      expect(json.nextToken(), JsonToken.PROPERTY_NAME); // the verb
      expect(json.nextToken(), JsonToken.START_OBJECT);
      answers.add(item());
      expect(json.nextToken(), JsonToken.END_OBJECT);
    }
    return answers;
  }

  private Answer item() {
    int status = 0;
    long seqNo = -1;
    long term = -1;
    JsonNode error = null;
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "status" -> status = json.getIntValue();
        case "_seq_no" -> seqNo = json.getLongValue();
        case "_primary_term" -> term = json.getLongValue();
        case "error" -> error = MAPPER.readTree(json);
        default -> json.skipChildren();
      }
    }
    if (status == 0) {
      throw new IllegalArgumentException("not an answer to a bulk request: no status");
    }
    if (error != null) {
      return Answer.error(status, error.path("type").asString(null), reason(error));
    }
    return Answer.ok(status, seqNo < 0 ? Revision.ANY : new Revision(seqNo, term));
  }

  /** With the cause's, which is the one that names the field. */
  private static @Nullable String reason(JsonNode error) {
    if (error.isString()) {
      return error.asString();
    }
    String reason = error.path("reason").asString(null);
    String cause = error.path("caused_by").path("reason").asString(null);
    return cause == null ? reason : reason + ": " + cause;
  }

  private static void expect(@Nullable JsonToken is, JsonToken should) {
    if (is != should) {
      throw new IllegalArgumentException(
          "not an answer to a bulk request: %s instead of %s".formatted(is, should));
    }
  }
}
