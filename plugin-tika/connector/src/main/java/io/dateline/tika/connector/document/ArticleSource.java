package io.dateline.tika.connector.document;

import io.dateline.tika.connector.document.NewsEntry.PlaceRow;
import io.dateline.tika.parser.NewsContent;
import io.dateline.tika.parser.NewsMetadata;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.tika.metadata.HttpHeaders;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.Property;
import org.apache.tika.metadata.TikaCoreProperties;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes one entry of one document's metadata. What the metadata says but cannot be (a date in the
 * next century, a latitude of 148) is left out of its field and told in {@code news.failures}, so
 * that one bad value never costs a document.
 */
final class ArticleSource {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Metadata that becomes a field of {@code news} as it is. */
  private static final Map<String, Property> FIELDS =
      Map.ofEntries(
          Map.entry("status_reason", NewsMetadata.STATUS_REASON),
          Map.entry("headline", NewsMetadata.HEADLINE),
          Map.entry("description", NewsMetadata.DESCRIPTION),
          Map.entry("dateline", NewsMetadata.DATELINE),
          Map.entry("agency", NewsMetadata.AGENCY),
          Map.entry("credit_text", NewsMetadata.CREDIT_TEXT),
          Map.entry("article_section", NewsMetadata.ARTICLE_SECTION),
          Map.entry("publisher", NewsMetadata.PUBLISHER),
          Map.entry("date_source", NewsMetadata.DATE_SOURCE),
          Map.entry("print_edition", NewsMetadata.PRINT_EDITION),
          Map.entry("print_page", NewsMetadata.PRINT_PAGE),
          Map.entry("language", NewsMetadata.LANGUAGE),
          Map.entry("canonical_url", NewsMetadata.CANONICAL_URL),
          Map.entry("sha256", NewsMetadata.SHA256),
          Map.entry("version", NewsMetadata.VERSION),
          Map.entry("gazetteer_version", NewsMetadata.GAZETTEER_VERSION));

  /** When the capture was made, best first: the server's word, then the file's. */
  private static final List<String> CAPTURED =
      List.of("http-header:last-modified", "Last-Modified", "http-header:date", "fs:modified");

  private final Metadata metadata;
  private final Metadata container;
  private final ZoneId zone;
  private final Instant ingested;
  private final ObjectNode source = JSON.objectNode();
  private final ObjectNode news = JSON.objectNode();
  private final List<String> failures = new ArrayList<>();

  ArticleSource(Metadata metadata, Metadata container, ZoneId zone, Instant ingested) {
    this.metadata = metadata;
    this.container = container;
    this.zone = zone;
    this.ingested = ingested;
  }

  /** The capture's digest; of its text where the parser that read it made none. */
  static String contentHash(Metadata metadata) {
    String hash = metadata.get(NewsMetadata.SHA256);
    return hash != null && !hash.isBlank()
        ? hash
        : ArticleId.sha256(String.valueOf(metadata.get(TikaCoreProperties.TIKA_CONTENT)));
  }

  NewsEntry entry(String id, @Nullable String emitKey) {
    FIELDS.forEach((name, property) -> put(news, name, metadata.get(property)));
    status();
    putAll("author", metadata.getValues(NewsMetadata.AUTHOR));
    putAll("captions", metadata.getValues(NewsMetadata.CAPTIONS));
    put(news, "title", metadata.get(TikaCoreProperties.TITLE));
    String text = NewsContent.textOf(metadata);
    put(news, "text", text);
    news.put("text_length", text == null ? 0 : text.length());
    removed();
    timestamps();
    address(emitKey);

    Places places = new Places(failures);
    places
        .readFocus(metadata.get(NewsMetadata.FOCUS))
        .ifPresent(focus -> source.set("focus", focus));
    List<ObjectNode> read = places.read(metadata.getValues(NewsMetadata.PLACE));
    if (!read.isEmpty()) {
      source.set("places", Places.forSearching(read));
    }
    List<PlaceRow> rows = rows(id, read);
    if (!rows.isEmpty()) {
      var list = news.putArray(NewsEntry.PLACE_IDS);
      rows.forEach(row -> list.add(row.id()));
    }
    if (!failures.isEmpty()) {
      var list = news.putArray("failures");
      failures.forEach(list::add);
    }
    source.set("news", news);
    WholeCharacters.mend(source);
    rows.forEach(row -> WholeCharacters.mend(row.source()));
    return new NewsEntry(id, source, rows);
  }

  private void status() {
    String exception = metadata.get(TikaCoreProperties.CONTAINER_EXCEPTION);
    if (exception == null) {
      exception = metadata.get(TikaCoreProperties.EMBEDDED_EXCEPTION);
    }
    String status = metadata.get(NewsMetadata.STATUS);
    if (status == null || status.isBlank()) {
      String type = metadata.get(HttpHeaders.CONTENT_TYPE);
      status = exception == null ? "not-article" : "failed";
      news.put("status_reason", "not read as a news capture" + (type == null ? "" : ": " + type));
    }
    news.put("status", status);
    if (exception != null) {
      failures.add("parser: " + exception.lines().findFirst().orElse(""));
    }
  }

