package io.dateline.boilerplate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Gradient boosting of regression trees on logistic loss with histogram splits, grown leaf by leaf
 * (Friedman 2001; histograms and leaf-wise growth as in LightGBM). Deterministic for a seed.
 */
final class GradientBoosting {

  /**
   * How to grow.
   *
   * @param trees number of trees
   * @param leaves most leaves a tree may have
   * @param rate share of each tree's answer that is added
   * @param columns share of features looked at for a tree
   * @param rows share of rows a tree is grown on
   * @param lambda ridge on leaf values
   * @param minWeight least sum of second derivatives in a leaf
   */
  record Settings(
      int trees,
      int leaves,
      double rate,
      double columns,
      double rows,
      double lambda,
      double minWeight) {}

  private static final int BINS = 64;

  private final int width;
  private final float[][] cuts;
  private final byte[][] bins;
  private final int count;

  /** Takes rows of one width. */
  GradientBoosting(List<float[]> values, int width) {
    this.width = width;
    count = values.size();
    cuts = new float[width][];
    bins = new byte[width][];
    float[] sample = new float[Math.min(count, 20_000)];
    for (int f = 0; f < width; f++) {
      for (int i = 0; i < sample.length; i++) {
        int row = (int) ((long) i * count / sample.length);
        sample[i] = values.get(row)[f];
      }
      cuts[f] = cutsOf(sample);
      bins[f] = new byte[count];
      for (int i = 0; i < count; i++) {
        int at = Arrays.binarySearch(cuts[f], values.get(i)[f]);
        bins[f][i] = (byte) (at >= 0 ? at : -at - 1);
      }
    }
  }

  /** Bin b holds values at most cuts[b]; the last bin holds the rest. */
  private static float[] cutsOf(float[] sample) {
    float[] sorted = sample.clone();
    Arrays.sort(sorted);
    float[] found = new float[BINS - 1];
    int size = 0;
    for (int b = 1; b < BINS; b++) {
      float lower = sorted[(int) ((long) b * (sorted.length - 1) / BINS)];
      if (size == 0 || lower > found[size - 1]) {
        found[size++] = lower;
      }
    }
    return Arrays.copyOf(found, size);
  }

  /** A grown model: its start value and its trees in the model file's notation. */
  record Grown(float base, List<String> trees) {
    TreeEnsemble ensemble() {
      return TreeEnsemble.read(base, trees);
    }
  }

  private static final class Leaf {
    int[] rows;
    double[][] sums;
    double gradient;
    double curvature;
    double gain;
    int feature = -1;
    int bin;
    Leaf yes;
    Leaf no;
  }

  /** Grows a model on the rows whose weight is positive. */
  Grown grow(float[] target, float[] weight, Settings settings, long seed) {
    double positive = 0;
    double total = 0;
    for (int i = 0; i < count; i++) {
      positive += target[i] * weight[i];
      total += weight[i];
    }
    float base = (float) Math.log(positive / (total - positive));
    double[] score = new double[count];
    Arrays.fill(score, base);
    return new Grown(base, trees(target, weight, settings, seed, score));
  }

  private List<String> trees(
      float[] target, float[] weight, Settings settings, long seed, double[] score) {
    Random random = new Random(seed);
    int[] used = new int[count];
    int size = 0;
    for (int i = 0; i < count; i++) {
      if (weight[i] > 0) {
        used[size++] = i;
      }
    }
    used = Arrays.copyOf(used, size);
    double[] gradient = new double[count];
    double[] curvature = new double[count];
    List<String> trees = new ArrayList<>();
    for (int t = 0; t < settings.trees(); t++) {
      int[] picked = new int[size];
      int n = 0;
      for (int i : used) {
        if (random.nextDouble() < settings.rows()) {
          double p = 1 / (1 + Math.exp(-score[i]));
          gradient[i] = (p - target[i]) * weight[i];
          curvature[i] = Math.max(1e-6, p * (1 - p)) * weight[i];
          picked[n++] = i;
        }
      }
      int[] features =
          random
              .ints(0, width)
              .distinct()
              .limit(Math.max(1, (int) (width * settings.columns())))
              .toArray();
      Leaf root = tree(Arrays.copyOf(picked, n), features, gradient, curvature, settings);
      StringBuilder line = new StringBuilder();
      write(root, settings, line);
      trees.add(line.toString());
      for (int i : used) {
        Leaf leaf = root;
        while (leaf.yes != null) {
          leaf = (bins[leaf.feature][i] & 0xff) <= leaf.bin ? leaf.yes : leaf.no;
        }
        score[i] += settings.rate() * value(leaf, settings);
      }
    }
    return trees;
  }

