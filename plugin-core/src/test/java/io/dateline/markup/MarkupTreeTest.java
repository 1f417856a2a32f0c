package io.dateline.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The tree of a page")
class MarkupTreeTest {

  /** What the standard's own tree says, or where ours differs on purpose. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          One => html(head body('One'))
          <p>One<p>Two => html(head body(p('One') p('Two')))
          <ul> <li>One <li>Two </ul> => html(head body(ul(li('One ') li('Two '))))
          <b><p>One</b>Two</p>Three => html(head body(b(p('One' end 'Two')) 'Three'))
          <a><div>One</a>Two</div> => html(head body(a(div('One' end 'Two'))))
          <p><b>One<p>Two</b> => html(head body(p(b('One')) p(b('Two'))))
          <table>One<tr><td>Two</table> => html(head body(table('One' tbody(tr(td('Two'))))))
          <table><div>One<tr>Two</table> => html(head body(table(div('One') tbody(tr('Two')))))
          <form><div></form>One</div>Two => html(head body(form(div('One')) 'Two'))
          a<svg><g><div>b</div></svg>c => html(head body('a' svg(g) div('b') 'c'))
          a<svg><script>'</svg>'</script>b => html(head body('a' svg(script(''')) ''' 'b'))
          a<math><mi>x<p>y</p></mi>z</math>b => html(head body('a' math(mi('x' p('y')) 'z') 'b'))
          a<svg><title>t</svg>b => html(head body('a' svg(title('t')) 'b'))
          <xmp><p>a&amp;</xmp> => html(head body(xmp(raw'<p>a&amp;')))
          <title>a<p>b => html(head(title('a')) body(p('b')))
          <svg><![CDATA[<p>]]></svg>a => html(head body(svg(raw'<p>') 'a'))
          <p<b>a => html(head body(p<b('a')))
          <X-Y\u212AΣ>a => html(head body(x-y\u212AΣ('a')))
          &#xD800;&#0;a => html(head body('\uFFFD\uFFFDa'))
          <noscript><img src=a></noscript><p>b => html(head(noscript) body(p('b')))
          """)
  void standsAs(String html, String outline) {
    assertEquals(outline, outline(parse(html), MarkupTree.ROOT));
  }

  @Test
  void aNulInANameMakesNoOtherElementOfIt() {
    MarkupTree tree = parse("<scr\0ipt>a");

    assertEquals("scr\uFFFDipt", tree.name(tree.body() + 1));
  }

  /** Seconds by the square of the length: other limits count what is allocated or looked at. */
  @ParameterizedTest
  @CsvSource({
    "<select><template>,<optgroup>,''",
    "<p>a<x,\u03A3,>b",
    "<script type=',\u03A3,'>b</script>"
  })
  @Timeout(20)
  void readsManyOfOneKind(String before, String unit, String after) {
    MarkupTree tree = parse(before + unit.repeat(300_000) + after);

    for (int i = 0; i < tree.size(); i++) {
      assertFalse(tree.tag(i).isElement() && tree.name(i).isEmpty());
    }
  }

  private static String outline(MarkupTree tree, int node) {
    Tag tag = tree.tag(node);
    if (tag == Tag.FORMAT_END) {
      return "end";
    }
    if (!tag.isElement()) {
      return (tag == Tag.RAW_TEXT ? "raw'" : "'") + tree.wholeText(node) + "'";
    }
    List<String> children = new ArrayList<>();
    for (int i = node + 1; i < tree.behind(node); i = tree.behind(i)) {
      assertEquals(node, tree.parent(i));
      children.add(outline(tree, i));
    }
    String name = tree.name(node);
    return children.isEmpty() ? name : name + "(" + String.join(" ", children) + ")";
  }

  @Test
  void keepsTheFirstOfTwoAttributesAndNoneThatNobodyReads() {
    MarkupTree tree = parse("<p CLASS=a class=b onclick='x()' data-x=1 id = c hidden>One");
    int paragraph = tree.body() + 1;

    assertEquals("a", tree.attribute(paragraph, Attribute.CLASS));
    assertEquals("c", tree.attribute(paragraph, Attribute.ID));
    assertTrue(tree.has(paragraph, Attribute.HIDDEN));
    assertEquals("", tree.attribute(paragraph, Attribute.HIDDEN));
    assertEquals(3, tree.behindAttributes(paragraph) - tree.firstAttribute(paragraph));
  }

