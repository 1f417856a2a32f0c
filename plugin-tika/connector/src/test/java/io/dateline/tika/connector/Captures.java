package io.dateline.tika.connector;

import io.dateline.tika.parser.NewsMetadata;
import java.util.List;
import org.apache.tika.metadata.HttpHeaders;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.pipes.emitter.EmitData;
import org.apache.tika.pipes.emitter.EmitKey;

/** Metadata as the parser makes it, of stories that never were. */
public final class Captures {

  private Captures() {}

  /** A place as the parser writes it. */
  public static String place(int geonamesId, String name, double lat, double lon, String country) {
    return """
        {"name":"%s","geonamesId":%d,"latitude":%s,"longitude":%s,"countryCode":"%s",\
        "admin1":"Somewhere","featureCode":"PPL","precision":"town","confidence":0.9,\
        "role":"subject","kind":"literal",\
        "mentions":[{"start":0,"end":4,"text":"Name","kind":"literal"}],\
        "runnersUp":[{"name":"Other","latitude":1,"longitude":2,"featureCode":"PPL","confidence":0.1}]}\
        """
        .formatted(name, geonamesId, lat, lon, country);
  }

  /** An article with these places. */
  public static Metadata article(String headline, String text, List<String> places) {
    Metadata metadata = new Metadata();
    metadata.set(HttpHeaders.CONTENT_TYPE, "text/html; charset=UTF-8");
    metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, "story.html");
    metadata.set(TikaCoreProperties.TITLE, headline);
    metadata.set(TikaCoreProperties.TIKA_CONTENT, "\n\n\n" + headline + "\n\n\n" + text + "\n");
    metadata.set(NewsMetadata.TEXT_LENGTH, String.valueOf(text.length()));
    metadata.set(NewsMetadata.STATUS, "article");
    metadata.set(NewsMetadata.VERSION, "0.1.0");
    metadata.set(NewsMetadata.GAZETTEER_VERSION, "2026-01");
    metadata.set(NewsMetadata.SHA256, Integer.toHexString((headline + text + places).hashCode()));
    metadata.set(NewsMetadata.HEADLINE, headline);
    metadata.set(NewsMetadata.DATE_PUBLISHED, "2013-11-20");
    metadata.set(NewsMetadata.DATE_SOURCE, "meta");
    metadata.set(NewsMetadata.LANGUAGE, "en");
    metadata.set(NewsMetadata.PUBLISHER, "The Lantern");
    metadata.set(NewsMetadata.AUTHOR, new String[] {"Ada Penn", "Ben Quill"});
    metadata.set(
        NewsMetadata.REMOVED,
        new String[] {
          "{\"kind\":\"appeal\",\"reason\":\"asks\",\"text\":\"Give now\"}",
          "{\"kind\":\"print-notice\",\"reason\":\"prints\",\"text\":\"Page 3\"}"
        });
    metadata.set(NewsMetadata.PLACE, places.toArray(String[]::new));
    if (!places.isEmpty()) {
      metadata.set(
          NewsMetadata.FOCUS,
          "{\"name\":\"Ostrava\",\"countryCode\":\"CZ\",\"latitude\":49.8,\"longitude\":18.3,"
              + "\"confidence\":0.8}");
    }
    return metadata;
  }

  /** What Tika hands to an emitter. */
  public static EmitData emission(String key, Metadata... metadata) {
    return new EmitData(new EmitKey("elasticsearch", key), List.of(metadata));
  }
}
