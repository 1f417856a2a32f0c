package io.dateline.boilerplate;

import io.dateline.capture.Block;
import io.dateline.capture.CapturedPage;
import io.dateline.capture.Claim;
import io.dateline.capture.ClaimTopic;
import io.dateline.capture.DomLayout;
import io.dateline.capture.LineLayout;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be said about the blocks of a page before judging them: words, phrases, likeness to the
 * page's title, description and claimed body, repetition, and where running text is dense.
 */
final class Evidence {

  private static final int FUNCTION_WORDS = 30;
  private static final int SHINGLE = 4;

  private static final LongTable CONSENT_WORDS =
      tableOf(
          PageText.wordsOf(
              "cookie cookies ccpa gdpr dsgvo browser tracking consent einwilligung einwilligungen"
                  + " privacy datenschutz datenschutzerklärung partner partners partnern vendors çerez"
                  + " çerezler çerezleri куки"));

  final CapturedPage page;
  final List<Block> blocks;
  final PageText text;
  final PhraseHits hits;
  final int count;

  /** Share of a block's words that are among the page's most frequent words in running text. */
  final float[] functionShare;

  /** Whether the script is not the one that most of the page's running text is in. */
  final boolean[] foreignScript;

  /** How many blocks have these very words, and how many of them stand before. */
  final int[] copies;

  final int[] copiesBefore;

  /** Share of a block's words in the best matching title, and the title's share in the block. */
  final float[] inTitle;

  final float[] titleIn;

  /** Share of a block's words in the page's description. */
  final float[] inDescription;

  /** Share of a block's word sequences in the claimed article body; -1 without one. */
  final float[] inClaimedBody;

  /** Whether a longer block elsewhere begins with this block's words. */
  final boolean[] beginsAnother;

  /** Share of a block's characters inside links; 0 in plain text. */
  final float[] linkShare;

  /** Words of running text in a block; 0 for anything else. */
  final float[] mass;

  /** Sums over the elements; null in plain text. */
  final @Nullable DomStatistics dom;

  final float totalMass;

  /** The family of phrases that condemns a block for certain; null entries elsewhere. */
  final @Nullable PhraseFamily[] litter;

  private final boolean aboutConsent;

  /** The stretch of blocks with the most running text and the least litter; end exclusive. */
  int coreFrom;

  int coreEnd;

  /** Block that is the title nearest before the core; -1 if there is none. */
  int titleAt = -1;

  private Evidence(CapturedPage page) {
    this.page = page;
    blocks = page.blocks();
    count = blocks.size();
    text = PageText.of(blocks);
    hits = PhraseHits.of(text, PhraseBook.builtIn());
    functionShare = new float[count];
    foreignScript = new boolean[count];
    copies = new int[count];
    copiesBefore = new int[count];
    inTitle = new float[count];
    titleIn = new float[count];
    inDescription = new float[count];
    inClaimedBody = new float[count];
    beginsAnother = new boolean[count];
    linkShare = new float[count];
    mass = new float[count];
    links();
    aboutConsent = titleNamesConsent();
    litter = new PhraseFamily[count];
    for (int i = 0; i < count; i++) {
      litter[i] = Litter.of(this, i);
    }
    totalMass = weigh();
    functionWords();
    scripts();
    repetition();
    titles();
    claimedBody();
    dom = page.layout() instanceof DomLayout layout ? new DomStatistics(this, layout) : null;
    core();
    findTitle();
  }

  static Evidence of(CapturedPage page) {
    return new Evidence(page);
  }

  /**
   * Whether a paragraph is about the site's own cookies or sale of data: it names them and speaks
   * of privacy, on a page whose title does not.
   */
  boolean isConsent(int block) {
    int cookies = 0;
    for (int at = text.from[block]; at < text.from[block + 1]; at++) {
      cookies += CONSENT_WORDS.get(text.token(at));
    }
    return cookies >= 2
        && !aboutConsent
        && text.words[block] <= 250
        && PhraseHits.has(hits.any[block], PhraseFamily.LEGAL);
  }

