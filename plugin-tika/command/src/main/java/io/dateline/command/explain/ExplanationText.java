package io.dateline.command.explain;

import io.dateline.NewsDocument;
import io.dateline.boilerplate.JudgedBlock;
import io.dateline.toponym.Focus;
import io.dateline.toponym.ResolvedPlace;
import java.util.Map;

/**
 * An explanation for a terminal. Kept blocks stand as they are, with the number of the place behind
 * each mention; removed ones start with {@code -} and end with their kind and reason.
 */
public final class ExplanationText {

  /** Removed text is only shown to be recognised. */
  private static final int REMOVED_CHARS = 100;

  private final StringBuilder out = new StringBuilder();
  private final Explanation explanation;
  private final NewsDocument document;

  private ExplanationText(Explanation explanation) {
    this.explanation = explanation;
    this.document = explanation.document();
  }

  /** The text, ending with a line break. */
  public static String of(Explanation explanation) {
    return new ExplanationText(explanation).write();
  }

  private String write() {
    line(explanation.name() + ": " + document.status().label());
    if (document.statusReason() != null) {
      line(document.statusReason());
    }
    if (explanation.verdict() != null) {
      line("In mode auto it passes untouched: " + explanation.verdict());
    }
    heading("Fields");
    for (Map.Entry<String, String> field : explanation.fields().entrySet()) {
      line(ExplanationPage.format("%-15s %s", field.getKey(), field.getValue().replace('\n', ' ')));
    }
    heading("Capture");
    explanation.passages().forEach(this::passage);
    if (!explanation.unplaced().isEmpty()) {
      heading("Other paragraphs of the article");
      explanation.unplaced().forEach(this::passage);
    }
    places();
    return out.toString();
  }

  private void passage(Explanation.Passage passage) {
    JudgedBlock block = passage.block();
    if (passage.isKept() || block == null) {
      StringBuilder text = new StringBuilder();
      for (Explanation.Span span : passage.spans()) {
        text.append(span.text());
        if (span.place() >= 0) {
          text.append('[').append(span.place() + 1).append(']');
        }
      }
      line(text.toString());
      line("");
      return;
    }
    String text = block.text().replace('\n', ' ');
    line("- " + (text.length() > REMOVED_CHARS ? cut(text) : text));
    line("    " + block.kind().label() + ": " + block.reason());
  }

  private static String cut(String text) {
    int end =
        Character.isHighSurrogate(text.charAt(REMOVED_CHARS - 1))
            ? REMOVED_CHARS - 1
            : REMOVED_CHARS;
    return text.substring(0, end) + "...";
  }

  private void places() {
    if (document.places().isEmpty()) {
      return;
    }
    heading("Places");
    for (int i = 0; i < document.places().size(); i++) {
      ResolvedPlace place = document.places().get(i);
      line(
          ExplanationPage.format(
              "%3d  %-24s %3.0f %%  %-8s %s",
              i + 1,
              place.name(),
              100 * place.confidence(),
              place.role().label(),
              ExplanationPage.place(place)));
      String others = ExplanationPage.runnersUp(place);
      if (!others.isEmpty()) {
        line("     could also be " + others);
      }
    }
    Focus focus = document.focus();
    if (focus != null) {
      line("");
      line(
          "Focus: "
              + focus.name()
              + ExplanationPage.where(focus.admin1(), focus.countryCode())
              + ExplanationPage.format(", %.0f %%", 100 * focus.confidence()));
    }
  }

  private void heading(String text) {
    line("");
    line(text);
    line("-".repeat(text.length()));
  }

  /** Control characters of a page must not steer the terminal. */
  private void line(String text) {
    text.codePoints()
        .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
        .forEach(out::appendCodePoint);
    out.append('\n');
  }
}
