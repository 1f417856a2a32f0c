package io.dateline.capture;

import io.dateline.Meter;
import io.dateline.markup.Attribute;
import io.dateline.markup.MarkupTree;
import io.dateline.markup.Tag;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Notes what a page claims. {@link DomReader} shows it the elements of the body while it walks past
 * them; all others it looks at itself.
 */
final class ClaimCollector {

  private static final int MAX_VALUE = 20_000;
  private static final int MAX_BODY = 2_000_000;
  private static final int MAX_HEADING = 500;
  private static final int MAX_HEADINGS = 40;

  /** What is read of an element, and how far one is looked for: no name is longer. */
  private static final int MAX_NODES = 100;

  private static final int MAX_NAMES = 500;

  private static final Map<String, ClaimTopic> ITEM_PROPERTIES =
      Map.of(
          "headline", ClaimTopic.HEADLINE,
          "datepublished", ClaimTopic.DATE_PUBLISHED,
          "datecreated", ClaimTopic.DATE_PUBLISHED,
          "datemodified", ClaimTopic.DATE_MODIFIED,
          "author", ClaimTopic.AUTHOR,
          "articlesection", ClaimTopic.SECTION,
          "publisher", ClaimTopic.PUBLISHER,
          "inlanguage", ClaimTopic.LANGUAGE);

  /** Where a meta element says what its content is. */
  private static final List<Attribute> META_NAMES =
      List.of(Attribute.PROPERTY, Attribute.NAME, Attribute.HTTP_EQUIV);

  private final List<Claim> claims = new ArrayList<>();

  /** The texts of the headings of first rank, in document order. */
  private final List<String> headings = new ArrayList<>();

  private final List<String> jsonLd = new ArrayList<>();
  private final TimeElements times;
  private final Meter meter;
  private final MarkupTree tree;
  private final @Nullable String address;
  private int position;
  private boolean titled;
  private @Nullable URL base;
  private boolean baseSought;

  ClaimCollector(HtmlCapture capture, Meter meter) {
    this.meter = meter;
    tree = capture.tree();
    address = capture.provenance().url();
    times = new TimeElements(tree);
  }

  /** Looks at the whole page but what is inside its body. */
  void around() {
    int body = tree.body();
    for (int i = MarkupTree.ROOT; i <= body; i++) {
      if (tree.tag(i).isElement()) {
        look(i, tree.tag(i));
      }
    }
  }

  /** Looks at all that is inside an element that shows no text. */
  void inside(int element) {
    if (tree.tag(element) == Tag.SVG) { // parts of a drawing are no distance
      return;
    }
    for (int i = element + 1; i < tree.behind(element); i++) {
      if (tree.tag(i).isElement()) {
        look(i, tree.tag(i));
      }
    }
  }

  /** What the page claims, once all of its elements have been shown, in document order. */
  PageClaims claims() {
    times.claim(this);
    new JsonLdReader(this).read(jsonLd);
    return new PageClaims(claims, headings);
  }

  void look(int element, Tag tag) {
    position++;
    meter.work(1);
    switch (tag) {
      case HTML -> add(ClaimTopic.LANGUAGE, ClaimSource.META, language(element));
      case TITLE -> {
        if (isPageTitle(tree.parent(element))) {
          add(ClaimTopic.PAGE_TITLE, ClaimSource.META, tree.text(element));
          titled = true;
        }
      }
      case META -> meta(element);
      case LINK -> link(element);
      case SCRIPT -> {
        if (tree.behind(element) > element + 1) { // the tree keeps no other script's text
          jsonLd.add(unescaped(tree.wholeText(element)));
        }
      }
      case TIME -> times.time(element, position);
      case H1 -> {
        times.heading(position);
        heading(element);
      }
      case A -> {
        if (tree.attribute(element, Attribute.REL).contains("author")) {
          add(ClaimTopic.AUTHOR, ClaimSource.CLASS_NAME, textOf(element));
        }
      }
      default -> {}
    }
    if (tree.has(element, Attribute.ITEMPROP)) {
      itemProperty(element);
    }
  }

  /**
   * Whether a title in this element is the page's; a drawing has titles, too. It stands in the body
   * where something stray, such as the byte order mark of an included file, has ended the head.
   */
  private boolean isPageTitle(int parent) {
    return parent == MarkupTree.HEAD || (parent == tree.body() && !titled);
  }

  private void heading(int element) {
    if (headings.size() < MAX_HEADINGS) {
      String text = textOf(element).strip();
      if (!text.isEmpty() && text.length() <= MAX_HEADING) {
        headings.add(text);
      }
    }
  }

  /** A template engine's escaping, which browsers do not undo in a script. */
  private static String unescaped(String script) {
    boolean escaped = script.indexOf('"') < 0 && script.contains("&quot;");
    return escaped ? Parser.unescapeEntities(script, false) : script;
  }

  void add(ClaimTopic topic, ClaimSource source, String value) {
    String text = value;
    if (text.indexOf('&') >= 0) { // escaped twice is common in meta elements and JSON-LD
      text = Parser.unescapeEntities(text, false);
    }
    text = topic == ClaimTopic.ARTICLE_BODY ? text.strip() : fold(text);
    int limit = topic == ClaimTopic.ARTICLE_BODY ? MAX_BODY : MAX_VALUE;
    if (!text.isBlank() && text.length() <= limit) {
      claims.add(new Claim(topic, source, text));
    }
  }

