package io.dateline.command.explain;

import io.dateline.NewsDocument;
import io.dateline.Status;
import io.dateline.toponym.Focus;
import io.dateline.toponym.ResolvedPlace;
import io.dateline.toponym.RunnerUp;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An explanation as one HTML page that needs nothing else: no script, no font, no picture from
 * elsewhere. Everything that shows on hover also shows on keyboard focus and is read out by screen
 * readers; kinds have their name beside their colour.
 */
public final class ExplanationPage {

  private final StringBuilder html = new StringBuilder();
  private final Explanation explanation;
  private final NewsDocument document;
  private int mentions;

  private ExplanationPage(Explanation explanation) {
    this.explanation = explanation;
    this.document = explanation.document();
  }

  /** The page. */
  public static String of(Explanation explanation) {
    return new ExplanationPage(explanation).write();
  }

  private String write() {
    String title = Objects.requireNonNullElse(document.article().headline(), explanation.name());
    html.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n");
    html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';");
    html.append(" style-src 'unsafe-inline'\">\n<title>");
    html.append(Html.text(title)).append(" - explained</title>\n<style>\n");
    html.append(stylesheet()).append("</style></head>\n<body>\n");
    html.append("<a class=\"skip\" href=\"#capture\">Skip to the capture</a>\n<header>\n");
    html.append("<h1 dir=\"auto\">").append(Html.text(title)).append("</h1>\n");
    summary();
    html.append("</header>\n<main>\n<div class=\"side\">\n");
    fields();
    places();
    html.append("</div>\n<section id=\"capture\" aria-labelledby=\"capture-title\">\n");
    html.append("<h2 id=\"capture-title\">The capture, block by block</h2>\n");
    legend();
    explanation.passages().forEach(this::passage);
    html.append("</section>\n");
    unplaced();
    html.append("</main>\n</body></html>\n");
    return html.toString();
  }

  private void summary() {
    html.append("<p>").append(Html.text(explanation.name())).append(": ");
    html.append("<strong>").append(document.status().label()).append("</strong>");
    if (document.statusReason() != null) {
      html.append(" (").append(Html.text(document.statusReason())).append(")");
    }
    html.append(".");
    if (document.status() == Status.ARTICLE) {
      int kept = document.article().text().length();
      int removed = explanation.removedChars().values().stream().mapToInt(n -> n).sum();
      html.append(
          format(
              " %,d characters of article; %d blocks with %,d characters removed; %d places.",
              kept, document.removed().size(), removed, document.places().size()));
    }
    html.append("</p>\n");
    if (explanation.verdict() != null) {
      html.append("<p class=\"verdict\">In mode auto this capture passes untouched: ");
      html.append(Html.text(explanation.verdict()));
      html.append(" Below is what mode always makes of it.</p>\n");
    }
  }

  private void fields() {
    Map<String, String> fields = explanation.fields();
    if (fields.isEmpty()) {
      return;
    }
    html.append("<section aria-labelledby=\"fields-title\"><h2 id=\"fields-title\">Fields</h2>\n");
    html.append("<table><tbody>\n");
    fields.forEach(
        (name, value) -> {
          html.append("<tr><th scope=\"row\">").append(name).append("</th><td dir=\"auto\">");
          html.append(Html.text(value).replace("\n", "<br>")).append("</td></tr>\n");
        });
    html.append("</tbody></table></section>\n");
  }

  private void places() {
    List<ResolvedPlace> places = document.places();
    if (places.isEmpty()) {
      return;
    }
    html.append("<section aria-labelledby=\"places-title\"><h2 id=\"places-title\">Places</h2>\n");
    Focus focus = document.focus();
    if (focus != null) {
      html.append("<p>Focus: <strong>").append(Html.text(focus.name())).append("</strong>");
      html.append(Html.text(where(focus.admin1(), focus.countryCode())));
      html.append(format(", confidence %.0f %%.</p>\n", 100 * focus.confidence()));
    }
    html.append(WorldMap.of(places));
    html.append("<table class=\"places\"><thead><tr><th scope=\"col\">Place</th>");
    html.append("<th scope=\"col\">Confidence</th><th scope=\"col\">Role</th></tr></thead>");
    html.append("<tbody>\n");
    for (int i = 0; i < places.size(); i++) {
      place(i + 1, places.get(i));
    }
    html.append("</tbody></table></section>\n");
  }

