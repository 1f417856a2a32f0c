package io.dateline.tika.connector.delivery;

import io.dateline.tika.connector.delivery.BulkAction.Revision;
import org.jspecify.annotations.Nullable;

/**
 * How one action ended.
 *
 * @param fate in one word
 * @param status the last one, as in HTTP; 0 when there was no answer
 * @param type Elasticsearch's name of the error
 * @param reason a sentence
 * @param attempts how often it was sent
 * @param revision the document's new one where it was stored
 */
record Settled(
    Fate fate,
    int status,
    @Nullable String type,
    @Nullable String reason,
    int attempts,
    Revision revision) {

  enum Fate {
    /** The cluster did it. */
    DONE,
    /** Somebody else wrote the document since it was read. */
    CONFLICT,
    /** The cluster will never take it as it is. */
    REFUSED,
    /** The deadline passed. */
    UNDELIVERED,
    /** Nothing more was tried, as the configuration has to be mended first. */
    STOPPED
  }

  static Settled done(Cluster.Answer answer, int attempts) {
    return new Settled(Fate.DONE, answer.status(), null, null, attempts, answer.revision());
  }

  static Settled failed(
      Fate fate, int status, @Nullable String type, @Nullable String reason, int attempts) {
    return new Settled(fate, status, type, reason, attempts, Revision.ANY);
  }
}