  private void removed() {
    int total = 0;
    ObjectNode characters = JSON.objectNode();
    for (String value : metadata.getValues(NewsMetadata.REMOVED)) {
      JsonNode block = Places.parse(value);
      if (block == null || !block.isObject()) {
        failures.add("news:removed is not a JSON object");
        continue;
      }
      String kind = RemovedKinds.known(block.path("kind").asString(""));
      int length = block.path("text").asString("").length();
      characters.put(kind, characters.path(kind).asInt(0) + length);
      total += length;
    }
    if (!characters.isEmpty()) {
      news.set("removed", characters);
    }
    news.put("removed_length", total);
  }

  private void timestamps() {
    Optional<StatedDate> published = stated(NewsMetadata.DATE_PUBLISHED);
    published.ifPresent(
        date -> {
          news.put("date_published", date.instant().toString());
          news.put("date_precision", date.precision());
        });
    stated(NewsMetadata.DATE_MODIFIED)
        .ifPresent(date -> news.put("date_modified", date.instant().toString()));

    Optional<Instant> captured = captured();
    Instant timestamp = published.map(StatedDate::instant).or(() -> captured).orElse(ingested);
    source.put("@timestamp", timestamp.toString());
    source.putObject("event").put("ingested", ingested.toString());
    news.put(
        "timestamp_source",
        published.isPresent() ? "published" : captured.isPresent() ? "captured" : "ingested");
  }

  private Optional<StatedDate> stated(Property property) {
    String value = metadata.get(property);
    if (value == null || value.isBlank()) {
      return Optional.empty();
    }
    Optional<StatedDate> date =
        StatedDate.parse(value, zone).filter(stated -> stated.isPossible(ingested));
    if (date.isEmpty()) {
      failures.add(property.getName() + " is not a possible date: " + value);
    }
    return date;
  }

  private Optional<Instant> captured() {
    for (Metadata source : List.of(metadata, container)) {
      for (String key : CAPTURED) {
        String value = source.get(key);
        if (value != null) {
          Optional<StatedDate> date =
              StatedDate.parse(value, zone)
                  .or(() -> HttpDate.parse(value))
                  .filter(stated -> stated.isPossible(ingested));
          if (date.isPresent()) {
            return date.map(StatedDate::instant);
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Where it came from: the key or the capture's own word, never a link that the page claims. */
  private void address(@Nullable String emitKey) {
    String url = isWebAddress(emitKey) ? emitKey : metadata.get(NewsMetadata.URL);
    if (url != null && !url.isBlank()) {
      ObjectNode node = source.putObject("url");
      node.put("full", url);
      domain(url).ifPresent(domain -> node.put("domain", domain));
    }
    String file = metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY);
    if (file == null && emitKey != null && !isWebAddress(emitKey)) {
      file = emitKey;
    }
    String type = metadata.get(HttpHeaders.CONTENT_TYPE);
    if (file != null || type != null) {
      ObjectNode node = source.putObject("file");
      put(node, "name", file == null ? null : file.substring(lastSeparator(file) + 1));
      put(node, "mime_type", type == null ? null : type.split(";", 2)[0].strip());
    }
  }

  private static int lastSeparator(String path) {
    return Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  }

  private static boolean isWebAddress(@Nullable String key) {
    return key != null && key.matches("(?i)https?://.+");
  }

  private static Optional<String> domain(String url) {
    try {
      return Optional.ofNullable(new URI(url.strip()).getHost())
          .map(host -> host.toLowerCase(Locale.ROOT));
    } catch (URISyntaxException e) {
      return Optional.empty(); // the address is kept as it is; only its host stays unknown
    }
  }

  private List<PlaceRow> rows(String id, List<ObjectNode> places) {
    List<PlaceRow> rows = new ArrayList<>(places.size());
    List<String> used = new ArrayList<>(places.size());
    for (ObjectNode place : places) {
      String rowId = Places.rowId(id, place, used);
      used.add(rowId);
      ObjectNode row = JSON.objectNode();
      row.set("@timestamp", source.get("@timestamp"));
      row.set("event", source.get("event"));
      ObjectNode article = row.putObject("article");
      article.put("id", id);
      copy(news, article, "headline", "publisher", "language", "timestamp_source");
      // a link for people to click: of a saved page, only what it claims is known
      JsonNode link =
          source.path("url").has("full")
              ? source.path("url").get("full")
              : news.get("canonical_url");
      if (link != null) {
        article.set("url", link);
      }
      row.set("place", place);
      rows.add(new PlaceRow(rowId, row));
    }
    return rows;
  }

  private static void copy(ObjectNode from, ObjectNode to, String... names) {
    for (String name : names) {
      JsonNode value = from.get(name);
      if (value != null) {
        to.set(name, value);
      }
    }
  }

  private void putAll(String name, String[] values) {
    String[] given = Arrays.stream(values).filter(value -> !value.isBlank()).toArray(String[]::new);
    if (given.length > 0) {
      var list = news.putArray(name);
      for (String value : given) {
        list.add(value);
      }
    }
  }

  private static void put(ObjectNode node, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      node.put(name, value);
    }
  }
}
