package io.dateline.tika.connector.delivery;

import io.dateline.tika.connector.document.NewsEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cuts entries into waves when somebody asks for one, so that an entry is made while the cluster is
 * at work on those before it, and no more of them are in memory than are under way. A later entry
 * of an id must find the earlier one stored: no wave has an id twice, and none is given out while
 * another that has one of its ids is under way. Safe to share between threads.
 */
final class Waves {

  private final Iterator<NewsEntry> entries;
  private final int mostEntries;
  private final long mostCharacters;
  private final Set<String> underWay = new HashSet<>();
  private @Nullable NewsEntry ahead;

  /**
   * @param mostEntries in a wave
   * @param mostCharacters of text after which a wave is full
   */
  Waves(Iterator<NewsEntry> entries, int mostEntries, long mostCharacters) {
    this.entries = entries;
    this.mostEntries = mostEntries;
    this.mostCharacters = mostCharacters;
  }

  /** The next wave, which the caller gives to {@link #done} in any case; null after the last. */
  synchronized @Nullable List<Parcel> next() {
    List<Parcel> wave = new ArrayList<>();
    long characters = 0;
    while (wave.size() < mostEntries && characters < mostCharacters) {
      if (ahead == null) {
        ahead = entries.hasNext() ? entries.next() : null;
      }
      NewsEntry entry = ahead;
      if (entry == null) {
        break;
      }
      if (wave.isEmpty() && underWay.contains(entry.id())) {
        awaitEndOf(entry.id());
        continue; // somebody else may have been given it meanwhile
      }
      if (!underWay.add(entry.id())) {
        break;
      }
      ahead = null;
      characters += entry.article().path("news").path("text_length").asInt(0);
      wave.add(new Parcel(entry));
    }
    return wave.isEmpty() ? null : wave;
  }

  /** Tells that a wave is settled. */
  synchronized void done(List<Parcel> wave) {
    wave.forEach(parcel -> underWay.remove(parcel.id()));
    notifyAll();
  }

  /** Not to be interrupted: whoever is under way has a deadline, and what is left is booked. */
  private void awaitEndOf(String id) {
    boolean interrupted = false;
    while (underWay.contains(id)) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
