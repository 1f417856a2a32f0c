package io.dateline.furniture;

import org.jspecify.annotations.Nullable;

/**
 * The lines that were cut into tokens last. The lines around a story are asked half a dozen
 * questions each, some of them again by a later stage; cutting costs more than answering.
 *
 * <p>Safe to share: two threads that meet in a place cut a line twice at worst.
 */
final class RecentLines {

  private static final int PLACES = 1024;

  private final @Nullable Tokens[] places = new Tokens[PLACES];

  Tokens of(String line) {
    int place = line.hashCode() & PLACES - 1;
    Tokens tokens = places[place];
    if (tokens == null || !tokens.text().equals(line)) {
      tokens = Tokens.of(line);
      places[place] = tokens;
    }
    return tokens;
  }
}
