package io.dateline.tika.connector.delivery;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts what became of documents and rows. Safe to share between threads. */
public final class Tally {

  /** The four ends that a document or a row can come to. */
  enum Outcome {
    INDEXED,
    ALREADY_PRESENT,
    DEAD_LETTERED,
    REFUSED
  }

  /**
   * How many came to which end; each is counted once.
   *
   * @param indexed are in the cluster now
   * @param alreadyPresent were there before and stay as they were
   * @param deadLettered are in the dead-letter file
   * @param refused were given back to the caller with an exception
   */
  public record Ends(long indexed, long alreadyPresent, long deadLettered, long refused) {

    /** All that were accepted. */
    public long total() {
      return indexed + alreadyPresent + deadLettered + refused;
    }
  }

  /**
   * A reading of the counters.
   *
   * @param documents one per capture, or member of a container
   * @param rows one per article and place
   * @param staleRowsRemoved rows that a newer version of their article no longer has
   * @param retriedRequests whole requests that were sent again
   * @param retriedItems single actions that were sent again
   */
  public record Counts(
      Ends documents, Ends rows, long staleRowsRemoved, long retriedRequests, long retriedItems) {

    @Override
    public String toString() {
      return ("documents: %d indexed, %d already present, %d dead-lettered, %d refused; "
              + "place rows: %d indexed, %d already present, %d dead-lettered, %d refused, %d stale"
              + " removed; sent again: %d requests, %d items")
          .formatted(
              documents.indexed(),
              documents.alreadyPresent(),
              documents.deadLettered(),
              documents.refused(),
              rows.indexed(),
              rows.alreadyPresent(),
              rows.deadLettered(),
              rows.refused(),
              staleRowsRemoved,
              retriedRequests,
              retriedItems);
    }
  }

  private final Map<Outcome, LongAdder> documents = adders();
  private final Map<Outcome, LongAdder> rows = adders();
  private final LongAdder staleRowsRemoved = new LongAdder();
  private final LongAdder retriedRequests = new LongAdder();
  private final LongAdder retriedItems = new LongAdder();

  /** The counts so far; consistent once no delivery is running. */
  public Counts counts() {
    return new Counts(
        ends(documents),
        ends(rows),
        staleRowsRemoved.sum(),
        retriedRequests.sum(),
        retriedItems.sum());
  }

  void document(Outcome outcome) {
    add(documents, outcome, 1);
  }

  void rows(Outcome outcome, long count) {
    add(rows, outcome, count);
  }

  void staleRowsRemoved(long count) {
    staleRowsRemoved.add(count);
  }

  void retriedRequest() {
    retriedRequests.increment();
  }

  void retriedItems(long count) {
    retriedItems.add(count);
  }

  private static void add(Map<Outcome, LongAdder> adders, Outcome outcome, long count) {
    LongAdder adder = adders.get(outcome);
    if (adder == null) {
      throw new AssertionError(outcome);
    }
    adder.add(count);
  }

  private static Map<Outcome, LongAdder> adders() {
    Map<Outcome, LongAdder> adders = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      adders.put(outcome, new LongAdder());
    }
    return adders;
  }

  private static Ends ends(Map<Outcome, LongAdder> adders) {
    return new Ends(
        sum(adders, Outcome.INDEXED),
        sum(adders, Outcome.ALREADY_PRESENT),
        sum(adders, Outcome.DEAD_LETTERED),
        sum(adders, Outcome.REFUSED));
  }

  private static long sum(Map<Outcome, LongAdder> adders, Outcome outcome) {
    LongAdder adder = adders.get(outcome);
    return adder == null ? 0 : adder.sum();
  }
}
