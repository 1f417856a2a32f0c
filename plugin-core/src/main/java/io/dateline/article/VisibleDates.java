package io.dateline.article;

import io.dateline.boilerplate.BlockKind;
import io.dateline.boilerplate.JudgedBlock;
import io.dateline.furniture.DateMention;
import io.dateline.furniture.Furniture;
import io.dateline.furniture.Timestamp;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the story's day in what a reader sees: beside the headline, above the story, below it, or
 * where the page says "published". Dates in comments, captions and legal lines belong to something
 * else, and a date that is said to be of an update is never taken.
 */
final class VisibleDates {

  /** Blocks around the headline and below the body in which a timestamp is looked for. */
  private static final int AROUND = 12;

  /** Lines above the headline in which some pages date the story. */
  private static final int ABOVE = 4;

  /** Characters of a note such as "This article was first published on ...". */
  private static final int MAX_NOTE = 240;

  /** Lines below the headline in which a bare date can only be the story's. */
  private static final int NEXT = 6;

  /** Characters of a line that is too short to be prose. */
  private static final int MAX_LABEL = 90;

  /** Kinds in which a date belongs to something else. */
  private static final Set<BlockKind> FOREIGN =
      Set.of(BlockKind.COMMENT, BlockKind.LEGAL, BlockKind.CAPTION, BlockKind.PRINT_NOTICE);

  private final Furniture furniture;
  private final ClaimedDates dates;
  private final List<JudgedBlock> blocks;
  private final int first;
  private final int last;
  private final int title;

  VisibleDates(Furniture furniture, ClaimedDates dates, List<JudgedBlock> blocks, String headline) {
    this.furniture = furniture;
    this.dates = dates;
    this.blocks = blocks;
    this.first = firstBody(blocks);
    this.last = lastBody(blocks);
    this.title = headline(blocks, headline, first);
  }

  /**
   * A date that stands where only the story's own can stand: good enough to contradict what the
   * page claims in markup.
   */
  Optional<PublicationDate> beside() {
    int to = Math.min(blocks.size(), Math.max(first, title + AROUND));
    for (int i = title; i < to; i++) {
      BlockKind kind = blocks.get(i).kind();
      boolean next = i < first && i - title <= NEXT && !FOREIGN.contains(kind);
      if (isNamed(kind) || next) {
        Optional<PublicationDate> date = line(blocks.get(i), label(i));
        if (date.isPresent()) {
          return date;
        }
      }
    }
    return above().or(this::labelled);
  }

  /** The date close above the headline; several dates there are those of other stories. */
  private Optional<PublicationDate> above() {
    Optional<PublicationDate> found = Optional.empty();
    for (int i = Math.max(0, title - AROUND); i < title; i++) {
      if (isNamed(blocks.get(i).kind())) {
        Optional<PublicationDate> date = line(blocks.get(i), label(i));
        if (date.isPresent() && (found.isPresent() || title - i > ABOVE)) {
          return Optional.empty();
        }
        found = date.isPresent() ? date : found;
      }
    }
    return found;
  }

  /** The date that is most likely the story's, for a page that claims none. */
  Optional<PublicationDate> best() {
    int end = title > last ? blocks.size() : last + 1;
    Optional<PublicationDate> found = within(title, Math.min(title + AROUND, end));
    if (found.isEmpty()) {
      found = within(title - ABOVE, title);
    }
    if (found.isEmpty() && first > title) {
      found = within(Math.max(title, first - 4), first + 4);
    }
    Optional<PublicationDate> labelled = labelled();
    if (found.isPresent()) {
      // a date that is renewed with every update, and "first published on" below the story
      boolean renewed = labelled.isPresent() && labelled.get().day().isBefore(found.get().day());
      return renewed ? labelled : found;
    }
    return labelled.isPresent() ? labelled : below();
  }

  /** A date below the story; where several days stand there, they are those of other stories. */
  private Optional<PublicationDate> below() {
    int to = Math.min(blocks.size(), last + 1 + AROUND / 2);
    Set<LocalDate> days = new HashSet<>();
    for (int i = last + 1; last >= 0 && i < to; i++) {
      furniture.dates(blocks.get(i).text()).stream()
          .map(DateMention::iso)
          .filter(Objects::nonNull)
          .filter(dates::isPossible)
          .forEach(iso -> days.add(LocalDate.parse(iso.substring(0, 10))));
    }
    return days.size() == 1 ? within(last + 1, to) : Optional.empty();
  }

