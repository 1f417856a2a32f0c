package io.dateline.toponym;

import io.dateline.gazetteer.Gazetteer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place on its way to becoming a {@link ResolvedPlace}: gathers the mentions of all its names.
 */
final class PlaceDraft {

  private static final int RUNNERS_UP = 3;

  final Reading reading;
  private final @Nullable Referent referent;
  private final @Nullable String unlistedName;
  private final List<Mention> mentions = new ArrayList<>();
  double confidence;
  double relevance;
  Role role = Role.MENTION;
  private MentionKind kind = MentionKind.ASSOCIATIVE;

  PlaceDraft(Reading reading, Referent referent) {
    this.reading = reading;
    this.referent = referent;
    this.unlistedName = null;
  }

  /** A place that the gazetteer lacks, at the point of its town. */
  PlaceDraft(Reading town, String unlistedName) {
    this.reading = town;
    this.referent = null;
    this.unlistedName = unlistedName;
  }

  /** Sets the bits of all characters of its mentions. */
  void cover(BitSet characters) {
    mentions.forEach(mention -> characters.set(mention.start(), mention.end()));
  }

  void mention(Mention mention, double sure, double weight) {
    mentions.add(mention);
    confidence = Math.max(confidence, sure);
    relevance += weight;
    if (mention.kind() == MentionKind.LITERAL) {
      kind = MentionKind.LITERAL;
    }
  }

  /** Stands in a dateline that is not part of the text. */
  void filedHere(double sure) {
    confidence = Math.max(confidence, sure);
    kind = MentionKind.LITERAL;
    role = Role.DATELINE;
  }

  boolean isTown() {
    return switch (reading.sort) {
      case CAPITAL, SEAT, TOWN, QUARTER -> true;
      case COUNTRY, REGION, DIVISION, SUBDIVISION -> false;
    };
  }

  int mentionCount() {
    return mentions.size();
  }

  ResolvedPlace finish(Gazetteer gazetteer) {
    mentions.sort(Comparator.comparingInt(Mention::start));
    String name = unlistedName == null ? gazetteer.name(reading.place) : unlistedName;
    return new ResolvedPlace(
        name,
        unlistedName == null ? idOf(gazetteer, reading.place) : null,
        gazetteer.point(reading.place),
        gazetteer.countryCode(reading.place),
        gazetteer.admin1Name(reading.place),
        unlistedName == null ? gazetteer.featureCode(reading.place) : "PPLX",
        precision(),
        confidence,
        role,
        kind,
        mentions,
        runnersUp(gazetteer));
  }

  private Precision precision() {
    return switch (reading.sort) {
      case COUNTRY -> Precision.COUNTRY;
      case REGION -> Precision.REGION;
      case DIVISION, SUBDIVISION -> Precision.DIVISION;
      case CAPITAL, SEAT, TOWN, QUARTER -> Precision.TOWN;
    };
  }

  private List<RunnerUp> runnersUp(Gazetteer gazetteer) {
    if (referent == null || referent.readings.length == 1) {
      return List.of();
    }
    List<Reading> others = new ArrayList<>();
    for (Reading other : referent.readings) {
      if (other.place != reading.place && other.share >= 0.005) {
        others.add(other);
      }
    }
    others.sort(Comparator.comparingDouble((Reading other) -> -other.share));
    List<RunnerUp> first = new ArrayList<>();
    for (Reading other : others.subList(0, Math.min(RUNNERS_UP, others.size()))) {
      double chance = other.share * confidence / Math.max(confidence, reading.share);
      first.add(
          new RunnerUp(
              gazetteer.name(other.place),
              idOf(gazetteer, other.place),
              gazetteer.point(other.place),
              gazetteer.countryCode(other.place),
              gazetteer.admin1Name(other.place),
              gazetteer.featureCode(other.place),
              Math.min(1, chance)));
    }
    return first;
  }

  private static @Nullable Integer idOf(Gazetteer gazetteer, int place) {
    int id = gazetteer.geonamesId(place);
    return id == 0 ? null : id;
  }
}
