package io.dateline.article;

import io.dateline.boilerplate.BlockKind;
import io.dateline.boilerplate.JudgedBlock;
import io.dateline.furniture.DateMention;
import io.dateline.furniture.Furniture;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The lines of a plain-text capture that could be its headline, each with the signs by which one is
 * told: the story takes up its words, it has a headline's length and no sentence's end, a byline or
 * a date follows it, the line comes before the others like it.
 */
final class HeadlineLines {

  /** The signs, by the names that the weights' file has for them. */
  enum Sign {
    IN_STORY,
    IN_LEAD,
    WORDS_2_TO_3,
    WORDS_4_TO_5,
    WORDS_6_TO_14,
    WORDS_15_TO_22,
    ENDS_SENTENCE,
    ENDS_OPEN,
    ASKS_OR_CALLS,
    JUDGED_HEADLINE,
    JUDGED_STANDFIRST,
    JUDGED_BODY,
    TAKEN_UP_AS_LINE,
    SIGNED_WITHIN_3,
    SIGNED_WITHIN_6,
    AFTER_STORY_BEGINS,
    NEAR_STORY,
    BEFORE_LONG_LINE,
    AFTER_LONG_LINE,
    AFTER_SECTION,
    PART_OF_ANOTHER,
    STARTS_WITH_DIGIT,
    CAPITALISED,
    FIRST_OF_ITS_KIND,
    FURNITURE
  }

  /**
   * A line that may be the headline.
   *
   * @param words as {@link TitleTrimmer#words} gives them
   * @param signs how strongly each is there, 0 to 2; those that are not are left out
   */
  record Line(String text, String words, Map<Sign, Float> signs) {}

  private static final int ABOVE = 80;
  private static final int INTO_STORY = 4;
  private static final int NEAR = 12;
  private static final int MAX_CHARS = 300;
  private static final int MAX_WORDS = 36;
  private static final int MIN_CHARS = 4;
  private static final int LONG = 60;

  /** Characters of the story in which the line's words are looked for. */
  private static final int STORY = 6000;

  private static final int LEAD = 900;

  /** Blocks from the story's first one on in which the line may stand again. */
  private static final int TAKEN_UP_WITHIN = 400;

  private final List<JudgedBlock> blocks;
  private final Furniture furniture;
  private final int from;
  private final int first;
  private final int end;
  private final String[] words;
  private final boolean[] signed;
  private final Set<String> story = new HashSet<>();
  private final Set<String> lead = new HashSet<>();
  private final Map<String, Integer> inStory = new HashMap<>();

  private HeadlineLines(List<JudgedBlock> blocks, Furniture furniture, int first) {
    this.blocks = blocks;
    this.furniture = furniture;
    this.first = first;
    from = Math.max(0, first - ABOVE);
    end = Math.min(blocks.size(), first + INTO_STORY);
    int looked = Math.min(blocks.size(), end + 6);
    words = new String[looked];
    signed = new boolean[looked];
    for (int i = from; i < looked; i++) {
      words[i] = isShort(i) ? TitleTrimmer.words(blocks.get(i).text()) : "";
      signed[i] = isSignature(blocks.get(i));
    }
    readStory();
  }

  /** The possible headlines of a page, in reading order; none when the page has no body. */
  static List<Line> of(List<JudgedBlock> blocks, Furniture furniture) {
    int first = 0;
    while (first < blocks.size() && blocks.get(first).kind() != BlockKind.BODY) {
      first++;
    }
    return first == blocks.size()
        ? List.of()
        : new HeadlineLines(blocks, furniture, first).candidates();
  }

  private List<Line> candidates() {
    List<Line> lines = new ArrayList<>();
    float[] shared = new float[end];
    for (int i = from; i < end; i++) {
      String text = blocks.get(i).text();
      int count = count(words[i]);
      boolean possible =
          words[i].length() >= MIN_CHARS
              && count <= MAX_WORDS
              && text.charAt(0) != '['
              && !startsWithMoment(text);
      if (possible) {
        Set<String> terms = terms(words[i]);
        shared[i] = share(terms, story);
        lines.add(new Line(text, words[i], signs(i, count, terms, shared)));
      }
    }
    return lines;
  }

