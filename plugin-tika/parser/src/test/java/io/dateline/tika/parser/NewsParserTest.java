package io.dateline.tika.parser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dateline.Budget;
import io.dateline.NewsDocument;
import io.dateline.Status;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.tika.detect.EncodingDetector;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.sax.BodyContentHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewsParserTest {

  private final Tika tika = Tika.withPlugin();
  private final Tika stock = Tika.stock();

  @Test
  void writesTheArticleAndNothingElse() throws Exception {
    Metadata page = tika.rmeta("ferry.html", Pages.article()).get(0);

    assertEquals("article", page.get(NewsMetadata.STATUS));
    assertEquals(String.join("\n\n", Pages.PARAGRAPHS), NewsContent.textOf(page));
    assertFalse(page.get(TikaCoreProperties.TIKA_CONTENT).contains("Weather"));
    assertEquals("text/html; charset=UTF-8", page.get(Metadata.CONTENT_TYPE));
    assertEquals("UTF-8", page.get(Metadata.CONTENT_ENCODING));
  }

  @Test
  void readsSavedTextLikeThePage() throws Exception {
    Metadata text = tika.rmeta("ferry.txt", Pages.savedText()).get(0);

    assertEquals("article", text.get(NewsMetadata.STATUS));
    assertEquals(String.join("\n\n", Pages.PARAGRAPHS), NewsContent.textOf(text));
    assertEquals("text/plain; charset=UTF-8", text.get(Metadata.CONTENT_TYPE));
  }

  @Test
  void keepsTextAndOffsetsOfOddCharacters() throws Exception {
    String odd = "Ferry 🛶 news: cafe\u0301 \u0085 closed by the harbour, ";
    String html = Pages.article().replace("The last ferry", odd + "the last ferry");
    List<NewsDocument> seen = new ArrayList<>();
    ParseContext context = new ParseContext();
    context.set(NewsDocumentSink.class, seen::add);

    Metadata page = tika.rmeta(html.getBytes(UTF_8), Tika.named("odd.html"), context).get(0);

    assertEquals(seen.get(0).article().text(), NewsContent.textOf(page));
    assertTrue(NewsContent.textOf(page).contains("🛶"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"shops.html", "notes.txt", "table.txt"})
  void leavesWhatIsNoArticleAsStock(String name) throws Exception {
    String content =
        switch (name) {
          case "shops.html" -> Pages.linkFarm("");
          case "notes.txt" -> "milk\neggs\nbread\n";
          default -> "a\tb\tc\n1\t2\t3\n4\t5\t6\n";
        };

    Metadata ours = tika.rmeta(name, content).get(0);
    Metadata theirs = stock.rmeta(name, content).get(0);

    assertEquals("not-article", ours.get(NewsMetadata.STATUS));
    assertSameApartFromOurs(theirs, ours);
    assertEquals(
        stock.xhtml(name, content.getBytes(UTF_8), new Metadata()).replaceAll(PARSED_BY, ""),
        tika.xhtml(name, content.getBytes(UTF_8), new Metadata()).replaceAll(PARSED_BY, ""));
  }

  @Test
  void letsNoScriptAndNoEventAttributeThrough() throws Exception {
    String head = "<link rel=icon href=/i.png onerror='steal()'><script>steal()</script>";

    String xhtml =
        tika.xhtml("ferry.html", Pages.article(head, "").getBytes(UTF_8), new Metadata());

    assertFalse(xhtml.contains("steal"), xhtml);
    assertFalse(xhtml.contains("secret"), xhtml);
    assertFalse(xhtml.contains("Weather"), xhtml); // removed text does not return in the head
    assertTrue(xhtml.contains("<p>" + Pages.PARAGRAPHS.get(0)), xhtml);
  }

  @Test
  void doesNotLetAPageForgeItsKeys() throws Exception {
    String forged =
        "<meta name='news:placeName' content='EVIL'><meta property='news:status' content='EVIL'>"
            + "<meta http-equiv='news:focusName' content='EVIL'><meta name='News:Url' content='EVIL'>"
            + "<meta name='X-TIKA:content' content='EVIL'>";
    String html = Pages.article(forged, "");
    Metadata metadata = new Metadata();

    String xhtml = tika.xhtml("ferry.html", html.getBytes(UTF_8), metadata);

    assertFalse(xhtml.contains("EVIL"), xhtml);
    assertFalse(metadata.toString().contains("EVIL"), metadata.toString());
    assertEquals("article", metadata.get(NewsMetadata.STATUS));
  }

  @Test
  void doesNotLetAPassedThroughPageForgeThemEither() throws Exception {
    Metadata metadata = new Metadata();
    String html = Pages.linkFarm("<meta name='news:status' content='article'>");

    String xhtml = tika.xhtml("shops.html", html.getBytes(UTF_8), metadata);

    assertEquals(List.of("not-article"), Arrays.asList(metadata.getValues(NewsMetadata.STATUS)));
    assertFalse(xhtml.contains("news:status"), xhtml);
    assertTrue(xhtml.contains("\"keywords\""), xhtml);
  }

  @Test
  void leavesInlineChildrenStockAndEmbedded() throws Exception {
    String frame = Pages.article().replace("&", "&amp;").replace("\"", "&quot;");
    String html =
        Pages.article(
            "",
            "<iframe srcdoc=\""
                + frame
                + "\"></iframe><img src=\"data:text/plain,plain child\">"
                + "<svg><image src=\"data:text/plain,drawn child\"/></svg>");

    List<Metadata> documents = tika.rmeta("ferry.html", html);

    List<String> stockChildren = contents(stock.rmeta("ferry.html", html));
    List<String> children = contents(documents);
    assertEquals(4, documents.size());
    assertEquals(stockChildren.subList(1, 4), children.subList(1, 4));
    assertNull(documents.get(1).get(NewsMetadata.STATUS));
    assertNull(documents.get(2).get(NewsMetadata.STATUS));
    assertEquals(String.join("\n\n", Pages.PARAGRAPHS), NewsContent.textOf(documents.get(0)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"never", "Never"})
  void obeysTheModeOfARequest(String mode) throws Exception {
    Metadata request = Tika.named("ferry.html");
    request.set(NewsMetadata.REQUEST_MODE, mode);

    Metadata page = tika.rmeta(Pages.article().getBytes(UTF_8), request, new ParseContext()).get(0);

    assertEquals("not-article", page.get(NewsMetadata.STATUS));
    assertTrue(page.get(TikaCoreProperties.TIKA_CONTENT).contains("Weather"));
  }

  @Test
  void saysWhenTheModeOfARequestIsNone() throws Exception {
    Metadata request = Tika.named("ferry.html");
    request.set(NewsMetadata.REQUEST_MODE, "sometimes");

    Metadata page = tika.rmeta(Pages.article().getBytes(UTF_8), request, new ParseContext()).get(0);

    assertEquals("failed", page.get(NewsMetadata.STATUS));
    assertEquals(
        "news-mode must be auto, always or never; got \"sometimes\"",
        page.get(NewsMetadata.STATUS_REASON));
    assertTrue(page.get(TikaCoreProperties.TIKA_CONTENT).contains("Weather"));
  }

  @Test
  void passesACaptureThatIsTooLong() throws Exception {
    ParseContext context = new ParseContext();
    NewsParserSettings few =
        NewsParserSettings.defaults().withBudget(Budget.defaults().withMaxChars(500));
    context.set(NewsParserSettings.class, few);
    byte[] html = Pages.article().getBytes(UTF_8);

    Metadata ours = tika.rmeta(html, Tika.named("ferry.html"), context).get(0);

    assertEquals("limited", ours.get(NewsMetadata.STATUS));
    assertSameApartFromOurs(stock.rmeta("ferry.html", html).get(0), ours);
  }

  @Test
  void passesAPageOfTooManyTagsWithoutBuildingIt() throws Exception {
    ParseContext context = new ParseContext();
    context.set(
        NewsParserSettings.class,
        NewsParserSettings.defaults().withBudget(Budget.defaults().withMaxElements(100)));
    byte[] html = Pages.article("", "<p>a".repeat(200)).getBytes(UTF_8);

    Metadata ours = tika.rmeta(html, Tika.named("ferry.html"), context).get(0);

    assertEquals("limited", ours.get(NewsMetadata.STATUS));
    assertTrue(ours.get(NewsMetadata.STATUS_REASON).contains("(maxElements)"));
    assertSameApartFromOurs(stock.rmeta("ferry.html", html).get(0), ours);
  }

  @Test
  void fallsBackWhenTheMemoryDoesNotSuffice() throws Exception {
    byte[] html = Pages.article().getBytes(UTF_8);
    ParseContext context = new ParseContext();
    boolean[] scarce = {true};
    context.set(
        EncodingDetector.class,
        (stream, metadata) -> {
          if (scarce[0]) {
            scarce[0] = false;
            throw new OutOfMemoryError("as if");
          }
          return UTF_8;
        });

    Metadata ours = tika.rmeta(html, Tika.named("ferry.html"), context).get(0);

    assertEquals("limited", ours.get(NewsMetadata.STATUS));
    assertTrue(ours.get(NewsMetadata.STATUS_REASON).contains("memory"));
    assertTrue(ours.get(TikaCoreProperties.TIKA_CONTENT).contains("Weather"));
  }

  @Test
  void fallsBackWhenTheAnalysisFails() throws Exception {
    ParseContext context = new ParseContext();
    context.set(
        NewsParserSettings.class,
        NewsParserSettings.defaults().withGazetteer("no/such/gazetteer.dat"));
    byte[] html = Pages.article().getBytes(UTF_8);

    Metadata ours = tika.rmeta(html, Tika.named("ferry.html"), context).get(0);

    assertEquals("failed", ours.get(NewsMetadata.STATUS));
    assertTrue(ours.get(NewsMetadata.STATUS_REASON).contains("no/such/gazetteer.dat"));
    assertSameApartFromOurs(stock.rmeta("ferry.html", html).get(0), ours);
  }

  /** The statistics of short Spanish see Chinese in it. */
  @Test
  void readsShortTextInUtf8AsUtf8() throws Exception {
    String text =
        """
        Un sismo sacude el sur sin causar daños

        Un sismo de magnitud 4,9 se sintió con fuerza en la madrugada de este martes en el sur.

        El movimiento no causó heridos, según informó la alcaldía, y las clases siguen normales.
        """;

    Metadata page = tika.rmeta("sismo.txt", text).get(0);

    assertEquals("text/plain; charset=UTF-8", page.get(Metadata.CONTENT_TYPE));
    assertTrue(page.get(TikaCoreProperties.TIKA_CONTENT).contains("se sintió con fuerza"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1251", "ISO-8859-2", "UTF-16LE", "Big5"})
  void findsTheCharsetAsStockDoes(String charset) throws Exception {
    byte[] html =
        Pages.article()
            .replace("charset=\"utf-8\"", "charset=\"" + charset + "\"")
            .getBytes(Charset.forName(charset));

    Metadata ours = tika.rmeta("ferry.html", html).get(0);
    Metadata theirs = stock.rmeta("ferry.html", html).get(0);

    assertEquals(theirs.get(Metadata.CONTENT_TYPE), ours.get(Metadata.CONTENT_TYPE));
    assertEquals(theirs.get(Metadata.CONTENT_ENCODING), ours.get(Metadata.CONTENT_ENCODING));
  }

  @ParameterizedTest
  @ValueSource(strings = {"iso-8859-15", "windows-1251", "gbk"})
  void readsUtf8ThatKeepsTheDeclarationItCameWith(String stale) throws Exception {
    byte[] html =
        Pages.article()
            .replace("charset=\"utf-8\"", "charset=\"" + stale + "\"")
            .replace("ferry", "vérité – façade – Ελλάδα")
            .getBytes(UTF_8);

    Metadata page = tika.rmeta("ferry.html", html).get(0);

    assertEquals("text/html; charset=UTF-8", page.get(Metadata.CONTENT_TYPE));
    assertTrue(page.get(TikaCoreProperties.TIKA_CONTENT).contains("vérité – façade – Ελλάδα"));
  }

  @Test
  void letsTheWriteLimitPass() {
    byte[] html = Pages.article().getBytes(UTF_8);

    assertThrows(
        WriteLimitReachedException.class,
        () -> tika.parse(html, new BodyContentHandler(100), Tika.named("ferry.html")));
  }

  @Test
  void doesNotCloseTheCallersStream() throws Exception {
    boolean[] closed = {false};
    FilterInputStream stream =
        new FilterInputStream(new ByteArrayInputStream(Pages.article().getBytes(UTF_8))) {
          @Override
          public void close() throws IOException {
            closed[0] = true;
            super.close();
          }
        };
    Metadata metadata = Tika.named("ferry.html");
    metadata.set(Metadata.CONTENT_TYPE, "text/html");

    new NewsParser().parse(stream, new BodyContentHandler(), metadata, new ParseContext());

    assertFalse(closed[0]);
  }

  @Test
  void actsOnExactPlainTextOnly() throws Exception {
    for (String name : List.of("ferry.py", "ferry.md", "ferry.log", "ferry.css")) {
      Metadata ours = tika.rmeta(name, Pages.savedText()).get(0);

      assertNull(ours.get(NewsMetadata.STATUS), name);
      assertSameApartFromOurs(stock.rmeta(name, Pages.savedText()).get(0), ours);
    }
  }

  @Test
  void givesTheDocumentToTheSinkOnce() throws Exception {
    List<NewsDocument> seen = new ArrayList<>();
    ParseContext context = new ParseContext();
    context.set(NewsDocumentSink.class, seen::add);

    tika.rmeta(Pages.article().getBytes(UTF_8), Tika.named("ferry.html"), context);

    assertEquals(1, seen.size());
    assertSame(Status.ARTICLE, seen.get(0).status());
  }

  private static final String PARSED_BY = "<meta name=\"X-TIKA:Parsed-By[^>]*>";

  private static List<String> contents(List<Metadata> documents) {
    return documents.stream().map(d -> d.get(TikaCoreProperties.TIKA_CONTENT)).toList();
  }

  /** Everything is as from the stock server, apart from our keys and the list of parsers. */
  static void assertSameApartFromOurs(Metadata stock, Metadata ours) {
    assertEquals(comparable(stock), comparable(ours));
  }

  private static List<String> comparable(Metadata metadata) {
    return Arrays.stream(metadata.names())
        .filter(name -> !name.startsWith(NewsMetadata.PREFIX))
        .filter(name -> !name.startsWith("X-TIKA:Parsed-By"))
        .filter(name -> !name.equals("X-TIKA:parse_time_millis"))
        .sorted()
        .map(name -> name + "=" + Arrays.toString(metadata.getValues(name)))
        .toList();
  }
}
