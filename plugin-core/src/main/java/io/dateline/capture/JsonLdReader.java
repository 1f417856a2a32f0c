package io.dateline.capture;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a page's JSON-LD scripts. Real ones are broken in every way that an editor's copy and paste
 * can break them, so a script is read token by token and what stood before the first fault counts.
 */
final class JsonLdReader {

  private static final int MAX_DEPTH = 40;
  private static final int MAX_THINGS = 400;
  private static final int MAX_RESCUED = 500;

  /** Types beside articles and web pages whose dates are those of the text on the page. */
  private static final Set<String> PAGES =
      Set.of("CreativeWork", "Recipe", "HowTo", "PodcastEpisode", "SocialMediaPosting");

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
          .build();

  private final ClaimCollector out;
  private final Map<String, Map<String, Object>> byId = new HashMap<>();
  private final List<Map<String, Object>> things = new ArrayList<>();

  JsonLdReader(ClaimCollector out) {
    this.out = out;
  }

  void read(List<String> scripts) {
    List<String> broken = new ArrayList<>();
    for (String script : scripts) {
      List<Object> roots = new ArrayList<>();
      if (!parse(script, roots)) {
        broken.add(script);
      }
      gather(roots, 0);
    }
    List<Map<String, Object>> articles = new ArrayList<>();
    for (Map<String, Object> thing : things) {
      for (String type : texts(thing.get("@type"))) {
        out.add(ClaimTopic.TYPE, ClaimSource.JSON_LD, type);
        boolean last = !articles.isEmpty() && articles.get(articles.size() - 1) == thing;
        if (isArticle(type) && !last) { // one thing may be of several article types
          articles.add(thing);
        }
      }
    }
    if (!articles.isEmpty()) {
      article(pick(articles));
    }
    if (!out.has(ClaimTopic.DATE_PUBLISHED, ClaimSource.JSON_LD)) {
      page();
    }
    for (String script : broken) {
      rescue(script);
    }
    for (Map<String, Object> thing : things) {
      if (texts(thing.get("@type")).contains("WebSite")) {
        claim(ClaimTopic.SITE_NAME, thing.get("name"));
      }
    }
  }

  /**
   * Of several articles (a list of teasers may stand in front) the one the page is called after.
   */
  private Map<String, Object> pick(List<Map<String, Object>> articles) {
    for (Map<String, Object> article : articles) {
      for (String headline : texts(article.get("headline"))) {
        if (out.isTitled(headline)) {
          return article;
        }
      }
    }
    return articles.get(0);
  }

  /** Reads the plain fields behind a fault, such as an unescaped quote in a description. */
  private void rescue(String script) {
    if (!script.contains("Article\"") && !script.contains("Posting\"")) {
      return;
    }
    rescue(script, "headline", ClaimTopic.HEADLINE);
    rescue(script, "datePublished", ClaimTopic.DATE_PUBLISHED);
    rescue(script, "dateModified", ClaimTopic.DATE_MODIFIED);
  }

  private void rescue(String script, String name, ClaimTopic topic) {
    int at = script.indexOf('"' + name + '"');
    int from = at < 0 ? -1 : script.indexOf('"', script.indexOf(':', at) + 1);
    if (from < 0 || out.has(topic, ClaimSource.JSON_LD)) {
      return;
    }
    for (int i = from + 1; i < script.length() && i - from < MAX_RESCUED; i++) {
      if (script.charAt(i) == '"' && endsValue(script, i + 1)) {
        out.add(topic, ClaimSource.JSON_LD, script.substring(from + 1, i).replace("\\", ""));
        return;
      }
    }
  }

  private static boolean endsValue(String script, int from) {
    int i = from;
    while (i < script.length() && Character.isWhitespace(script.charAt(i))) {
      i++;
    }
    return i == script.length() || script.charAt(i) == ',' || script.charAt(i) == '}';
  }

  private static boolean isArticle(String type) {
    return type.endsWith("Article")
        || type.endsWith("BlogPosting")
        || type.equals("Report")
        || type.equals("Review");
  }

  /** The dates of the page itself, on a site that does not call its stories articles. */
  private void page() {
    for (Map<String, Object> thing : things) {
      for (String type : texts(thing.get("@type"))) {
        if (type.endsWith("Page") || PAGES.contains(type)) {
          claim(ClaimTopic.DATE_PUBLISHED, thing.get("datePublished"));
          claim(ClaimTopic.DATE_MODIFIED, thing.get("dateModified"));
          break;
        }
      }
    }
  }

