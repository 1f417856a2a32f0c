package io.dateline.endtoend;

import static io.dateline.endtoend.Tally.counts;
import static io.dateline.endtoend.Tally.latestFirst;
import static io.dateline.endtoend.Tally.overTime;
import static io.dateline.endtoend.Tally.ranked;
import static io.dateline.endtoend.Tally.row;
import static io.dateline.endtoend.Tally.tiles;
import static java.util.Comparator.comparing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.boilerplate.BlockKind;
import io.dateline.kibana.Panel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What every panel must show of the samples, counted here and by no search engine. Fields are what
 * a person says in the truth files; where they are silent, what {@code dateline extract} prints,
 * which {@link SamplesIT} holds against the same files.
 */
final class PanelTruth {

  private static final List<String> SAID =
      List.of("status", "headline", "language", "publisher", "canonicalUrl");

  /** A capture, with the time at which it stands in the index. */
  private record Capture(String file, JsonNode line, String time) {
    String text(String field) {
      return line.path(field).asText();
    }

    boolean isArticle() {
      return text("status").equals("article");
    }

    boolean isDated() {
      return line.has("datePublished");
    }

    JsonNode focus() {
      return line.path("focus");
    }
  }

  /** A place in a capture. */
  private record Mention(Capture capture, JsonNode place) {
    String text(String field) {
      return place.path(field).asText();
    }

    boolean isCountry() {
      return text("precision").equals("country");
    }

    boolean isDateline() {
      return text("role").equals("dateline");
    }
  }

  private final List<JsonNode> countries;
  private final List<Capture> captures = new ArrayList<>();
  private final List<Mention> mentions = new ArrayList<>();

  /**
   * @param lines of {@code extract} by file name
   * @param truths the samples' truth files
   * @param changed when the files were last changed: the time of what has no date
   * @param countries the features of the outlines' file
   */
  PanelTruth(
      Map<String, ObjectNode> lines,
      List<SampleTruth> truths,
      Instant changed,
      List<JsonNode> countries) {
    this.countries = countries;
    for (SampleTruth truth : truths) {
      ObjectNode line = lines.get(truth.toString());
      SAID.forEach(field -> truth.said(field).ifPresent(value -> line.put(field, value)));
    }
    lines.forEach((file, line) -> captures.add(new Capture(file, line, time(line, changed))));
    for (Capture capture : captures) {
      capture.line.path("places").forEach(place -> mentions.add(new Mention(capture, place)));
    }
  }