  private void links() {
    if (page.layout() instanceof DomLayout dom) {
      for (int i = 0; i < count; i++) {
        linkShare[i] =
            Math.min(1, dom.linkChars(i) / (float) Math.max(1, text.letters[i] + text.digits[i]));
      }
    }
  }

  private float weigh() {
    float sum = 0;
    for (int i = 0; i < count; i++) {
      boolean sentence = text.sentences[i] > 0 || text.is(i, PageText.ENDS_COLON);
      if (litter[i] == null
          && linkShare[i] < 0.5f
          && ((text.words[i] >= 8 && sentence) || text.words[i] >= 25)) {
        mass[i] = Math.min(text.words[i], 400) * (1 - linkShare[i]);
        sum += mass[i];
      }
    }
    return sum;
  }

  private boolean titleNamesConsent() {
    for (String title : page.claims().values(ClaimTopic.PAGE_TITLE)) {
      for (long word : PageText.wordsOf(title)) {
        if (CONSENT_WORDS.get(word) != 0) {
          return true;
        }
      }
    }
    return false;
  }

  private void functionWords() {
    LongTable counts = new LongTable(4096);
    int budget = 200_000;
    for (int i = 0; i < count && budget > 0; i++) {
      if (mass[i] > 0) {
        for (int at = text.from[i]; at < text.from[i + 1] && budget > 0; at++, budget--) {
          if (!PageText.isNumber(text.token(at))) {
            counts.add(text.token(at), 1);
          }
        }
      }
    }
    int least = 3;
    long[] frequent = counts.keysWith(least);
    while (frequent.length > FUNCTION_WORDS) {
      least += Math.max(1, least / 4);
      frequent = counts.keysWith(least);
    }
    LongTable function = new LongTable(frequent.length + 1);
    for (long word : frequent) {
      function.put(word, 1);
    }
    for (int i = 0; i < count; i++) {
      int found = 0;
      for (int at = text.from[i]; at < text.from[i + 1]; at++) {
        found += function.get(text.token(at));
      }
      functionShare[i] = found / (float) Math.max(1, text.length(i));
    }
  }

  private void scripts() {
    float[] weight = new float[Script.COUNT];
    for (int i = 0; i < count; i++) {
      if (text.script[i] >= 0) {
        weight[text.script[i]] += mass[i];
      }
    }
    int main = 0;
    for (int i = 1; i < weight.length; i++) {
      main = weight[i] > weight[main] ? i : main;
    }
    for (int i = 0; i < count; i++) {
      foreignScript[i] = weight[main] > 0 && text.script[i] >= 0 && text.script[i] != main;
    }
  }

  private void repetition() {
    LongTable seen = new LongTable(count);
    for (int i = 0; i < count; i++) {
      copiesBefore[i] = seen.add(text.hash[i], 1) - 1;
    }
    LongTable beginnings = new LongTable(count);
    for (int i = 0; i < count; i++) {
      copies[i] = seen.get(text.hash[i]);
      if (text.length(i) > 8) {
        beginnings.put(beginning(i), i + 1);
      }
    }
    for (int i = 0; i < count; i++) {
      if (text.length(i) >= 8) {
        int other = beginnings.get(beginning(i)) - 1;
        beginsAnother[i] = other > i && text.length(other) > text.length(i) && startsWith(other, i);
      }
    }
  }

  private long beginning(int block) {
    long h = 7;
    for (int i = 0; i < 8; i++) {
      h = h * 0x9E3779B97F4A7C15L + text.token(text.from[block] + i);
    }
    return h == 0 ? 1 : h;
  }

  private boolean startsWith(int block, int start) {
    int length = text.length(start);
    int same = 0;
    while (same < length
        && text.token(text.from[block] + same) == text.token(text.from[start] + same)) {
      same++;
    }
    return same * 10 >= length * 9;
  }

