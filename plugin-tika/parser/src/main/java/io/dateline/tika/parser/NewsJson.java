package io.dateline.tika.parser;

import io.dateline.NewsDocument;
import io.dateline.article.Article;
import io.dateline.boilerplate.JudgedBlock;
import io.dateline.gazetteer.GeoPoint;
import io.dateline.toponym.Focus;
import io.dateline.toponym.Mention;
import io.dateline.toponym.ResolvedPlace;
import io.dateline.toponym.RunnerUp;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of documents and places: the same in {@code news:place} metadata and in the lines of
 * {@code dateline extract}. What is unknown is left out.
 */
public final class NewsJson {

  /** Four digits: about ten metres of latitude, and more than a confidence can mean. */
  private static final double DECIMALS = 10_000;

  /** What the fields around the texts take. */
  private static final int FRAME = 1_000;

  private static final int PLACE = 500;

  private NewsJson() {}

  /**
   * One document on one line.
   *
   * @param id what the caller calls it
   * @param sha256 of the raw capture, in hexadecimal; null leaves it out
   * @param document what came out of it
   * @param text the article's text; for other documents the text that Tika gives; null leaves it
   *     out
   */
  public static String line(
      String id, @Nullable String sha256, NewsDocument document, @Nullable String text) {
    int texts = text == null ? 0 : text.length() + text.length() / 16;
    JsonText json = new JsonText(FRAME + texts + PLACE * document.places().size());
    json.startObject();
    json.field("id", id);
    json.field("status", document.status().label());
    json.field("statusReason", document.statusReason());
    article(json, document.article());
    json.field("text", text);
    json.field("sha256", sha256);
    if (!document.removed().isEmpty()) {
      json.startArray("removed");
      for (JudgedBlock block : document.removed()) {
        removed(json, block);
      }
      json.endArray();
    }
    if (!document.places().isEmpty()) {
      json.startArray("places");
      for (ResolvedPlace place : document.places()) {
        place(json, place);
      }
      json.endArray();
    }
    if (document.focus() != null) {
      json.startObject("focus");
      focus(json, document.focus());
      json.endObject();
    }
    json.endObject();
    return json.toString();
  }

  /** A place as one JSON object. */
  public static String of(ResolvedPlace place) {
    JsonText json = new JsonText(PLACE);
    place(json, place);
    return json.toString();
  }

  /** The focus as one JSON object. */
  public static String of(Focus focus) {
    JsonText json = new JsonText(PLACE);
    json.startObject();
    focus(json, focus);
    json.endObject();
    return json.toString();
  }

  /** A removed block as one JSON object. */
  public static String of(JudgedBlock block) {
    JsonText json = new JsonText(PLACE);
    removed(json, block);
    return json.toString();
  }

  private static void article(JsonText json, Article article) {
    json.field("headline", article.headline());
    json.field("description", article.description());
    fields(json, "author", article.author());
    json.field("dateline", article.dateline());
    json.field("agency", article.agency());
    json.field("creditText", article.creditText());
    fields(json, "captions", article.captions());
    json.field("articleSection", article.articleSection());
    json.field("publisher", article.publisher());
    json.field("datePublished", article.datePublished());
    json.field("dateSource", article.dateSource());
    json.field("dateModified", article.dateModified());
    json.field("printEdition", article.printEdition());
    json.field("printPage", article.printPage());
    json.field("language", article.language());
    json.field("url", article.url());
    json.field("canonicalUrl", article.canonicalUrl());
  }

  private static void removed(JsonText json, JudgedBlock block) {
    json.startObject();
    json.field("kind", block.kind().label());
    json.field("reason", block.reason());
    json.field("text", block.text());
    json.endObject();
  }

  private static void place(JsonText json, ResolvedPlace place) {
    json.startObject();
    json.field("name", place.name());
    number(json, "geonamesId", place.geonamesId());
    point(json, place.point());
    json.field("countryCode", place.countryCode());
    json.field("admin1", place.admin1());
    json.field("featureCode", place.featureCode());
    json.field("precision", place.precision().label());
    json.field("confidence", rounded(place.confidence()));
    json.field("role", place.role().label());
    json.field("kind", place.kind().label());
    json.startArray("mentions");
    for (Mention mention : place.mentions()) {
      json.startObject();
      json.field("start", mention.start());
      json.field("end", mention.end());
      json.field("text", mention.text());
      json.field("kind", mention.kind().label());
      json.endObject();
    }
    json.endArray();
    json.startArray("runnersUp");
    for (RunnerUp other : place.runnersUp()) {
      json.startObject();
      json.field("name", other.name());
      number(json, "geonamesId", other.geonamesId());
      point(json, other.point());
      json.field("countryCode", other.countryCode());
      json.field("admin1", other.admin1());
      json.field("featureCode", other.featureCode());
      json.field("confidence", rounded(other.confidence()));
      json.endObject();
    }
    json.endArray();
    json.endObject();
  }

  private static void focus(JsonText json, Focus focus) {
    json.field("name", focus.name());
    json.field("countryCode", focus.countryCode());
    json.field("admin1", focus.admin1());
    point(json, focus.point());
    json.field("confidence", rounded(focus.confidence()));
  }

  private static void point(JsonText json, GeoPoint point) {
    json.field("latitude", point.latitude());
    json.field("longitude", point.longitude());
  }

  private static void fields(JsonText json, String name, List<String> values) {
    if (!values.isEmpty()) {
      json.startArray(name);
      for (String value : values) {
        json.value(value);
      }
      json.endArray();
    }
  }

  private static void number(JsonText json, String name, @Nullable Integer value) {
    if (value != null) {
      json.field(name, value);
    }
  }

  private static double rounded(double value) {
    return Math.round(value * DECIMALS) / DECIMALS;
  }
}
