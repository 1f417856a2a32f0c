package io.dateline.furniture;

import org.jspecify.annotations.Nullable;

/**
 * A date as it stands in visible text.
 *
 * @param start offset in UTF-16 code units where it begins
 * @param end offset behind it
 * @param iso ISO 8601 with what is known ({@code 2013-11-20}, {@code 2013-11-20T08:15}, {@code
 *     2013-11-20T08:15+02:00}); null for relative ("2 hours ago"), yearless and ambiguous dates
 * @param role what the words around it say it is
 */
public record DateMention(int start, int end, @Nullable String iso, Role role) {

  /** What a date on a page is the date of. */
  public enum Role {
    PUBLISHED,
    UPDATED,
    UNSAID
  }
}
