package io.dateline.boilerplate;

import io.dateline.Meter;
import io.dateline.capture.Claim;
import io.dateline.capture.ClaimTopic;
import io.dateline.capture.PageClaims;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** How like the blocks are to the title, description and body that the page claims to have. */
final class ClaimLikeness {

  private static final int SHINGLE = 4;

  /** A page has a handful; each is compared with every block. */
  private static final int MOST_CLAIMS = 100;

  /** Share of a block's words in the best matching title, and the title's share in the block. */
  final float[] inTitle;

  final float[] titleIn;

  /** Share of a block's words in the page's description. */
  final float[] inDescription;

  /** Share of a block's word sequences in the claimed article body; -1 without one. */
  final float[] inClaimedBody;

  private final PageText text;
  private final int count;
  private final Meter meter;

  ClaimLikeness(PageText text, PageClaims claims, Meter meter) {
    this.meter = meter;
    this.text = text;
    count = text.count;
    inTitle = new float[count];
    titleIn = new float[count];
    inDescription = new float[count];
    inClaimedBody = new float[count];
    titles(claims);
    claimedBody(claims.values(ClaimTopic.ARTICLE_BODY));
  }

  private void titles(PageClaims claims) {
    Stream.concat(
            claims.about(ClaimTopic.HEADLINE).stream().map(Claim::value),
            claims.values(ClaimTopic.PAGE_TITLE).stream())
        .distinct()
        .limit(MOST_CLAIMS)
        .forEach(title -> likeTitle(PageText.wordsOf(title)));
    List<String> descriptions = claims.values(ClaimTopic.DESCRIPTION);
    for (String description : descriptions.subList(0, Math.min(descriptions.size(), MOST_CLAIMS))) {
      LongTable words = LongTable.of(PageText.wordsOf(description));
      meter.work(count);
      for (int i = 0; i < count; i++) {
        if (text.length(i) >= 4 && text.length(i) <= 400) {
          inDescription[i] = Math.max(inDescription[i], overlap(i, words));
        }
      }
    }
  }

  private void likeTitle(long[] title) {
    if (title.length == 0 || title.length > 60) {
      return;
    }
    LongTable words = LongTable.of(title);
    meter.work(count);
    for (int i = 0; i < count; i++) {
      int length = text.length(i);
      if (length > 0 && length <= 60) {
        float in = overlap(i, words);
        if (in > inTitle[i]) {
          inTitle[i] = in;
          titleIn[i] = Math.min(1, in * length / title.length);
        }
      }
    }
  }

  private float overlap(int block, LongTable words) {
    int found = 0;
    for (int at = text.from[block]; at < text.from[block + 1]; at++) {
      found += words.get(text.token(at));
    }
    return found / (float) Math.max(1, text.length(block));
  }

  private void claimedBody(List<String> bodies) {
    Arrays.fill(inClaimedBody, -1);
    if (bodies.isEmpty()) {
      return;
    }
    long[] body = PageText.wordsOf(bodies.get(0));
    if (body.length < 40) {
      return;
    }
    LongTable shingles = new LongTable(body.length);
    for (int i = 0; i + SHINGLE <= body.length; i++) {
      long h = 7;
      for (int k = 0; k < SHINGLE; k++) {
        h = h * 0x9E3779B97F4A7C15L + body[i + k];
      }
      shingles.put(h == 0 ? 1 : h, 1);
    }
    for (int i = 0; i < count; i++) {
      int length = text.length(i);
      int found = 0;
      for (int at = text.from[i]; at + SHINGLE <= text.from[i + 1]; at++) {
        long h = 7;
        for (int k = 0; k < SHINGLE; k++) {
          h = h * 0x9E3779B97F4A7C15L + text.token(at + k);
        }
        found += shingles.get(h == 0 ? 1 : h);
      }
      inClaimedBody[i] = length < SHINGLE ? -0.5f : found / (float) (length - SHINGLE + 1);
    }
  }
}
