package io.dateline.tika.connector;

import io.dateline.tika.connector.document.NewsEntry;
import io.dateline.tika.connector.document.NewsEntryReader;
import java.time.Instant;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The entries of some emissions, made when they are asked for. An emission of which none can be
 * made is told to the books and does not keep the others from being stored. Used by one thread at a
 * time.
 */
final class EntriesOf implements Iterator<NewsEntry> {

  private final Iterator<Emission> emissions;
  private final NewsEntryReader reader;
  private final Runnable refused;
  private final Instant now = Instant.now();
  private Iterator<NewsEntry> current = Collections.emptyIterator();
  private @Nullable Throwable failure;

  /**
   * @param refused called for every emission that cannot be read
   */
  EntriesOf(List<Emission> emissions, NewsEntryReader reader, Runnable refused) {
    this.emissions = emissions.iterator();
    this.reader = reader;
    this.refused = refused;
  }

  @Override
  public boolean hasNext() {
    while (!current.hasNext() && emissions.hasNext()) {
      Emission emission = emissions.next();
      try {
        current = reader.read(emission.key(), emission.metadata(), now).iterator();
      } catch (RuntimeException | LinkageError | VirtualMachineError e) {
        failure = e;
        refused.run();
      }
    }
    return current.hasNext();
  }

  @Override
  public NewsEntry next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return current.next();
  }

  /** Why some emissions have no entries; null when all have. */
  @Nullable Throwable failure() {
    return failure;
  }
}
