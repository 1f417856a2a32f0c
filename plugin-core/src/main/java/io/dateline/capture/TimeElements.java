package io.dateline.capture;

import io.dateline.furniture.DateMention;
import io.dateline.furniture.Furniture;
import io.dateline.markup.Attribute;
import io.dateline.markup.MarkupTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The page's {@code time} elements. Most of them date other stories (teasers, comments), so only
 * those near a first-rank heading count, the nearest first, or the one that is alone on the page,
 * or the only one whose text says that it is the day of publication.
 */
final class TimeElements {

  /** Elements between a heading and its story's date; a teaser list is further away. */
  private static final int BEFORE = 30;

  private static final int AFTER = 60;

  /** Elements and texts before a time that are looked at for its label. */
  private static final int SIBLINGS = 20;

  /** Elements and texts in a time, or at the end of what stands before it, that are read. */
  private static final int NODES = 40;

  /** Characters of a label such as "Last updated on". */
  private static final int LABEL = 40;

  private static final List<String> PUBLISHED =
      List.of("publish", "dt-published", "entry-date", "post-date", "posted", "created", "pubdate");
  private static final List<String> UPDATED =
      List.of("updated", "modified", "lastmod", "update", "aktualis", "actualiz", "revised");

  /**
   * @param labelled the words beside it say that it is the day of publication
   * @param published the words or the markup say so
   */
  private record Time(
      String value, int position, boolean labelled, boolean published, boolean updated) {}

  private final List<Time> times = new ArrayList<>();

  /** Where headings stand, in document order. */
  private final List<Integer> headings = new ArrayList<>();

  private final MarkupTree tree;

  TimeElements(MarkupTree tree) {
    this.tree = tree;
  }

  void heading(int position) {
    headings.add(position);
  }

  void time(int element, int position) {
    String text = tree.textStart(element, NODES);
    String value =
        tree.has(element, Attribute.DATETIME) ? tree.attribute(element, Attribute.DATETIME) : text;
    if (value.isBlank()) {
      return;
    }
    String names =
        ClaimCollector.lowerCase(
            tree.attribute(element, Attribute.CLASS)
                + " "
                + tree.attribute(element, Attribute.ITEMPROP)
                + " "
                + parentNames(element));
    boolean marked =
        tree.has(element, Attribute.PUBDATE) || PUBLISHED.stream().anyMatch(names::contains);
    DateMention.Role label = Furniture.label(wordsBefore(text));
    if (label == DateMention.Role.UNSAID) {
      label = Furniture.label(textBefore(element));
    }
    boolean updated =
        label == DateMention.Role.UPDATED
            || (!marked
                && label == DateMention.Role.UNSAID
                && UPDATED.stream().anyMatch(names::contains));
    boolean labelled = label == DateMention.Role.PUBLISHED;
    times.add(new Time(value, position, labelled, !updated && (marked || labelled), updated));
  }

  /** What the element says before its first digit: "Updated April" of "Updated April 10, 2025". */
  private static String wordsBefore(String text) {
    int end = 0;
    while (end < text.length() && !Character.isDigit(text.charAt(end))) {
      end++;
    }
    return end > LABEL ? "" : text.substring(0, end);
  }

  /** The end of the text that stands before the element in its parent, or before its parent. */
  private String textBefore(int element) {
    StringBuilder text = new StringBuilder();
    int at = tree.before(element);
    if (at < 0) {
      at = tree.before(tree.parent(element));
    }
    for (int looked = 0; at >= 0 && text.length() < LABEL && looked < SIBLINGS; looked++) {
      String part = tree.textEnd(at, NODES);
      text.insert(0, part.length() > LABEL ? part.substring(part.length() - LABEL) : part + " ");
      at = tree.before(at);
    }
    return text.toString();
  }

  private String parentNames(int element) {
    int parent = tree.parent(element);
    int children = 0;
    for (int i = parent + 1; i < tree.behind(parent) && children <= 3; i = tree.behind(i)) {
      children += tree.tag(i).isElement() ? 1 : 0;
    }
    return children > 3 ? "" : tree.attribute(parent, Attribute.CLASS);
  }

  void claim(ClaimCollector out) {
    Set<String> values = new LinkedHashSet<>();
    Set<String> labelled = new LinkedHashSet<>();
    for (Time time : times) {
      if (!time.updated()) {
        values.add(time.value());
      }
      if (time.labelled()) {
        labelled.add(time.value());
      }
    }
    List<Time> order = new ArrayList<>(times);
    order.sort(
        Comparator.comparing((Time time) -> !time.published())
            .thenComparing(time -> distance(time.position())));
    for (Time time : order) {
      boolean alone = values.size() == 1 || (time.labelled() && labelled.size() == 1);
      if (alone || distance(time.position()) < Integer.MAX_VALUE) {
        out.add(
            time.updated() ? ClaimTopic.DATE_MODIFIED : ClaimTopic.DATE_PUBLISHED,
            ClaimSource.TIME_ELEMENT,
            time.value());
      }
    }
  }

  /** Elements to the nearest heading; the highest number when none is near. */
  private int distance(int position) {
    int at = Collections.binarySearch(headings, position);
    int next = at < 0 ? -at - 1 : at;
    int nearest = Integer.MAX_VALUE;
    if (next > 0 && position - headings.get(next - 1) <= AFTER) {
      nearest = position - headings.get(next - 1);
    }
    if (next < headings.size() && headings.get(next) - position <= BEFORE) {
      nearest = Math.min(nearest, headings.get(next) - position);
    }
    return nearest;
  }
}
