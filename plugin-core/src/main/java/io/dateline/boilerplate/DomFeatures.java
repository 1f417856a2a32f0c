package io.dateline.boilerplate;

import io.dateline.capture.DomLayout;
import io.dateline.capture.ElementKind;
import io.dateline.capture.Mark;

/** What the elements around a block say. */
final class DomFeatures {

  private static final Mark[] MARKS = Mark.values();
  private static final int LEVELS = 5;

  private final Evidence evidence;
  private final DomLayout dom;
  private final DomStatistics statistics;

  DomFeatures(Evidence evidence, DomLayout dom, DomStatistics statistics) {
    this.evidence = evidence;
    this.dom = dom;
    this.statistics = statistics;
  }

  void put(FeatureTable row, int i) {
    int node = dom.nodeOf(i);
    ElementKind kind = dom.kind(node);
    row.put("paragraph", kind == ElementKind.PARAGRAPH);
    row.put("heading", headingLevel(kind));
    row.put("item", kind == ElementKind.ITEM);
    row.put("cell", kind == ElementKind.CELL);
    row.put("quote", kind == ElementKind.QUOTE);
    row.put("pre", kind == ElementKind.PREFORMATTED);
    row.put("caption", kind == ElementKind.CAPTION);
    row.put("term", kind == ElementKind.TERM);
    row.put("block", kind == ElementKind.BLOCK);
    row.put("control", kind == ElementKind.BUTTON || kind == ElementKind.LABEL);
    row.put("links", dom.links(i));
    row.put("bold", dom.boldChars(i) / (float) Math.max(1, evidence.text.chars[i]));
    marks(row, i, node);
    containers(row, i, node);
    for (int share = 0; share < statistics.shares(); share++) {
      row.put("outside", share, statistics.levelsOutsideMain(share, i));
      row.put("toMain", share, statistics.levelsToMain(share, i));
    }
    row.put("likeBlocks", statistics.likeBlocks(i));
    row.put("likeMassShare", statistics.likeMass(i) / Math.max(1, evidence.totalMass));
    row.put("likeMassEach", statistics.likeMass(i) / (float) Math.max(1, statistics.likeBlocks(i)));
    neighbour(row, i, -1);
    neighbour(row, i, 1);
  }

  private void marks(FeatureTable row, int i, int node) {
    long own = statistics.marks[node] | dom.inlineMarks(i);
    long near = statistics.nearMarks(i);
    long inherited = statistics.inheritedMarks[node];
    for (Mark mark : MARKS) {
      row.put(mark.name(), mark.in(own) ? 3 : mark.in(near) ? 2 : mark.in(inherited) ? 1 : 0);
    }
  }

  private void containers(FeatureTable row, int i, int node) {
    float total = Math.max(1, evidence.totalMass);
    row.put("ownBlocks", statistics.blocks[node]);
    row.put("ownWords", statistics.words[node]);
    row.put("depth", statistics.depth[node]);
    int at = node;
    for (int level = 0; level < LEVELS; level++) {
      at = statistics.container[at];
      float words = Math.max(1, statistics.words[at]);
      row.put("upShare", level, statistics.mass[at] / total);
      row.put("upDensity", level, statistics.mass[at] / words);
      row.put("upLinks", level, statistics.linkWords[at] / words);
      row.put("upBlocks", level, statistics.blocks[at]);
      row.put("upEach", level, words / Math.max(1, statistics.blocks[at]));
      if (level < 3) {
        row.put("upFirst", level, Math.min(200, i - statistics.firstBlock[at]));
        row.put(
            "upLast",
            level,
            Math.min(200, statistics.firstBlock[at] + statistics.blocks[at] - 1 - i));
      }
    }
  }

  private void neighbour(FeatureTable row, int i, int offset) {
    int k = i + offset;
    boolean there = k >= 0 && k < evidence.count;
    int node = there ? dom.nodeOf(k) : 0;
    row.put("sameParent", offset, there && dom.parent(node) == dom.parent(dom.nodeOf(i)));
    row.put("sameLike", offset, there && statistics.sort(k) == statistics.sort(i));
    row.put("heading", offset, there ? headingLevel(dom.kind(node)) : 0);
    row.put("paragraph", offset, there && dom.kind(node) == ElementKind.PARAGRAPH);
    row.put("item", offset, there && dom.kind(node) == ElementKind.ITEM);
    row.put("share", offset, there ? statistics.mass[statistics.container[node]] : 0);
  }

  private static int headingLevel(ElementKind kind) {
    return switch (kind) {
      case HEADING1 -> 1;
      case HEADING2 -> 2;
      case HEADING3 -> 3;
      case HEADING4 -> 4;
      default -> 0;
    };
  }
}