  /** The one day on the whole page that is labelled as published. */
  private Optional<PublicationDate> labelled() {
    Set<String> days = new TreeSet<>();
    for (int i = 0; i < blocks.size(); i++) {
      JudgedBlock block = blocks.get(i);
      // "This article was first published on 3 May", unlike "... in the print edition of 3 May"
      boolean note =
          block.kind() == BlockKind.PRINT_NOTICE && furniture.printNotice(block.text()).isEmpty();
      if (FOREIGN.contains(block.kind()) && !note) {
        continue;
      }
      List<DateMention> found = List.of();
      if (isNamed(block.kind())) {
        found = furniture.timestamp(block.text()).map(Timestamp::dates).orElse(List.of());
      } else if (block.text().length() <= MAX_NOTE
          && mayHoldDay(block.text())
          && furniture.mayPublish(block.text())) {
        found = furniture.dates(block.text());
      }
      for (DateMention date : found) {
        boolean published =
            date.role() == DateMention.Role.PUBLISHED
                || (date.role() == DateMention.Role.UNSAID
                    && label(i) == DateMention.Role.PUBLISHED
                    && isNamed(block.kind()));
        if (published && date.iso() != null && dates.isPossible(date.iso())) {
          days.add(date.iso());
        }
      }
    }
    return days.size() == 1
        ? Optional.of(new PublicationDate(days.iterator().next(), "visible-text"))
        : Optional.empty();
  }

  /** A day has a number in it; most lines of a page have none and need not be cut into words. */
  private static boolean mayHoldDay(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && (Character.isDigit(c) || Character.isSurrogate(c))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNamed(BlockKind kind) {
    return kind == BlockKind.TIMESTAMP || kind == BlockKind.BYLINE;
  }

  private Optional<PublicationDate> within(int from, int to) {
    for (int i = Math.max(0, from); i < Math.min(blocks.size(), to); i++) {
      JudgedBlock block = blocks.get(i);
      if (!FOREIGN.contains(block.kind()) && hasDigitOrIsShort(block.text())) {
        Optional<PublicationDate> date = line(block, label(i)).or(() -> embedded(block));
        if (date.isPresent()) {
          return date;
        }
      }
    }
    return Optional.empty();
  }

  /** What the line above says of a date: "Last updated:" in a line of its own. */
  private DateMention.Role label(int at) {
    if (at == 0 || blocks.get(at - 1).text().length() > MAX_LABEL) {
      return DateMention.Role.UNSAID;
    }
    return furniture
        .timestamp(blocks.get(at - 1).text())
        .filter(above -> above.dates().isEmpty())
        .map(Timestamp::role)
        .orElse(DateMention.Role.UNSAID);
  }

  /** The date of a line that is nothing but a timestamp, unless it is one of an update. */
  private Optional<PublicationDate> line(JudgedBlock block, DateMention.Role above) {
    return furniture
        .timestamp(block.text())
        .flatMap(Timestamp::published)
        .filter(
            date -> above != DateMention.Role.UPDATED || date.role() == DateMention.Role.PUBLISHED)
        .flatMap(this::possible);
  }

  private Optional<PublicationDate> possible(DateMention date) {
    return Optional.ofNullable(date.iso())
        .filter(dates::isPossible)
        .map(iso -> new PublicationDate(iso, "visible-text"));
  }

  private static boolean hasDigitOrIsShort(String text) {
    return text.length() <= 40 || text.codePoints().anyMatch(Character::isDigit);
  }

  /** A date that shares its line with the headline, the byline or a label. */
  private Optional<PublicationDate> embedded(JudgedBlock block) {
    String text = block.text();
    if (text.length() > 300 || furniture.timestamp(text).isPresent()) {
      return Optional.empty();
    }
    boolean headline = block.kind() == BlockKind.HEADLINE;
    boolean label = text.length() <= MAX_LABEL && !isSentence(text);
    boolean own = label || block.kind() == BlockKind.TIMESTAMP;
    return furniture.dates(text).stream()
        .filter(date -> date.iso() != null && date.role() != DateMention.Role.UPDATED)
        .filter(
            date ->
                own
                    || date.role() == DateMention.Role.PUBLISHED
                    || (headline && closes(text, date)))
        .findFirst()
        .flatMap(this::possible);
  }

  private static boolean isSentence(String text) {
    return ".!?。؟…:".indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  static boolean closes(String text, DateMention date) {
    return date.start() > 0
        && text.substring(date.end()).chars().noneMatch(Character::isLetterOrDigit);
  }

  private static int firstBody(List<JudgedBlock> blocks) {
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).kind().isBody()) {
        return i;
      }
    }
    return blocks.size();
  }

  private static int lastBody(List<JudgedBlock> blocks) {
    for (int i = blocks.size() - 1; i >= 0; i--) {
      if (blocks.get(i).kind().isBody()) {
        return i;
      }
    }
    return -1;
  }

  /** Where the headline stands: the last block above the story that says what it says. */
  private static int headline(List<JudgedBlock> blocks, String headline, int first) {
    String words = TitleTrimmer.words(headline);
    int found = -1;
    for (int i = 0; i < blocks.size() && (i <= first || found < 0); i++) {
      String text = blocks.get(i).text();
      boolean close = Math.abs(text.length() - headline.length()) <= MAX_LABEL;
      if (!words.isEmpty() && close && TitleTrimmer.words(text).startsWith(words)) {
        found = i;
      }
    }
    if (found >= 0) {
      return found;
    }
    for (int i = Math.min(first, blocks.size()) - 1; i >= 0; i--) {
      if (blocks.get(i).kind() == BlockKind.HEADLINE) {
        return i;
      }
    }
    return Math.max(0, first - AROUND);
  }
}
