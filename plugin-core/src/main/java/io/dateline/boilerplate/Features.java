package io.dateline.boilerplate;

import io.dateline.capture.DomLayout;
import io.dateline.capture.LineLayout;
import java.util.stream.IntStream;

/** Puts what is known about the blocks of a page into numbers for the model, a row a block. */
final class Features {

  private Features() {}

  /** The features of every block. */
  static FeatureTable of(Evidence evidence) {
    int[] rows = IntStream.range(0, evidence.count).toArray();
    return of(evidence, rows, new FeatureTable(rows.length));
  }

  /** Puts some blocks into a table; the others are seen only as what stands around them. */
  static FeatureTable of(Evidence evidence, int[] rows, FeatureTable table) {
    TextFeatures text = new TextFeatures(evidence);
    if (evidence.dom != null && evidence.page.layout() instanceof DomLayout layout) {
      DomFeatures elements = new DomFeatures(evidence, layout, evidence.dom);
      for (int i : rows) {
        table.startRow();
        text.put(table, i);
        elements.put(table, i);
      }
    } else {
      LineFeatures lines = new LineFeatures(evidence, (LineLayout) evidence.page.layout());
      ContextFeatures context = new ContextFeatures(evidence);
      for (int i : rows) {
        table.startRow();
        text.put(table, i);
        context.put(table, i);
        lines.put(table, i);
      }
    }
    return table;
  }
}
