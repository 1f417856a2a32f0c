package io.dateline.boilerplate;

import io.dateline.Meter;
import io.dateline.table.ListFile;
import io.dateline.table.PackReader;
import io.dateline.table.PackWriter;
import java.util.List;

/**
 * How likely each block belongs to the body, by boosted trees. There is a model for HTML and one
 * for plain text; both are data files that {@code BoilerplateTrainer} (test sources) writes. Public
 * for the build, which packs them.
 */
public final class KeepModel {

  /** The models, which lie beside this class. */
  public static final String HTML = "keep-html.model";

  /** See {@link #HTML}. */
  public static final String TEXT = "keep-text.model";

  /** What the build adds to the name of a model that it has packed. */
  public static final String PACKED = ".pack";

  private final int width;
  private final int names;
  private final TreeEnsemble trees;

  /** Whether a table of the features has been looked at; the others are made by the same code. */
  private volatile boolean checked;

  private KeepModel(int width, int names, TreeEnsemble trees) {
    this.width = width;
    this.names = names;
    this.trees = trees;
  }

  /** The model of this name from the class path. */
  public static KeepModel load(String resource) {
    PackReader in = PackReader.open(KeepModel.class, resource + PACKED);
    return in == null
        ? compute(resource)
        : new KeepModel(in.number(), in.number(), new TreeEnsemble(in));
  }

  /** Packs it; {@link #load} reads it. */
  public byte[] toBytes() {
    PackWriter out = new PackWriter();
    out.number(width);
    out.number(names);
    trees.write(out);
    return out.toBytes();
  }

  /** Reads a model as its trainer has written it. */
  public static KeepModel compute(String resource) {
    return read(ListFile.lines(KeepModel.class, resource));
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

  /** A table for the features of so many blocks. */
  FeatureTable table(int rows) {
    return checked ? new FeatureTable(rows, width) : new FeatureTable(rows);
  }

  /** The probability of every block to be body. */
  float[] score(FeatureTable table, Meter meter) {
    if (table.rows() > 0 && !checked) {
      if (table.width() != width || table.names().hashCode() != names) {
        throw new IllegalStateException("the model was trained on other features; train it anew");
      }
      checked = true;
    }
    return trees.score(table, meter);
  }
}
