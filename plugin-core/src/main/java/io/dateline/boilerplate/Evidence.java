package io.dateline.boilerplate;

import io.dateline.Meter;
import io.dateline.capture.Block;
import io.dateline.capture.CapturedPage;
import io.dateline.capture.ClaimTopic;
import io.dateline.capture.DomLayout;
import io.dateline.capture.LineLayout;
import io.dateline.furniture.Furniture;
import io.dateline.table.LongTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be said about the blocks of a page before judging them. Each question has a class of its
 * own; this one asks them in order, and says itself which blocks are litter and which running text.
 */
final class Evidence {

  private static final LongTable CONSENT_WORDS =
      LongTable.of(
          PageText.wordsOf(
              "cookie cookies ccpa gdpr dsgvo browser tracking consent einwilligung einwilligungen"
                  + " privacy datenschutz datenschutzerklärung partner partners partnern vendors çerez"
                  + " çerezler çerezleri куки"));

  final CapturedPage page;
  final List<Block> blocks;
  final PageText text;
  final PhraseHits hits;
  final int count;

  final Repetition repetition;
  final Vocabulary vocabulary;
  final ClaimLikeness claims;
  final StoryPlace place;

  /** Share of a block's characters inside links; 0 in plain text. */
  final float[] linkShare;

  /** Words of running text in a block; 0 for anything else. */
  final float[] mass;

  /** Sums over the elements; null in plain text. */
  final @Nullable DomStatistics dom;

  final float totalMass;

  /** The family of phrases that condemns a block for certain; null entries elsewhere. */
  final @Nullable PhraseFamily[] litter;

  /**
   * The family that condemns a line of plain text by its shape. The model does not see it: a
   * paragraph between two pictures would look as if it stood among litter.
   */
  final @Nullable PhraseFamily[] lineLitter;

  /** What the lines around a story look like in any language. */
  final Furniture furniture = Furniture.of("");

  /** Which blocks are such lines. */
  final StandingLines standing;

  private final boolean aboutConsent;

  private Evidence(CapturedPage page, PhraseBook phrases, Meter meter) {
    this.page = page;
    blocks = page.blocks();
    count = blocks.size();
    standing = new StandingLines(furniture, blocks);
    text = PageText.of(blocks, meter);
    hits = PhraseHits.of(text, phrases, meter);
    repetition = new Repetition(text);
    linkShare = new float[count];
    mass = new float[count];
    links();
    aboutConsent = titleNamesConsent();
    litter = new PhraseFamily[count];
    for (int i = 0; i < count; i++) {
      litter[i] = Litter.of(this, i);
    }
    lineLitter = new PhraseFamily[count];
    if (page.layout() instanceof LineLayout) {
      LineLitter lines = new LineLitter(text, furniture, phrases);
      for (int i = 0; i < count; i++) {
        lineLitter[i] = litter[i] == null ? lines.of(i, blocks.get(i).text()) : null;
      }
    }
    totalMass = weigh();
    vocabulary = new Vocabulary(text, mass);
    claims = new ClaimLikeness(text, page.claims(), meter);
    place = new StoryPlace(this);
    dom = page.layout() instanceof DomLayout layout ? new DomStatistics(this, layout) : null;
  }

  static Evidence of(CapturedPage page) {
    return of(page, Meter.unlimited());
  }

  static Evidence of(CapturedPage page, Meter meter) {
    return new Evidence(page, PhraseBook.builtIn(), meter);
  }

  /** With another phrase book than the built-in one; training leaves it out now and then. */
  static Evidence of(CapturedPage page, PhraseBook phrases) {
    return new Evidence(page, phrases, Meter.unlimited());
  }

  /**
   * Whether a paragraph is about the site's own cookies or sale of data: it names them and speaks
   * of privacy, on a page whose title does not.
   */
  boolean isConsent(int block) {
    if (aboutConsent
        || text.words[block] > 250
        || !PhraseHits.has(hits.any[block], PhraseFamily.LEGAL)) {
      return false;
    }
    int cookies = 0;
    for (int at = text.from[block]; at < text.from[block + 1]; at++) {
      cookies += CONSENT_WORDS.get(text.token(at));
    }
    return cookies >= 2;
  }

  /** The family that condemns a block for certain, by its phrases or by its shape. */
  @Nullable PhraseFamily condemns(int block) {
    return litter[block] != null ? litter[block] : lineLitter[block];
  }

  private void links() {
    if (page.layout() instanceof DomLayout dom) {
      for (int i = 0; i < count; i++) {
        linkShare[i] =
            Math.min(1, dom.linkChars(i) / (float) Math.max(1, text.letters[i] + text.digits[i]));
      }
    }
  }

  /** The first kept block of running text; the number of blocks when there is none. */
  int firstParagraph(boolean[] kept) {
    int first = 0;
    while (first < count && !(kept[first] && mass[first] > 0)) {
      first++;
    }
    return first;
  }

  /** Eight words, or fewer long ones: some languages say in one word what others say in three. */
  private boolean isLong(int i) {
    return text.words[i] >= 8 || (text.words[i] >= 4 && fairWords(i) >= 8.5f);
  }

  /** Words of a block as English would have them: letters tell more than blanks do. */
  float fairWords(int block) {
    float perWord =
        switch (text.script[block]) {
          case Script.HANGUL -> 2.2f;
          case Script.OTHER -> 3.2f; // Ethiopic and other syllables
          case Script.INDIC -> 4;
          case Script.HAN, Script.THAI -> Float.MAX_VALUE; // counted by character as it is
          default -> 6.4f;
        };
    return Math.max(text.words[block], text.letters[block] / perWord);
  }

  private float weigh() {
    float sum = 0;
    for (int i = 0; i < count; i++) {
      boolean sentence = text.sentences[i] > 0 || text.is(i, PageText.ENDS_COLON);
      if (litter[i] == null
          && linkShare[i] < 0.5f
          && ((isLong(i) && sentence) || text.words[i] >= 25)) {
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
}
