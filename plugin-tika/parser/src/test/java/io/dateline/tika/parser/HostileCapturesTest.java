package io.dateline.tika.parser;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.dateline.NewsDocument;
import io.dateline.toponym.Mention;
import io.dateline.toponym.ResolvedPlace;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.helpers.DefaultHandler;

@DisplayName("Captures that want to hurt, through Tika")
class HostileCapturesTest {

  private final Tika tika = Tika.withPlugin();
  private final Tika stock = Tika.stock();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>steal()</script>",
        "<script type='application/ld+json'>{\"steal()\": 1}</script>",
        "<SCRIPT SRC='data:text/javascript,steal()'></SCRIPT>",
        "<script src='https://news.example/steal()'></script>",
        "<p onclick='steal()'>By the river</p>",
        "<img src='/x.png' ONERROR=steal()>",
        "<svg onload='steal()'><script>steal()</script></svg>",
        "<math><mtext><script>steal()</script></mtext></math>",
        "<body onpageshow='steal()'>",
        "<noscript><p title='</noscript><img src=x onerror=steal()>'></noscript>",
        "<style>p { background: url('javascript:steal()') }</style>",
        "<template><script>steal()</script></template>",
        "<link rel=icon href=/i.png onerror='steal()'>",
        "<meta name=note content=note onload='steal()'>",
        "<base href='https://news.example/' onload='steal()'>",
        "<iframe onload='steal()' srcdoc='a frame'></iframe>",
        "<img onerror='steal()' src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>",
        "<!-- <script>steal()</script> -->",
        "<![CDATA[ steal() ]]>",
        "<p>&lt;/p&gt;<scr<script>ipt>steal()</script>",
        "<textarea><script>steal()</script></textarea>",
        "<object data='data:text/html,<script>steal()</script>'></object>"
      })
  void noScriptAndNoEventAttributeGetsThrough(String attack) throws Exception {
    for (String html : List.of(Pages.article(attack, ""), Pages.article("", attack))) {
      Metadata metadata = new Metadata();

      String xhtml = tika.xhtml("ferry.html", html.getBytes(UTF_8), metadata);

      assertEquals("article", metadata.get(NewsMetadata.STATUS));
      assertFalse(xhtml.contains("steal"), xhtml);
      assertTrue(xhtml.contains("<p>" + Pages.PARAGRAPHS.get(0)), xhtml);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a href='javascript:steal()'>By the river</a>",
        "<form action='javascript:steal()'><button formaction='javascript:steal()'>Go</button></form>",
        "<iframe src='javascript:steal()'></iframe>",
        "<embed src='javascript:steal()'>"
      })
  void noAddressThatRunsGetsThrough(String attack) throws Exception {
    String html = Pages.article("", attack);

    String xhtml = tika.xhtml("ferry.html", html.getBytes(UTF_8), new Metadata());

    assertFalse(xhtml.contains("steal"), xhtml);
  }

  @ParameterizedTest
  @ValueSource(strings = {"page.xhtml", "page.html"})
  void noEntityReadsAFile(String name, @TempDir Path folder) throws Exception {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "the secret of the file");
    String doctype =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE html [<!ENTITY leak SYSTEM "%s"><!ENTITY %% more SYSTEM "%s"> %%more;
        <!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
        """
            .formatted(secret.toUri(), secret.toUri());
    String page =
        doctype
            + Pages.article()
                .replace("<!DOCTYPE html>\n", "")
                .replace("The last", "&leak; &c; The last");
    Metadata metadata = new Metadata();

    String xhtml = tika.xhtml(name, page.getBytes(UTF_8), metadata);

    assertEquals("article", metadata.get(NewsMetadata.STATUS));
    assertFalse(xhtml.contains("the secret") || xhtml.contains("lollol"), xhtml);
    assertFalse(metadata.toString().contains("the secret"), metadata.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0000",
        "\u0001\u001B[31m",
        "\uD83D",
        "\uDE82\uD83D",
        "\u202E",
        "\u2066\u202A",
        "\u200D\u200B\uFEFF",
        "\uFFFE\uFFFF",
        "\u0300\u0301\u0302",
        "\u2028\u2029",
        "\u0085"
      })
  void oddCharactersLeaveTextAndOffsetsInOrder(String odd) throws Exception {
    for (String name : List.of("ferry.html", "ferry.txt")) {
      String page = name.endsWith(".txt") ? Pages.savedText() : Pages.article();
      // as UTF-16, since UTF-8 has no halves of pairs
      byte[] bytes =
          ("\uFEFF" + page.replace("Osijek", "Osi" + odd + "jek, " + odd + "Zagreb" + odd))
              .replace("utf-8", "utf-16")
              .getBytes(UTF_16LE);
      List<NewsDocument> seen = new ArrayList<>();
      ParseContext context = new ParseContext();
      context.set(NewsDocumentSink.class, seen::add);

      Metadata metadata = tika.rmeta(bytes, Tika.named(name), context).get(0);

      assertEquals("article", metadata.get(NewsMetadata.STATUS));
      String text = seen.get(0).article().text();
      assertEquals(text, NewsContent.textOf(metadata));
      for (ResolvedPlace place : seen.get(0).places()) {
        for (Mention mention : place.mentions()) {
          assertEquals(mention.text(), text.substring(mention.start(), mention.end()));
        }
      }
    }
  }

  /** What a page says of its charset, and what an HTTP header does, may be anything. */
  @ParameterizedTest
  @ValueSource(strings = {"utf-16", "utf-7", "x-no-such", "\u0000", "../../etc", "ibm037", ""})
  void aLieAboutTheCharsetIsTakenAsStockTakesIt(String lie) throws Exception {
    byte[] html =
        Pages.article().replace("charset=\"utf-8\"", "charset=\"" + lie + "\"").getBytes(UTF_8);
    Metadata ours = Tika.named("ferry.html");
    Metadata theirs = Tika.named("ferry.html");
    ours.set(Metadata.CONTENT_TYPE, "text/html; charset=" + lie);
    theirs.set(Metadata.CONTENT_TYPE, "text/html; charset=" + lie);

    Metadata page = tika.rmeta(html, ours, new ParseContext()).get(0);

    Metadata stockPage = stock.rmeta(html, theirs, new ParseContext()).get(0);
    assertEquals(stockPage.get(Metadata.CONTENT_TYPE), page.get(Metadata.CONTENT_TYPE));
    if (page.get(NewsMetadata.STATUS).equals("article")) {
      assertTrue(page.get(TikaCoreProperties.TIKA_CONTENT).contains(Pages.PARAGRAPHS.get(0)));
    } else { // then it was not read as text, by neither
      NewsParserTest.assertSameApartFromOurs(stockPage, page);
    }
  }

  /** It is looked at no further than the budget goes, and passes as from stock Tika. */
  @ParameterizedTest
  @ValueSource(strings = {"line.txt", "line.html"})
  void aLineOfFiftyMegabytesPasses(String name) throws Exception {
    byte[] line = new byte[50_000_000];
    Arrays.fill(line, (byte) 'a');
    for (int i = 7; i < line.length; i += 8) {
      line[i] = ' ';
    }
    ThreadMXBean counter = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Metadata metadata = Tika.named(name);
    long start = counter.getCurrentThreadAllocatedBytes();
    stock.parse(line, new DefaultHandler(), Tika.named(name));
    long theirs = counter.getCurrentThreadAllocatedBytes() - start;

    start = counter.getCurrentThreadAllocatedBytes();
    tika.parse(line, new DefaultHandler(), metadata);
    long ours = counter.getCurrentThreadAllocatedBytes() - start;

    assertEquals("limited", metadata.get(NewsMetadata.STATUS));
    assertTrue(metadata.get(NewsMetadata.STATUS_REASON).contains("(maxChars)"));
    assertTrue(ours - theirs < 4L * line.length, ours + " bytes instead of " + theirs);
  }
}
