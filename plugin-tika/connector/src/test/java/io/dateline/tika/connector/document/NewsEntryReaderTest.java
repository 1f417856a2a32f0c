package io.dateline.tika.connector.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dateline.tika.connector.Captures;
import io.dateline.tika.parser.NewsMetadata;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("Documents made of Tika's metadata")
class NewsEntryReaderTest {

  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final String TOWN = Captures.place(1, "Town", 10, 20, "CZ");

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2013,                          2012-12-31T23:00:00Z, year
          2013-06,                       2013-05-31T22:00:00Z, month
          2013-11-20,                    2013-11-19T23:00:00Z, day
          2013-11-20T08:15,              2013-11-20T07:15:00Z, minute
          2013-11-20T08:15:30.250,       2013-11-20T07:15:30.250Z, minute
          2013-11-20T08:15+02:00,        2013-11-20T06:15:00Z, instant
          2013-11-20T08:15:00Z,          2013-11-20T08:15:00Z, instant
          2013-11-20T08:15:00-0500,      2013-11-20T13:15:00Z, instant
          """)
  void timesWithoutAZoneUseTheConfiguredOne(String stated, String instant, String precision) {
    Metadata metadata = Captures.article("H", "T", List.of());
    metadata.set(NewsMetadata.DATE_PUBLISHED, stated);

    ObjectNode article = read(metadata, ZoneId.of("Europe/Prague"));

    assertEquals(instant, article.path("@timestamp").asString());
    assertEquals(instant, article.path("news").path("date_published").asString());
    assertEquals(precision, article.path("news").path("date_precision").asString());
    assertEquals("published", article.path("news").path("timestamp_source").asString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2213-01-01",
        "2026-11-22",
        "0000-01-01",
        "0099-01-01",
        "1604-12-31",
        "1970-01-01T00:00Z",
        "99999-01-01",
        "+99999-01-01",
        "+999999999-12-31T23:59-18:00",
        "-999999999-01-01T00:00+18:00",
        "yesterday",
        "2013-02-30",
        "20131120",
        "NaN"
      })
  void impossibleDatesAreToldAndNotUsed(String stated) {
    Metadata metadata = Captures.article("H", "T", List.of(TOWN));
    metadata.set(NewsMetadata.DATE_PUBLISHED, stated);
    metadata.set("fs:modified", "2014-01-02T03:04:05Z");

    ObjectNode article = read(metadata, ZoneOffset.UTC);

    assertEquals("2014-01-02T03:04:05Z", article.path("@timestamp").asString());
    assertEquals("captured", article.path("news").path("timestamp_source").asString());
    assertFalse(article.path("news").has("date_published"));
    assertTrue(article.path("news").path("failures").toString().contains(stated));
  }

  @Test
  void withoutAnyDateItIsWhenItWasIngested() {
    Metadata metadata = Captures.article("H", "T", List.of());
    metadata.remove(NewsMetadata.DATE_PUBLISHED.getName());

    ObjectNode article = read(metadata, ZoneOffset.UTC);

    assertEquals(NOW.toString(), article.path("@timestamp").asString());
    assertEquals("ingested", article.path("news").path("timestamp_source").asString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"latitude\":148,\"longitude\":20",
        "\"latitude\":10,\"longitude\":-180.01",
        "\"latitude\":999,\"longitude\":999",
        "\"latitude\":1e400,\"longitude\":20",
        "\"latitude\":\"NaN\",\"longitude\":20",
        "\"latitude\":NaN,\"longitude\":20",
        "\"latitude\":null,\"longitude\":20",
        "\"latitude\":[10],\"longitude\":20"
      })
  void impossiblePointsCostTheirPlaceOnly(String point) {
    String beyond = "{\"geonamesId\":2,\"name\":\"Beyond\"," + point + "}";
    Metadata metadata =
        Captures.article("H", "T", List.of(beyond, TOWN, "{\"name\":\"No point\"}", "no json"));

    NewsEntry entry = entry(metadata);

    assertEquals(1, entry.places().size());
    assertEquals("key#1", entry.places().get(0).id());
    assertEquals(1, entry.places().get(0).source().path("place").path("rank").asInt());
    assertEquals(3, entry.article().path("news").path("failures").size());
    assertEquals("[\"Town\"]", entry.article().path("places").path("name").toString());
    assertEquals(1, entry.article().path("places").path("location").size());
  }

  @Test
  void removedCharactersAreCountedByKind() {
    Metadata metadata = Captures.article("H", "T", List.of());
    metadata.set(
        NewsMetadata.REMOVED,
        new String[] {
          "{\"kind\":\"appeal\",\"reason\":\"r\",\"text\":\"12345\"}",
          "{\"kind\":\"appeal\",\"reason\":\"r\",\"text\":\"678\"}",
          "{\"kind\":\"kind of the future\",\"reason\":\"r\",\"text\":\"9\"}"
        });

    JsonNode news = entry(metadata).article().path("news");

    assertEquals("{\"appeal\":8,\"other\":1}", news.path("removed").toString());
    assertEquals(9, news.path("removed_length").asInt());
  }

  @Test
  void theIdIsTheKeyAndNeverWhatThePageClaims() {
    Metadata metadata = Captures.article("H", "T", List.of(TOWN));
    metadata.set(NewsMetadata.CANONICAL_URL, "https://elsewhere.example/other");

    NewsEntry entry = entry(metadata);

    assertEquals("key", entry.id());
    assertEquals(
        "https://elsewhere.example/other",
        entry.article().path("news").path("canonical_url").asString());
    assertFalse(entry.article().has("url"));
  }

  @Test
  void aWebAddressAsKeyGivesUrlAndDomain() {
    NewsEntryReader reader = new NewsEntryReader(ZoneOffset.UTC, false);
    Metadata metadata = Captures.article("H", "T", List.of(TOWN));

    NewsEntry entry = reader.read("https://News.Example:8443/a?b=c", List.of(metadata), NOW).get(0);

    assertEquals("news.example", entry.article().path("url").path("domain").asString());
    assertEquals(
        "https://News.Example:8443/a?b=c",
        entry.places().get(0).source().path("article").path("url").asString());
  }

  @Test
  void longKeysAndMissingKeysStillGiveUsableIds() {
    NewsEntryReader reader = new NewsEntryReader(ZoneOffset.UTC, true);
    Metadata metadata = Captures.article("H", "T", List.of(TOWN));
    String tooLong = "https://a.example/" + "ž".repeat(400);

    NewsEntry longKey = reader.read(tooLong, List.of(metadata), NOW).get(0);
    NewsEntry noKey = reader.read("", List.of(metadata), NOW).get(0);

    assertTrue(longKey.id().startsWith("sha256:"), longKey::id);
    assertTrue(longKey.places().get(0).id().length() < 512);
    assertTrue(noKey.id().startsWith(metadata.get(NewsMetadata.SHA256)), noKey::id);
  }

  @Test
  void theSamePlaceKeepsItsRowWhateverItsRank() {
    String other = Captures.place(7, "Other", 1, 2, "AT");
    String nameless = "{\"name\":\"Quarter\",\"latitude\":1,\"longitude\":2}";

    NewsEntry before = entry(Captures.article("H", "T", List.of(TOWN, nameless, other)));
    NewsEntry after = entry(Captures.article("H", "T", List.of(other, nameless, TOWN)));

    assertEquals(before.places().get(0).id(), after.places().get(2).id());
    assertEquals(before.places().get(1).id(), after.places().get(1).id());
    assertNotEquals(before.places().get(0).id(), before.places().get(1).id());
  }

  /** As pages have it whose writers cut a headline after so many characters, within an emoji. */
  @Test
  void halfACharacterCostsNothingButItself() {
    String half = "\ud83d";
    Metadata metadata =
        Captures.article("Flood " + half, "T " + half + "\ud83d\ude00", List.of(TOWN));
    metadata.set(
        NewsMetadata.PLACE,
        Captures.place(1, "Town" + half, 10, 20, "CZ").replace("Somewhere", "\\ud83d."));

    NewsEntry entry =
        new NewsEntryReader(ZoneOffset.UTC, false).read("k" + half, List.of(metadata), NOW).get(0);

    assertEquals("k\ufffd", entry.id());
    assertEquals("Flood \ufffd", entry.article().path("news").path("headline").asString());
    for (ObjectNode source : List.of(entry.article(), entry.places().get(0).source())) {
      String sent =
          new String(JsonMapper.shared().writeValueAsBytes(source), StandardCharsets.UTF_8);
      assertEquals(source, JsonMapper.shared().readTree(sent));
    }
  }

  @Test
  void exceptionsOfTheParserAreToldAndTheDocumentKept() {
    Metadata metadata = new Metadata();
    metadata.set("Content-Type", "application/pdf");
    metadata.set(TikaCoreProperties.CONTAINER_EXCEPTION, "java.io.IOException: broken\n\tat x");

    JsonNode news = entry(metadata).article().path("news");

    assertEquals("failed", news.path("status").asString());
    assertEquals("[\"parser: java.io.IOException: broken\"]", news.path("failures").toString());
  }

  private static ObjectNode read(Metadata metadata, ZoneId zone) {
    return new NewsEntryReader(zone, false).read("key", List.of(metadata), NOW).get(0).article();
  }

  private static NewsEntry entry(Metadata metadata) {
    return new NewsEntryReader(ZoneOffset.UTC, false).read("key", List.of(metadata), NOW).get(0);
  }
}
