package io.dateline.command;

import java.util.List;
import java.util.stream.Collectors;

/** Captures of our own making. */
final class Captures {

  static final List<String> PARAGRAPHS =
      List.of(
          "The night train from Vienna to Kyiv ran again on Friday after a break of three weeks, the"
              + " railway company said, and every berth on the first journey was sold within an"
              + " hour.",
          "Passengers were held at the border for two hours while customs officers checked the"
              + " carriages. “Nobody complained, we were only glad to go home,” said Oksana Bilyk,"
              + " a nurse who works in Austria.",
          "The line had been closed because a bridge near Lviv was damaged by floods in October."
              + " Engineers replaced two of its four spans and finished the work a week before the"
              + " date that they had promised.");

  private Captures() {}

  static String page() {
    return """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><title>Night train runs again</title>
        <meta property="og:type" content="article"></head><body>
        <nav><a href="/">Home</a> <a href="/sport">Sport &amp; &lt;b&gt;</a></nav>
        <article><h1>Night train runs again</h1>
        %s
        </article><footer>© The Line &lt;script&gt;alert(1)&lt;/script&gt;</footer></body></html>
        """
        .formatted(
            PARAGRAPHS.stream().map(p -> "<p>" + p + "</p>").collect(Collectors.joining("\n")));
  }

  static String text() {
    return "Home\nSport\n\nNight train runs again\n\n" + String.join("\n\n", PARAGRAPHS) + "\n";
  }
}
