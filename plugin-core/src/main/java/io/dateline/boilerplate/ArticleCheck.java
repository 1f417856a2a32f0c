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

  /** So few words do under a headline, with a date or a name, in two paragraphs. */
  private static final float LEAST_SIGNED_WORDS = 25;

  /** Share of the page that a single paragraph must have. */
  private static final float LEAST_LONE_SHARE = 0.25f;

  /** So many dated or signed paragraphs are a live blog's; more are a list of goods or posts. */
  private static final int MOST_POSTS = 3;

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
    boolean brief =
        measures.words < LEAST_WORDS
            && measures.words >= LEAST_SIGNED_WORDS
            && measures.paragraphs > 1
            && evidence.place.titleAt >= 0
            && posts(evidence, kept) == 0
            && isSigned(evidence, kept);
    if ((measures.words < LEAST_WORDS && !brief) || measures.paragraphs == 0) {
      return new ArticleCheck(false, "Holds too little running text for an article.");
    }
    if (evidence.page.layout() instanceof LineLayout) {
      if (isTimetable(evidence, kept)) {
        return new ArticleCheck(false, "Is mostly a timetable.");
      }
      boolean lone = measures.paragraphs == 1 && measures.share < LEAST_LONE_SHARE;
      return measures.share >= LEAST_SHARE && !lone
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
    if (thing) {
      return measures.share >= (other ? LEAST_MIXED_SHARE : LEAST_CLAIMED_SHARE)
          ? new ArticleCheck(true, "Calls itself an article and has running text.")
          : new ArticleCheck(false, "Calls itself an article but is mostly something else.");
    }
    if (other) {
      return new ArticleCheck(false, "Calls itself something else than an article.");
    }
    boolean signed = isSigned(evidence, kept); // only now: it reads many lines
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

  /** Between how many paragraphs a date or a name stands: each is somebody's post then. */
  private static int posts(Evidence evidence, boolean[] kept) {
    int posts = 0;
    boolean begun = false;
    boolean signed = false;
    for (int i = 0; i < kept.length; i++) {
      if (kept[i] && evidence.mass[i] > 0) {
        posts += begun && signed ? 1 : 0;
        begun = true;
        signed = false;
      } else if (!kept[i] && begun && evidence.text.words[i] <= 20) {
        signed |= evidence.standing.isTimestamp(i) || evidence.standing.isByline(i);
      }
    }
    return posts;
  }

  /** Between the kept lines stand more that begin with a time of day than paragraphs. */
  private static boolean isTimetable(Evidence evidence, boolean[] kept) {
    int paragraphs = 0;
    int inside = 0;
    int times = 0;
    for (int i = 0; i < kept.length; i++) {
      if (kept[i] && evidence.mass[i] > 0) {
        times += inside;
        inside = 0;
        paragraphs++;
      }
      boolean timed = startsWithTime(evidence.blocks.get(i).text());
      inside += timed && paragraphs > 0 ? 1 : 0;
    }
    return times >= 4 && times > paragraphs;
  }

  private static boolean startsWithTime(String text) {
    int colon = 0;
    while (colon < Math.min(3, text.length()) && Character.isDigit(text.charAt(colon))) {
      colon++;
    }
    return (colon == 1 || colon == 2)
        && text.length() > colon + 3
        && ":.".indexOf(text.charAt(colon)) >= 0
        && Character.isDigit(text.charAt(colon + 1))
        && Character.isDigit(text.charAt(colon + 2))
        && text.charAt(colon + 3) == ' ';
  }

  /** A byline, a date or a dateline stands next to where the story begins. */
  private static boolean isSigned(Evidence evidence, boolean[] kept) {
    int first = evidence.firstParagraph(kept);
    Furniture furniture = evidence.furniture;
    if (first < kept.length && furniture.dateline(evidence.blocks.get(first).text()).isPresent()) {
      return true;
    }
    // below a standfirst; but every post of a forum is dated
    int posts = posts(evidence, kept);
    if (posts > MOST_POSTS) {
      return false;
    }
    int after = posts > 1 ? 2 : 5;
    for (int i = Math.max(0, first - 8); i < Math.min(first + after, kept.length); i++) {
      if (!kept[i]
          && evidence.text.words[i] <= 20
          && (evidence.standing.isByline(i) || evidence.standing.isTimestamp(i))) {
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
        all += evidence.fairWords(i);
        if (kept[i]) {
          words += evidence.fairWords(i);
          running += evidence.mass[i] > 0 ? evidence.fairWords(i) : 0;
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
