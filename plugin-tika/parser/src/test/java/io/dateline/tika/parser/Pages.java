package io.dateline.tika.parser;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Captures of our own making that no detector can mistake. */
final class Pages {

  static final List<String> PARAGRAPHS =
      List.of(
          "The last ferry across the river Drava left Osijek on Tuesday evening, ending a service"
              + " that had carried farmers and schoolchildren between the two banks for ninety"
              + " years, the harbour master said.",
          "A new road bridge, paid for by the government in Zagreb, will open next week about four"
              + " kilometres downstream. Engineers have tested it with twenty loaded lorries, and"
              + " they say that it will stand for a century.",
          "“We shall miss the bell more than the boat,” said Marta Horvat, who keeps a bakery beside"
              + " the landing. She remembers winters when the ice closed the crossing for weeks and"
              + " bread had to be carried over on sledges.",
          "The crew of six has been offered work on the Danube, where the port authority of Vukovar"
              + " is looking for deckhands. Four of them have accepted; two, who are past sixty, will"
              + " retire at the end of the month.");

  static final String TITLE = "Last ferry leaves Osijek";

  private Pages() {}

  /** An article with things around it; {@code head} and {@code extra} go where their names say. */
  static String article(String head, String extra) {
    return """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><title>%s</title>
        <meta property="og:type" content="article">
        <meta property="og:title" content="%s">
        %s</head>
        <body onload="steal()">
        <nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li>\
        <li><a href="/weather">Weather</a></li></ul></nav>
        <article><h1>%s</h1>
        %s
        </article>
        %s
        <script>var secret = "script text must stay out";</script>
        <footer><p>© The Drava Courier</p></footer>
        </body></html>
        """
        .formatted(
            TITLE,
            TITLE,
            head,
            TITLE,
            PARAGRAPHS.stream()
                .map(text -> "<p onclick=\"steal()\">" + text + "</p>")
                .collect(Collectors.joining("\n")),
            extra);
  }

  static String article() {
    return article("", "");
  }

  /** The same article as somebody saved it as text. */
  static String savedText() {
    return "Home\nSport\nWeather\n\n"
        + TITLE
        + "\n\n"
        + String.join("\n\n", PARAGRAPHS)
        + "\n\nShare\nTweet\n";
  }

  /** Nothing but links; {@code head} goes into its head. */
  static String linkFarm(String head) {
    return """
        <!DOCTYPE html>
        <html><head><title>All our shops</title>
        <meta name="keywords" content="shops">%s</head><body><ul>
        """
            .formatted(head)
        + IntStream.range(0, 60)
            .mapToObj(i -> "<li><a href=\"/shop/" + i + "\">Shop " + i + "</a></li>\n")
            .collect(Collectors.joining())
        + "</ul><form><input name=\"q\"><button>Search</button></form></body></html>\n";
  }
}
