package io.dateline.tika.connector.delivery;

import io.dateline.tika.connector.delivery.BulkAction.Revision;
import io.dateline.tika.connector.delivery.Pace.Deadline;
import io.dateline.tika.connector.delivery.Settled.Fate;
import io.dateline.tika.connector.document.NewsEntry;
import io.dateline.tika.connector.document.NewsEntry.PlaceRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stores entries so that each article and each row ends in exactly one way; the package description
 * has the order of writes and why. Blocking; safe to share between threads.
 */
public final class Delivery {

  private static final Logger log = LogManager.getLogger();
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** So often another process may come between before the document is given up. */
  private static final int CONFLICT_ROUNDS = 10;

  /** Fewer articles are not worth a lane of their own. */
  private static final int SMALLEST_SHARE = 25;

  private final BulkSender sender;
  private final Options options;
  private final Pace pace;
  private final Accounts accounts;

  /**
   * Whether the articles that come next are probably not there yet; only the cost depends on it.
   * The first are read in any case: that tells when there is no index, which a write would make.
   */
  private volatile boolean expectNew;

  /** What to do with an article whose id is there already. */
  public enum OnDuplicate {
    /** The new one takes its place. */
    REPLACE,
    /** The old one stays. */
    KEEP,
    /** Each content is a document of its own. */
    VERSION
  }

  /**
   * Where and how.
   *
   * @param articleIndex name or alias of the article index
   * @param placeIndex name or alias of the place index
   * @param onDuplicate what to do with an article that is there already
   * @param wave the most articles read and written together
   * @param waveCharacters of text after which a wave is full, however few they are
   * @param lanes how many waves of one call are under way at once
   * @param deadline of one call
   */
  public record Options(
      String articleIndex,
      String placeIndex,
      OnDuplicate onDuplicate,
      int wave,
      long waveCharacters,
      int lanes,
      Duration deadline) {}

  /**
   * @param deadLetters takes what cannot be stored; null gives it back to the caller instead
   */
  Delivery(
      BulkSender sender,
      Options options,
      Pace pace,
      @Nullable DeadLetters deadLetters,
      Tally tally) {
    this.sender = sender;
    this.options = options;
    this.pace = pace;
    this.accounts = new Accounts(options.articleIndex(), options.placeIndex(), deadLetters, tally);
  }

  /**
   * Stores entries, or puts them into the dead-letter file.
   *
   * @throws DeliveryException when some are in neither
   */
  public void deliver(List<NewsEntry> entries) throws DeliveryException {
    deliver(entries.iterator(), entries.size());
  }

  /**
   * Stores entries, or puts them into the dead-letter file. They are asked for one after the other,
   * by several threads, while the cluster is at work on those before them.
   *
   * @param about how many there are; only the speed depends on it
   * @throws DeliveryException when some are in neither
   */
  public void deliver(Iterator<NewsEntry> entries, int about) throws DeliveryException {
    Accounts.Call call = accounts.call();
    String stop = run(entries, about, options.lanes(), call::close);
    call.finish(stop != null);
  }

  /**
   * Books documents that the caller keeps, as no entry could be made of them.
   *
   * @param count how many
   */
  public void refuse(int count) {
    accounts.refuse(count);
  }

  /**
   * What became of entries that nobody books.
   *
   * @param parcels none is open
   * @param stopReason why everything has to stop; null when it need not
   */
  record Attempt(List<Parcel> parcels, @Nullable String stopReason) {}

  /** Stores entries in their order, without booking them or writing dead letters. */
  Attempt attempt(List<NewsEntry> entries) {
    List<Parcel> parcels = new ArrayList<>();
    String stop = run(entries.iterator(), entries.size(), 1, parcels::addAll);
    return new Attempt(parcels, stop);
  }

