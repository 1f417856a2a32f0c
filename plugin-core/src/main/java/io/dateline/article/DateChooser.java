package io.dateline.article;

import io.dateline.boilerplate.BlockKind;
import io.dateline.boilerplate.JudgedBlock;
import io.dateline.capture.Claim;
import io.dateline.capture.ClaimSource;
import io.dateline.capture.ClaimTopic;
import io.dateline.capture.PageClaims;
import io.dateline.furniture.DateMention;
import io.dateline.furniture.Furniture;
import io.dateline.furniture.PrintNotice;
import io.dateline.furniture.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Chooses when the story was published, by trust: JSON-LD, OpenGraph and other meta elements, time
 * elements, visible text, the print notice, the address. A date of an update is never taken.
 */
final class DateChooser {

  /** Blocks around the headline and below the body in which a timestamp is looked for. */
  private static final int AROUND = 12;

  /** Lines below the headline in which a bare date can only be the story's. */
  private static final int NEXT = 6;

  /** Characters of a line that is too short to be prose. */
  private static final int MAX_LABEL = 90;

  /** Kinds in which a date belongs to something else. */
  private static final Set<BlockKind> FOREIGN =
      Set.of(BlockKind.COMMENT, BlockKind.LEGAL, BlockKind.CAPTION, BlockKind.PRINT_NOTICE);

  private final Furniture furniture;
  private final ClaimedDates dates;

  DateChooser(Furniture furniture, ClaimedDates dates) {
    this.furniture = furniture;
    this.dates = dates;
  }

  Optional<PublicationDate> published(
      PageClaims claims,
      List<JudgedBlock> blocks,
      String headline,
      @Nullable PrintNotice notice,
      @Nullable String dateline,
      @Nullable String address) {
    Optional<PublicationDate> claimed = claimed(claims);
    if (claimed.isPresent()) {
      Optional<PublicationDate> shown = shown(blocks, headline);
      boolean rebuilt = shown.isPresent() && isRebuild(claimed.get(), shown.get(), claims);
      return rebuilt ? shown : claimed;
    }
    Optional<PublicationDate> visible = visible(blocks, headline);
    if (visible.isPresent()) {
      return visible;
    }
    if (dateline != null && dates.isPossible(dateline)) {
      return Optional.of(new PublicationDate(dateline, "visible-text"));
    }
    if (notice != null && notice.date() != null && dates.isPossible(notice.date())) {
      return Optional.of(new PublicationDate(notice.date(), "print-notice"));
    }
    return AddressDate.read(address)
        .filter(dates::isPossible)
        .map(iso -> new PublicationDate(iso, "url"));
  }

  Optional<String> modified(PageClaims claims, List<JudgedBlock> blocks) {
    for (Claim claim : claims.about(ClaimTopic.DATE_MODIFIED)) {
      Optional<String> iso = dates.read(claim.value());
      if (iso.isPresent()) {
        return iso;
      }
    }
    return blocks.stream()
        .filter(block -> block.kind() == BlockKind.TIMESTAMP || block.kind() == BlockKind.BYLINE)
        .flatMap(block -> furniture.timestamp(block.text()).stream())
        .flatMap(timestamp -> timestamp.updated().stream())
        .flatMap(date -> Optional.ofNullable(date.iso()).stream())
        .filter(dates::isPossible)
        .findFirst();
  }

  private static String label(ClaimSource source) {
    return switch (source) {
      case JSON_LD -> "json-ld";
      case OPEN_GRAPH, META, MICRODATA -> "meta";
      case TIME_ELEMENT -> "time-element";
      case CLASS_NAME -> "visible-text";
    };
  }

  private Optional<PublicationDate> claimed(PageClaims claims) {
    for (Claim claim : claims.about(ClaimTopic.DATE_PUBLISHED)) {
      Optional<String> iso = dates.read(claim.value());
      if (iso.isPresent()) {
        return Optional.of(new PublicationDate(iso.get(), label(claim.source())));
      }
    }
    return Optional.empty();
  }

  /**
   * Some systems claim as publication the day they last built the page: then it is not before the
   * claimed update, and the text shows an earlier day.
   */
  private boolean isRebuild(PublicationDate claimed, PublicationDate visible, PageClaims claims) {
    LocalDate claim = claimed.day();
    if (!visible.day().isBefore(claim.minusDays(1))) {
      return false;
    }
    for (Claim modified : claims.about(ClaimTopic.DATE_MODIFIED)) {
      Optional<String> iso = dates.read(modified.value());
      if (iso.isPresent()) {
        return !LocalDate.parse(iso.get().substring(0, 10)).isAfter(claim);
      }
    }
    return false;
  }

