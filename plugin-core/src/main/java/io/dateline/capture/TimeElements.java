package io.dateline.capture;

import io.dateline.furniture.DateMention;
import io.dateline.furniture.Furniture;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * The page's {@code time} elements. Most of them date other stories (teasers, comments), so only
 * those near a first-rank heading count, or the one that is alone on the page.
 */
final class TimeElements {

  /** Elements between a heading and its story's date; a teaser list is further away. */
  private static final int BEFORE = 30;

  private static final int AFTER = 60;

  /** Characters of a label such as "Last updated on". */
  private static final int LABEL = 40;

  private static final List<String> PUBLISHED =
      List.of("publish", "dt-published", "entry-date", "post-date", "posted", "created", "pubdate");
  private static final List<String> UPDATED =
      List.of("updated", "modified", "lastmod", "update", "aktualis", "actualiz", "revised");

  private record Time(String value, int position, boolean published, boolean updated) {}

  private final List<Time> times = new ArrayList<>();
  private final List<Integer> headings = new ArrayList<>();

  void heading(int position) {
    headings.add(position);
  }

  void time(Element element, int position) {
    String value = element.hasAttr("datetime") ? element.attr("datetime") : element.text();
    String names =
        (element.className() + " " + element.attr("itemprop") + " " + parentNames(element))
            .toLowerCase(Locale.ROOT);
    boolean published = element.hasAttr("pubdate") || PUBLISHED.stream().anyMatch(names::contains);
    DateMention.Role label = Furniture.label(textBefore(element));
    boolean updated =
        label == DateMention.Role.UPDATED
            || (!published
                && label == DateMention.Role.UNSAID
                && UPDATED.stream().anyMatch(names::contains));
    published = !updated && (published || label == DateMention.Role.PUBLISHED);
    if (!value.isBlank()) {
      times.add(new Time(value, position, published, updated));
    }
  }

  /** The end of the text that stands before the element in its parent, or before its parent. */
  private static String textBefore(Element element) {
    StringBuilder text = new StringBuilder();
    Node at = element.previousSibling();
    if (at == null && element.parent() != null) {
      at = element.parent().previousSibling();
    }
    for (; at != null && text.length() < LABEL; at = at.previousSibling()) {
      String part = at instanceof Element e ? e.text() : at instanceof TextNode t ? t.text() : "";
      text.insert(0, part.length() > LABEL ? part.substring(part.length() - LABEL) : part + " ");
    }
    return text.toString();
  }

  private static String parentNames(Element element) {
    Element parent = element.parent();
    return parent == null || parent.childrenSize() > 3 ? "" : parent.className();
  }

  void claim(ClaimCollector out) {
    Set<String> values = new LinkedHashSet<>();
    for (Time time : times) {
      if (!time.updated()) {
        values.add(time.value());
      }
    }
    boolean alone = values.size() == 1;
    for (boolean marked : new boolean[] {true, false}) {
      for (Time time : times) {
        if (time.published() == marked && (alone || isNear(time.position()))) {
          out.add(
              time.updated() ? ClaimTopic.DATE_MODIFIED : ClaimTopic.DATE_PUBLISHED,
              ClaimSource.TIME_ELEMENT,
              time.value());
        }
      }
    }
  }

  private boolean isNear(int position) {
    return headings.stream().anyMatch(h -> position >= h - BEFORE && position <= h + AFTER);
  }
}
