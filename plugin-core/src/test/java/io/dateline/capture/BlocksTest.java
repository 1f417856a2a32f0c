package io.dateline.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Blocks of a capture")
class BlocksTest {

  private static List<String> html(String body) {
    return CapturedPage.of(HtmlCapture.of(body)).blocks().stream().map(Block::text).toList();
  }

  private static List<String> text(String text) {
    return CapturedPage.of(TextCapture.of(text)).blocks().stream().map(Block::text).toList();
  }

  @Test
  void keepsInlineElementsInTheirLine() {
    assertEquals(
        List.of("Once upon a time, twice"),
        html("<p>O<b>nce</b> upon\n <i>a</i> time, <a>twice</a></p>"));
  }

  @Test
  void endsABlockAtLineBreaksAndBlockElements() {
    assertEquals(
        List.of("one", "two", "three", "four"), html("<div>one<br>two<p>three</p>four</div>"));
  }

  @Test
  void partsLinksThatTouch() {
    assertEquals(List.of("Home World"), html("<div><a>Home</a><a>World</a></div>"));
  }

  @Test
  void skipsScriptsStylesAndTemplatesButReadsShadowRoots() {
    assertEquals(
        List.of("seen", "shadow"),
        html(
            "<p>seen</p><script>var a;</script><style>p{}</style><template><p>not</p></template>"
                + "<div><template shadowrootmode=open><p>shadow</p></template></div>"));
  }

  @Test
  void joinsWrappedLinesOfWideCharactersWithoutBlanks() {
    String line = "港口的新碼頭可同時停靠四艘客船而候船室也從原來的八十坪擴大";

    assertEquals(
        List.of("港口擴建完工", line + line + line + "到三百坪。"),
        text("港口擴建完工\n" + String.join("\n", line, line, line, "到三百坪。")));
  }

  @Test
  void joinsLinesThatStopInMidSentence() {
    String line = "the harbour had been closed since the storm of the past week,";

    assertEquals(
        List.of("A harbour opens", "There " + (line + " ").repeat(4) + "it said."),
        text("A harbour opens\n\nThere " + (line + "\n").repeat(4) + "it said."));
  }

  @Test
  void givesOffsetsOfLinesInPlainText() {
    String source = "First line\r\n\r\n  • \uD83D\uDE00 cafe\u0301 bar\n";

    List<Block> blocks = CapturedPage.of(TextCapture.of(source)).blocks();

    assertEquals("First line", source.substring(blocks.get(0).start(), blocks.get(0).end()));
    assertEquals(
        "\uD83D\uDE00 cafe\u0301 bar",
        source.substring(blocks.get(1).start(), blocks.get(1).end()));
  }

  @Test
  void joinsHardWrappedLinesOnly() {
    String wrapped =
        """
        The council met on Monday evening to talk about the wall along the
        lower quay, which hydrologists have asked for since the flood that
        tore away two arches of the old stone bridge in the spring of last
        year, and to hear the people who live there and who would lose the
        view of the river that they have had from their kitchens for many
        years before anybody thought about building a wall in front of it.

        Nobody voted.
        """;

    assertEquals(2, text(wrapped).size());
    assertEquals(List.of("one short line", "another one"), text("one short line\nanother one\n"));
  }

  @Test
  void cutsALabelOffTheParagraphItIsGluedTo() {
    String paragraph =
        "The ferry carried more passengers this week than in the whole of last winter, they said.";

    assertEquals(List.of(paragraph, "Advertisement"), text(paragraph + "Advertisement"));
    assertEquals(List.of("Advertisement", paragraph), text("Advertisement" + paragraph));
    assertEquals(1, text(paragraph + " No Advertisement").size());
  }

  @Test
  void cutsTheSourceOffTheLastSentence() {
    String paragraph =
        "The ferry carried more passengers this week than in the whole of last winter, they said.";

    assertEquals(List.of(paragraph, "(quay courier)"), text(paragraph + " (quay courier)"));
    assertEquals(1, text(paragraph + " (see page 4.)").size());
    assertEquals(1, text(paragraph + " (AFP PHOTO / OLA BRANDT)").size());
  }

  @Test
  void cutsTheTimeOffTheHeadline() {
    assertEquals(
        List.of("River town rebuilds its bridge", "12 November 2024, 08:30"),
        text("River town rebuilds its bridge 12 November 2024, 08:30"));
    assertTrue(text("The meeting of 12 November 2024 at 08:30 was long").size() == 1);
  }
}
