package io.dateline.boilerplate;

import io.dateline.capture.DomLayout;
import io.dateline.capture.Mark;
import io.dateline.table.LongTable;
import java.util.Arrays;
import java.util.stream.Stream;

/** Sums over the elements of a page: how much text, running text and link text each one holds. */
final class DomStatistics {

  final float[] words;
  final float[] mass;
  final float[] linkWords;
  final int[] blocks;
  final int[] firstBlock;

  /**
   * What an element says about its text. Names of litter on an element that holds most of the
   * page's running text ("with-sidebar", "comments-open") say nothing about that text and are left
   * out.
   */
  final long[] marks;

  final long[] inheritedMarks;

  /** The nearest element around that holds more blocks; wrappers of one thing are skipped. */
  final int[] container;

  /** How deep an element lies, counting containers only. */
  final int[] depth;

  /** For a few shares of the page's running text: the deepest element that still holds as much. */
  private final int[] main = new int[SHARES.length];

  private static final float[] SHARES = {0.5f, 0.7f, 0.9f};
  private static final float WIDE = 0.5f;

  /** Litter that may well be longer than the story, so its names count on big elements, too. */
  private static final long SURE_LITTER = Mark.COOKIE.bit() | Mark.COMMENT.bit();

  private static final long LITTER =
      Stream.of(
              Mark.NAV,
              Mark.HEADER,
              Mark.FOOTER,
              Mark.ASIDE,
              Mark.FIGURE,
              Mark.CAPTION,
              Mark.CREDIT,
              Mark.BYLINE,
              Mark.DATE,
              Mark.BREADCRUMB,
              Mark.SHARE,
              Mark.COMMENT,
              Mark.RELATED,
              Mark.TEASER,
              Mark.ADVERT,
              Mark.NEWSLETTER,
              Mark.PAYWALL,
              Mark.COOKIE,
              Mark.MODAL,
              Mark.TAGS,
              Mark.SEARCH,
              Mark.FORM,
              Mark.LOGIN,
              Mark.HIDDEN,
              Mark.UNSEEN,
              Mark.WIDGET,
              Mark.EMBED,
              Mark.PAGER,
              Mark.LEGAL,
              Mark.CONTENTS,
              Mark.GALLERY,
              Mark.SPONSOR,
              Mark.NOSCRIPT,
              Mark.CALL,
              Mark.META,
              Mark.BUTTON,
              Mark.SECTION,
              Mark.DONATE,
              Mark.PRINT,
              Mark.INFOBOX,
              Mark.HEADLINE,
              Mark.STANDFIRST)
          .mapToLong(Mark::bit)
          .reduce(0, (a, b) -> a | b);

  private final boolean[][] aboveMain = new boolean[SHARES.length][];

  /** The number of each block's sort: elements of one tag and class inside one class. */
  private final int[] sorts;

  /** Blocks of a sort, and their words of running text. */
  private final int[] likeBlocks;

  private final int[] likeMass;
  private final DomLayout dom;