  private @Nullable String run(
      Iterator<NewsEntry> entries, int about, int lanes, Consumer<List<Parcel>> settled) {
    int share = Math.max(SMALLEST_SHARE, (about + lanes - 1) / lanes);
    Waves waves = new Waves(entries, Math.min(options.wave(), share), options.waveCharacters());
    Deadline deadline = pace.deadline(options.deadline());
    AtomicReference<@Nullable String> stop = new AtomicReference<>();
    Lanes.run(
        about > share ? lanes : 1,
        waves::next,
        wave -> {
          try {
            if (stop.get() == null) {
              stop.compareAndSet(null, deliverWave(wave, deadline));
            }
            String reason = stop.get();
            if (reason != null) {
              Settled stopped = Settled.failed(Fate.STOPPED, 0, null, reason, 0);
              wave.forEach(parcel -> parcel.stop(stopped));
            }
            settled.accept(wave);
          } finally {
            waves.done(wave);
          }
        });
    return stop.get();
  }

  /** Gives back why everything has to stop; null when it need not. */
  private @Nullable String deliverWave(List<Parcel> wave, Deadline deadline) {
    try {
      String stop = storeArticles(wave, deadline);
      if (stop == null) {
        stop = storeRows(wave, deadline);
      }
      if (stop == null) {
        stop = shortenLists(wave, deadline);
      }
      return stop;
    } catch (RuntimeException | LinkageError | VirtualMachineError e) {
      // neither a mistake of ours nor a heap that is too small may cost the books: what is open is
      // booked as not stored
      log.error("a wave of {} documents was given up", wave.size(), e);
      Settled failed = Settled.failed(Fate.REFUSED, 0, null, "failed unexpectedly: " + e, 1);
      wave.forEach(parcel -> parcel.stop(failed));
      return null;
    }
  }

  private @Nullable String storeArticles(List<Parcel> wave, Deadline deadline) {
    for (int round = 0; round < CONFLICT_ROUNDS; round++) {
      List<Parcel> open = wave.stream().filter(Parcel::isOpen).toList();
      if (open.isEmpty()) {
        return null;
      }
      List<BulkAction> actions = new ArrayList<>();
      List<Parcel> sent = new ArrayList<>();
      try {
        Map<String, Cluster.Stored> stored =
            round == 0 && expectNew ? Map.of() : read(open, deadline);
        Set<String> rows = rowsOf(stored.values(), deadline);
        for (Parcel parcel : open) {
          BulkAction action = decide(parcel, stored.get(parcel.id()), rows, round > 0);
          if (action != null) {
            actions.add(action);
            sent.add(parcel);
          }
        }
      } catch (ClusterException e) {
        return giveUp(open, e);
      }
      BulkSender.Sent result = sender.send(actions, deadline);
      int conflicts = 0;
      for (int i = 0; i < sent.size(); i++) {
        Settled how = result.settled().get(i);
        if (how.fate() == Fate.CONFLICT) {
          conflicts++;
        } else {
          sent.get(i).settleArticle(how);
        }
      }
      if (round == 0 && 2 * conflicts > sent.size()) {
        expectNew = false;
      }
      if (result.stopReason() != null) {
        return result.stopReason();
      }
    }
    Settled overtaken =
        Settled.failed(
            Fate.UNDELIVERED, 409, null, "other processes kept writing it", CONFLICT_ROUNDS);
    wave.stream().filter(Parcel::isOpen).forEach(parcel -> parcel.settleArticle(overtaken));
    return null;
  }

  /** What is there of these articles, which tells what to expect of the next. */
  private Map<String, Cluster.Stored> read(List<Parcel> open, Deadline deadline)
      throws ClusterException {
    Map<String, Cluster.Stored> stored =
        sender.read(options.articleIndex(), open.stream().map(Parcel::id).toList(), deadline);
    expectNew = 2 * stored.size() < open.size();
    return stored;
  }

  /** Settles what could not even be read; gives back why everything has to stop, or null. */
  private static @Nullable String giveUp(List<Parcel> open, ClusterException e) {
    boolean passing = BulkSender.isTransient(e);
    String reason = passing ? e.getMessage() : Stop.reason(e.status(), e.type(), e.getMessage());
    Settled how =
        Settled.failed(passing ? Fate.UNDELIVERED : Fate.STOPPED, e.status(), e.type(), reason, 1);
    open.stream().filter(Parcel::isOpen).forEach(parcel -> parcel.settleArticle(how));
    return passing ? null : reason;
  }

