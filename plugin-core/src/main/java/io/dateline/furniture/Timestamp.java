package io.dateline.furniture;

import java.util.List;
import java.util.Optional;

/**
 * A line that says when the story was published or updated, and nothing else.
 *
 * @param dates the dates in it; none when it is only a label ("Published:") or a time
 * @param role what a date in the next line would be the date of
 */
public record Timestamp(List<DateMention> dates, DateMention.Role role) {

  public Timestamp {
    dates = List.copyOf(dates);
  }

  /** The first date with a value that is not said to be of an update. */
  public Optional<DateMention> published() {
    return first(date -> date.role() == DateMention.Role.PUBLISHED)
        .or(() -> first(date -> date.role() == DateMention.Role.UNSAID));
  }

  /** The first date with a value that is said to be of an update. */
  public Optional<DateMention> updated() {
    return first(date -> date.role() == DateMention.Role.UPDATED);
  }

  private Optional<DateMention> first(java.util.function.Predicate<DateMention> wanted) {
    return dates.stream().filter(date -> date.iso() != null).filter(wanted).findFirst();
  }
}
