package io.dateline.capture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an HTML page claims about itself: JSON-LD, OpenGraph, meta elements, microdata, time
 * elements. Claims are as the page makes them; whether they are true is for the reader to judge.
 *
 * <p>Immutable. Plain text claims nothing.
 *
 * <pre>{@code
 * page.claims().first(ClaimTopic.HEADLINE).ifPresent(System.out::println);
 * }</pre>
 */
public final class PageClaims {

  private static final PageClaims NONE = new PageClaims(List.of(), List.of());

  private final Map<ClaimTopic, List<Claim>> byTopic;

  private final List<String> headings;

  PageClaims(List<Claim> claims, List<String> headings) {
    this.headings = List.copyOf(headings);
    Map<ClaimTopic, LinkedHashSet<Claim>> sets = new EnumMap<>(ClaimTopic.class);
    for (Claim claim : claims) {
      sets.computeIfAbsent(claim.topic(), topic -> new LinkedHashSet<>()).add(claim);
    }
    byTopic = new EnumMap<>(ClaimTopic.class);
    sets.forEach(
        (topic, set) -> {
          List<Claim> list = new ArrayList<>(set);
          list.sort(Comparator.comparing(Claim::source)); // stable: document order within a source
          byTopic.put(topic, List.copyOf(list));
        });
  }

  /** No claims. */
  public static PageClaims none() {
    return NONE;
  }

  /** All claims about a topic, the most trusted source first, in document order within a source. */
  public List<Claim> about(ClaimTopic topic) {
    return byTopic.getOrDefault(topic, List.of());
  }

  /** The texts of the page's first 40 headings of first rank, at most 500 characters each. */
  public List<String> headings() {
    return headings;
  }

  /** The values of {@link #about}, each once. */
  public List<String> values(ClaimTopic topic) {
    return about(topic).stream().map(Claim::value).distinct().toList();
  }

  /** The value from the most trusted source. */
  public Optional<String> first(ClaimTopic topic) {
    List<Claim> claims = about(topic);
    return claims.isEmpty() ? Optional.empty() : Optional.of(claims.get(0).value());
  }

  @Override
  public String toString() {
    return byTopic.toString();
  }
}
