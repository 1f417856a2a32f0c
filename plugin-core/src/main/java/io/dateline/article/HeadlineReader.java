package io.dateline.article;

import io.dateline.boilerplate.JudgedBlock;
import io.dateline.boilerplate.Judgement;
import io.dateline.capture.CapturedPage;
import io.dateline.capture.ClaimSource;
import io.dateline.capture.ClaimTopic;
import io.dateline.capture.HtmlCapture;
import io.dateline.capture.PageClaims;
import io.dateline.furniture.Furniture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the headline among the page's claims and its headings.
 *
 * <p>JSON-LD and OpenGraph usually agree. Where they do not, one of them often repeats the {@code
 * title} element, which is written for search engines; then the other is the editors' own. A page
 * that is no NewsArticle is more often right in its heading than in any claim.
 */
final class HeadlineReader {

  private static final double SAME_SUBJECT = 0.5;
  private static final int MAX_LENGTH = 500;

  private final TitleTrimmer trimmer;
  private final Furniture furniture;

  HeadlineReader(TitleTrimmer trimmer, Furniture furniture) {
    this.trimmer = trimmer;
    this.furniture = furniture;
  }

  Optional<String> read(CapturedPage page, Judgement judgement) {
    if (page.capture() instanceof HtmlCapture) {
      String headline = choose(page.claims(), page.claims().headings());
      boolean claimed = !page.claims().about(ClaimTopic.HEADLINE).isEmpty();
      headline = claimed ? headline : alone(headline, judgement.blocks());
      return headline.isBlank() ? Optional.empty() : Optional.of(headline);
    }
    return TextHeadline.shipped()
        .find(judgement.blocks(), furniture)
        .map(headline -> alone(headline, judgement.blocks()));
  }

  /** The headline without the site's name or the way to the page, when it also stands alone. */
  private static String alone(String headline, List<JudgedBlock> blocks) {
    for (JudgedBlock block : blocks) {
      String text = block.text();
      int rest = headline.length() - text.length();
      if (rest < 4 || TitleTrimmer.countWords(TitleTrimmer.words(text)) < 4) {
        continue;
      }
      boolean before = headline.startsWith(text) && isSeparator(headline.substring(text.length()));
      boolean behind =
          headline.endsWith(text)
              && (headline.substring(0, rest).endsWith("» ")
                  || headline.substring(0, rest).endsWith("> ")
                  || headline.substring(0, rest).endsWith("| ")
                  || (block.block().isHeading() && headline.substring(0, rest).endsWith(": ")));
      if (before || behind) {
        return text;
      }
    }
    return headline;
  }

  private static boolean isSeparator(String rest) {
    return rest.startsWith(" - ")
        || rest.startsWith(" | ")
        || rest.startsWith(" – ")
        || rest.startsWith(" — ")
        || rest.startsWith(" · ");
  }

  private String choose(PageClaims claims, List<String> headings) {
    String jsonLd = first(claims, ClaimSource.JSON_LD);
    String graph = first(claims, ClaimSource.OPEN_GRAPH);
    String title =
        claims.first(ClaimTopic.PAGE_TITLE).filter(t -> t.length() <= MAX_LENGTH).orElse("");
    List<String> all = new ArrayList<>(headings);
    all.addAll(claims.values(ClaimTopic.HEADLINE));
    all.add(title);
    jsonLd = trimmer.trim(jsonLd, all);
    graph = trimmer.trim(graph, all);
    title = trimmer.trim(title, all);
    List<String> clean = List.of(jsonLd, graph, title);
    String heading = heading(headings, clean);

    boolean news =
        claims.values(ClaimTopic.TYPE).stream().anyMatch(type -> type.endsWith("NewsArticle"));
    if (!jsonLd.isEmpty() && !graph.isEmpty()) {
      return between(jsonLd, graph, title, heading, news);
    }
    String claim = jsonLd.isEmpty() ? graph : jsonLd;
    if (claim.isEmpty()) {
      claim = first(claims, ClaimSource.MICRODATA);
    }
    if (claim.isEmpty()) {
      boolean sure = title.isEmpty() || TitleTrimmer.overlap(heading, title) >= SAME_SUBJECT;
      return !heading.isEmpty() && sure ? heading : title;
    }
    return !news && betterHeading(heading, claim) ? heading : claim;
  }

  private static String between(
      String jsonLd, String graph, String title, String heading, boolean news) {
    boolean agree = same(jsonLd, graph);
    if (agree) {
      boolean searchTitle = same(graph, title) && !news && betterHeading(heading, graph);
      return searchTitle ? heading : jsonLd;
    }
    if (isCutAtQuote(graph, heading) || isCutAtQuote(graph, jsonLd)) {
      return jsonLd;
    }
    if (same(jsonLd, title) || same(graph, title)) {
      String repeated = same(jsonLd, title) ? jsonLd : graph;
      if (!news && same(repeated, heading)) {
        return repeated; // three of four say so; papers write the fourth for their readers
      }
      String other = same(jsonLd, title) ? graph : jsonLd;
      if (same(other, heading) || news || heading.isEmpty()) {
        return other;
      }
      boolean claimed = same(heading, jsonLd) || same(heading, graph);
      return claimed ? heading : other;
    }
    return same(graph, heading) ? graph : jsonLd;
  }

  /** An unescaped quote ends an attribute early: {@code content="The "new" bridge"}. */
  private static boolean isCutAtQuote(String graph, String whole) {
    return graph.length() > 10
        && whole.length() > graph.length()
        && whole.startsWith(graph)
        && whole.substring(graph.length()).strip().startsWith("\"");
  }

  private static boolean betterHeading(String heading, String claim) {
    return TitleTrimmer.countWords(TitleTrimmer.words(heading)) >= 3
        && TitleTrimmer.overlap(heading, claim) >= SAME_SUBJECT;
  }

  /** The heading that says most nearly what the claims say; a page may have several. */
  private String heading(List<String> headings, List<String> claims) {
    String best = "";
    double bestScore = -1;
    for (String raw : headings) {
      if (trimmer.isSite(raw)) {
        continue;
      }
      String heading = trimmer.trim(raw, claims);
      // of two headings that the title holds, the longer one is the story's, not the site's
      double length = 0.01 * Math.min(20, TitleTrimmer.countWords(TitleTrimmer.words(heading)));
      double score = length;
      for (String claim : claims) {
        if (!claim.isEmpty()) {
          double overlap = TitleTrimmer.overlap(heading, claim);
          score = Math.max(score, length + (same(heading, claim) ? 1.5 : overlap));
        }
      }
      if (score > bestScore) {
        bestScore = score;
        best = heading;
      }
    }
    return best;
  }

  private static boolean same(String a, String b) {
    return TitleTrimmer.words(a).equals(TitleTrimmer.words(b));
  }

  private static String first(PageClaims claims, ClaimSource source) {
    @Nullable String found = null;
    for (var claim : claims.about(ClaimTopic.HEADLINE)) {
      if (claim.source() == source && found == null && claim.value().length() <= MAX_LENGTH) {
        found = claim.value();
      }
    }
    return found == null ? "" : found;
  }
}
