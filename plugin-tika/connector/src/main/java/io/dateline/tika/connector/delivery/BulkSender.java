package io.dateline.tika.connector.delivery;

import io.dateline.tika.connector.delivery.Pace.Deadline;
import io.dateline.tika.connector.delivery.Settled.Fate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends actions until each is settled: bounded requests, retries of what may pass later, halving of
 * what is too large. Blocking; safe to share between threads.
 *
 * <p>Elasticsearch's own BulkIngester is not used: it deadlocks when the node refuses connections
 * and drops whole requests answered 429 or 503.
 */
public final class BulkSender {

  private static final Logger log = LogManager.getLogger();

  private static final Set<Integer> RETRIED = Set.of(408, 429, 502, 503, 504);

  /** An error inside the cluster may be the document's doing, so it is not retried for long. */
  private static final int ATTEMPTS_AT_SERVER_ERROR = 3;

  private final Cluster cluster;
  private final Limits limits;
  private final Pace pace;
  private final Tally tally;

  /**
   * Bounds of one request.
   *
   * @param bytes about the most a request may have before compression; a larger document goes alone
   * @param documents the most actions in a request
   * @param documentBytes a larger document is refused without sending it
   * @param timeout of one attempt
   */
  public record Limits(long bytes, int documents, long documentBytes, Duration timeout) {}

  BulkSender(Cluster cluster, Limits limits, Pace pace, Tally tally) {
    this.cluster = cluster;
    this.limits = limits;
    this.pace = pace;
    this.tally = tally;
  }

  /**
   * What became of a list of actions.
   *
   * @param settled one per action, in their order
   * @param stopReason why nothing more should be sent; null while all is well
   */
  record Sent(List<Settled> settled, @Nullable String stopReason) {}

  /** Sends all; returns when every action is settled. */
  Sent send(List<BulkAction> actions, Deadline deadline) {
    Run run = new Run(actions, deadline);
    List<Integer> batch = new ArrayList<>();
    long bytes = 0;
    for (int i = 0; i < actions.size(); i++) {
      long size = actions.get(i).bytes();
      if (size > limits.documentBytes()) {
        run.settle(
            i,
            Settled.failed(
                Fate.REFUSED,
                413,
                "document_too_large",
                "the document has " + size + " bytes, more than " + limits.documentBytes(),
                0));
        continue;
      }
      if (!batch.isEmpty()
          && (bytes + size > limits.bytes() || batch.size() >= limits.documents())) {
        run.deliver(batch);
        batch = new ArrayList<>();
        bytes = 0;
      }
      batch.add(i);
      bytes += size;
    }
    run.deliver(batch);
    return run.result();
  }

  /**
   * Reads documents, retrying as for a bulk request.
   *
   * @throws ClusterException the last failure, when the deadline passed or no retry can help
   */
  Map<String, Cluster.Stored> read(String index, Collection<String> ids, Deadline deadline)
      throws ClusterException {
    if (ids.isEmpty()) {
      return Map.of();
    }
    for (int attempt = 1; ; attempt++) {
      try {
        return cluster.read(index, ids, timeout(deadline));
      } catch (ClusterException e) {
        if (!isTransient(e) || !pace.waitBefore(attempt, deadline)) {
          throw e;
        }
        tally.retriedRequest();
        log.debug("reading {} again after {}", index, e.getMessage());
      }
    }
  }

  /** Whether the same request may succeed later. */
  static boolean isTransient(ClusterException e) {
    if (e.type().equals(ClusterException.NOT_TRUSTED)) {
      return false;
    }
    return e.status() == 0 || RETRIED.contains(e.status()) || e.status() >= 500;
  }

  private Duration timeout(Deadline deadline) {
    Duration remaining = deadline.remaining();
    Duration most = remaining.compareTo(limits.timeout()) < 0 ? remaining : limits.timeout();
    return most.isZero() ? Duration.ofMillis(1) : most;
  }

  /** One call of {@link #send}. */
  private final class Run {
    private final List<BulkAction> actions;
    private final Deadline deadline;
    private final Settled[] settled;
    private @Nullable String stopReason;

    Run(List<BulkAction> actions, Deadline deadline) {
      this.actions = actions;
      this.deadline = deadline;
      this.settled = new Settled[actions.size()];
    }

    void settle(int position, Settled how) {
      settled[position] = how;
    }

    Sent result() {
      return new Sent(Arrays.stream(settled).map(Objects::requireNonNull).toList(), stopReason);
    }

