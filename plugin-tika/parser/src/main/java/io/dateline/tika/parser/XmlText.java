package io.dateline.tika.parser;

import io.dateline.NewsDocument;
import io.dateline.article.Article;
import io.dateline.article.Paragraph;
import java.util.List;

/**
 * Replaces what XML cannot hold, as Tika does on the way out, so that the text of {@code extract}
 * and the text of a Tika Server are one. One code unit becomes one, so offsets stay.
 */
final class XmlText {

  private static final char REPLACEMENT = '\uFFFD';

  private XmlText() {}

  /** The document with a clean body; the same object when it is clean already, as it mostly is. */
  static NewsDocument clean(NewsDocument document) {
    Article article = document.article();
    if (article.body().stream().allMatch(paragraph -> isClean(paragraph.text()))) {
      return document;
    }
    List<Paragraph> body =
        article.body().stream()
            .map(paragraph -> new Paragraph(clean(paragraph.text()), paragraph.subheading()))
            .toList();
    return new NewsDocument(
        document.status(),
        document.statusReason(),
        article.withBody(body),
        document.blocks(),
        document.places(),
        document.focus());
  }

  static String clean(String text) {
    if (isClean(text)) {
      return text;
    }
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      if (isPair(text, i)) {
        i++;
      } else if (isInvalid(chars[i])) {
        chars[i] = REPLACEMENT;
      }
    }
    return new String(chars);
  }

  private static boolean isClean(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x7F) {
        continue;
      }
      if (isPair(text, i)) {
        i++;
      } else if (isInvalid(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPair(String text, int i) {
    return i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
  }

  /** XML 1.0's rule, and Tika's own for 0x7F to 0x9F. */
  private static boolean isInvalid(char c) {
    if (c < 0x20) {
      return c != '\t' && c != '\n' && c != '\r';
    }
    return (c >= 0x7F && c <= 0x9F) || Character.isSurrogate(c) || c > 0xFFFD;
  }
}
