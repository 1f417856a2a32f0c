package io.dateline.tika.connector.delivery;

import io.dateline.tika.connector.delivery.BulkAction.Revision;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A cluster in memory that fails as it is told: before or after it did the work. */
final class FaultyCluster implements Cluster, Pace.Ticker {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** Documents with this in their text are refused for good. */
  static final String POISON = "poison";

  private final Random random;
  private final Map<String, Map<String, JsonNode>> indices = new HashMap<>();
  private final Map<String, Long> revisions = new HashMap<>();
  private long sequence;
  private long nanos;
  private int largestRequest = Integer.MAX_VALUE;

  /** All that is written to it is refused for good. */
  String refuseIndex = "";

  /** How many reading requests it got. */
  int reads;

  /** Thrown by whatever is asked. */
  @Nullable Error error;

  /** How often, within [0, 1], something of the kind happens. */
  double wholeRequestFails;

  double answerIsLost;
  double itemFails;
  double credentialsFail;

  FaultyCluster(long seed) {
    random = new Random(seed);
  }

  /** Larger requests are answered 413. */
  void accept(int actions) {
    largestRequest = actions;
  }

  void heal() {
    wholeRequestFails = 0;
    answerIsLost = 0;
    itemFails = 0;
    credentialsFail = 0;
    largestRequest = Integer.MAX_VALUE;
  }

  Map<String, JsonNode> index(String name) {
    return indices.computeIfAbsent(name, unused -> new TreeMap<>());
  }

  @Override
  public synchronized List<Answer> bulk(List<BulkAction> actions, Duration timeout)
      throws ClusterException {
    failSometimes();
    if (actions.size() > largestRequest) {
      throw new ClusterException(413, null, "too large", null);
    }
    List<Answer> answers = new ArrayList<>();
    for (BulkAction action : actions) {
      answers.add(random.nextDouble() < itemFails ? itemFault() : apply(action));
    }
    if (random.nextDouble() < answerIsLost) {
      throw new ClusterException(0, null, "connection reset", null);
    }
    if (random.nextDouble() < answerIsLost) {
      return answers.subList(0, answers.size() / 2);
    }
    return answers;
  }

  @Override
  public synchronized Map<String, Stored> read(
      String index, Collection<String> ids, Duration timeout) throws ClusterException {
    reads++;
    failSometimes();
    Map<String, Stored> found = new HashMap<>();
    for (String id : ids) {
      JsonNode source = index(index).get(id);
      if (source != null) {
        List<String> placeIds = new ArrayList<>();
        source.path("news").path("place_ids").forEach(place -> placeIds.add(place.asString("")));
        found.put(
            id,
            new Stored(
                new Revision(revisions.getOrDefault(index + "/" + id, 0L), 1),
                placeIds,
                source.path("news").path("sha256").asString(null),
                source.path("event").path("ingested").asString(null)));
      }
    }
    return found;
  }

  private void failSometimes() throws ClusterException {
    nanos += Duration.ofMillis(20).toNanos();
    if (error != null) {
      throw error;
    }
    if (random.nextDouble() < credentialsFail) {
      throw new ClusterException(401, "security_exception", "who are you", null);
    }
    if (random.nextDouble() < wholeRequestFails) {
      int[] kinds = {0, 429, 502, 503, 504};
      throw new ClusterException(kinds[random.nextInt(kinds.length)], null, "not now", null);
    }
  }

  private Answer itemFault() {
    return random.nextBoolean()
        ? Answer.error(429, "es_rejected_execution_exception", "queue is full")
        : Answer.error(503, "unavailable_shards_exception", "no shard");
  }

  private Answer apply(BulkAction action) {
    Map<String, JsonNode> index = index(action.index());
    String key = action.index() + "/" + action.id();
    boolean there = index.containsKey(action.id());
    boolean conflict =
        switch (action.kind()) {
          case CREATE -> there;
          case INDEX ->
              action.basedOn().isGiven()
                  && action.basedOn().seqNo() != revisions.getOrDefault(key, 0L);
          case DELETE -> false;
        };
    if (conflict) {
      return Answer.error(409, "version_conflict_engine_exception", "conflict");
    }
    if (action.kind() == BulkAction.Kind.DELETE) {
      index.remove(action.id());
      return Answer.ok(there ? 200 : 404, Revision.ANY);
    }
    String text = new String(action.source(), StandardCharsets.UTF_8);
    if (text.contains(POISON) || action.index().equals(refuseIndex)) {
      return Answer.error(400, "document_parsing_exception", "cannot parse");
    }
    index.put(action.id(), MAPPER.readTree(text));
    revisions.put(key, ++sequence);
    return Answer.ok(there ? 200 : 201, new Revision(sequence, 1));
  }

  @Override
  public synchronized long nanos() {
    return nanos;
  }

  @Override
  public synchronized void pause(Duration duration) {
    nanos += duration.toNanos();
  }
}
