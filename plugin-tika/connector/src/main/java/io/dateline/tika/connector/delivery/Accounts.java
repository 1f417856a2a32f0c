package io.dateline.tika.connector.delivery;

import io.dateline.tika.connector.delivery.Settled.Fate;
import io.dateline.tika.connector.delivery.Tally.Outcome;
import io.dateline.tika.connector.document.NewsEntry.PlaceRow;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Books every document and row under exactly one end, and writes the dead letters. */
final class Accounts {

  private static final Logger log = LogManager.getLogger();

  private final String articleIndex;
  private final String placeIndex;
  private final @Nullable DeadLetters deadLetters;
  private final Tally tally;

  Accounts(String articleIndex, String placeIndex, @Nullable DeadLetters deadLetters, Tally tally) {
    this.articleIndex = articleIndex;
    this.placeIndex = placeIndex;
    this.deadLetters = deadLetters;
    this.tally = tally;
  }

  Call call() {
    return new Call();
  }

  /** Books documents that were given back before they became entries. */
  void refuse(int count) {
    for (int i = 0; i < count; i++) {
      tally.document(Outcome.REFUSED);
    }
  }

  /** The books of one delivery. Waves may be closed by several threads. */
  final class Call {
    private final List<DeadLetter> letters = new ArrayList<>();
    private long documents;
    private long rows;
    private long refusedDocuments;
    private long refusedRows;
    private @Nullable String firstReason;

    /** Books the parcels of a wave, none of which may be open. */
    synchronized void close(List<Parcel> wave) {
      letters.clear();
      Instant now = Instant.now();
      for (Parcel parcel : wave) {
        documents++;
        rows += parcel.entry().places().size();
        if (parcel.isPresent()) {
          tally.document(Outcome.ALREADY_PRESENT);
          tally.rows(Outcome.ALREADY_PRESENT, parcel.entry().places().size());
        } else if (parcel.isStored()) {
          tally.document(Outcome.INDEXED);
          closeRows(parcel, now);
        } else {
          giveUp(parcel, now);
        }
      }
      writeLetters();
    }

    private void closeRows(Parcel parcel, Instant now) {
      tally.staleRowsRemoved(parcel.staleGone());
      if (!parcel.staleIsGone()) {
        log.warn(
            "{}: {} rows of its earlier version are left until it is sent again",
            parcel.id(),
            parcel.stale().size() - parcel.staleGone());
      }
      for (int i = 0; i < parcel.rows().size(); i++) {
        Settled how = parcel.rows().get(i);
        if (how.fate() == Fate.DONE) {
          tally.rows(Outcome.INDEXED, 1);
        } else {
          PlaceRow row = parcel.entry().places().get(i);
          fail(parcel, how, placeIndex, row.id(), row.source(), now);
        }
      }
    }

    private void giveUp(Parcel parcel, Instant now) {
      Settled how = parcel.article();
      fail(parcel, how, articleIndex, parcel.id(), parcel.entry().article(), now);
      for (PlaceRow row : parcel.entry().places()) {
        fail(parcel, how, placeIndex, row.id(), row.source(), now);
      }
    }

    private void fail(
        Parcel parcel, Settled how, String index, String id, ObjectNode source, Instant now) {
      if (deadLetters == null || how.fate() == Fate.STOPPED) {
        refuse(!id.equals(parcel.id()), how.reason());
        return;
      }
      log.warn("not stored: index={} id={} status={} type={}", index, id, how.status(), how.type());
      letters.add(
          new DeadLetter(
              now,
              parcel.id(),
              index,
              id,
              how.status(),
              how.type(),
              how.reason(),
              how.attempts(),
              source));
    }

    private void writeLetters() {
      DeadLetters file = deadLetters;
      if (letters.isEmpty() || file == null) {
        return;
      }
      try {
        file.write(letters);
        for (DeadLetter letter : letters) {
          if (letter.isRow()) {
            tally.rows(Outcome.DEAD_LETTERED, 1);
          } else {
            tally.document(Outcome.DEAD_LETTERED);
          }
        }
      } catch (IOException e) {
        // the caller is told of it in the exception: it still has the documents
        letters.forEach(letter -> refuse(letter.isRow(), e.getMessage()));
      }
    }

    private void refuse(boolean row, @Nullable String reason) {
      if (firstReason == null) {
        firstReason = reason;
      }
      if (row) {
        refusedRows++;
        tally.rows(Outcome.REFUSED, 1);
      } else {
        refusedDocuments++;
        tally.document(Outcome.REFUSED);
      }
    }

    /**
     * Tells the caller what it still has.
     *
     * @throws DeliveryException unless everything is stored, present or in the dead-letter file
     */
    synchronized void finish(boolean stop) throws DeliveryException {
      if (refusedDocuments + refusedRows > 0) {
        String what =
            "%d of %d documents and %d of %d place rows were not stored: %s"
                .formatted(refusedDocuments, documents, refusedRows, rows, firstReason);
        throw new DeliveryException(what, stop);
      }
    }
  }
}
