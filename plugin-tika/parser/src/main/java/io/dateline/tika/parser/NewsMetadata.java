package io.dateline.tika.parser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import org.apache.tika.metadata.Property;

/** The metadata keys of a news document, all under the prefix {@code news:}. */
public final class NewsMetadata {

  /** A page must not be able to set keys with this prefix. */
  public static final String PREFIX = "news:";

  public static final Property STATUS = text("status");
  public static final Property STATUS_REASON = text("statusReason");
  public static final Property VERSION = text("version");
  public static final Property GAZETTEER_VERSION = text("gazetteerVersion");

  public static final Property HEADLINE = text("headline");
  public static final Property DESCRIPTION = text("description");
  public static final Property AUTHOR = bag("author");
  public static final Property DATELINE = text("dateline");
  public static final Property AGENCY = text("agency");
  public static final Property CREDIT_TEXT = text("creditText");
  public static final Property CAPTIONS = bag("captions");
  public static final Property ARTICLE_SECTION = text("articleSection");
  public static final Property PUBLISHER = text("publisher");
  public static final Property DATE_PUBLISHED = text("datePublished");
  public static final Property DATE_SOURCE = text("dateSource");
  public static final Property DATE_MODIFIED = text("dateModified");
  public static final Property PRINT_EDITION = text("printEdition");
  public static final Property PRINT_PAGE = text("printPage");
  public static final Property LANGUAGE = text("language");
  public static final Property URL = text("url");
  public static final Property CANONICAL_URL = text("canonicalUrl");
  public static final Property SHA256 = text("sha256");

  /** UTF-16 code units of the article's text; see {@link NewsContent}. */
  public static final Property TEXT_LENGTH = text("textLength");

  /** One JSON object a value: {@code {"kind":…,"reason":…,"text":…}}. */
  public static final Property REMOVED = bag("removed");

  /** The distinct kinds of {@link #REMOVED}, in order of appearance. */
  public static final Property REMOVED_KIND = bag("removedKind");

  /** One JSON object a value, ordered by relevance. */
  public static final Property PLACE = bag("place");

  public static final Property PLACE_NAME = bag("placeName");

  /** {@code "lat,lon"}, which Elasticsearch takes as a geo_point. */
  public static final Property PLACE_LOCATION = bag("placeLocation");

  public static final Property PLACE_COUNTRY = bag("placeCountry");

  /** The focus as one JSON object. */
  public static final Property FOCUS = text("focus");

  public static final Property FOCUS_NAME = text("focusName");
  public static final Property FOCUS_LOCATION = text("focusLocation");
  public static final Property FOCUS_COUNTRY = text("focusCountry");

  /** Metadata key, and so request header {@code meta_news-mode}, that overrides the mode. */
  public static final String REQUEST_MODE = "news-mode";

  private NewsMetadata() {}

  /** The plugin's version. */
  public static String version() {
    return Version.VALUE;
  }

  private static Property text(String name) {
    return Property.externalText(PREFIX + name);
  }

  private static Property bag(String name) {
    return Property.externalTextBag(PREFIX + name);
  }

  private static final class Version {
    static final String VALUE = read();

    private static String read() {
      Properties properties = new Properties();
      try (InputStream in = NewsMetadata.class.getResourceAsStream("version.properties")) {
        properties.load(Objects.requireNonNull(in, "version.properties is not in the jar"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return properties.getProperty("version");
    }
  }
}
