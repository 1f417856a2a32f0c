package io.dateline.tika.connector.delivery;

import io.dateline.tika.connector.connection.Access;
import io.dateline.tika.connector.delivery.Delivery.OnDuplicate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that a delivery can be told.
 *
 * @param articleIndex name or alias of the article index
 * @param placeIndex name or alias of the place index
 * @param pipeline ingest pipeline of the articles; null for none
 * @param onDuplicate what to do with an article that is there already
 * @param deadline of one call, with all retries; keep it below Tika's own (60 s in a fork), or Tika
 *     ends the fork in the middle
 * @param deadLetterFolder where documents go that cannot be stored; null to give them back to the
 *     caller with an exception
 * @param deadLetterBytes after which a new dead-letter file is begun
 * @param batchBytes about the most a bulk request has before compression; more costs the node
 *     memory, less costs round trips
 * @param batchDocuments the most documents in a bulk request
 */
public record Sending(
    String articleIndex,
    String placeIndex,
    @Nullable String pipeline,
    OnDuplicate onDuplicate,
    Duration deadline,
    @Nullable Path deadLetterFolder,
    long deadLetterBytes,
    long batchBytes,
    int batchDocuments) {

  /** Elasticsearch's {@code http.max_content_length} as shipped. */
  private static final long LARGEST_DOCUMENT = 100L * 1024 * 1024;

  /** One wave is read or made ready while the cluster works on the other; more gains nothing. */
  private static final int LANES = 2;

  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

  /** What fits a Tika Server and a node as they are shipped. */
  public static final Sending DEFAULT =
      new Sending(
          "news-articles",
          "news-places",
          null,
          OnDuplicate.REPLACE,
          Duration.ofSeconds(40),
          null,
          64L * 1024 * 1024,
          5L * 1024 * 1024,
          500);

  public Sending {
    requireIndex("articleIndex", articleIndex);
    requireIndex("placeIndex", placeIndex);
    if (articleIndex.equals(placeIndex)) {
      throw new IllegalArgumentException("articleIndex and placeIndex must differ");
    }
    require("deadline", !deadline.isNegative() && !deadline.isZero(), deadline);
    require("deadLetterMaxBytes", deadLetterBytes > 0, deadLetterBytes);
    require("batchBytes", batchBytes > 0 && batchBytes <= LARGEST_DOCUMENT, batchBytes);
    require("batchDocuments", batchDocuments > 0 && batchDocuments <= 10_000, batchDocuments);
  }

  /** A delivery to a cluster; nothing is connected before its first document. */
  public Delivery open(Access access, Tally tally) {
    return open(cluster(access), pace(), access.requestTimeout(), tally, LANES);
  }

  /** A replay of dead letters into a cluster; {@link #deadLetterFolder} takes no part in it. */
  public Replay replay(Access access) {
    return replay(cluster(access), pace(), access.requestTimeout());
  }

  Delivery open(Cluster cluster, Pace pace, Duration requestTimeout, Tally tally, int lanes) {
    Path folder = deadLetterFolder;
    return new Delivery(
        sender(cluster, pace, requestTimeout, tally),
        options(lanes),
        pace,
        folder == null ? null : DeadLetters.in(folder, deadLetterBytes),
        tally);
  }

  Replay replay(Cluster cluster, Pace pace, Duration requestTimeout) {
    Tally tally = new Tally();
    BulkSender sender = sender(cluster, pace, requestTimeout, tally);
    Delivery.Options options = options(1);
    return new Replay(new Delivery(sender, options, pace, null, tally), sender, options, pace);
  }

  private Cluster cluster(Access access) {
    return new ElasticsearchCluster(access, pipeline, articleIndex);
  }

  private static Pace pace() {
    return new Pace(FIRST_PAUSE, LONGEST_PAUSE);
  }

  private BulkSender sender(Cluster cluster, Pace pace, Duration requestTimeout, Tally tally) {
    var limits =
        new BulkSender.Limits(batchBytes, batchDocuments, LARGEST_DOCUMENT, requestTimeout);
    return new BulkSender(cluster, limits, pace, tally);
  }

  private Delivery.Options options(int lanes) {
    return new Delivery.Options(
        articleIndex, placeIndex, onDuplicate, batchDocuments, batchBytes, lanes, deadline);
  }

  /** The same with another way for articles that are there already. */
  public Sending withOnDuplicate(OnDuplicate value) {
    return new Sending(
        articleIndex,
        placeIndex,
        pipeline,
        value,
        deadline,
        deadLetterFolder,
        deadLetterBytes,
        batchBytes,
        batchDocuments);
  }

  /** The same with another folder for dead letters. */
  public Sending withDeadLetterFolder(Path folder) {
    return new Sending(
        articleIndex,
        placeIndex,
        pipeline,
        onDuplicate,
        deadline,
        folder,
        deadLetterBytes,
        batchBytes,
        batchDocuments);
  }

  /** The same with another ingest pipeline. */
  public Sending withPipeline(@Nullable String name) {
    return new Sending(
        articleIndex,
        placeIndex,
        name,
        onDuplicate,
        deadline,
        deadLetterFolder,
        deadLetterBytes,
        batchBytes,
        batchDocuments);
  }

  /** The same with another deadline. */
  public Sending withDeadline(Duration value) {
    return new Sending(
        articleIndex,
        placeIndex,
        pipeline,
        onDuplicate,
        value,
        deadLetterFolder,
        deadLetterBytes,
        batchBytes,
        batchDocuments);
  }

  private static void requireIndex(String name, String index) {
    Objects.requireNonNull(index, name);
    require(name, index.matches("[a-z0-9][a-z0-9_.-]*"), index);
  }

  private static void require(String name, boolean holds, Object value) {
    if (!holds) {
      throw new IllegalArgumentException(name + " is out of range: " + value);
    }
  }
}
