package io.dateline.tika.connector.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dateline.tika.connector.delivery.BulkAction.Revision;
import io.dateline.tika.connector.delivery.Cluster.Answer;
import io.dateline.tika.connector.delivery.Settled.Fate;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Sending bulk requests")
class BulkSenderTest {

  private static final Duration DEADLINE = Duration.ofSeconds(30);

  private final List<Integer> requests = new ArrayList<>();
  private final List<Duration> pauses = new ArrayList<>();
  private long nanos;

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          400, document_parsing_exception, REFUSED, 1
          413, too_large, REFUSED, 1
          429, es_rejected_execution_exception, DONE, 2
          502, x, DONE, 2
          503, x, DONE, 2
          504, x, DONE, 2
          500, es_rejected_execution_exception, DONE, 2
          500, x, DONE, 2
          409, version_conflict_engine_exception, CONFLICT, 1
          401, security_exception, STOPPED, 1
          403, security_exception, STOPPED, 1
          404, index_not_found_exception, STOPPED, 1
          """)
  void judgesItems(int status, String type, Fate fate, int attempts) {
    BulkSender.Sent sent =
        send(
            1, (actions, attempt) -> attempt == 1 ? failing(actions, status, type) : good(actions));

    assertEquals(fate, sent.settled().get(0).fate());
    assertEquals(attempts, sent.settled().get(0).attempts());
    assertEquals(fate == Fate.STOPPED, sent.stopReason() != null);
  }

  /** The same error, of what the sender wrote and of what a pipeline added to one document. */
  @ParameterizedTest
  @CsvSource({"news, STOPPED", "added, REFUSED"})
  void stopsWhereTheIndexLacksAFieldOfOurs(String field, Fate fate) {
    String reason =
        "[1:9] mapping set to strict, dynamic introduction of [%s] within [_doc] is not allowed"
            .formatted(field);
    byte[] source = "{\"news\":{\"text\":\"\\\"added\\\": x\"}}".getBytes(StandardCharsets.UTF_8);
    BulkSender sender =
        sender(
            (actions, attempt) ->
                List.of(Answer.error(400, "strict_dynamic_mapping_exception", reason)));

    BulkSender.Sent sent =
        sender.send(List.of(BulkAction.index("i", "a", source)), pace().deadline(DEADLINE));

    assertEquals(fate, sent.settled().get(0).fate());
    if (fate == Fate.STOPPED) {
      String stop = sent.stopReason();
      assertNotNull(stop);
      assertTrue(stop.contains("dateline setup"), stop);
      assertTrue(stop.contains("[news]"), stop);
    } else {
      assertNull(sent.stopReason());
    }
  }

  @Test
  void retriesOnlyTheItemsThatFailed() {
    BulkSender.Sent sent =
        send(
            4,
            (actions, attempt) -> {
              List<Answer> answers = good(actions);
              if (attempt == 1) {
                answers.set(1, Answer.error(429, "x", "later"));
                answers.set(2, Answer.error(400, "x", "never"));
              }
              return answers;
            });

    assertEquals(List.of(4, 1), requests);
    assertEquals(
        List.of(Fate.DONE, Fate.DONE, Fate.REFUSED, Fate.DONE),
        sent.settled().stream().map(Settled::fate).toList());
  }

  @Test
  void halvesWhatIsTooLargeDownToTheOneDocument() {
    BulkSender.Sent sent =
        send(
            8,
            (actions, attempt) -> {
              if (actions.stream().anyMatch(action -> action.id().equals("5"))) {
                throw new ClusterException(413, null, "too large", null);
              }
              return good(actions);
            });

    for (int i = 0; i < 8; i++) {
      assertEquals(i == 5 ? Fate.REFUSED : Fate.DONE, sent.settled().get(i).fate());
    }
    assertNull(sent.stopReason());
  }

  @Test
  void backsOffWithJitterAndGivesUpAtTheDeadline() {
    BulkSender.Sent sent =
        send(
            1,
            (actions, attempt) -> {
              throw new ClusterException(0, null, "connection refused", null);
            });

    assertEquals(Fate.UNDELIVERED, sent.settled().get(0).fate());
    assertEquals("connection refused", sent.settled().get(0).reason());
    assertTrue(nanos <= DEADLINE.toNanos(), () -> nanos + " ns");
    assertTrue(pauses.size() >= 5, pauses::toString);
    for (int i = 0; i < pauses.size(); i++) {
      long most = Math.min(8000, 250L << Math.min(i, 20));
      assertTrue(pauses.get(i).toMillis() <= most, pauses::toString);
    }
  }

  @Test
  void stopsAtOnceWhenTheWholeRequestIsUnauthorized() {
    BulkSender.Sent sent =
        send(
            30,
            (actions, attempt) -> {
              throw new ClusterException(401, "security_exception", "who are you", null);
            });

    assertEquals(1, requests.size(), "not even the next batch");
    String reason = sent.stopReason();
    assertNotNull(reason);
    assertTrue(reason.contains("credentials"), reason);
    assertTrue(sent.settled().stream().allMatch(end -> end.fate() == Fate.STOPPED));
  }

  @Test
  void boundsRequestsByCountAndBytes() {
    send(25, (actions, attempt) -> good(actions));

    assertEquals(List.of(10, 10, 5), requests);
  }

  @Test
  void refusesADocumentThatNoNodeTakesWithoutSendingIt() {
    byte[] source = new byte[3000];
    BulkSender.Sent sent =
        sender((actions, attempt) -> good(actions))
            .send(List.of(BulkAction.index("i", "big", source)), pace().deadline(DEADLINE));

    assertEquals(Fate.REFUSED, sent.settled().get(0).fate());
    assertTrue(requests.isEmpty());
  }

  @Test
  void answersThatDoNotMatchAreNoAnswers() {
    BulkSender.Sent sent = send(2, (actions, attempt) -> attempt == 1 ? List.of() : good(actions));

    assertEquals(List.of(2, 2), requests);
    assertEquals(Fate.DONE, sent.settled().get(1).fate());
  }

  private interface Script {
    List<Answer> answer(List<BulkAction> actions, int attempt) throws ClusterException;
  }

  private BulkSender.Sent send(int count, Script script) {
    List<BulkAction> actions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      actions.add(BulkAction.create("i", String.valueOf(i), "{}".getBytes(StandardCharsets.UTF_8)));
    }
    return sender(script).send(actions, pace().deadline(DEADLINE));
  }

  private BulkSender sender(Script script) {
    Cluster cluster =
        new Cluster() {
          private int attempt;

          @Override
          public List<Answer> bulk(List<BulkAction> actions, Duration timeout)
              throws ClusterException {
            requests.add(actions.size());
            return script.answer(actions, ++attempt);
          }

          @Override
          public Map<String, Stored> read(String index, Collection<String> ids, Duration timeout) {
            return Map.of();
          }
        };
    return new BulkSender(
        cluster,
        new BulkSender.Limits(100_000, 10, 2000, Duration.ofSeconds(5)),
        pace(),
        new Tally());
  }

  private Pace pace() {
    return new Pace(
        Duration.ofMillis(250),
        Duration.ofSeconds(8),
        new Pace.Ticker() {
          @Override
          public long nanos() {
            return nanos;
          }

          @Override
          public void pause(Duration duration) {
            pauses.add(duration);
            nanos += duration.toNanos();
          }
        },
        new Random(1));
  }

  private static List<Answer> good(List<BulkAction> actions) {
    List<Answer> answers = new ArrayList<>();
    actions.forEach(action -> answers.add(Answer.ok(201, new Revision(1, 1))));
    return answers;
  }

  private static List<Answer> failing(List<BulkAction> actions, int status, String type) {
    List<Answer> answers = new ArrayList<>();
    actions.forEach(action -> answers.add(Answer.error(status, type, "said so")));
    return answers;
  }
}
