package io.dateline.boilerplate;

import io.dateline.Meter;
import io.dateline.table.PackReader;
import io.dateline.table.PackWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A sum of small decision trees with a logistic link, as gradient boosting makes them. A tree is
 * written on one line in prefix order: {@code f:t} asks whether feature f is at most t and is
 * followed by the yes branch and the no branch; {@code =v} is a leaf.
 *
 * <p>Rows go down the trees 64 at a time, as the bits of a number. The trees ask a question many
 * times over (1500 different ones in 3400 nodes), and its answer for 64 rows is one number, found
 * once; a branch that no row takes is not looked into. A row by itself goes the wrong way at every
 * other node, as far as the processor can guess, which costs five times as much.
 */
final class TreeEnsemble {

  private static final int ROWS = FeatureTable.TILE;

  private final float base;
  private final int[] roots;

  /** The question that a node asks; -1 for a leaf. */
  private final int[] question;

  /** Value of a leaf, or bound of a node. */
  private final float[] value;

  private final int[] no;

  /** Feature and bound of each question. */
  private final int[] feature;

  private final int[] bound;
  private final int questions;

  private TreeEnsemble(float base, int[] roots, int[] featureOfNode, float[] value, int[] no) {
    this.base = base;
    this.roots = roots;
    this.value = value;
    this.no = no;
    question = new int[no.length];
    feature = new int[no.length];
    bound = new int[no.length];
    Map<Long, Integer> known = new HashMap<>();
    for (int node = 0; node < no.length; node++) {
      int key = FeatureTable.ordered(value[node]);
      int asked = featureOfNode[node];
      question[node] =
          asked < 0
              ? -1
              : known.computeIfAbsent(
                  ((long) asked << 32) | (key & 0xFFFFFFFFL), k -> known.size());
      if (asked >= 0) {
        feature[question[node]] = asked;
        bound[question[node]] = key;
      }
    }
    questions = known.size();
  }

  /** One that {@link #write} has packed. */
  TreeEnsemble(PackReader in) {
    base = in.floats()[0];
    value = in.floats();
    roots = in.ints();
    question = in.ints();
    no = in.ints();
    feature = in.ints();
    bound = in.ints();
    questions = feature.length;
  }

  /** Packs it, as it lies in memory. */
  void write(PackWriter out) {
    out.floats(new float[] {base});
    out.floats(value);
    out.ints(roots);
    out.ints(question);
    out.ints(no);
    out.ints(Arrays.copyOf(feature, questions));
    out.ints(Arrays.copyOf(bound, questions));
  }

  /** Reads the trees from lines. */
  static TreeEnsemble read(float base, List<String> trees) {
    List<String[]> split = new ArrayList<>();
    int size = 0;
    for (String tree : trees) {
      String[] parts = tree.split(" ", -1);
      split.add(parts);
      size += parts.length;
    }
    int[] roots = new int[trees.size()];
    int[] feature = new int[size];
    float[] value = new float[size];
    int[] no = new int[size];
    int at = 0;
    for (int t = 0; t < roots.length; t++) {
      roots[t] = at;
      int[] open = new int[64];
      boolean[] yesDone = new boolean[64];
      int depth = 0;
      for (String part : split.get(t)) {
        if (part.charAt(0) == '=') {
          feature[at] = -1;
          value[at] = Float.parseFloat(part.substring(1));
          while (depth > 0 && yesDone[depth - 1]) {
            depth--;
          }
          if (depth > 0) {
            yesDone[depth - 1] = true;
            no[open[depth - 1]] = at + 1;
          }
        } else {
          int colon = part.indexOf(':');
          feature[at] = Integer.parseInt(part.substring(0, colon));
          value[at] = Float.parseFloat(part.substring(colon + 1));
          open[depth] = at;
          yesDone[depth++] = false;
        }
        at++;
      }
    }
    return new TreeEnsemble(base, roots, feature, value, no);
  }

