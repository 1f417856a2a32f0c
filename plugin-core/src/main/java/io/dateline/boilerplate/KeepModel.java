package io.dateline.boilerplate;

import io.dateline.Meter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How likely each block belongs to the body, by boosted trees. There is a model for HTML and one
 * for plain text; both are data files that {@code BoilerplateTrainer} (test sources) writes.
 */
final class KeepModel {

  private final int width;
  private final int names;
  private final TreeEnsemble trees;

  private KeepModel(int width, int names, TreeEnsemble trees) {
    this.width = width;
    this.names = names;
    this.trees = trees;
  }

  /** Reads a model from the class path. */
  static KeepModel load(String resource) {
    try (InputStream in = KeepModel.class.getResourceAsStream(resource);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return read(reader.lines().filter(line -> !line.startsWith("#")).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read", e);
    }
  }

  /** Lines: number and hash of the feature names; number of trees and start value; the trees. */
  static KeepModel read(List<String> lines) {
    String[] features = lines.get(0).split(" ", -1);
    String[] size = lines.get(1).split(" ", -1);
    TreeEnsemble trees =
        TreeEnsemble.read(
            Float.parseFloat(size[2]), lines.subList(2, 2 + Integer.parseInt(size[1])));
    return new KeepModel(Integer.parseInt(features[1]), Integer.parseInt(features[2]), trees);
  }

  /** The probability of every block to be body. */
  float[] score(FeatureTable table, Meter meter) {
    boolean other = table.width() != width || table.names().hashCode() != names;
    if (table.rows() > 0 && other) {
      throw new IllegalStateException("the model was trained on other features; train it anew");
    }
    return trees.score(table.values(), width, table.rows(), meter);
  }
}
