package io.dateline.boilerplate;

import io.dateline.Meter;
import io.dateline.capture.Claim;
import io.dateline.capture.ClaimTopic;
import io.dateline.capture.PageClaims;
import io.dateline.table.LongTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** How like the blocks are to the title, description and body that the page claims to have. */
final class ClaimLikeness {

  private static final int SHINGLE = 4;

  /** A page has a handful; each is compared with every block. */
  private static final int MOST_CLAIMS = 100;

  private static final int LONGEST_TITLE = 60;
  private static final int LONGEST_BLOCK = 400;

  /** The words of a title, or of a description. */
  private static final class Words {
    final long[] of;
    final boolean title;

    Words(long[] of, boolean title) {
      this.of = of;
      this.title = title;
    }
  }

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
    titlesAndDescriptions(claims);
    claimedBody(claims.values(ClaimTopic.ARTICLE_BODY));
  }

  private void titlesAndDescriptions(PageClaims claims) {
    List<Words> all = new ArrayList<>();
    Stream.concat(
            claims.about(ClaimTopic.HEADLINE).stream().map(Claim::value),
            claims.values(ClaimTopic.PAGE_TITLE).stream())
        .distinct()
        .limit(MOST_CLAIMS)
        .map(title -> new Words(PageText.wordsOf(title), true))
        .filter(title -> title.of.length > 0 && title.of.length <= LONGEST_TITLE)
        .forEach(all::add);
    claims.values(ClaimTopic.DESCRIPTION).stream()
        .limit(MOST_CLAIMS)
        .map(description -> new Words(PageText.wordsOf(description), false))
        .forEach(all::add);
    for (int from = 0; from < all.size(); from += Integer.SIZE) {
      compare(all.subList(from, Math.min(all.size(), from + Integer.SIZE)));
    }
  }

  /**
   * Compares every block with some claims. A word's value has a bit for each claim that it stands
   * in: a block's words are looked up once, not once for each of the page's half a dozen titles.
   */
  private void compare(List<Words> some) {
    LongTable in = new LongTable(256);
    for (int claim = 0; claim < some.size(); claim++) {
      for (long word : some.get(claim).of) {
        in.put(word, in.get(word) | 1 << claim);
      }
    }
    meter.work((long) count * some.size());
    int[] found = new int[some.size()];
    for (int i = 0; i < count; i++) {
      int length = text.length(i);
      if (length > 0 && length <= LONGEST_BLOCK) {
        Arrays.fill(found, 0);
        for (int at = text.from[i]; at < text.from[i + 1]; at++) {
          for (int bits = in.get(text.token(at)); bits != 0; bits &= bits - 1) {
            found[Integer.numberOfTrailingZeros(bits)]++;
          }
        }
        for (int claim = 0; claim < found.length; claim++) {
          note(i, some.get(claim), found[claim] / (float) length);
        }
      }
    }
  }

  private void note(int block, Words claim, float in) {
    int length = text.length(block);
    if (!claim.title) {
      inDescription[block] = length < 4 ? 0 : Math.max(inDescription[block], in);
    } else if (length <= LONGEST_TITLE && in > inTitle[block]) {
      inTitle[block] = in;
      titleIn[block] = Math.min(1, in * length / claim.of.length);
    }
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