  /** Rows by panel, as {@code Panels} names them. */
  Map<String, List<String>> table() {
    List<Capture> articles = captures.stream().filter(Capture::isArticle).toList();
    List<Capture> dated = articles.stream().filter(Capture::isDated).toList();
    List<Capture> focused = articles.stream().filter(a -> !a.focus().isMissingNode()).toList();
    List<Mention> published = mentions.stream().filter(m -> m.capture.isDated()).toList();
    List<Mention> points = mentions.stream().filter(m -> !m.isCountry()).toList();
    List<Mention> datelines = mentions.stream().filter(Mention::isDateline).toList();
    Map<String, List<String>> table = new LinkedHashMap<>();

    String board = "dateline-map-places/";
    table.put(board + "outlines", outlines("country_name"));
    table.put(board + "countries", outlines("country_name", "country_iso_code"));
    table.put(board + "countries/join", shading());
    table.put(board + "clusters", tiles(points.stream().map(Mention::place)));
    table.put(board + "mentions", latestFirst(points, m -> m.capture.time, PanelTruth::whole));
    table.put("dateline-top-places", topPlaces(points));
    table.put("dateline-top-countries", topCountries());
    table.put(
        "dateline-places-over-time",
        overTime(published, m -> m.text("name"), m -> m.capture.time, 10));
    table.put("dateline-mentions", latestFirst(mentions, m -> m.capture.time, PanelTruth::whole));
    table.put(
        "dateline-datelined", latestFirst(datelines, m -> m.capture.time, PanelTruth::datelined));
    table.put("dateline-near", near(52.52, 13.41));
    board = "dateline-news-by-place/";
    table.put(board + "Country", counts(mentions, m -> m.text("countryCode")));
    table.put(board + "Publisher", counts(mentions, m -> m.capture.text("publisher")));
    table.put(board + "Language", counts(mentions, m -> m.capture.text("language")));
    table.put(board + "Feature type", counts(mentions, m -> m.text("featureCode")));
    table.put(board + "Role", counts(mentions, m -> m.text("role")));
    table.put(board + "Confidence", leastAndMost());

    table.put(
        "dateline-articles-over-time",
        overTime(dated, a -> orMissing(a.text("language")), Capture::time, 8));
    table.put(
        "dateline-publishers-over-time",
        overTime(dated, a -> orMissing(a.text("publisher")), Capture::time, 8));
    board = "dateline-map-focus/";
    table.put(board + "outlines", outlines("country_name"));
    table.put(board + "focus-clusters", tiles(focused.stream().map(Capture::focus)));
    table.put(board + "focus-stories", latestFirst(focused, Capture::time, PanelTruth::story));
    table.put("dateline-articles", latestFirst(articles, Capture::time, PanelTruth::article));
    board = "dateline-articles-dashboard/";
    table.put(board + "Publisher", counts(captures, c -> c.text("publisher")));
    table.put(board + "Language", counts(captures, c -> c.text("language")));
    table.put(
        board + "Country of focus", counts(captures, c -> c.focus().path("countryCode").asText()));
    table.put(board + "Agency", counts(captures, c -> c.text("agency")));

    table.put("dateline-removed-by-kind", removedByKind(articles));
    table.put("dateline-status", counts(captures, c -> c.text("status")));
    table.put(
        "dateline-undated",
        List.of(row("Articles without a date", articles.size() - dated.size())));
    table.put("dateline-languages", counts(articles, a -> orMissing(a.text("language"))));
    table.put("dateline-litter-by-publisher", litter(articles));
    table.put("dateline-troubled", latestFirst(troubled(), Capture::time, PanelTruth::reason));
    board = "dateline-capture-quality/";
    table.put(board + "Publisher", counts(captures, c -> c.text("publisher")));
    table.put(board + "Language", counts(captures, c -> c.text("language")));
    return table;
  }

  /** The rows of "Stories near ...", moved to a point. */
  List<String> near(double latitude, double longitude) {
    List<Mention> near =
        mentions.stream().filter(m -> SampleTruth.km(latitude, longitude, m.place) <= 100).toList();
    return latestFirst(
        near,
        m -> m.capture.time,
        m ->
            row(
                m.capture.text("headline"),
                m.text("name"),
                m.text("countryCode"),
                m.text("confidence"),
                m.capture.text("canonicalUrl")));
  }

  private List<String> outlines(String... cells) {
    return countries.stream()
        .map(country -> country.path("properties"))
        .map(country -> row(Stream.of(cells).map(c -> country.path(c).asText()).toArray()))
        .sorted()
        .toList();
  }

  private List<String> shading() {
    return ranked(mentions, m -> m.text("countryCode"), List::size).stream()
        .map(group -> row(group.key(), articles(group.members()), group.members().size()))
        .toList();
  }

  private List<String> topCountries() {
    return ranked(mentions, m -> m.text("countryCode"), PanelTruth::articles).stream()
        .limit(15)
        .map(group -> row(group.key(), articles(group.members())))
        .toList();
  }

  /** A name in two countries is two places. */
  private static List<String> topPlaces(List<Mention> points) {
    List<String> rows = new ArrayList<>();
    ranked(points, m -> m.text("name"), PanelTruth::articles).stream()
        .limit(20)
        .forEach(
            name ->
                ranked(name.members(), m -> orMissing(m.text("countryCode")), PanelTruth::articles)
                    .forEach(g -> rows.add(row(name.key(), g.key(), articles(g.members())))));
    return rows;
  }