  /** "2025-09-16 08:12 Source: ..." is no headline, whatever follows the time. */
  private boolean startsWithMoment(String text) {
    if (!Character.isDigit(text.charAt(0))) {
      return false;
    }
    List<DateMention> dates = furniture.dates(text);
    return !dates.isEmpty()
        && dates.get(0).start() == 0
        && dates.get(0).iso() != null
        && dates.get(0).iso().length() > 10;
  }

  private Map<Sign, Float> signs(int at, int count, Set<String> terms, float[] shared) {
    String text = blocks.get(at).text();
    BlockKind kind = blocks.get(at).kind();
    int last = text.codePointBefore(text.length());
    Map<Sign, Float> signs = new EnumMap<>(Sign.class);
    put(signs, Sign.IN_STORY, shared[at]);
    put(signs, Sign.IN_LEAD, share(terms, lead));
    put(signs, Sign.WORDS_2_TO_3, count == 2 || count == 3);
    put(signs, Sign.WORDS_4_TO_5, count == 4 || count == 5);
    put(signs, Sign.WORDS_6_TO_14, count >= 6 && count <= 14);
    put(signs, Sign.WORDS_15_TO_22, count >= 15 && count <= 22);
    put(signs, Sign.ENDS_SENTENCE, ".。।۔".indexOf(last) >= 0);
    put(signs, Sign.ENDS_OPEN, ":,…;：،".indexOf(last) >= 0);
    put(signs, Sign.ASKS_OR_CALLS, "?!？！؟".indexOf(last) >= 0);
    put(signs, Sign.JUDGED_HEADLINE, kind == BlockKind.HEADLINE);
    put(signs, Sign.JUDGED_STANDFIRST, kind == BlockKind.STANDFIRST);
    put(signs, Sign.JUDGED_BODY, kind == BlockKind.BODY);
    put(
        signs,
        Sign.TAKEN_UP_AS_LINE,
        Math.min(2, inStory.getOrDefault(words[at], 0) - (at >= first ? 1 : 0)));
    put(signs, Sign.SIGNED_WITHIN_3, isSigned(at, 3));
    put(signs, Sign.SIGNED_WITHIN_6, isSigned(at, 6));
    put(signs, Sign.AFTER_STORY_BEGINS, at >= first);
    put(signs, Sign.NEAR_STORY, at < first && first - at <= NEAR);
    put(signs, Sign.BEFORE_LONG_LINE, isLong(at + 1));
    put(signs, Sign.AFTER_LONG_LINE, isLong(at - 1));
    put(signs, Sign.AFTER_SECTION, followsSection(at));
    put(signs, Sign.PART_OF_ANOTHER, Math.min(2, linesAround(at)));
    put(signs, Sign.STARTS_WITH_DIGIT, Character.isDigit(words[at].codePointAt(0)));
    put(signs, Sign.CAPITALISED, capitalised(text));
    put(signs, Sign.FIRST_OF_ITS_KIND, isFirstOfItsKind(at, shared));
    put(signs, Sign.FURNITURE, isFurniture(blocks.get(at)));
    return signs;
  }

  private static void put(Map<Sign, Float> signs, Sign sign, boolean there) {
    put(signs, sign, there ? 1 : 0);
  }

  private static void put(Map<Sign, Float> signs, Sign sign, float strength) {
    if (strength != 0) {
      signs.put(sign, strength);
    }
  }

  private boolean isSigned(int at, int lines) {
    for (int i = at + 1; i < Math.min(signed.length, at + 1 + lines); i++) {
      if (signed[i]) {
        return true;
      }
    }
    return false;
  }

  private boolean isSignature(JudgedBlock block) {
    String text = block.text();
    return block.kind() == BlockKind.BYLINE
        || block.kind() == BlockKind.TIMESTAMP
        || (text.length() <= 120
            && (furniture.timestamp(text).isPresent() || furniture.byline(text).isPresent()));
  }

  private boolean isFurniture(JudgedBlock block) {
    return switch (block.kind()) {
      case BYLINE, TIMESTAMP, DATELINE, CREDIT, CAPTION -> true;
      default -> isSignature(block) || isLabel(block);
    };
  }