  /** A date of publication between headline and story, labelled or in a line of its own. */
  private Optional<PublicationDate> shown(List<JudgedBlock> blocks, String headline) {
    int first = firstBody(blocks);
    int title = headline(blocks, headline, first);
    for (int i = title; i < Math.min(first, blocks.size()); i++) {
      JudgedBlock block = blocks.get(i);
      boolean named = block.kind() == BlockKind.TIMESTAMP || block.kind() == BlockKind.BYLINE;
      boolean own = named || (i - title <= NEXT && !FOREIGN.contains(block.kind()));
      Optional<DateMention> date =
          own ? furniture.timestamp(block.text()).flatMap(Timestamp::published) : Optional.empty();
      Optional<String> iso = date.map(DateMention::iso).filter(dates::isPossible);
      if (iso.isPresent()) {
        return Optional.of(new PublicationDate(iso.get(), "visible-text"));
      }
    }
    return onlyLabelled(blocks);
  }

  private Optional<PublicationDate> visible(List<JudgedBlock> blocks, String headline) {
    int first = firstBody(blocks);
    int last = lastBody(blocks);
    int title = headline(blocks, headline, first);
    Optional<PublicationDate> found =
        within(blocks, title, Math.min(blocks.size(), title + AROUND));
    if (found.isEmpty()) {
      found = within(blocks, Math.max(0, title - 4), title);
    }
    if (found.isEmpty() && first > title) {
      found = within(blocks, Math.max(title, first - 4), Math.min(blocks.size(), first + 4));
    }
    if (found.isEmpty() && last >= 0) {
      found = within(blocks, last + 1, Math.min(blocks.size(), last + 1 + AROUND / 2));
    }
    return found.isEmpty() ? onlyLabelled(blocks) : found;
  }

  /** The one day on the whole page that is labelled as published. */
  private Optional<PublicationDate> onlyLabelled(List<JudgedBlock> blocks) {
    Set<String> days = new TreeSet<>();
    for (JudgedBlock block : blocks) {
      if (block.kind() == BlockKind.TIMESTAMP || block.kind() == BlockKind.BYLINE) {
        furniture.timestamp(block.text()).flatMap(Timestamp::published).stream()
            .filter(date -> date.role() == DateMention.Role.PUBLISHED && date.iso() != null)
            .map(date -> String.valueOf(date.iso()))
            .filter(dates::isPossible)
            .forEach(days::add);
      }
    }
    return days.size() == 1
        ? Optional.of(new PublicationDate(days.iterator().next(), "visible-text"))
        : Optional.empty();
  }

  private Optional<PublicationDate> within(List<JudgedBlock> blocks, int from, int to) {
    DateMention.@Nullable Role label = null;
    for (int i = from; i < to; i++) {
      JudgedBlock block = blocks.get(i);
      if (FOREIGN.contains(block.kind()) || !hasDigitOrIsShort(block.text())) {
        continue;
      }
      Optional<Timestamp> timestamp = furniture.timestamp(block.text());
      Optional<DateMention> date = timestamp.flatMap(Timestamp::published);
      if (timestamp.isPresent() && timestamp.get().dates().isEmpty()) {
        label = timestamp.get().role(); // "Last updated:" in a line of its own
        continue;
      }
      if (timestamp.isEmpty()) {
        date = embedded(block);
      }
      boolean update =
          label == DateMention.Role.UPDATED
              && date.isPresent()
              && date.get().role() == DateMention.Role.UNSAID;
      label = null;
      Optional<String> iso =
          update ? Optional.empty() : date.map(DateMention::iso).filter(dates::isPossible);
      if (iso.isPresent()) {
        return Optional.of(new PublicationDate(iso.get(), "visible-text"));
      }
    }
    return Optional.empty();
  }

  private static boolean hasDigitOrIsShort(String text) {
    return text.length() <= 40 || text.codePoints().anyMatch(Character::isDigit);
  }

  /** A date that shares its line with the headline, the byline or a label. */
  private Optional<DateMention> embedded(JudgedBlock block) {
    String text = block.text();
    if (text.length() > 300) {
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
        .findFirst();
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
