package io.dateline.article;

import io.dateline.boilerplate.BlockKind;
import io.dateline.boilerplate.JudgedBlock;
import io.dateline.capture.Claim;
import io.dateline.capture.ClaimSource;
import io.dateline.capture.ClaimTopic;
import io.dateline.capture.PageClaims;
import io.dateline.furniture.Furniture;
import io.dateline.furniture.PrintNotice;
import java.time.LocalDate;
import java.util.ArrayList;
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

  /** Hours by which the earliest and the latest zone on earth are off UTC. */
  private static final int WEST = 12;

  private static final int EAST = 14;

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
    VisibleDates visible = new VisibleDates(furniture, dates, blocks, headline);
    List<PublicationDate> claimed = claimed(claims);
    if (!claimed.isEmpty()) {
      PublicationDate claim = settled(claimed, updates(claims), visible.beside().orElse(null));
      return AddressDate.read(address)
          .map(iso -> new PublicationDate(iso, "url"))
          .filter(day -> isSameInZone(claim, day))
          .or(() -> Optional.of(claim));
    }
    Optional<PublicationDate> seen = visible.best();
    if (seen.isPresent()) {
      return seen;
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

  /** What the page claims in markup, the most trusted source first. */
  private List<PublicationDate> claimed(PageClaims claims) {
    List<PublicationDate> claimed = new ArrayList<>();
    for (Claim claim : claims.about(ClaimTopic.DATE_PUBLISHED)) {
      dates
          .read(claim.value())
          .map(iso -> new PublicationDate(iso, label(claim.source())))
          .ifPresent(claimed::add);
    }
    return claimed;
  }

  private Set<LocalDate> updates(PageClaims claims) {
    Set<LocalDate> updates = new TreeSet<>();
    for (Claim claim : claims.about(ClaimTopic.DATE_MODIFIED)) {
      dates
          .read(claim.value())
          .ifPresent(iso -> updates.add(LocalDate.parse(iso.substring(0, 10))));
    }
    return updates;
  }

  /**
   * Settles the claims against each other and against the day beside the headline. The most trusted
   * holds, unless the visible day is another claim's, or the claim was renewed when the page was
   * last built and so is as late as its update.
   */
  private static PublicationDate settled(
      List<PublicationDate> claimed, Set<LocalDate> updates, @Nullable PublicationDate beside) {
    PublicationDate claim = claimed.get(0);
    LocalDate eve = claim.day().minusDays(1);
    boolean machine = claim.source().equals("json-ld") || claim.source().equals("meta");
    boolean renewed = machine && updates.stream().allMatch(update -> !update.isAfter(claim.day()));
    if (beside != null && !beside.day().equals(claim.day())) {
      LocalDate day = beside.day();
      boolean near = !day.isBefore(eve) && !day.isAfter(claim.day().plusDays(1));
      Optional<PublicationDate> confirmed =
          claimed.stream()
              .filter(other -> other.day().equals(day) && !near && !updates.contains(day))
              .findFirst();
      if (confirmed.isPresent()) {
        return confirmed.get();
      }
      if (renewed && day.isBefore(eve)) {
        return beside;
      }
    }
    if (renewed && !updates.isEmpty() && updates.stream().allMatch(eve::isAfter)) {
      // published after every update: a republication, where another claim may know the first
      return claimed.stream()
          .filter(other -> other.day().isBefore(claim.day()))
          .findFirst()
          .orElse(claim);
    }
    return claim;
  }

  /** A moment in UTC and a bare day may differ by one and still be the same. */
  private static boolean isSameInZone(PublicationDate claim, PublicationDate day) {
    String iso = claim.iso();
    if (!iso.endsWith("Z") || iso.length() < 14) {
      return false;
    }
    int hour = Integer.parseInt(iso, 11, 13, 10);
    return (day.day().equals(claim.day().minusDays(1)) && hour < WEST)
        || (day.day().equals(claim.day().plusDays(1)) && hour >= 24 - EAST);
  }
}
