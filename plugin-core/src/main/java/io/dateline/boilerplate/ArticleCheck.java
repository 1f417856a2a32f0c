package io.dateline.boilerplate;

import io.dateline.capture.Block;
import io.dateline.capture.Claim;
import io.dateline.capture.ClaimSource;
import io.dateline.capture.ClaimTopic;
import io.dateline.capture.LineLayout;
import io.dateline.furniture.Furniture;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Says whether a page is an article: by what it claims to be, by how much running text was kept and
 * by how much of the page that is.
 */
final class ArticleCheck {

  /** Types of schema.org and OpenGraph whose main thing is no article. */
  private static final Set<String> OTHER_TYPES =
      Set.of(
          "product",
          "productgroup",
          "itemlist",
          "collectionpage",
          "searchresultspage",
          "qapage",
          "discussionforumposting",
          "service",
          "localbusiness",
          "softwareapplication",
          "event",
          "jobposting",
          "profilepage",
          "aboutpage",
          "contactpage",
          "faqpage",
          "offercatalog",
          "product.group",
          "product.item",
          "webapplication",
          "singlefamilyresidence",
          "itempage",
          "og:product",
          "recipe",
          "course",
          "book",
          "movie",
          "website",
          "hotel",
          "techarticle",
          "apireference",
          "question",
          "profile",
          "store");

  private static final float LEAST_WORDS = 40;
  private static final float LEAST_SHARE = 0.06f;
  private static final float LEAST_MIXED_SHARE = 0.12f;
  private static final float LEAST_CLAIMED_SHARE = 0.03f;

  private final boolean article;
  private final String reason;

  private ArticleCheck(boolean article, String reason) {
    this.article = article;
    this.reason = reason;
  }

  boolean isArticle() {
    return article;
  }

  String reason() {
    return reason;
  }

  static ArticleCheck of(Evidence evidence, boolean[] kept, List<Block> claimed) {
    if (!claimed.isEmpty()) {
      return new ArticleCheck(true, "Carries its story in JSON-LD.");
    }
    Measures measures = Measures.of(evidence, kept);
    if (measures.words < LEAST_WORDS || measures.paragraphs == 0) {
      return new ArticleCheck(false, "Holds too little running text for an article.");
    }
    if (evidence.page.layout() instanceof LineLayout) {
      return measures.share >= LEAST_SHARE
          ? new ArticleCheck(true, "Much of it is running text.")
          : new ArticleCheck(false, "Is mostly lists and labels.");
    }
    return ofHtml(evidence, kept, measures);
  }

  private static ArticleCheck ofHtml(Evidence evidence, boolean[] kept, Measures measures) {
    boolean thing = false;
    boolean graph = false;
    boolean other = false;
    for (Claim claim : evidence.page.claims().about(ClaimTopic.TYPE)) {
      String type = claim.value().toLowerCase(Locale.ROOT);
      type = type.substring(type.lastIndexOf('/') + 1);
      thing |= isArticle(type) && claim.source() != ClaimSource.OPEN_GRAPH;
      graph |= isArticle(type) && claim.source() == ClaimSource.OPEN_GRAPH;
      // a page of an article names the site it belongs to, too
      boolean site = type.equals("website") && claim.source() != ClaimSource.OPEN_GRAPH;
      other |= OTHER_TYPES.contains(type) && !site;
    }
    boolean dated =
        evidence.page.claims().about(ClaimTopic.DATE_PUBLISHED).stream()
            .anyMatch(claim -> claim.source() != ClaimSource.TIME_ELEMENT);
    boolean signed = isSigned(evidence, kept);
    if (thing) {
      return measures.share >= (other ? LEAST_MIXED_SHARE : LEAST_CLAIMED_SHARE)
          ? new ArticleCheck(true, "Calls itself an article and has running text.")
          : new ArticleCheck(false, "Calls itself an article but is mostly something else.");
    }
    if (other) {
      return new ArticleCheck(false, "Calls itself something else than an article.");
    }
    boolean dense = measures.density >= 0.9f && measures.share >= 0.35f;
    if (graph && (dated || signed || dense)) {
      return new ArticleCheck(true, "Calls itself an article and reads like one.");
    }
    if (measures.code > 1) {
      return new ArticleCheck(false, "Looks like documentation.");
    }
    boolean running = measures.density >= 0.75f && measures.share >= 0.35f && measures.each >= 15;
    if (running && (dated || signed)) {
      return new ArticleCheck(true, "Is dated or signed and has running text.");
    }
    boolean bare = evidence.page.claims().about(ClaimTopic.TYPE).isEmpty();
    boolean small = measures.words <= 1500 && measures.share >= 0.7f;
    if (bare && small && measures.density >= 0.93f && measures.each >= 15) {
      return new ArticleCheck(true, "Is nearly all running text under a headline.");
    }
    return new ArticleCheck(false, "Nothing says that it is an article.");
  }

  /** A byline, a date or a dateline stands next to where the story begins. */
  private static boolean isSigned(Evidence evidence, boolean[] kept) {
    int first = 0;
    while (first < kept.length && !kept[first]) {
      first++;
    }
    Furniture furniture = evidence.furniture;
    if (first < kept.length && furniture.dateline(evidence.blocks.get(first).text()).isPresent()) {
      return true;
    }
    for (int i = Math.max(0, first - 8); i < Math.min(first + 2, kept.length); i++) {
      String text = evidence.blocks.get(i).text();
      if (!kept[i]
          && evidence.text.words[i] <= 20
          && (furniture.byline(text).isPresent() || furniture.timestamp(text).isPresent())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isArticle(String type) {
    return (type.endsWith("article") && !type.equals("techarticle"))
        || type.endsWith("blogposting")
        || type.equals("report")
        || type.equals("review");
  }

  /** How much was kept, and of what sort. */
  private record Measures(
      float words, int paragraphs, float share, float density, float each, int code) {

    static Measures of(Evidence evidence, boolean[] kept) {
      float all = 1;
      float words = 0;
      float running = 0;
      int paragraphs = 0;
      int code = 0;
      for (int i = 0; i < kept.length; i++) {
        all += evidence.text.words[i];
        if (kept[i]) {
          words += evidence.text.words[i];
          running += evidence.mass[i];
          paragraphs += evidence.mass[i] > 0 ? 1 : 0;
          code += evidence.blocks.get(i).tag().equals("pre") ? 1 : 0;
        }
      }
      return new Measures(
          words,
          paragraphs,
          running / all,
          running / Math.max(1, words),
          running / Math.max(1, paragraphs),
          code);
    }
  }
}
