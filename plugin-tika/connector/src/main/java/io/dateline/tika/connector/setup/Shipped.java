package io.dateline.tika.connector.setup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The files that come with the connector, in the order in which they are installed. */
enum Shipped {
  SETTINGS(
      "component template", "_component_template/", "news@settings", "component-news-settings"),
  ENGLISH(
      "component template",
      "_component_template/",
      "news-analysis-english",
      "component-news-analysis-english"),
  ARTICLE_MAPPINGS(
      "component template",
      "_component_template/",
      "news-articles@mappings",
      "component-news-articles-mappings"),
  PLACE_MAPPINGS(
      "component template",
      "_component_template/",
      "news-places@mappings",
      "component-news-places-mappings"),
  ARTICLES("index template", "_index_template/", "news-articles", "index-news-articles"),
  PLACES("index template", "_index_template/", "news-places", "index-news-places"),
  PIPELINE("ingest pipeline", "_ingest/pipeline/", "news", "pipeline-news");

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final String kind;
  private final String path;
  private final String id;
  private final String file;

  Shipped(String kind, String path, String id, String file) {
    this.kind = kind;
    this.path = path;
    this.id = id;
    this.file = file + ".json";
  }

  /** As a person would call it. */
  String title() {
    return kind + " " + id;
  }

  /** Where Elasticsearch keeps it. */
  String endpoint() {
    return "/" + path + id;
  }

  String id() {
    return id;
  }

  /** Takes the object itself out of what Elasticsearch answers to a GET. */
  ObjectNode storedIn(ObjectNode answer) {
    return switch (this) {
      case SETTINGS, ENGLISH, ARTICLE_MAPPINGS, PLACE_MAPPINGS ->
          (ObjectNode) answer.path("component_templates").path(0).path("component_template");
      case ARTICLES, PLACES ->
          (ObjectNode) answer.path("index_templates").path(0).path("index_template");
      case PIPELINE -> (ObjectNode) answer.path(id);
    };
  }

  /** The file's text, which is what is sent. */
  ObjectNode json() {
    try (InputStream in = Shipped.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing from the connector's jar");
      }
      return (ObjectNode) MAPPER.readTree(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
