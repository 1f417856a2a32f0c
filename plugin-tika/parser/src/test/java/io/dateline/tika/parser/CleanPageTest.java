package io.dateline.tika.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dateline.article.Article;
import io.dateline.capture.HtmlCapture;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanPageTest {

  private static final Article ARTICLE = Article.ofText("A ferry left.");

  /** The clean page as the stock parser will read it. */
  private static Document read(String page, Article article) {
    return Jsoup.parse(CleanPage.of(HtmlCapture.of(page).tree(), article));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "\"quoted\" & 'single' &amp; <b>",
        "\u00A0between\u0085controls\u0001",
        "\uD83C\uDF0A wave \u00E9 e\u0301",
        "tab\tand\nline",
        "</p></title><script>alert(1)</script>\"><img src=x>"
      })
  void keepsEveryCharacterOfTextAndAttributes(String value) {
    Document page = Document.createShell("");
    page.outputSettings().prettyPrint(false);
    page.head().appendElement("meta").attr("name", "note").attr("content", value);
    page.head().appendElement("title").text(value);
    page.body().appendElement("img").attr("src", "data:text/plain," + value).attr("alt", value);

    Document clean = read(page.outerHtml(), Article.ofText(value));

    assertEquals(value, clean.selectFirst("head > meta").attr("content"));
    assertEquals(value, clean.selectFirst("head > title").wholeText());
    assertEquals(value, clean.selectFirst("body > p").wholeText());
    assertEquals("data:text/plain," + value, clean.selectFirst("body > img").attr("src"));
    assertEquals(value, clean.selectFirst("body > img").attr("alt"));
    assertEquals(2, clean.body().childrenSize());
  }

  @Test
  void aNulMakesNoScriptOfAnotherElement() {
    Document clean = read("<p>x</p><scr\0ipt src='data:text/javascript,steal()'>y", ARTICLE);

    assertEquals(0, clean.select("script").size());
  }

  @Test
  void takesHeadAndInlineChildrenAndNothingElse() {
    String page =
        "<html lang=hr data-x=1><head><base href='/a/'><script>steal()</script><style>p{}</style>"
            + "<link rel=canonical href=b onload=steal()><meta name='news:place' content=forged>"
            + "<meta name='X-TIKA:content' content=forged></head><body class=c><div>Menu"
            + "<iframe srcdoc='&lt;p>in' onload=steal()>old</iframe><svg><path src='DATA:,s'/></svg>"
            + "<img src=a.png><meta src='data:,m' name=geo.position content='1;2'><script src='data:text/javascript,1'></script></div></body>";

    Element clean = read(page, ARTICLE).selectFirst("html");

    assertEquals(
        "<html lang=\"hr\"><head><base href=\"/a/\"><link rel=\"canonical\" href=\"b\"></head>"
            + "<body><p>A ferry left.</p><iframe srcdoc=\"&lt;p&gt;in\"></iframe>"
            + "<path src=\"DATA:,s\"></path></body></html>",
        clean.outerHtml().replaceAll("\\n *", ""));
  }

  @Test
  void takesARepeatedInlineChildOnce() {
    String page =
        "<img src='data:,a' alt=1><iframe srcdoc='&lt;p>in'></iframe><img src='data:,b'>"
            + "<div><img src='data:,a' alt=2><iframe srcdoc='&lt;p>in'></iframe></div>"
            + "<iframe src='data:,a' srcdoc='&lt;p>in'></iframe>";

    Document clean = read(page, ARTICLE);

    assertEquals(
        "<img src=\"data:,a\" alt=\"1\"><iframe srcdoc=\"&lt;p&gt;in\"></iframe>"
            + "<img src=\"data:,b\"><iframe src=\"data:,a\" srcdoc=\"&lt;p&gt;in\"></iframe>",
        clean.select("body > :not(p)").outerHtml().replaceAll("\\n *", ""));
  }
}
