package io.dateline.bench;

import java.util.Random;

/** Pages of given shapes, of made-up words; the same for the same shape. */
final class Shapes {

  private static final String[] WORDS = {
    "the", "of", "and", "to", "in", "river", "council", "said", "on", "ferry", "was", "new",
    "water", "people", "for", "road", "that", "harbour", "with", "morning", "by", "bridge", "after",
    "houses", "from", "mayor", "school", "would", "two", "at", "it", "works", "plan", "since",
    "town", "had"
  };
  private static final String[] PLACES = {
    "Nairobi", "Mombasa", "Sarajevo", "Lyon", "Kampala", "Texas", "Springfield", "Aleppo", "Kenya"
  };

  private final Random random = new Random(20_261_120);

  private Shapes() {}

  /**
   * A page.
   *
   * @param shape wire-story, long-feature, link-farm, live-blog (1 MB) or plain-text
   */
  static String of(String shape) {
    Shapes shapes = new Shapes();
    return switch (shape) {
      case "wire-story" -> shapes.page(12, 40);
      case "long-feature" -> shapes.page(120, 80);
      case "link-farm" -> shapes.page(1, 1500);
      case "live-blog" -> shapes.page(2600, 60);
      case "plain-text" -> shapes.text(25);
      default -> throw new IllegalArgumentException("no such shape: " + shape);
    };
  }

  private String page(int paragraphs, int links) {
    StringBuilder html = new StringBuilder("<!DOCTYPE html><html lang=en><head><title>");
    String headline = sentence(8);
    html.append(headline).append("</title></head><body><nav class=menu><ul>");
    links(html, links / 2);
    html.append("</ul></nav><article><h1>").append(headline).append("</h1>");
    for (int i = 0; i < paragraphs; i++) {
      html.append("<p>").append(sentence(18)).append(' ').append(sentence(22)).append("</p>\n");
    }
    html.append("</article><div class=related><ul>");
    links(html, links - links / 2);
    return html.append("</ul></div><footer>All rights reserved</footer></body></html>").toString();
  }

  private void links(StringBuilder html, int count) {
    for (int i = 0; i < count; i++) {
      html.append("<li class='item teaser'><a href='/").append(i).append("'>");
      html.append(sentence(3 + random.nextInt(5))).append("</a></li>\n");
    }
  }

  private String text(int paragraphs) {
    StringBuilder text =
        new StringBuilder("Home\nNews\nSport\n\n").append(sentence(8)).append("\n\n");
    for (int i = 0; i < paragraphs; i++) {
      text.append(sentence(18)).append(' ').append(sentence(22)).append("\n\n");
    }
    return text.append("Share this\nMost read\n").toString();
  }

  private String sentence(int words) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      boolean place = random.nextInt(15) == 0;
      String word =
          place ? PLACES[random.nextInt(PLACES.length)] : WORDS[random.nextInt(WORDS.length)];
      text.append(i == 0 ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word);
      text.append(i + 1 < words ? " " : ".");
    }
    return text.toString();
  }
}
