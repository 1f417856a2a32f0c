package io.dateline.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dateline.capture.Block;
import io.dateline.capture.CapturedPage;
import io.dateline.capture.DomLayout;
import io.dateline.capture.HtmlCapture;
import io.dateline.capture.Provenance;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A page reads as it does from the tree of jsoup")
class AgainstJsoupTest {

  private static final Path PAGES = Path.of("src/test/resources");

  /** Each row ends in text that would be lost, or shown, if something before it were misread. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>var a = '<p>no</p>';</script><p>Seen by all",
        "<script>if (a </script x='>'><p>Seen by all",
        "<script>a = '</scripture>'; b()</script><p>Seen by all",
        "<script><!-- document.write('<script>x()</script>') --></script><p>Seen by all",
        "<script><!-- document.write('<script>x()</script>'); y()</script><p>Seen</p></script> all",
        "<script><!--> a </script><p>Seen by all",
        "<script><!---> <script> </script><p>Seen by all",
        "<script><!-- <script> --> </script><p>Seen by all",
        "<script><!-- <scripts> </script><p>Seen by all --></script>",
        "<SCRIPT>x</ScRiPt\n><p>Seen by all",
        "<script>never ends <p>not seen",
        "<p>Before <script src='a.js'/> after</script> and on",
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Ferry\"}</script>",
        "<script type=application/ld&#43;json>{\"@type\":\"NewsArticle\",\"headline\":\"A\"}</script>",
        "<script TYPE = \"Application/LD+JSON\">{\"@type\":\"Report\",\"headline\":\"B\"}</script><p>C",
        "<p>One<!-- two --> three",
        "<p>One <!----> two <!--> three <!---> four <!-- a --!> five <!-- -- > six --> seven",
        "<p>One <!-- <!-- nested --> two --> three",
        "<p>a <<!-- c -->b>bold</b> and a &am<!-- c -->p; b &lt<!-- c -->; c",
        "<p>One <!-- never ends <p>two",
        "<p>One <!doctype html> two <!ELEMENT> three <?php echo '>' ?> four </> five </ six > seven",
        "<p>One <![CDATA[ two <p>three ]]> four<script>x</script>",
        "<style>p > a { content: '</p>' }</style ><p>Seen by all",
        "<style>never ends <p>not seen",
        "<title>A <p>title</title><p>Seen <textarea><p>not</textarea> by all",
        "<title>Never ends <p>not seen",
        "<p>a<iframe src=x><p>not</iframe> b<noframes><p>not</noframes> c",
        "<p>a<iframe src=x /><p>not</iframe> b",
        "<p>a<noembed><img src=x>not</noembed> b",
        "<p>One <plaintext><b>two</b><script>three</script>",
        "<p>One <svg viewBox='0 0 1 1'><g><path d='M0 0'/><title>icon</title></g></svg> two",
        "<p>One <svg><path d='M0'></svg> two <svg/> three <svg><svg></svg></svg> four",
        "<p>One <svg><title>t</svg> two</title></svg> three",
        "<p>One <svg><foreignObject><p>two</p></foreignObject></svg> three",
        "<p>One <svg><style>a{}</style><p>two</p></svg> three",
        "<p>One <svg></g></svg> two <svg></p></svg> three",
        "<p>One <svg><!-- </svg> --></svg> two <svg><circle></path></svg> three",
        "<p>One <math><mi>x</mi><mtext><p>two</p></mtext></math> three",
        "<div class='nav'id=a onclick=\"x('>')\"data-x=1>One</div><div onclick=a/b>Two</div>",
        "<div class=nav onclick='x'/>One</div><br/><img src=a.gif/>Two",
        "<div class=a href='x'/class=b>One</div><div / title='>' / id=c / >Two</div>",
        "<div =class='a' class=menu>One</div><div class = 'share' = x>Two</div>",
        "<div title='never ends>One</div><p>Two",
        "<div<p>One</p><div class=a <b>Two</b></div title='>'>Three",
        "<p STYLE='Display : none'>One<p style='overflow:hidden'>Two<p style='visibility:hidden'>Three",
        "<p style='display:&#110;one'>One<p hidden>Two<p aria-hidden=true>Three<p style=color:red>Four",
        "<a rel='author' href='/x'>Jane Doe</a><span itemprop='author'>John Roe</span>",
        "<h1>Title</h1><time pubdate datetime='2020-01-02'>2 January</time><p>Text",
        "<h1>Title</h1><div>\n Published\n</div>\n<div>\n<time>3 May 2020</time></div>",
        "<ul>\n<li>One</li>\n \n<li>Two</li> <!-- c -->\n</ul> Three <b>four</b> <i>five</i>",
        "<table> <!-- c --> stray <tr> <td>One</td> <td> Two</td></tr> </table>",
        "<div><span>One</span> <script>x</script> <span>two</span></div>",
        "<p>One</p> <script>x</script> two <div> <span>three</span> </div>",
        "<a title=1><b data-a=1>One<p><b data-a=2>Two<p><b data-a=3>Three<p><b data-a=4>Four",
        "<template shadowrootmode=open><p>One</template><template><p>Two</template>",
        "<p>One<div>Two<p>Three<ul><li>Four<li>Five<ol><li>Six</ul>Seven<h2>Eight<h3>Nine</h2>Ten",
        "<dl><dt>One<dd>Two<dt>Three<dd><p>Four</dl>Five</p>Six</div>Seven<hr>Eight",
        "<p>One</b> two <b>three<i>four</b> five</i> six<p>seven <u>eight <p>nine</u> ten",
        "<a href=1>One<a href=2>two</a> three <p><a>four <p>five<a>six",
        "<table><caption>One<tr><td>Two<td>Three<tr><th>Four<tbody><td>Five<tfoot><tr><td>Six</table>Seven",
        "<table><tr><td><table><td>One</table>Two<tr><td>Three</table>Four<td>Five<tr>Six",
        "<table><tr><td><div><p>One<td><b>Two</tr><td>Three</table>Four",
        "<table><colgroup><col class=a><col><tr><td>One</table><p>Two<table><td>Three</table>Four",
        "<form class=a><p>One<form class=b><p>Two</form>Three<div class=c>Four</div><form class=d>Five",
        "<button>One<button>Two<p>Three</button>Four<p><button><p>Five</button>Six",
        "<!DOCTYPE html><p>One<table><td>Two</table>Three",
        "<p>One<!doctype html><table><td>Two</table>Three",
        "<select><option>One<optgroup><option>Two<p>Three</select>Four<select><input>Five</select>Six",
        "<object><p>One<b>Two</object>Three<marquee><b>Four</marquee>Five",
        "<ruby>One<rt>Two<rp>Three</ruby>Four<span>Five<div>Six</span>Seven</div>Eight",
        "<nobr>One<nobr>Two</nobr>Three<pre>Four\n\nFive</pre><listing>Six</listing><center>Seven",
        "<head><title>One</title><meta name=a content=b></head><noscript>Two</noscript><body class=c>Three",
        "<head><noscript><link rel=a><style>b</style></noscript><script>c</script><p>One<title>Two</title>",
        "<html lang=de><body class=a><html lang=fr class=b><body class=c id=menu><p>One</body>Two</html>Three",
        "<frameset><frame src=a><noframes>One</noframes></frameset>",
        "<template><tr><td>One</template>Two<template shadowrootmode=open><tr><td>Three</template>Four",
        "&amp; &lt;b&gt; &quot; &apos; &nbsp; &eacute; &eacute &notit; &notin; &NotEqualTilde; &amp &ampx",
        "&#65;&#x42;&#67 &#x1F642; &#x110000; &#150; &#; &#x; &; & &nosuch; &AMP; &copy",
        "<p id='nav&#45;bar' title='x&copy=1'>One<p id='a&ampb &lt=c &ltnav'>Two",
        "<meta property=og:title content='Tom &amp; Jerry &eacute'><meta name=a content='x?a&copy=1&lt=2'>",
        "<custom-element class=nav>One</custom-element>Two<x-y>Three<z/>Four",
        "<p>One<isindex>Two<unknown>Three<keygen>Four<wbr>Five<br/>Six</br>Seven</p>Eight",
        "<select><option>One<script>x</script></select><p>Two",
        "<p>Тихий <script>ж</script>берег 海边 <!-- 海 --> 🙂 <b data-x='ß'>Straße</b>",
        "<p>nul \u0000 in <script>\u0000</script>text<",
        "<",
        "</",
        "<!",
        "<!-",
        "<a",
        "<p>a</p",
        "<p>a<script",
        "<p>a<svg",
        "<p>a<svg><g",
        "<p x=",
        "<p x='",
        "",
      })
  void reads(String html) {
    assertReadsAlike(html, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void readsWholePages(Path page) throws IOException {
    assertReadsAlike(
        new String(Files.readAllBytes(page), StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(PAGES)) {
      List<Path> pages = files.filter(file -> file.toString().endsWith(".html")).sorted().toList();
      assertTrue(pages.size() >= 3, "there must be pages to read");
      return pages;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"windows-1251", "GBK", "Shift_JIS", "Big5", "UTF-16LE", "ISO-2022-JP", "KOI8-R"})
  void readsOtherCharsets(String charset) {
    String text = charset.startsWith("KOI") || charset.endsWith("1251") ? "Тихий берег" : "海岸";
    String html =
        "<p class=a onclick='" + text + "'>" + text + "<script>" + text + "</script> " + text;

    assertReadsAlike(html, Charset.forName(charset));
  }

  @Test
  void passesOverAByteOrderMark() {
    byte[] html = "\uFEFF<!-- c --><html lang=de><p>Eins".getBytes(StandardCharsets.UTF_8);

    HtmlCapture capture = HtmlCapture.of(html, StandardCharsets.UTF_8, Provenance.unknown());

    assertEquals(
        List.of("Eins"), CapturedPage.of(capture).blocks().stream().map(Block::text).toList());
    assertEquals("de", capture.tree().attribute(MarkupTree.ROOT, Attribute.LANG));
    assertEquals(
        "de", HtmlCapture.of("\uFEFF\uFEFF<html lang=de>").tree().attribute(0, Attribute.LANG));
  }

  private static void assertReadsAlike(String html, Charset charset) {
    byte[] bytes = html.getBytes(charset);
    MarkupTree other = JsoupTree.of(Jsoup.parse(html));
    List<String> expected = read(new HtmlCapture(other, html.length(), Provenance.unknown()));

    assertEquals(expected, read(HtmlCapture.of(bytes, charset, Provenance.unknown())));
    assertEquals(expected, read(HtmlCapture.of(html)));
  }

  /** Everything that later stages see of a page. */
  private static List<String> read(HtmlCapture capture) {
    CapturedPage page = CapturedPage.of(capture);
    DomLayout layout = (DomLayout) page.layout();
    List<String> lines = new ArrayList<>();
    for (Block block : page.blocks()) {
      int node = layout.nodeOf(block.index());
      lines.add(
          block
              + " in "
              + layout.parent(node)
              + ' '
              + layout.ownMarks(node)
              + ' '
              + layout.signature(node)
              + ' '
              + layout.linkChars(block.index())
              + ' '
              + layout.boldChars(block.index())
              + ' '
              + layout.inlineMarks(block.index()));
    }
    lines.add(page.claims().toString());
    lines.add(page.claims().headings().toString());
    return lines;
  }
}