  private void titles() {
    for (Claim claim : page.claims().about(ClaimTopic.HEADLINE)) {
      likeTitle(PageText.wordsOf(claim.value()));
    }
    for (String title : page.claims().values(ClaimTopic.PAGE_TITLE)) {
      likeTitle(PageText.wordsOf(title));
    }
    for (String description : page.claims().values(ClaimTopic.DESCRIPTION)) {
      LongTable words = tableOf(PageText.wordsOf(description));
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
    LongTable words = tableOf(title);
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

  private static LongTable tableOf(long[] words) {
    LongTable table = new LongTable(words.length);
    for (long word : words) {
      table.put(word, 1);
    }
    return table;
  }

  private float overlap(int block, LongTable words) {
    int found = 0;
    for (int at = text.from[block]; at < text.from[block + 1]; at++) {
      found += words.get(text.token(at));
    }
    return found / (float) Math.max(1, text.length(block));
  }

  private void claimedBody() {
    Arrays.fill(inClaimedBody, -1);
    List<String> bodies = page.claims().values(ClaimTopic.ARTICLE_BODY);
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

  /** Best stretch by Kadane's algorithm: running text counts for, every other block against. */
  private void core() {
    float best = 0;
    float sum = 0;
    int from = 0;
    for (int i = 0; i < count; i++) {
      float gain = mass[i] > 0 ? Math.min(mass[i], 60) : -4 - Math.min(6, text.words[i] / 2);
      sum += gain;
      if (sum <= 0) {
        sum = 0;
        from = i + 1;
      } else if (sum > best) {
        best = sum;
        coreFrom = from;
        coreEnd = i + 1;
      }
    }
  }

  /** A heading that says what the page claims as its title, else any such block; -1 for none. */
  int claimedTitleAt() {
    int found = -1;
    for (int i = 0; i < count; i++) {
      if (inTitle[i] >= 0.8f && titleIn[i] >= 0.5f) {
        if (blocks.get(i).tag().equals("h1")) {
          return i;
        }
        found = found < 0 && blocks.get(i).isHeading() ? i : found;
      }
    }
    return found;
  }

  /** What the page claims as its title; else the line above the story that looks most like one. */
  private void findTitle() {
    for (int i = Math.min(coreFrom + 1, count - 1); i >= 0; i--) {
      if (inTitle[i] >= 0.8f && titleIn[i] >= 0.5f) {
        titleAt = i;
        return;
      }
    }
    titleAt = claimedTitleAt();
    if (titleAt >= 0) {
      return; // the core lies above the title: a cookie wall, say
    }
    int end = coreFrom;
    while (end < coreEnd && mass[end] < 20) {
      end++;
    }
    float bestScore = 0;
    for (int i = Math.max(0, end - 14); i < end; i++) {
      float score = likeTitle(i, end);
      if (score > bestScore) {
        titleAt = i;
        bestScore = score;
      }
    }
  }

  private float likeTitle(int i, int end) {
    boolean sentence =
        (text.is(i, PageText.ENDS_SENTENCE) && !text.is(i, PageText.ENDS_QUESTION))
            || text.is(i, PageText.ENDS_COLON);
    boolean bulleted = page.layout() instanceof LineLayout lines && lines.bullet(i) > 0;
    if (text.words[i] < 3
        || text.words[i] > 25
        || sentence
        || bulleted
        || foreignScript[i]
        || hits.whole[i] != 0
        || litter[i] != null) {
      return 0;
    }
    float score = 3 + Math.min(text.words[i], 10) / 2 - (end - i) * 0.4f;
    score += copies[i] > 1 ? 4 : 0;
    score += blocks.get(i).isHeading() ? 4 : 0;
    score -= linkShare[i] * 4 + (hits.any[i] != 0 ? 2 : 0);
    return score;
  }
}