  /** The probabilities of the rows of a table. */
  float[] score(FeatureTable table, Meter meter) {
    float[] scores = new float[table.rows()];
    Descent descent = new Descent(table);
    for (int from = 0; from < scores.length; from += ROWS) {
      int count = Math.min(ROWS, scores.length - from);
      meter.work((long) roots.length * count);
      descent.score(scores, from, count);
    }
    return scores;
  }

  /** The way of up to 64 rows down the trees. */
  private final class Descent {

    private static final int DEEPEST = 64;

    private final FeatureTable table;

    /** Features of these rows, each of them a column; five questions are asked of it on average. */
    private final int[] columns;

    /** The answers to the questions that these rows have been asked, a bit for every no. */
    private final long[] noes = new long[questions];

    private final boolean[] answered = new boolean[questions];

    private final boolean[] known;

    /** The least and the greatest of a known column; often all rows are alike. */
    private final int[] least;

    private final int[] greatest;
    private final int[] openNode = new int[DEEPEST];
    private final long[] openRows = new long[DEEPEST];
    private int tile;
    private int count;

    Descent(FeatureTable table) {
      this.table = table;
      columns = table.values();
      known = new boolean[table.width()];
      least = new int[table.width()];
      greatest = new int[table.width()];
    }

    void score(float[] scores, int first, int rows) {
      tile = first / ROWS;
      count = rows;
      Arrays.fill(answered, false);
      Arrays.fill(known, false);
      float[] sums = new float[ROWS];
      Arrays.fill(sums, base);
      long all = rows == ROWS ? -1L : (1L << rows) - 1;
      for (int root : roots) {
        add(root, all, sums);
      }
      for (int row = 0; row < rows; row++) {
        scores[first + row] = (float) (1 / (1 + Math.exp(-sums[row])));
      }
    }

    private void add(int root, long all, float[] sums) {
      int open = 0;
      int node = root;
      long rows = all;
      while (true) {
        int asked = question[node];
        while (asked >= 0) {
          long answer = answered[asked] ? noes[asked] : answer(asked);
          long yes = rows & ~answer;
          if (yes == 0) {
            node = no[node];
          } else {
            if (yes != rows) {
              openNode[open] = no[node];
              openRows[open++] = rows & answer;
            }
            rows = yes;
            node++;
          }
          asked = question[node];
        }
        float leaf = value[node];
        while (rows != 0) {
          sums[Long.numberOfTrailingZeros(rows)] += leaf;
          rows &= rows - 1;
        }
        if (open == 0) {
          return;
        }
        node = openNode[--open];
        rows = openRows[open];
      }
    }

    private long answer(int asked) {
      int of = feature[asked];
      int column = table.column(tile, of);
      if (!known[of]) {
        range(of, column);
      }
      long limit = bound[asked];
      long bits = 0;
      if (limit < least[of]) {
        bits = -1;
      } else if (limit < greatest[of]) {
        for (int row = 0; row < count; row++) {
          bits |= ((limit - columns[column + row]) >>> 63) << row;
        }
      }
      noes[asked] = bits;
      answered[asked] = true;
      return bits;
    }

    private void range(int of, int column) {
      int low = Integer.MAX_VALUE;
      int high = Integer.MIN_VALUE;
      for (int row = 0; row < count; row++) {
        low = Math.min(low, columns[column + row]);
        high = Math.max(high, columns[column + row]);
      }
      least[of] = low;
      greatest[of] = high;
      known[of] = true;
    }
  }

  /** The smallest text that reads back to about this number; four digits are enough for a split. */
  static String number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e6) {
      return Long.toString(Math.round(value));
    }
    String text = String.format(Locale.ROOT, "%.4g", value);
    if (text.indexOf('e') < 0 && text.indexOf('.') >= 0) {
      text = text.replaceAll("0+$", "");
      text = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
    return text.startsWith("0.")
        ? text.substring(1)
        : text.startsWith("-0.") ? "-" + text.substring(2) : text;
  }
}
