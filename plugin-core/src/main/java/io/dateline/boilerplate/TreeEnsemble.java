package io.dateline.boilerplate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A sum of small decision trees with a logistic link, as gradient boosting makes them. A tree is
 * written on one line in prefix order: {@code f:t} asks whether feature f is at most t and is
 * followed by the yes branch and the no branch; {@code =v} is a leaf.
 */
final class TreeEnsemble {

  private final float base;
  private final int[] roots;
  private final int[] feature;
  private final float[] value;
  private final int[] no;

  private TreeEnsemble(float base, int[] roots, int[] feature, float[] value, int[] no) {
    this.base = base;
    this.roots = roots;
    this.feature = feature;
    this.value = value;
    this.no = no;
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

  int trees() {
    return roots.length;
  }

  /** The probability for the row of features that begins at an index. */
  float score(float[] features, int at) {
    float sum = base;
    for (int root : roots) {
      int node = root;
      int f = feature[node];
      while (f >= 0) {
        node = features[at + f] <= value[node] ? node + 1 : no[node];
        f = feature[node];
      }
      sum += value[node];
    }
    return (float) (1 / (1 + Math.exp(-sum)));
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