  private boolean isLabel(JudgedBlock block) {
    return block.text().length() <= 200
        && (furniture.section(block.text()).isPresent()
            || !furniture.breadcrumb(block.text()).isEmpty());
  }

  private boolean followsSection(int at) {
    for (int i = Math.max(0, at - 3); i < at; i++) {
      BlockKind kind = blocks.get(i).kind();
      if (kind == BlockKind.BREADCRUMB || kind == BlockKind.SECTION || isLabel(blocks.get(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean isLong(int at) {
    return at >= 0 && at < blocks.size() && blocks.get(at).text().length() >= LONG;
  }

  /** A title often stands again inside a line above it, with the site's name. */
  private int linesAround(int at) {
    int found = 0;
    if (words[at].length() >= 12) {
      for (int i = Math.max(from, at - 30); i < Math.min(words.length, at + 6); i++) {
        found += words[i].length() > words[at].length() && words[i].contains(words[at]) ? 1 : 0;
      }
    }
    return found;
  }

  /** Headline, standfirst and caption speak of the same; the headline comes first. */
  private boolean isFirstOfItsKind(int at, float[] shared) {
    if (shared[at] < 0.5f) {
      return false;
    }
    for (int i = Math.max(from, at - 4); i < at; i++) {
      if (shared[i] >= 0.5f) {
        return false;
      }
    }
    return true;
  }

  /** Share of words that begin with a capital; scripts without any have a sentence's share. */
  private static float capitalised(String text) {
    int capitals = 0;
    int letters = 0;
    boolean cased = false;
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean begins = !inside && Character.isLetter(c);
      letters += begins ? 1 : 0;
      capitals += begins && Character.isUpperCase(c) ? 1 : 0;
      cased |= Character.isUpperCase(c) || Character.isLowerCase(c);
      inside = !Character.isWhitespace(c);
    }
    return cased && letters > 0 ? (float) capitals / letters : 0.25f;
  }

  private boolean isShort(int i) {
    return blocks.get(i).text().length() <= MAX_CHARS;
  }

  private void readStory() {
    int seen = 0;
    for (int i = first; i < blocks.size(); i++) {
      JudgedBlock block = blocks.get(i);
      boolean line = i - first < TAKEN_UP_WITHIN && isShort(i);
      boolean told = block.kind() == BlockKind.BODY && seen < STORY;
      if (!line && !told) {
        continue;
      }
      String said = i < words.length && isShort(i) ? words[i] : TitleTrimmer.words(block.text());
      if (line) {
        inStory.merge(said, 1, Integer::sum);
      }
      if (told) {
        seen += block.text().length();
        addTerms(said, story);
        if (seen < LEAD || lead.isEmpty()) {
          addTerms(said, lead);
        }
      }
    }
  }

  /** Words; where no spaces part them, two characters are taken for one. */
  private static int count(String words) {
    int count = 0;
    for (String word : words.split(" ", -1)) {
      count += !word.isEmpty() && isUnspaced(word, 0) ? (word.length() + 1) / 2 : 1;
    }
    return count;
  }

  private static boolean isUnspaced(String words, int at) {
    char first = words.charAt(at);
    return first >= 0x3040 || Character.isIdeographic(first);
  }

  private static float share(Set<String> terms, Set<String> in) {
    int shared = 0;
    for (String term : terms) {
      shared += in.contains(term) ? 1 : 0;
    }
    return terms.isEmpty() ? 0 : (float) shared / Math.max(terms.size(), 3);
  }

  private static Set<String> terms(String words) {
    Set<String> terms = new HashSet<>();
    addTerms(words, terms);
    return terms;
  }

  /** Words of four letters and more, cut to six against inflection; pairs where no spaces are. */
  private static void addTerms(String words, Set<String> terms) {
    int end;
    for (int from = 0; from < words.length(); from = end + 1) {
      int blank = words.indexOf(' ', from);
      end = blank < 0 ? words.length() : blank;
      if (isUnspaced(words, from)) {
        for (int i = from; i + 2 <= end; i++) {
          terms.add(words.substring(i, i + 2));
        }
      } else if (end - from >= 4) {
        terms.add(words.substring(from, Math.min(from + 6, end)));
      }
    }
  }
}
