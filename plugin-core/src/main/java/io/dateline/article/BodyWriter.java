package io.dateline.article;

import io.dateline.boilerplate.BlockKind;
import io.dateline.boilerplate.JudgedBlock;
import io.dateline.furniture.Credit;
import io.dateline.furniture.Dateline;
import io.dateline.furniture.Furniture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes paragraphs of the kept blocks and takes the dateline off the first and the credit off the
 * last of them.
 */
final class BodyWriter {

  /**
   * @param dateline what stood before the story, inline or in a line of its own
   * @param credit what stood behind it
   */
  record Body(List<Paragraph> paragraphs, @Nullable Dateline dateline, @Nullable Credit credit) {}

  /**
   * A dateline opens the story; behind a standfirst it opens the next paragraph or the one after.
   */
  private static final int OPENING = 3;

  private static final int MAX_CREDIT = 80;

  private final Furniture furniture;

  BodyWriter(Furniture furniture) {
    this.furniture = furniture;
  }

  Body write(List<JudgedBlock> blocks) {
    List<Paragraph> paragraphs = new ArrayList<>();
    Dateline dateline = null;
    int last = -1;
    for (int i = 0; i < blocks.size(); i++) {
      JudgedBlock block = blocks.get(i);
      if (block.kind().isBody()) {
        paragraphs.add(new Paragraph(block.text().strip(), block.kind() == BlockKind.SUBHEADING));
        last = i;
      } else if (dateline == null && paragraphs.size() <= 1) {
        boolean here = block.kind() == BlockKind.DATELINE || isNextToStory(blocks, i);
        dateline = here ? furniture.datelineLine(block.text()).orElse(null) : null;
      }
    }
    for (int i = 0; dateline == null && i < Math.min(OPENING, paragraphs.size()); i++) {
      dateline = opening(paragraphs, i);
    }
    Credit credit = closing(paragraphs);
    if (credit == null && last >= 0 && last + 1 < blocks.size()) {
      credit = behind(blocks.get(last).text(), blocks.get(last + 1).text());
    }
    return new Body(paragraphs, dateline, credit);
  }

  private static boolean isNextToStory(List<JudgedBlock> blocks, int at) {
    for (int i = at + 1; i < Math.min(blocks.size(), at + 4); i++) {
      if (blocks.get(i).kind().isBody()) {
        return true;
      }
    }
    return false;
  }

  /** A credit in brackets that was cut off the last paragraph into a block of its own. */
  private @Nullable Credit behind(String paragraph, String next) {
    if (next.length() > MAX_CREDIT || !next.startsWith("(")) {
      return null;
    }
    return furniture
        .trailingCredit(paragraph + " " + next)
        .filter(credit -> credit.start() > paragraph.length() && !credit.picture())
        .orElse(null);
  }

  private @Nullable Dateline opening(List<Paragraph> paragraphs, int at) {
    Paragraph paragraph = paragraphs.get(at);
    if (paragraph.subheading()) {
      return null;
    }
    Optional<Dateline> found = furniture.dateline(paragraph.text());
    boolean believable =
        found.isPresent() && (found.get().certain() || (at == 0 && !isSpeech(paragraphs)));
    if (!believable) {
      return null;
    }
    String rest = paragraph.text().substring(found.get().end()).strip();
    if (rest.isEmpty()) {
      return null;
    }
    paragraphs.set(at, new Paragraph(rest, false));
    return found.get();
  }

  /** In a transcript many paragraphs begin with capitals and a colon: speakers, not places. */
  private boolean isSpeech(List<Paragraph> paragraphs) {
    int labels = 0;
    for (Paragraph paragraph : paragraphs) {
      labels += furniture.dateline(paragraph.text()).isPresent() ? 1 : 0;
    }
    return labels > 1;
  }

  private @Nullable Credit closing(List<Paragraph> paragraphs) {
    for (int i = paragraphs.size() - 1; i >= 0; i--) {
      Paragraph paragraph = paragraphs.get(i);
      if (paragraph.subheading()) {
        continue;
      }
      Credit credit = furniture.trailingCredit(paragraph.text()).orElse(null);
      if (credit != null && !credit.picture() && credit.start() > 0) {
        String rest = paragraph.text().substring(0, credit.start()).strip();
        if (!rest.isEmpty()) {
          paragraphs.set(i, new Paragraph(rest, false));
          return credit;
        }
      }
      return null;
    }
    return null;
  }
}
