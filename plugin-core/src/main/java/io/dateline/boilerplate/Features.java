package io.dateline.boilerplate;

import io.dateline.capture.DomLayout;
import io.dateline.capture.LineLayout;
import java.util.stream.IntStream;

/** Puts what is known about the blocks of a page into numbers for the model, a row a block. */
final class Features {

  private Features() {}

  /** The features of every block. */
  static FeatureTable of(Evidence evidence) {
    return of(evidence, IntStream.range(0, evidence.count).toArray());
  }

  /** The features of some blocks; the others are seen only as what stands around them. */
  static FeatureTable of(Evidence evidence, int[] rows) {
    FeatureTable table = new FeatureTable(rows.length);
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
