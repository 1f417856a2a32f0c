package io.dateline.article;

import io.dateline.boilerplate.BlockKind;
import io.dateline.boilerplate.JudgedBlock;
import io.dateline.furniture.Furniture;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the headline of a plain-text capture, which has no markup to tell it by: a line above the
 * story, of a headline's length, whose words the story takes up again, and which the byline or the
 * date follows.
 */
final class TextHeadline {

  private static final int ABOVE = 40;

  /** Lines of standfirst, byline and caption that may stand between headline and story. */
  private static final int NEAR = 12;

  private static final int INTO_BODY = 3;
  private static final int MIN_WORDS = 2;
  private static final int MAX_WORDS = 32;

  /** Characters of the story in which the headline's words are looked for. */
  private static final int STORY = 6000;

  private static final double THRESHOLD = 1.1;

  private final Furniture furniture;

  TextHeadline(Furniture furniture) {
    this.furniture = furniture;
  }

  Optional<String> find(List<JudgedBlock> blocks) {
    int first = 0;
    while (first < blocks.size() && blocks.get(first).kind() != BlockKind.BODY) {
      first++;
    }
    if (first == blocks.size()) {
      return Optional.empty();
    }
    Set<String> story = story(blocks);
    Map<String, Integer> repeats = new HashMap<>();
    for (JudgedBlock block : blocks) {
      if (block.text().length() <= 300) {
        repeats.merge(TitleTrimmer.words(block.text()), 1, Integer::sum);
      }
    }
    String best = null;
    double bestScore = THRESHOLD;
    int from = Math.max(0, first - ABOVE);
    int to = Math.min(blocks.size(), first + INTO_BODY);
    for (int i = from; i < to; i++) {
      double score = score(blocks, i, first, story, repeats);
      if (score > bestScore) {
        bestScore = score;
        best = blocks.get(i).text();
      }
    }
    return Optional.ofNullable(best);
  }

  private double score(
      List<JudgedBlock> blocks,
      int at,
      int first,
      Set<String> story,
      Map<String, Integer> repeats) {
    JudgedBlock block = blocks.get(at);
    String text = block.text();
    if (text.length() > 300 || text.length() < 8 || isForeign(block.kind())) {
      return 0;
    }
    String words = TitleTrimmer.words(text);
    int count = TitleTrimmer.countWords(words);
    if (count < MIN_WORDS || count > MAX_WORDS || text.startsWith("[") || isFurniture(text)) {
      return 0;
    }
    double score = 1.6 * shared(words, story);
    score += count >= 4 ? 0.3 : 0;
    char last = text.charAt(text.length() - 1);
    score -= last == '.' || last == ':' || last == ',' || last == '…' ? 0.5 : 0;
    score += block.kind() == BlockKind.HEADLINE ? 0.4 : 0;
    score -= block.kind() == BlockKind.BODY ? 0.5 : 0;
    score += Math.min(2, repeats.getOrDefault(words, 1) - 1) * 0.2;
    score += followed(blocks, at) ? 0.5 : 0;
    score -= at >= first ? 0.4 : Math.max(0, first - at - NEAR) * 0.02;
    return score;
  }

  private static boolean isForeign(BlockKind kind) {
    return kind == BlockKind.CAPTION
        || kind == BlockKind.BYLINE
        || kind == BlockKind.TIMESTAMP
        || kind == BlockKind.CREDIT
        || kind == BlockKind.DATELINE;
  }

  private boolean isFurniture(String text) {
    return furniture.timestamp(text).isPresent()
        || furniture.byline(text).isPresent()
        || furniture.section(text).isPresent()
        || !furniture.breadcrumb(text).isEmpty();
  }

  /** Whether a byline or a date stands in one of the next lines. */
  private boolean followed(List<JudgedBlock> blocks, int at) {
    for (int i = at + 1; i < Math.min(blocks.size(), at + 5); i++) {
      String text = blocks.get(i).text();
      BlockKind kind = blocks.get(i).kind();
      if (kind == BlockKind.BYLINE
          || kind == BlockKind.TIMESTAMP
          || (text.length() <= 120
              && (furniture.timestamp(text).isPresent() || furniture.byline(text).isPresent()))) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> story(List<JudgedBlock> blocks) {
    Set<String> story = new HashSet<>();
    int seen = 0;
    for (JudgedBlock block : blocks) {
      if (block.kind() == BlockKind.BODY && seen < STORY) {
        seen += block.text().length();
        addTerms(TitleTrimmer.words(block.text()), story);
      }
    }
    return story;
  }

  /** Share of the line's longer words that the story uses, too. */
  private static double shared(String words, Set<String> story) {
    Set<String> terms = new HashSet<>();
    addTerms(words, terms);
    if (terms.isEmpty()) {
      return 0;
    }
    int all = terms.size();
    terms.retainAll(story);
    return (double) terms.size() / Math.max(all, 3);
  }

  /** Words of four letters and more, cut to six against inflection; pairs where no spaces are. */
  private static void addTerms(String words, Set<String> terms) {
    for (String word : words.split(" ", -1)) {
      if (word.isEmpty()) {
        continue;
      }
      if (Character.isIdeographic(word.charAt(0)) || word.charAt(0) >= 0x3040) {
        for (int i = 0; i + 2 <= word.length(); i++) {
          terms.add(word.substring(i, i + 2));
        }
      } else if (word.length() >= 4) {
        terms.add(word.substring(0, Math.min(6, word.length())));
      }
    }
  }
}
