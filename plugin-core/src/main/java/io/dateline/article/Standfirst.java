package io.dateline.article;

import io.dateline.boilerplate.BlockKind;
import io.dateline.boilerplate.JudgedBlock;
import java.util.List;
import java.util.Optional;

/** Finds the standfirst among the kept blocks: one short sentence between headline and story. */
final class Standfirst {

  private static final int MIN_CHARS = 40;
  private static final int MAX_CHARS = 320;

  /** A paragraph of the story is longer than its standfirst, or there is a line between. */
  private static final int FEW_PARAGRAPHS = 3;

  private Standfirst() {}

  static Optional<String> find(List<JudgedBlock> blocks) {
    boolean headline = false;
    for (int i = 0; i < blocks.size(); i++) {
      JudgedBlock block = blocks.get(i);
      headline |= block.kind() == BlockKind.HEADLINE;
      if (!block.kind().isBody()) {
        continue;
      }
      String text = block.text();
      boolean fits = text.length() >= MIN_CHARS && text.length() <= MAX_CHARS;
      boolean apart = headline && i > 0 && blocks.get(i - 1).kind() == BlockKind.HEADLINE;
      boolean story = bodies(blocks, i + 1) >= FEW_PARAGRAPHS;
      return block.kind() == BlockKind.BODY && fits && apart && story && sentences(text) <= 2
          ? Optional.of(text)
          : Optional.empty();
    }
    return Optional.empty();
  }

  private static int bodies(List<JudgedBlock> blocks, int from) {
    int count = 0;
    for (int i = from; i < blocks.size(); i++) {
      count += blocks.get(i).kind() == BlockKind.BODY ? 1 : 0;
    }
    return count;
  }

  private static int sentences(String text) {
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      boolean end = ".!?。؟।".indexOf(text.charAt(i)) >= 0;
      count += end && (i + 1 == text.length() || text.charAt(i + 1) == ' ') ? 1 : 0;
    }
    return count;
  }
}