  boolean has(ClaimTopic topic, ClaimSource source) {
    return claims.stream().anyMatch(claim -> claim.topic() == topic && claim.source() == source);
  }

  /** Whether the page's title or another claim begins with this headline. */
  boolean isTitled(String headline) {
    String words = fold(headline);
    return !words.isEmpty()
        && claims.stream()
            .filter(c -> c.topic() == ClaimTopic.HEADLINE || c.topic() == ClaimTopic.PAGE_TITLE)
            .anyMatch(claim -> claim.value().startsWith(words));
  }

  private static String fold(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c) || c == '\u00a0' || c == '\ufeff') {
        gap = out.length() > 0;
      } else {
        if (gap) {
          out.append(' ');
          gap = false;
        }
        out.append(c);
      }
    }
    return out.toString();
  }

  private String language(int html) {
    return tree.attribute(
        html, tree.has(html, Attribute.LANG) ? Attribute.LANG : Attribute.XML_LANG);
  }

  private void meta(int element) {
    String content = tree.attribute(element, Attribute.CONTENT);
    if (content.isEmpty()) {
      return;
    }
    for (Attribute attribute : META_NAMES) {
      String name = lowerCase(tree.attribute(element, attribute)).strip();
      ClaimTopic topic = MetaNames.topic(name);
      if (topic != null) {
        boolean graph = name.startsWith("og:") || name.startsWith("article:");
        add(topic, graph ? ClaimSource.OPEN_GRAPH : ClaimSource.META, content);
        return;
      }
    }
  }

  private void link(int element) {
    if (tree.attribute(element, Attribute.REL).equalsIgnoreCase("canonical")) {
      String link = tree.attribute(element, Attribute.HREF);
      add(ClaimTopic.CANONICAL_URL, ClaimSource.META, absolute(link));
    }
  }

  /** The address that a link means on this page; the link itself where that cannot be said. */
  private String absolute(String link) {
    try {
      if (!baseSought) { // once: a page may have as many links as its head has elements
        baseSought = true;
        base = base();
      }
      return base == null ? link : new URL(base, link.strip()).toExternalForm();
    } catch (MalformedURLException e) {
      return link;
    }
  }

  /** What links are relative to: what the page says first, or its own address. */
  private @Nullable URL base() throws MalformedURLException {
    for (int i = MarkupTree.HEAD; i < tree.behind(MarkupTree.HEAD); i++) {
      if (tree.tag(i) == Tag.BASE && tree.has(i, Attribute.HREF)) {
        String said = tree.attribute(i, Attribute.HREF).strip();
        return address == null ? new URL(said) : new URL(new URL(address), said);
      }
    }
    return address == null ? null : new URL(address);
  }

  private void itemProperty(int element) {
    if (!describesArticle(element)) {
      return;
    }
    String properties = lowerCase(tree.attribute(element, Attribute.ITEMPROP));
    for (String property : new LinkedHashSet<>(List.of(properties.split("\\s+", -1)))) {
      ClaimTopic topic = ITEM_PROPERTIES.get(property);
      if (topic != null) {
        add(topic, ClaimSource.MICRODATA, propertyValue(element));
      }
    }
  }

  /** A comment, a product and an event have authors and dates, too. */
  private boolean describesArticle(int element) {
    int up = tree.parent(element);
    for (int looked = 0; up >= 0 && looked < MAX_NODES; up = tree.parent(up), looked++) {
      meter.work(1);
      if (tree.has(up, Attribute.ITEMSCOPE)) {
        String type = tree.attribute(up, Attribute.ITEMTYPE);
        return type.isEmpty()
            || type.endsWith("Article")
            || type.endsWith("Posting")
            || type.endsWith("WebPage")
            || type.endsWith("CreativeWork")
            || type.endsWith("Report");
      }
    }
    return true;
  }

  /** Nothing for what is too long to be a name: lower case may cost the square of the length. */
  static String lowerCase(String names) {
    return names.length() > MAX_NAMES ? "" : names.toLowerCase(Locale.ROOT);
  }

  private String textOf(int element) {
    String text = tree.textStart(element, MAX_NODES);
    meter.work(text.length()); // elements inside each other are read again and again
    return text;
  }

  private String propertyValue(int element) {
    if (tree.has(element, Attribute.CONTENT)) {
      return tree.attribute(element, Attribute.CONTENT);
    }
    if (tree.has(element, Attribute.DATETIME)) {
      return tree.attribute(element, Attribute.DATETIME);
    }
    if (tree.has(element, Attribute.ITEMSCOPE)) {
      int end = Math.min(tree.behind(element), element + MAX_NODES);
      for (int i = element + 1; i < end; i++) {
        meter.work(1);
        if (tree.tag(i).isElement() && tree.attribute(i, Attribute.ITEMPROP).equals("name")) {
          return tree.has(i, Attribute.CONTENT) ? tree.attribute(i, Attribute.CONTENT) : textOf(i);
        }
      }
    }
    return textOf(element);
  }
}
