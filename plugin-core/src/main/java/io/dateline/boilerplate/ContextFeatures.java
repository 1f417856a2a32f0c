package io.dateline.boilerplate;

/**
 * How a block compares with the story's core and with the blocks around it: signs of lists and
 * teasers that hold in every language.
 */
final class ContextFeatures {

  private static final int NEAR = 6;
  private static final int FAR = 60;

  /** Short enough to be compared word by word. */
  private static final int SHORT = 40;

  private static final PhraseFamily[] SIGNPOSTS = {
    PhraseFamily.RELATED,
    PhraseFamily.COMMENT,
    PhraseFamily.SHARE,
    PhraseFamily.LEGAL,
    PhraseFamily.BYLINE
  };

  private final Evidence evidence;
  private final PageText text;
  private final float[] kin;
  private final int[][] since = new int[SIGNPOSTS.length][];
  private final float typicalWords;
  private final float typicalCapitals;
  private final float typicalCommas;
  private final float typicalKin;
  private final float typicalFunction;
  private final float typicalLetters;

  ContextFeatures(Evidence evidence) {
    this.evidence = evidence;
    text = evidence.text;
    int n = evidence.count;
    boolean[] core = new boolean[n];
    float words = 0;
    float capitals = 0;
    float commas = 0;
    float squares = 0;
    for (int i = evidence.place.coreFrom; i < evidence.place.coreEnd; i++) {
      core[i] = evidence.mass[i] > 0;
      if (core[i]) {
        words += text.words[i];
        squares += text.words[i] * text.words[i];
        capitals += text.upper[i];
        commas += text.commas[i];
      }
    }
    typicalWords = squares / Math.max(1, words);
    typicalCapitals = capitals / Math.max(1, words);
    typicalCommas = commas / Math.max(1, words);
    Kinship kinship = new Kinship(text, evidence.vocabulary.frequent, core);
    kin = new float[n];
    float kinSum = 0;
    float function = 0;
    float letters = 0;
    for (int i = 0; i < n; i++) {
      kin[i] = kinship.of(i);
      if (core[i]) {
        kinSum += kin[i] * text.words[i];
        function += evidence.vocabulary.functionShare[i] * text.words[i];
        letters += text.letters[i];
      }
    }
    typicalKin = kinSum / Math.max(1, words);
    typicalFunction = function / Math.max(1, words);
    typicalLetters = letters / Math.max(1, words);
    for (int s = 0; s < SIGNPOSTS.length; s++) {
      since[s] = distance(SIGNPOSTS[s]);
    }
  }

  private int[] distance(PhraseFamily family) {
    int[] distance = new int[evidence.count];
    int last = -FAR;
    for (int i = 0; i < distance.length; i++) {
      last = text.words[i] <= 12 && PhraseHits.has(evidence.hits.any[i], family) ? i : last;
      distance[i] = Math.min(FAR, i - last);
    }
    return distance;
  }

  void put(FeatureTable row, int i) {
    int n = evidence.count;
    float some = Math.max(1, text.words[i]);
    row.put("kin", kin[i] < 0 ? -1 : kin[i] - typicalKin);
    row.put("functionOver", evidence.vocabulary.functionShare[i] - typicalFunction);
    row.put("lettersOver", text.letters[i] / some - typicalLetters);
    row.put("toTypical", text.words[i] / Math.max(1, typicalWords));
    row.put("capitalsOver", text.upper[i] / some - typicalCapitals);
    row.put("commasOver", text.commas[i] / some - typicalCommas);
    for (int s = 0; s < SIGNPOSTS.length; s++) {
      row.put("since", s, since[s][i]);
    }
    row.put("echo", echo(i));
    row.put("likeAbove", i > 0 ? shared(i, i - 1) : -1);
    row.put("likeBelow", i + 1 < n ? shared(i, i + 1) : -1);
    near(row, i);
  }

  private void near(FeatureTable row, int i) {
    int sameStart = 0;
    int sameEnd = 0;
    int closed = 0;
    int litter = 0;
    int shorts = 0;
    int kinned = 0;
    float kinSum = 0;
    int from = Math.max(0, i - NEAR);
    int end = Math.min(evidence.count, i + NEAR + 1);
    boolean any = text.length(i) > 0;
    for (int k = from; k < end; k++) {
      closed += text.is(k, PageText.ENDS_SENTENCE) ? 1 : 0;
      litter += evidence.litter[k] != null ? 1 : 0;
      shorts += text.words[k] < 5 ? 1 : 0;
      if (kin[k] >= 0) {
        kinned++;
        kinSum += kin[k];
      }
      if (k != i && any && text.length(k) > 0) {
        sameStart += text.token(text.from[i]) == text.token(text.from[k]) ? 1 : 0;
        sameEnd += text.token(text.from[i + 1] - 1) == text.token(text.from[k + 1] - 1) ? 1 : 0;
      }
    }
    row.put("sameStart", sameStart);
    row.put("sameEnd", sameEnd);
    row.put("closedNear", closed / (float) (end - from));
    row.put("litterNear", litter);
    row.put("shortsNear", shorts / (float) (end - from));
    row.put("kinNear", kinned == 0 ? -1 : kinSum / kinned - typicalKin);
  }

  /** Whether the block says the same twice, as a teaser's picture text and title do. */
  private boolean echo(int i) {
    int half = text.length(i) / 2;
    if (half < 2) {
      return false;
    }
    int same = 0;
    for (int o = 0; o < half; o++) {
      same += text.token(text.from[i] + o) == text.token(text.from[i + 1] - half + o) ? 1 : 0;
    }
    return same * 10 >= half * 9;
  }

  /** Share of a short block's words that stand in another short block. */
  private float shared(int block, int other) {
    int length = text.length(block);
    if (length == 0 || length > SHORT || text.length(other) > SHORT) {
      return -1;
    }
    int found = 0;
    for (int at = text.from[block]; at < text.from[block + 1]; at++) {
      long word = text.token(at);
      if (evidence.vocabulary.frequent.get(word) != 0) {
        continue;
      }
      for (int k = text.from[other]; k < text.from[other + 1]; k++) {
        if (text.token(k) == word) {
          found++;
          break;
        }
      }
    }
    return found / (float) length;
  }
}
