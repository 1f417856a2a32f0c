package io.dateline.command.explain;

/** Text as HTML. */
final class Html {

  private Html() {}

  /** Escapes what means something in HTML, for text and quoted attributes; drops controls. */
  static String text(String text) {
    StringBuilder html = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        case '\'' -> html.append("&#39;");
        default -> {
          if (c >= ' ' || c == '\n' || c == '\t') {
            html.append(c);
          }
        }
      }
    }
    return html.toString();
  }
}
