package io.dateline.tika.parser;

import io.dateline.NewsDocument;
import io.dateline.article.Article;
import io.dateline.gazetteer.GeoPoint;
import io.dateline.toponym.Focus;
import io.dateline.toponym.ResolvedPlace;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.Property;
import org.apache.tika.metadata.TikaCoreProperties;
import org.jspecify.annotations.Nullable;

/** Writes a document into Tika metadata: the {@code news:*} keys and Tika's own. */
final class ArticleMetadata {

  private ArticleMetadata() {}

  /** Sets the status of any document, article or not. */
  static void setStatus(Metadata metadata, NewsDocument document, String sha256) {
    metadata.set(NewsMetadata.STATUS, document.status().label());
    set(metadata, NewsMetadata.STATUS_REASON, document.statusReason());
    metadata.set(NewsMetadata.VERSION, NewsMetadata.version());
    metadata.set(NewsMetadata.SHA256, sha256);
  }

  /** Sets the {@code news:*} keys of an article, apart from {@link #setRemoved}. */
  static void setNews(Metadata metadata, NewsDocument document, String gazetteerVersion) {
    Article article = document.article();
    metadata.set(NewsMetadata.GAZETTEER_VERSION, gazetteerVersion);
    set(metadata, NewsMetadata.HEADLINE, article.headline());
    set(metadata, NewsMetadata.DESCRIPTION, article.description());
    set(metadata, NewsMetadata.AUTHOR, article.author());
    set(metadata, NewsMetadata.DATELINE, article.dateline());
    set(metadata, NewsMetadata.AGENCY, article.agency());
    set(metadata, NewsMetadata.CREDIT_TEXT, article.creditText());
    set(metadata, NewsMetadata.CAPTIONS, article.captions());
    set(metadata, NewsMetadata.ARTICLE_SECTION, article.articleSection());
    set(metadata, NewsMetadata.PUBLISHER, article.publisher());
    set(metadata, NewsMetadata.DATE_PUBLISHED, article.datePublished());
    set(metadata, NewsMetadata.DATE_SOURCE, article.dateSource());
    set(metadata, NewsMetadata.DATE_MODIFIED, article.dateModified());
    set(metadata, NewsMetadata.PRINT_EDITION, article.printEdition());
    set(metadata, NewsMetadata.PRINT_PAGE, article.printPage());
    set(metadata, NewsMetadata.LANGUAGE, article.language());
    set(metadata, NewsMetadata.URL, article.url());
    set(metadata, NewsMetadata.CANONICAL_URL, article.canonicalUrl());
    metadata.set(NewsMetadata.TEXT_LENGTH, String.valueOf(article.text().length()));

    set(
        metadata,
        NewsMetadata.REMOVED_KIND,
        document.removed().stream().map(block -> block.kind().label()).distinct().toList());

    List<ResolvedPlace> places = document.places();
    set(metadata, NewsMetadata.PLACE, places.stream().map(NewsJson::of).toList());
    set(
        metadata,
        NewsMetadata.PLACE_NAME,
        places.stream().map(ResolvedPlace::name).distinct().toList());
    set(
        metadata,
        NewsMetadata.PLACE_LOCATION,
        places.stream().map(place -> latLon(place.point())).distinct().toList());
    set(metadata, NewsMetadata.PLACE_COUNTRY, countries(places));

    Focus focus = document.focus();
    if (focus != null) {
      metadata.set(NewsMetadata.FOCUS, NewsJson.of(focus));
      metadata.set(NewsMetadata.FOCUS_NAME, focus.name());
      metadata.set(NewsMetadata.FOCUS_LOCATION, latLon(focus.point()));
      set(metadata, NewsMetadata.FOCUS_COUNTRY, focus.countryCode());
    }
  }

  /**
   * Sets what was removed. Not before the XHTML is written, or its head would hold it all again.
   */
  static void setRemoved(Metadata metadata, NewsDocument document) {
    set(metadata, NewsMetadata.REMOVED, document.removed().stream().map(NewsJson::of).toList());
  }

  /**
   * Sets Tika's own keys where the article knows better than the page's head; geo:lat and geo:long
   * only where the page has none.
   */
  static void setStandard(Metadata metadata, NewsDocument document) {
    Article article = document.article();
    set(metadata, TikaCoreProperties.TITLE, article.headline());
    set(metadata, TikaCoreProperties.CREATOR, article.author());
    set(metadata, TikaCoreProperties.DESCRIPTION, article.description());
    set(metadata, TikaCoreProperties.PUBLISHER, article.publisher());
    set(metadata, TikaCoreProperties.LANGUAGE, article.language());
    set(metadata, TikaCoreProperties.CREATED, article.datePublished());
    Focus focus = document.focus();
    if (focus != null
        && (metadata.get(TikaCoreProperties.LATITUDE) == null
            || metadata.get(TikaCoreProperties.LONGITUDE) == null)) {
      metadata.set(TikaCoreProperties.LATITUDE, focus.point().latitude());
      metadata.set(TikaCoreProperties.LONGITUDE, focus.point().longitude());
    }
  }

  private static List<String> countries(Collection<ResolvedPlace> places) {
    Stream<@Nullable String> codes = places.stream().map(ResolvedPlace::countryCode);
    return codes.filter(Objects::nonNull).distinct().toList();
  }

  /** What Elasticsearch takes as a geo_point. */
  private static String latLon(GeoPoint point) {
    return point.latitude() + "," + point.longitude();
  }

  private static void set(Metadata metadata, Property property, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      metadata.set(property, value);
    }
  }

  private static void set(Metadata metadata, Property property, List<String> values) {
    if (!values.isEmpty()) {
      metadata.set(property, values.toArray(String[]::new));
    }
  }
}
