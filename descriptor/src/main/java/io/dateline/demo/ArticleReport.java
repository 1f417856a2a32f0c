package io.dateline.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A few lines about one indexed article: what was kept, what was removed, where it plays. */
final class ArticleReport {

  private static final int TOP_KINDS = 6;
  private static final int TOP_PLACES = 6;

  private ArticleReport() {}

  /**
   * Describes an article.
   *
   * @param article the source of its document in {@code news-articles}
   * @param places the sources of its rows in {@code news-places}, most relevant first
   */
  static List<String> lines(JsonNode article, List<JsonNode> places) {
    JsonNode news = article.path("news");
    String name = article.path("file").path("name").asText("?");
    List<String> lines = new ArrayList<>();
    if (!news.path("status").asText().equals("article")) {
      lines.add(name);
      lines.add(
          row(
              "status",
              news.path("status").asText("unknown")
                  + reason(news)
                  + "; indexed with the text that stock Tika gives"));
      return lines;
    }
    lines.add(news.path("headline").asText(firstWords(news.path("text").asText())));
    lines.add(row("capture", name + ", " + news.path("language").asText("language unknown")));
    lines.add(row("date", date(article)));
    lines.add(row("removed", removed(news)));
    lines.add(row("places", places(places)));
    lines.add(row("focus", focus(article.path("focus"))));
    return lines;
  }

  private static String row(String label, String value) {
    return String.format(Locale.ROOT, "   %-8s %s", label, value);
  }

  private static String reason(JsonNode news) {
    String reason = news.path("status_reason").asText();
    return reason.isEmpty() ? "" : " (" + reason.replaceFirst("\\.$", "") + ")";
  }

  private static String firstWords(String text) {
    String line = text.strip().lines().findFirst().orElse("");
    return line.length() <= 70 ? line : line.substring(0, 69) + "…";
  }

  private static String date(JsonNode article) {
    JsonNode news = article.path("news");
    if (!news.has("date_published")) {
      return "the article has none";
    }
    String date = article.path("@timestamp").asText();
    boolean day = news.path("date_precision").asText().equals("day") && date.length() > 10;
    String source = news.path("date_source").asText("source unknown");
    return (day ? date.substring(0, 10) : date) + " (" + source + ")";
  }

  private static String removed(JsonNode news) {
    long kept = news.path("text_length").asLong();
    long gone = news.path("removed_length").asLong();
    if (gone == 0) {
      return "nothing";
    }
    String kinds =
        news.path("removed").properties().stream()
            .sorted(Comparator.comparingLong(kind -> -kind.getValue().asLong()))
            .limit(TOP_KINDS)
            .map(kind -> kind.getKey() + " " + percent(kind.getValue().asLong(), kept + gone))
            .collect(Collectors.joining(", "));
    return percent(gone, kept + gone) + " of " + (kept + gone) + " characters: " + kinds;
  }

  private static String percent(long part, long whole) {
    return String.format(Locale.ROOT, "%.0f %%", 100.0 * part / whole);
  }

  private static String places(List<JsonNode> rows) {
    if (rows.isEmpty()) {
      return "none";
    }
    String top =
        rows.stream()
            .limit(TOP_PLACES)
            .map(row -> row.path("place"))
            .map(
                place ->
                    named(place.path("name"), place.path("country_iso_code"))
                        + " "
                        + confidence(place))
            .collect(Collectors.joining(", "));
    int more = rows.size() - TOP_PLACES;
    return more > 0 ? top + " and " + more + " more" : top;
  }

  private static String focus(JsonNode focus) {
    return focus.isMissingNode()
        ? "the text does not say"
        : named(focus.path("name"), focus.path("country_iso_code")) + " " + confidence(focus);
  }

  private static String named(JsonNode name, JsonNode country) {
    return country.isMissingNode() ? name.asText() : name.asText() + " (" + country.asText() + ")";
  }

  private static String confidence(JsonNode holder) {
    return String.format(Locale.ROOT, "%.2f", holder.path("confidence").asDouble());
  }
}