  private void place(int number, ResolvedPlace place) {
    html.append(format("<tr id=\"place-%d\"><th scope=\"row\"><bdi>", number));
    html.append(Html.text(place.name())).append("</bdi><small>");
    html.append(Html.text(place(place))).append("</small>");
    String others = runnersUp(place);
    if (!others.isEmpty()) {
      html.append("<small>could also be ").append(Html.text(others)).append("</small>");
    }
    html.append(
        format(
            "</th><td><meter min=\"0\" max=\"1\" value=\"%.2f\" aria-hidden=\"true\"></meter>"
                + " %.0f %%</td>",
            place.confidence(), 100 * place.confidence()));
    html.append(
        format(
            "<td>%s<small>%d × %s</small></td></tr>\n",
            place.role().label(), place.mentions().size(), place.kind().label()));
  }

  private void legend() {
    Map<String, Integer> removed = explanation.removedChars();
    if (removed.isEmpty()) {
      return;
    }
    html.append("<ul class=\"legend\" aria-label=\"Kinds of removed blocks\">\n");
    removed.forEach(
        (kind, chars) ->
            html.append(
                format(
                    "<li class=\"removed k-%s\"><span class=\"kind\">%s</span> %,d characters</li>\n",
                    kind, kind, chars)));
    html.append("</ul>\n");
  }

  private void passage(Explanation.Passage passage) {
    var block = passage.block();
    if (passage.isKept() || block == null) {
      html.append("<p class=\"kept\" dir=\"auto\">");
      passage.spans().forEach(this::span);
      html.append("</p>\n");
      return;
    }
    String id = "why-" + block.block().index();
    html.append(
        format(
            "<div class=\"removed k-%s\" tabindex=\"0\" aria-describedby=\"%s\">"
                + "<span class=\"kind\">%s</span> ",
            block.kind().label(), id, block.kind().label()));
    html.append("<span dir=\"auto\">").append(Html.text(block.text())).append("</span>");
    html.append(format("<span class=\"tip\" role=\"tooltip\" id=\"%s\">", id));
    html.append(Html.text(block.reason())).append("</span></div>\n");
  }

  private void span(Explanation.Span span) {
    if (span.place() < 0) {
      html.append(Html.text(span.text()));
      return;
    }
    ResolvedPlace place = document.places().get(span.place());
    String id = "mention-" + ++mentions;
    html.append(
        format(
            "<span class=\"mention\"><a class=\"place\" href=\"#place-%d\" aria-describedby=\"%s\">",
            span.place() + 1, id));
    html.append(Html.text(span.text())).append("</a>");
    html.append(format("<span class=\"tip\" role=\"tooltip\" id=\"%s\" dir=\"ltr\">", id));
    html.append(Html.text(place.name() + ": " + place(place)));
    html.append(format(", %.0f %%", 100 * place.confidence()));
    String others = runnersUp(place);
    if (!others.isEmpty()) {
      html.append("; could also be ").append(Html.text(others));
    }
    html.append("</span></span>");
  }

  private void unplaced() {
    if (explanation.unplaced().isEmpty()) {
      return;
    }
    html.append("<section aria-labelledby=\"text-title\"><h2 id=\"text-title\">");
    html.append(
        explanation.passages().isEmpty()
            ? "The text"
            : "Paragraphs of the article that no single block holds");
    html.append("</h2>\n");
    explanation.unplaced().forEach(this::passage);
    html.append("</section>\n");
  }

  /** Such as "Homs, SY, PPLA, 34.73 36.72". */
  static String place(ResolvedPlace place) {
    return (where(place.admin1(), place.countryCode())
            + ", "
            + place.featureCode()
            + format(", %.2f %.2f", place.point().latitude(), place.point().longitude()))
        .substring(2);
  }

  /** Other readings, best first. */
  static String runnersUp(ResolvedPlace place) {
    List<String> others = new ArrayList<>();
    for (RunnerUp other : place.runnersUp()) {
      others.add(
          other.name()
              + where(other.admin1(), other.countryCode())
              + format(" (%.0f %%)", 100 * other.confidence()));
    }
    return String.join("; ", others);
  }

  static String where(@Nullable String admin1, @Nullable String countryCode) {
    return (admin1 == null ? "" : ", " + admin1) + (countryCode == null ? "" : ", " + countryCode);
  }

  static String format(String pattern, Object... arguments) {
    return String.format(Locale.ROOT, pattern, arguments);
  }

  private static String stylesheet() {
    try (InputStream in = ExplanationPage.class.getResourceAsStream("explanation.css")) {
      return new String(
          Objects.requireNonNull(in, "explanation.css").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
