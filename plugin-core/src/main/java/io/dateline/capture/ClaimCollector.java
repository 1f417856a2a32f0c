package io.dateline.capture;

import io.dateline.Meter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
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

  private final List<Claim> claims = new ArrayList<>();

  /** The texts of the headings of first rank, in document order. */
  private final List<String> headings = new ArrayList<>();

  private final List<String> jsonLd = new ArrayList<>();
  private final TimeElements times = new TimeElements();
  private final Meter meter;
  private int position;

  ClaimCollector(Meter meter) {
    this.meter = meter;
  }

  /** Looks at the whole page but what is inside its body. */
  void around(Document dom, Element body) {
    look(dom);
    inside(dom, body);
  }

  /** Looks at all that is inside an element that shows no text. */
  void inside(Element element) {
    inside(element, null);
  }

  /** Walks without recursion: pages nest as deep as they like. */
  private void inside(Element root, @Nullable Element closed) {
    Element[] path = new Element[64];
    int[] nextChild = new int[64];
    path[0] = root;
    int depth = 1;
    while (depth > 0) {
      int next = nextChild[depth - 1]++;
      if (next == path[depth - 1].childNodeSize()) {
        depth--;
      } else if (path[depth - 1].childNode(next) instanceof Element element) {
        look(element);
        if (element.equals(closed)) { // of nodes that is the same instance
          continue;
        }
        if (depth == path.length) {
          path = Arrays.copyOf(path, depth * 2);
          nextChild = Arrays.copyOf(nextChild, depth * 2);
        }
        path[depth] = element;
        nextChild[depth++] = 0;
      }
    }
  }

  /** What the page claims, once all of its elements have been shown, in document order. */
  PageClaims claims() {
    times.claim(this);
    new JsonLdReader(this).read(jsonLd);
    return new PageClaims(claims, headings);
  }

  void look(Element element) {
    position++;
    meter.work(1);
    switch (element.normalName()) {
      case "html" -> add(ClaimTopic.LANGUAGE, ClaimSource.META, language(element));
      case "title" -> {
        Element parent = element.parent();
        if (parent != null && parent.normalName().equals("head")) { // an svg has titles, too
          add(ClaimTopic.PAGE_TITLE, ClaimSource.META, element.text());
        }
      }
      case "meta" -> meta(element);
      case "link" -> link(element);
      case "script" -> {
        if (lowerCase(element.attr("type")).contains("ld+json")) {
          jsonLd.add(unescaped(element.data()));
        }
      }
      case "time" -> times.time(element, position);
      case "h1" -> {
        times.heading(position);
        heading(element);
      }
      default -> classNames(element);
    }
    if (element.attributesSize() > 0 && element.hasAttr("itemprop")) {
      itemProperty(element);
    }
  }

  private void heading(Element element) {
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

  private static String language(Element html) {
    return html.hasAttr("lang") ? html.attr("lang") : html.attr("xml:lang");
  }

  private void meta(Element element) {
    String content = element.attr("content");
    if (content.isEmpty()) {
      return;
    }
    for (String attribute : new String[] {"property", "name", "http-equiv"}) {
      String name = lowerCase(element.attr(attribute)).strip();
      ClaimTopic topic = MetaNames.topic(name);
      if (topic != null) {
        boolean graph = name.startsWith("og:") || name.startsWith("article:");
        add(topic, graph ? ClaimSource.OPEN_GRAPH : ClaimSource.META, content);
        return;
      }
    }
  }

  private void link(Element element) {
    if (element.attr("rel").equalsIgnoreCase("canonical")) {
      String address = element.absUrl("href");
      add(
          ClaimTopic.CANONICAL_URL,
          ClaimSource.META,
          address.isEmpty() ? element.attr("href") : address);
    }
  }

  private void classNames(Element element) {
    if (element.normalName().equals("a") && element.attr("rel").contains("author")) {
      add(ClaimTopic.AUTHOR, ClaimSource.CLASS_NAME, textOf(element));
    }
  }

  private void itemProperty(Element element) {
    if (!describesArticle(element)) {
      return;
    }
    String properties = lowerCase(element.attr("itemprop"));
    for (String property : new LinkedHashSet<>(List.of(properties.split("\\s+", -1)))) {
      ClaimTopic topic = ITEM_PROPERTIES.get(property);
      if (topic != null) {
        add(topic, ClaimSource.MICRODATA, propertyValue(element));
      }
    }
  }

  /** A comment, a product and an event have authors and dates, too. */
  private boolean describesArticle(Element element) {
    for (Element up = element.parent(); up != null; up = up.parent()) {
      meter.work(1);
      if (up.hasAttr("itemscope")) {
        String type = up.attr("itemtype");
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

  private String textOf(Element element) {
    String text = element.text();
    meter.work(text.length()); // elements inside each other are read again and again
    return text;
  }

  private String propertyValue(Element element) {
    for (String attribute : new String[] {"content", "datetime"}) {
      if (element.hasAttr(attribute)) {
        return element.attr(attribute);
      }
    }
    if (element.hasAttr("itemscope")) {
      Element name = element.selectFirst("[itemprop=name]");
      if (name != null) {
        return name.hasAttr("content") ? name.attr("content") : textOf(name);
      }
    }
    return textOf(element);
  }
}