  @Test
  void keepsOfScriptsOnlyJsonLd() {
    MarkupTree tree =
        parse(
            "<script>a</script><script type=module>b</script>"
                + "<script type=' Application/LD+JSON '>{\"a\": \"<p>&amp;\"}</script>");

    assertEquals("{\"a\": \"<p>&amp;\"}", tree.wholeText(MarkupTree.ROOT));
  }

  @Test
  void readsTextInOneLine() {
    MarkupTree tree =
        parse(
            "<h1> One<b>two</b>&nbsp; three<div>four</div>five<br>six\n"
                + "<script>x</script><ul><li>se\u00ADven<li>eight</ul></h1>");

    assertEquals("Onetwo three four five six seven eight", tree.text(tree.body()));
  }

  @Test
  void knowsTheSiblingBefore() {
    MarkupTree tree = parse("<div><p>One<b>two</b></p>three<i>four</i></div>");
    int division = tree.body() + 1;
    List<Integer> children = new ArrayList<>();
    for (int i = division + 1; i < tree.behind(division); i = tree.behind(i)) {
      children.add(i);
    }

    assertEquals(3, children.size());
    assertEquals(children.get(1), tree.before(children.get(2)));
    assertEquals(children.get(0), tree.before(children.get(1)));
    assertEquals(-1, tree.before(children.get(0)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "61FF62",
        "C3",
        "C328",
        "EDA0BD",
        "F09F8C",
        "FF",
        "E280",
        "E28028",
        "F4908080",
        "C080",
        "E08080",
        "F0808080",
        "61E2829CC3A9F09F9982",
        "80BF",
        "F09F9982C3"
      })
  void decodesBytesAsThePlatformDoes(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);

    MarkupTree tree = MarkupTree.parse(bytes);

    assertEquals(new String(bytes, StandardCharsets.UTF_8), tree.wholeText(tree.body()));
  }

  @Test
  void opensNotMoreFormattingThanOthersDo() {
    StringBuilder html = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      html.append("<font class=").append(i).append('>');
    }
    html.append("<p>x".repeat(10_000));

    assertTrue(parse(html.toString()).size() < 300_000);
  }

  /** Tags in any order: the tree is sound, and every word of the page is somewhere in it. */
  @Test
  void losesNoWordOfAnySoup() {
    String[] tags =
        ("p div ul li b i a span table tr td tbody h1 h2 form button blockquote dl dt dd em strong"
                + " font nobr section article ruby rt svg g br img caption col center object label")
            .split(" ", -1);
    Random random = new Random(7);
    for (int soup = 0; soup < 3_000; soup++) {
      StringBuilder html = new StringBuilder();
      for (int i = 0; i < 40; i++) {
        String tag = tags[random.nextInt(tags.length)];
        switch (random.nextInt(4)) {
          case 0 -> html.append("</").append(tag).append('>');
          case 1 -> html.append(" w").append(i).append(' ');
          default -> html.append('<').append(tag).append('>');
        }
      }
      MarkupTree tree = parse(html.toString());

      assertSound(tree);
      Document other = Jsoup.parse(html.toString());
      assertEquals(
          words(other.wholeText()), words(tree.wholeText(MarkupTree.ROOT)), html::toString);
    }
  }

  private static void assertSound(MarkupTree tree) {
    for (int i = 1; i < tree.size(); i++) {
      int parent = tree.parent(i);
      assertTrue(parent >= 0 && parent < i, "a parent comes first");
      assertTrue(tree.behind(i) > i && tree.behind(i) <= tree.behind(parent), "nested");
    }
    assertEquals(tree.size(), tree.behind(MarkupTree.ROOT));
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.strip().split("\\s+", -1)).sorted().toList();
  }

  private static MarkupTree parse(String html) {
    return MarkupTree.parse(html.getBytes(StandardCharsets.UTF_8));
  }
}
