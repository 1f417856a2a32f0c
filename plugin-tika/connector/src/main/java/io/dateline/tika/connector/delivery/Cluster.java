package io.dateline.tika.connector.delivery;

import io.dateline.tika.connector.delivery.BulkAction.Revision;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The two requests that a delivery makes. Each is one attempt: retrying is the caller's. */
interface Cluster {

  /**
   * Sends one bulk request.
   *
   * @return one answer per action, in their order
   * @throws ClusterException when the request as a whole got no good answer
   */
  List<Answer> bulk(List<BulkAction> actions, Duration timeout) throws ClusterException;

  /**
   * Reads documents by id, as of now (not as of the last refresh).
   *
   * @return those that exist, by id
   * @throws ClusterException when the request got no good answer
   */
  Map<String, Stored> read(String index, Collection<String> ids, Duration timeout)
      throws ClusterException;

  /**
   * What the cluster said to one action.
   *
   * @param status as in HTTP
   * @param revision the document's new revision where the action succeeded
   * @param type Elasticsearch's name of the error
   * @param reason its sentence
   */
  record Answer(int status, Revision revision, @Nullable String type, @Nullable String reason) {

    static Answer ok(int status, Revision revision) {
      return new Answer(status, revision, null, null);
    }

    static Answer error(int status, @Nullable String type, @Nullable String reason) {
      return new Answer(status, Revision.ANY, type, reason);
    }
  }

  /**
   * What is needed of a stored document.
   *
   * @param revision its present one
   * @param placeIds the rows that an article lists
   * @param contentHash of the capture
   * @param ingested when it was sent
   */
  record Stored(
      Revision revision,
      List<String> placeIds,
      @Nullable String contentHash,
      @Nullable String ingested) {
    public Stored {
      placeIds = List.copyOf(placeIds);
    }
  }
}
