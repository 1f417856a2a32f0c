package io.dateline.tika.parser;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.dateline.NewsDocument;
import io.dateline.article.Article;
import io.dateline.boilerplate.JudgedBlock;
import io.dateline.gazetteer.GeoPoint;
import io.dateline.toponym.Focus;
import io.dateline.toponym.Mention;
import io.dateline.toponym.ResolvedPlace;
import io.dateline.toponym.RunnerUp;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of documents and places: the same in {@code news:place} metadata and in the lines of
 * {@code dateline extract}. What is unknown is left out.
 */
public final class NewsJson {

  /** Its own way of writing numbers is quicker than the JDK's, and the same in all JDKs. */
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();

  /** Four digits: about ten metres of latitude, and more than a confidence can mean. */
  private static final double DECIMALS = 10_000;

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
    return write(
        json -> {
          json.writeStartObject();
          json.writeStringField("id", id);
          json.writeStringField("status", document.status().label());
          field(json, "statusReason", document.statusReason());
          article(json, document.article());
          field(json, "text", text);
          field(json, "sha256", sha256);
          if (!document.removed().isEmpty()) {
            json.writeArrayFieldStart("removed");
            for (JudgedBlock block : document.removed()) {
              removed(json, block);
            }
            json.writeEndArray();
          }
          if (!document.places().isEmpty()) {
            json.writeArrayFieldStart("places");
            for (ResolvedPlace place : document.places()) {
              place(json, place);
            }
            json.writeEndArray();
          }
          if (document.focus() != null) {
            json.writeFieldName("focus");
            focus(json, document.focus());
          }
          json.writeEndObject();
        });
  }

  /** A place as one JSON object. */
  public static String of(ResolvedPlace place) {
    return write(json -> place(json, place));
  }

  /** The focus as one JSON object. */
  public static String of(Focus focus) {
    return write(json -> focus(json, focus));
  }

  /** A removed block as one JSON object. */
  public static String of(JudgedBlock block) {
    return write(json -> removed(json, block));
  }

  private static void article(JsonGenerator json, Article article) throws IOException {
    field(json, "headline", article.headline());
    field(json, "description", article.description());
    fields(json, "author", article.author());
    field(json, "dateline", article.dateline());
    field(json, "agency", article.agency());
    field(json, "creditText", article.creditText());
    fields(json, "captions", article.captions());
    field(json, "articleSection", article.articleSection());
    field(json, "publisher", article.publisher());
    field(json, "datePublished", article.datePublished());
    field(json, "dateSource", article.dateSource());
    field(json, "dateModified", article.dateModified());
    field(json, "printEdition", article.printEdition());
    field(json, "printPage", article.printPage());
    field(json, "language", article.language());
    field(json, "url", article.url());
    field(json, "canonicalUrl", article.canonicalUrl());
  }

  private static void removed(JsonGenerator json, JudgedBlock block) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", block.kind().label());
    json.writeStringField("reason", block.reason());
    json.writeStringField("text", block.text());
    json.writeEndObject();
  }

  private static void place(JsonGenerator json, ResolvedPlace place) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", place.name());
    number(json, "geonamesId", place.geonamesId());
    point(json, place.point());
    field(json, "countryCode", place.countryCode());
    field(json, "admin1", place.admin1());
    json.writeStringField("featureCode", place.featureCode());
    json.writeStringField("precision", place.precision().label());
    json.writeNumberField("confidence", rounded(place.confidence()));
    json.writeStringField("role", place.role().label());
    json.writeStringField("kind", place.kind().label());
    json.writeArrayFieldStart("mentions");
    for (Mention mention : place.mentions()) {
      json.writeStartObject();
      json.writeNumberField("start", mention.start());
      json.writeNumberField("end", mention.end());
      json.writeStringField("text", mention.text());
      json.writeStringField("kind", mention.kind().label());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("runnersUp");
    for (RunnerUp other : place.runnersUp()) {
      json.writeStartObject();
      json.writeStringField("name", other.name());
      number(json, "geonamesId", other.geonamesId());
      point(json, other.point());
      field(json, "countryCode", other.countryCode());
      field(json, "admin1", other.admin1());
      json.writeStringField("featureCode", other.featureCode());
      json.writeNumberField("confidence", rounded(other.confidence()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void focus(JsonGenerator json, Focus focus) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", focus.name());
    field(json, "countryCode", focus.countryCode());
    field(json, "admin1", focus.admin1());
    point(json, focus.point());
    json.writeNumberField("confidence", rounded(focus.confidence()));
    json.writeEndObject();
  }

  private static void point(JsonGenerator json, GeoPoint point) throws IOException {
    json.writeNumberField("latitude", point.latitude());
    json.writeNumberField("longitude", point.longitude());
  }

  private static void field(JsonGenerator json, String name, @Nullable String value)
      throws IOException {
    if (value != null) {
      json.writeStringField(name, value);
    }
  }

  private static void fields(JsonGenerator json, String name, List<String> values)
      throws IOException {
    if (!values.isEmpty()) {
      json.writeArrayFieldStart(name);
      for (String value : values) {
        json.writeString(value);
      }
      json.writeEndArray();
    }
  }

  private static void number(JsonGenerator json, String name, @Nullable Integer value)
      throws IOException {
    if (value != null) {
      json.writeNumberField(name, value);
    }
  }

  private static double rounded(double value) {
    return Math.round(value * DECIMALS) / DECIMALS;
  }

  private interface Body {
    void writeTo(JsonGenerator json) throws IOException;
  }

  private static String write(Body body) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      body.writeTo(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a StringWriter does not fail
    }
    return out.toString();
  }
}
