package io.dateline.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {

  @TempDir private Path folder;

  @Test
  void showsEveryBlockWithItsReason() throws Exception {
    Document page = Jsoup.parse(explain("page.html", Captures.page()));

    assertEquals(
        Captures.PARAGRAPHS,
        page.select("#capture p.kept").stream().map(ExplainCommandTest::withoutTips).toList());
    for (Element removed : page.select("div.removed")) {
      Element why = page.getElementById(removed.attr("aria-describedby"));
      assertNotNull(why, removed.outerHtml());
      assertFalse(why.text().isBlank());
      assertEquals("0", removed.attr("tabindex"));
      assertTrue(removed.hasClass("k-" + removed.selectFirst(".kind").text()));
    }
    assertTrue(page.select("div.removed").text().contains("<script>alert(1)</script>"));
  }

  @Test
  void underlinesPlacesAndPutsThemOnTheMap() throws Exception {
    Document page = Jsoup.parse(explain("page.html", Captures.page()));

    assertTrue(page.select("a.place").eachText().containsAll(List.of("Vienna", "Lviv")));
    for (Element link : page.select("a.place, svg a")) {
      assertNotNull(page.getElementById(link.attr("href").substring(1)), link.outerHtml());
    }
    assertEquals(page.select("tr[id]").size(), page.select("svg circle").size());
    assertTrue(
        page.select("tr[id]").text().contains("Austria")
            || page.select("tr[id]").text().contains("AT"));
  }

  @Test
  void drawsOnlyTheCountriesInView() throws Exception {
    Document page = Jsoup.parse(explain("page.html", Captures.page()));

    String land = page.select("svg path.land").attr("d");
    assertTrue(land.startsWith("M") && land.endsWith("Z"), land);
    assertTrue(land.length() < 45_000, () -> land.length() + " characters of land");
    assertFalse(page.select("svg path.border").attr("d").isEmpty());
  }

  @Test
  void namesOnTheMapDoNotCoverEachOther() throws Exception {
    Document page = Jsoup.parse(explain("page.html", Captures.page()));

    List<Element> names = page.select("svg text");
    assertFalse(names.isEmpty());
    for (int i = 0; i < names.size(); i++) {
      for (int k = 0; k < names.size(); k++) {
        Element left = names.get(i);
        Element right = names.get(k);
        double letter = number(left, "font-size");
        double gap = number(right, "x") - number(left, "x");
        boolean sameLine = Math.abs(number(left, "y") - number(right, "y")) < 0.9 * letter;
        if (i != k && sameLine && gap >= 0) {
          assertTrue(gap > 0.5 * left.text().length() * letter, left.text() + right.text());
        }
      }
    }
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.attr(attribute));
  }

  @Test
  void needsNothingElse() throws Exception {
    String html = explain("page.html", Captures.page());
    Document page = Jsoup.parse(html);

    assertTrue(page.select("script, link, img, iframe, [src], [onclick]").isEmpty());
    assertFalse(html.contains("http://") || html.contains("https://"), html);
    assertEquals(
        page.select("[id]").size(), page.select("[id]").eachAttr("id").stream().distinct().count());
  }

  @Test
  void explainsWhatAutoWouldLeaveAlone() throws Exception {
    String shop =
        "<html><body><ul>" + "<li><a href=/x>Buy this</a></li>".repeat(50) + "</ul></body></html>";

    String text = explain("shop.html", shop, "--text");

    assertTrue(text.contains("In mode auto it passes untouched: "), text);
  }

  @Test
  void isReadableInATerminal() throws Exception {
    String text = explain("page.txt", Captures.text() + "\u001B[31mred\n", "--text");

    assertTrue(text.contains("page.txt: article"), text);
    assertTrue(text.matches("(?s).*The night train from Vienna\\[\\d+].*"), text);
    assertTrue(text.contains("Focus: "), text);
    assertFalse(text.contains("\u001B"), text);
  }

  @Test
  void saysWhenThereIsNoFile() {
    assertEquals(2, DatelineCommand.commandLine().execute("explain", "no/such/file.html"));
  }

  private static String withoutTips(Element paragraph) {
    Element copy = paragraph.clone();
    copy.select(".tip").remove();
    return copy.text();
  }

  private String explain(String name, String capture, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve(name), capture);
    Path output = folder.resolve("explained");
    String[] arguments =
        ExtractCommandTest.prepend(
            "explain",
            ExtractCommandTest.prepend(
                file.toString(), ExtractCommandTest.prepend("-o", output.toString())));

    int exitCode =
        DatelineCommand.commandLine()
            .execute(
                java.util.stream.Stream.concat(
                        java.util.Arrays.stream(arguments), java.util.Arrays.stream(options))
                    .toArray(String[]::new));

    assertEquals(0, exitCode);
    return Files.readString(output);
  }
}