  private List<String> leastAndMost() {
    List<Double> all = mentions.stream().map(m -> m.place.path("confidence").asDouble()).toList();
    return Stream.of(all.stream().min(comparing(c -> c)), all.stream().max(comparing(c -> c)))
        .map(end -> Float.toString(end.orElseThrow().floatValue()))
        .toList();
  }

  private static String whole(Mention mention) {
    return row(
        mention.capture.text("headline"),
        mention.text("name"),
        mention.text("countryCode"),
        mention.text("role"),
        mention.text("confidence"),
        mention.capture.text("canonicalUrl"));
  }

  private static String datelined(Mention mention) {
    return row(
        mention.capture.text("headline"),
        mention.text("name"),
        mention.text("countryCode"),
        mention.capture.text("publisher"),
        mention.capture.text("canonicalUrl"));
  }

  private static String story(Capture article) {
    return row(
        article.text("headline"),
        article.focus().path("name").asText(),
        article.focus().path("confidence").asText(),
        article.text("publisher"),
        article.text("url"),
        article.text("canonicalUrl"));
  }

  private static String article(Capture article) {
    Stream<JsonNode> places = Outcome.values(article.line.get("places")).stream();
    return row(
        article.text("headline"),
        article.text("publisher"),
        article.text("language"),
        article.focus().path("name").asText(),
        String.join(", ", places.map(p -> p.path("name").asText()).distinct().toList()),
        article.text("url"),
        article.text("canonicalUrl"));
  }

  private List<Capture> troubled() {
    return captures.stream()
        .filter(c -> !List.of("article", "not-article").contains(c.text("status")))
        .toList();
  }

  private static String reason(Capture capture) {
    return row(
        capture.file, capture.text("status"), capture.text("statusReason"), capture.text("url"));
  }

  private static List<String> removedByKind(List<Capture> articles) {
    List<String> rows = new ArrayList<>(List.of(row("Article", kept(articles))));
    for (BlockKind kind : BlockKind.values()) {
      if (!kind.isBody()) {
        String name = kind.label().replace('-', ' ');
        long characters =
            articles.stream()
                .flatMap(a -> Outcome.values(a.line.get("removed")).stream())
                .filter(block -> block.path("kind").asText().equals(kind.label()))
                .mapToLong(block -> block.path("text").asText().length())
                .sum();
        rows.add(
            row(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1), characters));
      }
    }
    return rows;
  }

  private static List<String> litter(List<Capture> articles) {
    return ranked(articles, a -> a.text("publisher"), PanelTruth::removed).stream()
        .map(g -> row(g.key(), removed(g.members()), kept(g.members()), g.members().size()))
        .toList();
  }

  private static long articles(List<Mention> mentions) {
    return mentions.stream().map(Mention::capture).distinct().count();
  }

  private static long kept(List<Capture> articles) {
    return articles.stream().mapToLong(article -> article.text("text").length()).sum();
  }

  private static long removed(List<Capture> articles) {
    return articles.stream()
        .flatMap(article -> Outcome.values(article.line.get("removed")).stream())
        .mapToLong(block -> block.path("text").asText().length())
        .sum();
  }

  private static String orMissing(String value) {
    return value.isEmpty() ? Panel.MISSING : value;
  }

  /** A date without a zone is UTC, one without a time its midnight. */
  private static String time(JsonNode line, Instant changed) {
    if (!line.has("datePublished")) {
      return changed.toString();
    }
    var date =
        DateTimeFormatter.ofPattern("uuuu-MM-dd['T'HH:mm[:ss][XXX]]", Locale.ROOT)
            .parseBest(
                line.get("datePublished").asText(),
                OffsetDateTime::from,
                LocalDateTime::from,
                LocalDate::from);
    if (date instanceof OffsetDateTime time) {
      return time.toInstant().toString();
    }
    return date instanceof LocalDateTime time
        ? time.toInstant(ZoneOffset.UTC).toString()
        : LocalDate.from(date).atStartOfDay().toInstant(ZoneOffset.UTC).toString();
  }
}