    void deliver(List<Integer> positions) {
      List<Integer> open = positions;
      Settled last = Settled.failed(Fate.UNDELIVERED, 0, null, "the deadline had passed", 0);
      for (int attempt = 1; !open.isEmpty(); attempt++) {
        if (stopReason != null) {
          settleAll(open, Settled.failed(Fate.STOPPED, 0, null, stopReason, attempt - 1));
          return;
        }
        if (deadline.isOver()) {
          settleAll(open, last);
          return;
        }
        List<Cluster.Answer> answers;
        try {
          answers = cluster.bulk(open.stream().map(actions::get).toList(), timeout(deadline));
          open = retried(open, answers, attempt);
          if (open.isEmpty()) {
            return;
          }
          last = Objects.requireNonNull(settled[open.get(0)]);
          tally.retriedItems(open.size());
        } catch (ClusterException e) {
          if (e.status() == 413) {
            halve(open, e, attempt);
            return;
          }
          if (!isTransient(e)) {
            stopReason = Stop.reason(e.status(), e.type(), e.getMessage());
            settleAll(
                open, Settled.failed(Fate.STOPPED, e.status(), e.type(), stopReason, attempt));
            return;
          }
          last = Settled.failed(Fate.UNDELIVERED, e.status(), e.type(), e.getMessage(), attempt);
          tally.retriedRequest();
          log.debug("bulk request of {} again after {}", open.size(), e.getMessage());
        }
        if (stopReason == null && !pace.waitBefore(attempt, deadline)) {
          settleOpen(open, last);
          return;
        }
      }
    }

    /** Settles what the answers decide; gives back what is to be sent again. */
    private List<Integer> retried(List<Integer> open, List<Cluster.Answer> answers, int attempt)
        throws ClusterException {
      if (answers.size() != open.size()) {
        throw new ClusterException(
            0, null, answers.size() + " answers to " + open.size() + " actions", null);
      }
      List<Integer> again = new ArrayList<>();
      for (int i = 0; i < open.size(); i++) {
        int position = open.get(i);
        Settled how = judge(actions.get(position), answers.get(i), attempt);
        settled[position] = how;
        if (how.fate() == Fate.UNDELIVERED) {
          again.add(position);
        } else if (how.fate() == Fate.STOPPED && stopReason == null) {
          stopReason = how.reason();
        }
      }
      return again;
    }

    private void halve(List<Integer> open, ClusterException e, int attempt) {
      if (open.size() == 1) {
        settleAll(open, Settled.failed(Fate.REFUSED, 413, e.type(), e.getMessage(), attempt));
        return;
      }
      int middle = open.size() / 2;
      deliver(open.subList(0, middle));
      deliver(open.subList(middle, open.size()));
    }

    private void settleAll(List<Integer> open, Settled how) {
      open.forEach(position -> settled[position] = how);
    }

    /** Keeps the item's own last answer where it has one. */
    private void settleOpen(List<Integer> open, Settled how) {
      for (int position : open) {
        if (settled[position] == null || how.status() == 0) {
          settled[position] = how;
        }
      }
    }
  }

  private static Settled judge(BulkAction action, Cluster.Answer answer, int attempt) {
    int status = answer.status();
    String type = answer.type();
    if (status >= 200 && status < 300) {
      return Settled.done(answer, attempt);
    }
    if (status == 404 && action.kind() == BulkAction.Kind.DELETE && type == null) {
      return Settled.done(answer, attempt);
    }
    Fate fate;
    if (status == 409) {
      boolean asked = action.kind() == BulkAction.Kind.CREATE || action.basedOn().isGiven();
      fate = asked ? Fate.CONFLICT : Fate.UNDELIVERED;
    } else if (RETRIED.contains(status) || "es_rejected_execution_exception".equals(type)) {
      fate = Fate.UNDELIVERED;
    } else if (status >= 500) {
      fate = attempt < ATTEMPTS_AT_SERVER_ERROR ? Fate.UNDELIVERED : Fate.REFUSED;
    } else if (Stop.isConfiguration(status, type, answer.reason())
        || Stop.isOtherMapping(action, type, answer.reason())) {
      return Settled.failed(
          Fate.STOPPED, status, type, Stop.reason(status, type, answer.reason()), attempt);
    } else {
      fate = Fate.REFUSED;
    }
    return Settled.failed(fate, status, type, answer.reason(), attempt);
  }
}
