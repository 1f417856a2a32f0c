package io.dateline.tika.connector.delivery;

import io.dateline.tika.connector.delivery.Settled.Fate;
import io.dateline.tika.connector.document.NewsEntry;
import io.dateline.tika.connector.document.NewsEntry.PlaceRow;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One entry on its way. Used by one thread. */
final class Parcel {

  private final NewsEntry entry;
  private Set<String> stale = Set.of();
  private long staleGone;
  private boolean present;
  private @Nullable Settled article;
  private List<Settled> rows = List.of();

  Parcel(NewsEntry entry) {
    this.entry = entry;
  }

  NewsEntry entry() {
    return entry;
  }

  String id() {
    return entry.id();
  }

  /** When this very sending began; with the content's hash it tells our own writes. */
  String ingested() {
    return entry.article().path("event").path("ingested").asString("");
  }

  @Nullable String contentHash() {
    return entry.article().path("news").path("sha256").asString(null);
  }

  boolean isOpen() {
    return article == null && !present;
  }

  boolean isPresent() {
    return present;
  }

  boolean isStored() {
    return article != null && article.fate() == Fate.DONE;
  }

  /** The article is in the cluster and stays as it is. */
  void markPresent() {
    present = true;
  }

  void settleArticle(Settled how) {
    article = how;
  }

  Settled article() {
    return Objects.requireNonNull(article, "still open");
  }

  void settleRows(List<Settled> how) {
    rows = List.copyOf(how);
  }

  /** Settles whatever is not settled yet. */
  void stop(Settled how) {
    if (isOpen()) {
      article = how;
    }
    if (isStored() && rows.isEmpty()) {
      rows = Collections.nCopies(entry.places().size(), how);
    }
  }

  /** One per row of the entry; empty when the rows were never sent. */
  List<Settled> rows() {
    return rows;
  }

  /** The ids of the rows that are in the cluster now. */
  Set<String> doneRows() {
    Set<String> done = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).fate() == Fate.DONE) {
        done.add(entry.places().get(i).id());
      }
    }
    return done;
  }

  void settleStale(List<Settled> how) {
    staleGone = how.stream().filter(end -> end.fate() == Fate.DONE).count();
  }

  /** How many of the stale rows are removed. */
  long staleGone() {
    return staleGone;
  }

  boolean staleIsGone() {
    return staleGone == stale.size();
  }

  /** Rows of an earlier version that this one no longer has. */
  Set<String> stale() {
    return stale;
  }

  void findStale(List<String> listed) {
    stale = new LinkedHashSet<>(listed);
    stale.removeAll(rowIds());
  }

  List<String> rowIds() {
    return entry.places().stream().map(PlaceRow::id).toList();
  }
}