  private static double value(Leaf leaf, Settings settings) {
    return -leaf.gradient / (leaf.curvature + settings.lambda());
  }

  private void write(Leaf leaf, Settings settings, StringBuilder out) {
    if (out.length() > 0) {
      out.append(' ');
    }
    if (leaf.yes == null) {
      out.append('=').append(TreeEnsemble.number(settings.rate() * value(leaf, settings)));
    } else {
      // bins beyond the last cut never split, so the cut exists
      out.append(leaf.feature).append(':').append(Float.toString(cuts[leaf.feature][leaf.bin]));
      write(leaf.yes, settings, out);
      write(leaf.no, settings, out);
    }
  }

  private Leaf tree(
      int[] rows, int[] features, double[] gradient, double[] curvature, Settings settings) {
    Leaf root = leaf(rows, gradient, curvature);
    count(root, features, gradient, curvature);
    split(root, features, settings);
    List<Leaf> leaves = new ArrayList<>(List.of(root));
    while (leaves.size() < settings.leaves()) {
      Leaf best = null;
      for (Leaf leaf : leaves) {
        if (leaf.feature >= 0 && (best == null || leaf.gain > best.gain)) {
          best = leaf;
        }
      }
      if (best == null) {
        break;
      }
      int[] yes = new int[best.rows.length];
      int[] no = new int[best.rows.length];
      int yesCount = 0;
      int noCount = 0;
      for (int i : best.rows) {
        if ((bins[best.feature][i] & 0xff) <= best.bin) {
          yes[yesCount++] = i;
        } else {
          no[noCount++] = i;
        }
      }
      best.yes = leaf(Arrays.copyOf(yes, yesCount), gradient, curvature);
      best.no = leaf(Arrays.copyOf(no, noCount), gradient, curvature);
      Leaf small = yesCount < noCount ? best.yes : best.no;
      Leaf big = small == best.yes ? best.no : best.yes;
      count(small, features, gradient, curvature);
      big.sums = best.sums;
      for (int k = 0; k < features.length; k++) {
        for (int b = 0; b < big.sums[k].length; b++) {
          big.sums[k][b] -= small.sums[k][b];
        }
      }
      split(small, features, settings);
      split(big, features, settings);
      best.rows = null;
      best.sums = null;
      leaves.remove(best);
      leaves.add(best.yes);
      leaves.add(best.no);
    }
    return root;
  }

  private static Leaf leaf(int[] rows, double[] gradient, double[] curvature) {
    Leaf leaf = new Leaf();
    leaf.rows = rows;
    for (int i : rows) {
      leaf.gradient += gradient[i];
      leaf.curvature += curvature[i];
    }
    return leaf;
  }

  private void count(Leaf leaf, int[] features, double[] gradient, double[] curvature) {
    int n = leaf.rows.length;
    float[] g = new float[n];
    float[] h = new float[n];
    for (int i = 0; i < n; i++) {
      g[i] = (float) gradient[leaf.rows[i]];
      h[i] = (float) curvature[leaf.rows[i]];
    }
    leaf.sums = new double[features.length][];
    for (int k = 0; k < features.length; k++) {
      double[] sums = new double[2 * BINS];
      byte[] column = bins[features[k]];
      for (int i = 0; i < n; i++) {
        int b = column[leaf.rows[i]] * 2;
        sums[b] += g[i];
        sums[b + 1] += h[i];
      }
      leaf.sums[k] = sums;
    }
  }

  private void split(Leaf leaf, int[] features, Settings settings) {
    if (leaf.curvature < 2 * settings.minWeight()) {
      return;
    }
    double whole = leaf.gradient * leaf.gradient / (leaf.curvature + settings.lambda());
    for (int k = 0; k < features.length; k++) {
      double[] sums = leaf.sums[k];
      int last = cuts[features[k]].length;
      double g = 0;
      double h = 0;
      for (int b = 0; b < last; b++) {
        g += sums[2 * b];
        h += sums[2 * b + 1];
        double restG = leaf.gradient - g;
        double restH = leaf.curvature - h;
        if (h < settings.minWeight() || restH < settings.minWeight()) {
          continue;
        }
        double gain =
            g * g / (h + settings.lambda()) + restG * restG / (restH + settings.lambda()) - whole;
        if (gain > leaf.gain + 1e-9) {
          leaf.gain = gain;
          leaf.feature = features[k];
          leaf.bin = b;
        }
      }
    }
  }
}