  private void article(Map<String, Object> article) {
    claim(ClaimTopic.HEADLINE, article.getOrDefault("headline", article.get("name")));
    claim(ClaimTopic.DESCRIPTION, article.get("description"));
    claim(ClaimTopic.DATE_PUBLISHED, article.get("datePublished"));
    claim(ClaimTopic.DATE_PUBLISHED, article.get("dateCreated"));
    claim(ClaimTopic.DATE_MODIFIED, article.get("dateModified"));
    claim(ClaimTopic.SECTION, article.get("articleSection"));
    claim(ClaimTopic.ARTICLE_BODY, article.get("articleBody"));
    claim(ClaimTopic.LANGUAGE, article.get("inLanguage"));
    claim(ClaimTopic.DATELINE, article.get("dateline"));
    claim(ClaimTopic.CREDIT, article.get("creditText"));
    claim(ClaimTopic.PRINT_EDITION, article.get("printEdition"));
    claim(ClaimTopic.PRINT_PAGE, article.get("printPage"));
    claim(ClaimTopic.CANONICAL_URL, article.get("url"));
    claim(ClaimTopic.PUBLISHER, article.get("publisher"));
    for (Object author : list(article.get("author"))) {
      boolean organisation =
          author instanceof Map<?, ?> map
              && texts(resolve(map).get("@type")).stream()
                  .anyMatch(t -> t.endsWith("Organization"));
      for (String name : texts(author)) {
        out.add(
            organisation ? ClaimTopic.AUTHOR_ORGANISATION : ClaimTopic.AUTHOR,
            ClaimSource.JSON_LD,
            name);
      }
    }
  }

  private void claim(ClaimTopic topic, @Nullable Object value) {
    for (String text : texts(value)) {
      out.add(topic, ClaimSource.JSON_LD, text);
    }
  }

  /** The strings in a value; of things, their names. */
  private List<String> texts(@Nullable Object value) {
    List<String> texts = new ArrayList<>();
    for (Object item : list(value)) {
      if (item instanceof Map<?, ?> map) {
        Map<?, ?> thing = resolve(map);
        for (Object name :
            list(thing.containsKey("@value") ? thing.get("@value") : thing.get("name"))) {
          if (name instanceof String text) {
            texts.add(text);
          }
        }
      } else if (item instanceof String text) {
        texts.add(text);
      }
    }
    return texts;
  }

  private Map<?, ?> resolve(Map<?, ?> map) {
    if (map.containsKey("name") || !(map.get("@id") instanceof String id)) {
      return map;
    }
    return byId.getOrDefault(id, Map.of());
  }

  private static List<?> list(@Nullable Object value) {
    if (value == null) {
      return List.of();
    }
    return value instanceof List<?> list ? list : List.of(value);
  }

  /** Finds the things at the top of a script; what they only mention stays inside them. */
  private void gather(@Nullable Object value, int depth) {
    if (depth >= MAX_DEPTH || things.size() >= MAX_THINGS) {
      return;
    }
    if (value instanceof List<?> list) {
      for (Object item : list) {
        gather(item, depth + 1);
      }
    } else if (value instanceof Map<?, ?> map) {
      @SuppressWarnings("unchecked") // parse makes no other maps
      Map<String, Object> thing = (Map<String, Object>) map;
      if (thing.containsKey("@type")) {
        things.add(thing);
      }
      index(thing);
      gather(thing.get("@graph"), depth + 1);
      gather(thing.get("mainEntity"), depth + 1);
    }
  }

  private void index(Map<String, Object> root) {
    Deque<Object> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      Object value = open.pop();
      if (value instanceof List<?> list) {
        list.forEach(open::push);
      } else if (value instanceof Map<?, ?> map) {
        if (map.get("@id") instanceof String id && map.containsKey("name")) {
          @SuppressWarnings("unchecked") // parse makes no other maps
          Map<String, Object> thing = (Map<String, Object>) map;
          byId.putIfAbsent(id, thing);
        }
        map.values().forEach(open::push);
      }
    }
  }

  /**
   * Adds the maps, lists and strings of a script as far as it can be read.
   *
   * @return whether it could be read to its end
   */
  private static boolean parse(String script, List<Object> roots) {
    Deque<Object> open = new ArrayDeque<>();
    Deque<String> names = new ArrayDeque<>();
    try (JsonParser parser = JSON.createParser(trimmed(script))) {
      String name = "";
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        switch (token) {
          case START_OBJECT, START_ARRAY -> {
            Object made =
                token == JsonToken.START_OBJECT
                    ? new LinkedHashMap<String, Object>()
                    : new ArrayList<Object>();
            put(open.peek(), name, made, roots);
            open.push(made);
            names.push(name);
          }
          case END_OBJECT, END_ARRAY -> {
            open.pop();
            name = names.pop();
          }
          case FIELD_NAME -> name = parser.currentName();
          case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
              put(open.peek(), name, parser.getText(), roots);
          case VALUE_NULL, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> {}
        }
      }
    } catch (IOException broken) {
      return false; // what was read before the fault stands
    }
    return open.isEmpty();
  }

  private static void put(
      @Nullable Object container, String name, Object value, List<Object> roots) {
    if (container == null) {
      roots.add(value);
    } else if (container instanceof List<?>) {
      @SuppressWarnings("unchecked") // parse makes no other lists
      List<Object> list = (List<Object>) container;
      list.add(value);
    } else {
      @SuppressWarnings("unchecked") // parse makes no other maps
      Map<String, Object> map = (Map<String, Object>) container;
      map.putIfAbsent(name, value);
    }
  }

  private static String trimmed(String script) {
    int from = 0;
    while (from < script.length() && "{[".indexOf(script.charAt(from)) < 0) {
      from++; // CDATA marks, HTML comments, "var x ="
    }
    return script.substring(from);
  }
}