  DomStatistics(Evidence evidence, DomLayout dom) {
    this.dom = dom;
    int nodes = dom.nodeCount();
    words = new float[nodes];
    mass = new float[nodes];
    linkWords = new float[nodes];
    blocks = new int[nodes];
    firstBlock = new int[nodes];
    marks = new long[nodes];
    inheritedMarks = new long[nodes];
    container = new int[nodes];
    depth = new int[nodes];
    sorts = new int[evidence.count];
    likeBlocks = new int[evidence.count + 1];
    likeMass = new int[evidence.count + 1];
    LongTable known = new LongTable(256);
    Arrays.fill(firstBlock, Integer.MAX_VALUE);
    for (int i = 0; i < evidence.count; i++) {
      int node = dom.nodeOf(i);
      words[node] += evidence.text.words[i];
      mass[node] += evidence.mass[i];
      linkWords[node] += evidence.text.words[i] * evidence.linkShare[i];
      blocks[node]++;
      firstBlock[node] = Math.min(firstBlock[node], i);
      sorts[i] = known.number(sortOf(node));
      likeBlocks[sorts[i]]++;
      likeMass[sorts[i]] += Math.round(evidence.mass[i]);
    }
    for (int node = nodes - 1; node > 0; node--) {
      int parent = dom.parent(node);
      words[parent] += words[node];
      mass[parent] += mass[node];
      linkWords[parent] += linkWords[node];
      blocks[parent] += blocks[node];
      firstBlock[parent] = Math.min(firstBlock[parent], firstBlock[node]);
    }
    boolean[] holdsTitle = new boolean[nodes];
    int title = evidence.place.claimedTitleAt();
    for (int node = title < 0 ? -1 : dom.nodeOf(title); node >= 0; node = dom.parent(node)) {
      holdsTitle[node] = title >= 0 && blocks[node] > 3;
    }
    for (int node = 0; node < nodes; node++) {
      int parent = dom.parent(node);
      long above = parent < 0 ? 0 : inheritedMarks[parent];
      boolean wide = parent < 0 || mass[node] >= WIDE * evidence.totalMass;
      boolean titled = parent < 0 || holdsTitle[node];
      marks[node] = dom.ownMarks(node) & ~(titled ? LITTER : wide ? LITTER & ~SURE_LITTER : 0);
      inheritedMarks[node] = above | marks[node];
      if (parent < 0) {
        container[node] = node;
      } else {
        boolean wider = blocks[parent] > blocks[node];
        container[node] = wider ? parent : container[parent];
        depth[node] = depth[parent] + (wider ? 1 : 0);
      }
    }
    for (int s = 0; s < SHARES.length; s++) {
      for (int node = 0; node < nodes; node++) {
        // a node's number is higher than its parent's, so the last one found is the deepest
        if (mass[node] >= SHARES[s] * evidence.totalMass && mass[node] > 0) {
          main[s] = node;
        }
      }
      aboveMain[s] = new boolean[nodes];
      for (int node = main[s]; node >= 0; node = dom.parent(node)) {
        aboveMain[s][node] = true;
      }
    }
  }

  /** What a block's element, its inline markup and the three elements around it say. */
  long nearMarks(int block) {
    int node = dom.nodeOf(block);
    long near = dom.inlineMarks(block) | marks[node];
    int up = dom.parent(node);
    for (int level = 0; level < 3 && up > 0; level++) {
      near |= marks[up];
      up = dom.parent(up);
    }
    return near;
  }

  /** What any element around a block says. */
  long inheritedOf(int block) {
    return inheritedMarks[dom.nodeOf(block)];
  }

  int shares() {
    return SHARES.length;
  }

  /** Levels from the main element up to what it shares with a block; 0 inside the main element. */
  int levelsOutsideMain(int share, int block) {
    int node = dom.nodeOf(block);
    int steps = 0;
    while (!aboveMain[share][node] && steps < 60) {
      node = container[node];
      steps++;
    }
    return Math.max(0, depth[main[share]] - depth[node]);
  }

  /** Levels from a block up to the first element that holds the main element. */
  int levelsToMain(int share, int block) {
    int node = dom.nodeOf(block);
    int steps = 0;
    while (!aboveMain[share][node] && steps < 12) {
      node = container[node];
      steps++;
    }
    return steps;
  }

  /** Whether two blocks are siblings of one tag and class. */
  boolean sameSort(int one, int other) {
    return sorts[one] == sorts[other]
        && dom.parent(dom.nodeOf(one)) == dom.parent(dom.nodeOf(other));
  }

  int likeBlocks(int block) {
    return likeBlocks[sorts[block]];
  }

  int likeMass(int block) {
    return likeMass[sorts[block]];
  }

  /** Equal for blocks whose elements, and the elements around them, are of one tag and class. */
  int sort(int block) {
    return sorts[block];
  }

  private long sortOf(int node) {
    int parent = dom.parent(node);
    long key = dom.signature(node) * 0x9E3779B97F4A7C15L;
    key += parent < 0 ? 0 : dom.signature(parent);
    return key == 0 ? 1 : key;
  }
}