  /** What to send for an article; null when nothing is. */
  private @Nullable BulkAction decide(
      Parcel parcel, Cluster.@Nullable Stored stored, Set<String> rows, boolean again) {
    String index = options.articleIndex();
    if (stored == null) {
      return BulkAction.create(index, parcel.id(), bytes(parcel.entry().article()));
    }
    if (again
        && parcel.ingested().equals(stored.ingested())
        && Objects.equals(parcel.contentHash(), stored.contentHash())) {
      // our own write, whose answer was lost
      parcel.findStale(stored.placeIds());
      parcel.settleArticle(Settled.done(Cluster.Answer.ok(200, stored.revision()), 2));
      return null;
    }
    if (options.onDuplicate() != OnDuplicate.REPLACE && rows.containsAll(stored.placeIds())) {
      parcel.markPresent();
      return null;
    }
    parcel.findStale(stored.placeIds());
    ObjectNode source = parcel.entry().article();
    if (!parcel.stale().isEmpty()) {
      List<String> all = new ArrayList<>(parcel.rowIds());
      all.addAll(parcel.stale());
      source = parcel.entry().articleListing(all);
    }
    return BulkAction.replace(index, parcel.id(), bytes(source), stored.revision());
  }

  /**
   * Which of the rows that articles list are there, where it matters: an article stays as it is
   * only if they all are, since a sender may have died before them.
   */
  private Set<String> rowsOf(Collection<Cluster.Stored> articles, Deadline deadline)
      throws ClusterException {
    if (options.onDuplicate() == OnDuplicate.REPLACE) {
      return Set.of();
    }
    List<String> listed = articles.stream().flatMap(one -> one.placeIds().stream()).toList();
    return sender.read(options.placeIndex(), listed, deadline).keySet();
  }

  private @Nullable String storeRows(List<Parcel> wave, Deadline deadline) {
    List<Parcel> stored = wave.stream().filter(Parcel::isStored).toList();
    List<BulkAction> actions = new ArrayList<>();
    for (Parcel parcel : stored) {
      for (PlaceRow row : parcel.entry().places()) {
        actions.add(BulkAction.index(options.placeIndex(), row.id(), bytes(row.source())));
      }
      for (String id : parcel.stale()) {
        actions.add(BulkAction.delete(options.placeIndex(), id));
      }
    }
    if (actions.isEmpty()) {
      return null;
    }
    BulkSender.Sent result = sender.send(actions, deadline);
    int next = 0;
    for (Parcel parcel : stored) {
      int rows = next + parcel.entry().places().size();
      int end = rows + parcel.stale().size();
      parcel.settleRows(result.settled().subList(next, rows));
      parcel.settleStale(result.settled().subList(rows, end));
      next = end;
    }
    return result.stopReason();
  }

  /** The last step for articles that lost places: their lists name their own rows alone again. */
  private @Nullable String shortenLists(List<Parcel> wave, Deadline deadline) {
    List<BulkAction> actions = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (Parcel parcel : wave) {
      if (parcel.isStored() && !parcel.stale().isEmpty() && parcel.staleIsGone()) {
        Revision revision = parcel.article().revision();
        actions.add(
            BulkAction.replace(
                options.articleIndex(), parcel.id(), bytes(parcel.entry().article()), revision));
        ids.add(parcel.id());
      }
    }
    if (actions.isEmpty()) {
      return null;
    }
    BulkSender.Sent result = sender.send(actions, deadline);
    for (int i = 0; i < ids.size(); i++) {
      Settled how = result.settled().get(i);
      if (how.fate() != Fate.DONE && how.fate() != Fate.CONFLICT) {
        // a list that is too long does no harm; the article's next version shortens it
        log.debug("{}: its list of rows stays too long: {}", ids.get(i), how.reason());
      }
    }
    return result.stopReason();
  }

  private static byte[] bytes(ObjectNode source) {
    return MAPPER.writeValueAsBytes(source);
  }
}
