package io.dateline.boilerplate;

/** What the words of a block and of the blocks around it say, in any capture. */
final class TextFeatures {

  private static final int[] NEAR = {-3, -2, -1, 1, 2, 3};
  private static final int[] WINDOWS = {2, 5, 12};

  private final Evidence evidence;
  private final PageText text;
  private final float[] massBefore;
  private final float[] wordsBefore;
  private final int[] massAbove;
  private final int[] massBelow;

  TextFeatures(Evidence evidence) {
    this.evidence = evidence;
    text = evidence.text;
    int n = evidence.count;
    massBefore = new float[n + 1];
    wordsBefore = new float[n + 1];
    massAbove = new int[n];
    massBelow = new int[n];
    int last = -100;
    for (int i = 0; i < n; i++) {
      massBefore[i + 1] = massBefore[i] + evidence.mass[i];
      wordsBefore[i + 1] = wordsBefore[i] + text.words[i];
      massAbove[i] = i - last;
      last = evidence.mass[i] > 0 ? i : last;
    }
    int next = n + 100;
    for (int i = n - 1; i >= 0; i--) {
      massBelow[i] = next - i;
      next = evidence.mass[i] > 0 ? i : next;
    }
  }

  void put(FeatureTable row, int i) {
    own(row, i);
    phrases(row, i);
    likeness(row, i);
    position(row, i);
    around(row, i);
  }

  private void own(FeatureTable row, int i) {
    float words = text.words[i];
    float some = Math.max(1, words);
    float letters = Math.max(1, text.letters[i]);
    row.put("words", words);
    row.put("chars", text.chars[i]);
    row.put("lettersPerWord", text.letters[i] / some);
    row.put("sentences", text.sentences[i]);
    row.put("sentencesPerWord", text.sentences[i] / some);
    row.put("commasPerWord", text.commas[i] / some);
    row.put("capitals", text.upper[i] / some);
    row.put("digits", text.digits[i] / (letters + text.digits[i]));
    row.put("quotes", text.quotes[i]);
    row.put(
        "punctuation",
        (text.chars[i] - text.letters[i] - text.digits[i]) / (float) Math.max(1, text.chars[i]));
    row.put("endsSentence", text.is(i, PageText.ENDS_SENTENCE));
    row.put("endsQuestion", text.is(i, PageText.ENDS_QUESTION));
    row.put("endsColon", text.is(i, PageText.ENDS_COLON));
    row.put("endsEllipsis", text.is(i, PageText.ENDS_ELLIPSIS));
    row.put("endsArrow", text.is(i, PageText.ENDS_ARROW));
    row.put("startsLower", text.is(i, PageText.STARTS_LOWER));
    row.put("startsQuote", text.is(i, PageText.STARTS_QUOTE));
    row.put("startsMark", text.is(i, PageText.STARTS_MARK));
    row.put("bracketed", text.is(i, PageText.BRACKETED));
    row.put("address", text.is(i, PageText.HAS_ADDRESS));
    row.put("copyright", text.is(i, PageText.HAS_COPYRIGHT));
    row.put("bar", text.is(i, PageText.HAS_BAR));
    row.put("clock", text.is(i, PageText.HAS_CLOCK));
    row.put("year", text.is(i, PageText.HAS_YEAR));
    row.put("allUpper", text.is(i, PageText.ALL_UPPER));
    row.put("function", evidence.vocabulary.functionShare[i]);
    row.put("foreign", evidence.vocabulary.foreignScript[i]);
    row.put("mass", evidence.mass[i]);
    row.put("linkShare", evidence.linkShare[i]);
  }

  private void phrases(FeatureTable row, int i) {
    PhraseHits hits = evidence.hits;
    for (PhraseFamily family : PhraseFamily.values()) {
      float value = 0;
      if (PhraseHits.has(hits.any[i], family)) {
        value = 1;
        if (PhraseHits.has(hits.whole[i], family)) {
          value = 3;
        } else if (PhraseHits.has(hits.sureStart[i] | hits.sureInside[i], family)) {
          value = 2;
        }
      }
      row.put(family.name(), value);
    }
    row.put("phraseShare", hits.longest[i] / Math.max(1, text.words[i]));
    row.put("litter", evidence.litter[i] != null);
  }

  private void likeness(FeatureTable row, int i) {
    row.put("inTitle", evidence.claims.inTitle[i]);
    row.put("titleIn", evidence.claims.titleIn[i]);
    row.put("inDescription", evidence.claims.inDescription[i]);
    row.put("inClaimedBody", evidence.claims.inClaimedBody[i]);
    row.put("copies", Math.min(9, evidence.repetition.copies[i]));
    row.put("copiesBefore", Math.min(9, evidence.repetition.copiesBefore[i]));
    row.put("beginsAnother", evidence.repetition.beginsAnother[i]);
  }

  private void position(FeatureTable row, int i) {
    float total = Math.max(1, massBefore[evidence.count]);
    float all = Math.max(1, wordsBefore[evidence.count]);
    row.put("fromTop", Math.min(300, i));
    row.put("fromBottom", Math.min(300, evidence.count - 1 - i));
    row.put("relative", i / (float) evidence.count);
    row.put("wordsAboveShare", wordsBefore[i] / all);
    row.put("massAboveShare", massBefore[i] / total);
    row.put("massBelowShare", 1 - massBefore[i + 1] / total);
    row.put("massAbove", Math.min(40, massAbove[i]));
    row.put("massBelow", Math.min(40, massBelow[i]));
    row.put("total", total);
    row.put("density", total / all);
    row.put("blocks", evidence.count);
    int title = evidence.place.titleAt;
    row.put("title", title >= 0);
    row.put("afterTitle", title < 0 ? -99 : Math.max(-60, Math.min(120, i - title)));
    row.put(
        "inCore",
        i < evidence.place.coreFrom
            ? i - evidence.place.coreFrom
            : i >= evidence.place.coreEnd ? i - evidence.place.coreEnd + 1 : 0);
    row.put("coreShare", coreShare());
  }

  private float coreShare() {
    float total = Math.max(1, massBefore[evidence.count]);
    return (massBefore[evidence.place.coreEnd] - massBefore[evidence.place.coreFrom]) / total;
  }

  private void around(FeatureTable row, int i) {
    for (int offset : NEAR) {
      int k = i + offset;
      boolean there = k >= 0 && k < evidence.count;
      row.put("words", offset, there ? text.words[k] : -1);
      row.put("mass", offset, there ? evidence.mass[k] : -1);
      if (offset >= -2 && offset <= 2) {
        row.put("ends", offset, there && text.is(k, PageText.ENDS_SENTENCE));
        row.put("litter", offset, there && evidence.litter[k] != null);
        row.put("function", offset, there ? evidence.vocabulary.functionShare[k] : -1);
        row.put("link", offset, there ? evidence.linkShare[k] : -1);
        row.put("phrases", offset, there ? Integer.bitCount(evidence.hits.any[k]) : 0);
        row.put("digits", offset, there ? text.digits[k] / (float) Math.max(1, text.chars[k]) : -1);
      }
    }
    for (int size : WINDOWS) {
      int from = Math.max(0, i - size);
      int end = Math.min(evidence.count, i + size + 1);
      row.put("massBefore", size, massBefore[i] - massBefore[from]);
      row.put("massAfter", size, massBefore[end] - massBefore[i + 1]);
      float words = Math.max(1, wordsBefore[end] - wordsBefore[from]);
      row.put("density", size, (massBefore[end] - massBefore[from]) / words);
      row.put("perBlock", size, words / (end - from));
    }
  }
}
