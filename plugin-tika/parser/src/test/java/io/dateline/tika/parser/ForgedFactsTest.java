package io.dateline.tika.parser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What a page says of itself and what cannot be so")
class ForgedFactsTest {

  private static final List<String> DATED =
      List.of(
          "<script type='application/ld+json'>{'@type':'NewsArticle','headline':'"
              + Pages.TITLE
              + "','datePublished':'%1$s','dateModified':'%1$s'}</script>",
          "<meta property='article:published_time' content='%1$s'>"
              + "<meta property='article:modified_time' content='%1$s'>",
          "<meta name='dcterms:created' content='%1$s'><meta name='DC.date.issued' content='%1$s'>",
          "<meta name='news:datePublished' content='%1$s'><meta name='news:dateModified' content='%1$s'>");

  private final Tika tika = Tika.withPlugin();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000-00-00 00:00:00",
        "0000-01-01",
        "0001-01-01T00:00:00Z",
        "-0001-11-30T00:00:00+00:00",
        "1450-05-01",
        "1604-12-31",
        "1969-12-31T19:00:00-05:00",
        "1970-01-01T00:00:00Z",
        "2013-02-31",
        "2013-13-01T00:00:00Z",
        "2999-01-01",
        "9999-12-31T23:59:59Z",
        "99999-01-01",
        "+999999999-12-31T23:59:59Z",
        "9223372036854775807",
        "NaN",
        "31 February 2013",
      })
  void noDateThatCannotBeReachesTheDocument(String date) throws Exception {
    for (String markup : DATED) {
      Metadata page = parse(Pages.article(markup.formatted(date), ""));

      assertEquals("article", page.get(NewsMetadata.STATUS));
      assertNull(page.get(NewsMetadata.DATE_PUBLISHED), markup);
      assertNull(page.get(NewsMetadata.DATE_SOURCE), markup);
      assertNull(page.get(NewsMetadata.DATE_MODIFIED), markup);
      assertNull(page.get(TikaCoreProperties.CREATED), markup);
    }
  }

  @Test
  void aDateThatCanBeDoes() throws Exception {
    for (String markup : DATED.subList(0, 3)) {
      Metadata page = parse(Pages.article(markup.formatted("2013-02-28"), ""));

      assertEquals("2013-02-28", page.get(NewsMetadata.DATE_PUBLISHED), markup);
      assertEquals("2013-02-28", page.get(TikaCoreProperties.CREATED), markup);
    }
  }

  static Stream<String> points() {
    return Stream.of(
            "999", "180.5", "-181", "NaN", "Infinity", "-Infinity", "1e400", "north", "0x1p9")
        .flatMap(
            degrees ->
                Stream.of(
                        "<meta name='geo:lat' content='%1$s'><meta name='geo:long' content='20'>",
                        "<meta name='geo:lat' content='10'><meta name='geo:long' content='%1$s'>",
                        "<meta property='ICBM' content='%1$s.0, 20.0'>",
                        "<meta name='news:focusLocation' content='%1$s,20'>"
                            + "<meta name='news:placeLocation' content='%1$s,20'>",
                        "<meta name='news:place' content='{\"name\":\"X\",\"latitude\":%1$s}'>",
                        "<script type='application/ld+json'>{'@type':'NewsArticle','contentLocation':"
                            + "{'@type':'Place','name':'X','geo':{'latitude':%1$s,'longitude':'%1$s'}}}"
                            + "</script>")
                    .map(markup -> markup.formatted(degrees)));
  }

  /**
   * Its places are those of its text; where it claims no possible point, its focus is its point.
   */
  @ParameterizedTest
  @MethodSource("points")
  void noPointThatCannotBeReachesTheDocument(String markup) throws Exception {
    Metadata honest = parse(Pages.article());

    Metadata page = parse(Pages.article(markup, ""));

    assertEquals(facts(honest), facts(page));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<meta name='geo:lat' content='10.5'><meta name='geo:long' content='-20.25'>",
        "<meta name='ICBM' content='10.5, -20.25'>"
      })
  void aPointThatCanBeStaysThePagesOwn(String markup) throws Exception {
    Metadata page = parse(Pages.article(markup, ""));

    assertEquals("10.5", page.get(TikaCoreProperties.LATITUDE));
    assertEquals("-20.25", page.get(TikaCoreProperties.LONGITUDE));
  }

  /** Everything that the plugin says, and where Tika has the document lie. */
  private static List<String> facts(Metadata metadata) {
    return Arrays.stream(metadata.names())
        .filter(name -> name.startsWith(NewsMetadata.PREFIX) || name.startsWith("geo:"))
        .filter(name -> !name.equals(NewsMetadata.SHA256.getName()))
        .sorted()
        .map(name -> name + "=" + Arrays.toString(metadata.getValues(name)))
        .toList();
  }

  private Metadata parse(String html) throws Exception {
    Metadata metadata = new Metadata();
    String xhtml = tika.xhtml("ferry.html", html.getBytes(UTF_8), metadata);
    assertFalse(xhtml.contains("name=\"dcterms:created\""), xhtml);
    assertFalse(xhtml.contains("name=\"geo:lat\" content=\"999"), xhtml);
    return metadata;
  }
}
