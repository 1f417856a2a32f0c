package io.dateline.boilerplate;

import io.dateline.capture.DomLayout;
import io.dateline.capture.LineLayout;

/** Puts what is known about the blocks of a page into numbers for the model, a row a block. */
final class Features {

  private Features() {}

  static FeatureTable of(Evidence evidence) {
    FeatureTable table = new FeatureTable(evidence.count);
    TextFeatures text = new TextFeatures(evidence);
    if (evidence.dom != null && evidence.page.layout() instanceof DomLayout layout) {
      DomFeatures elements = new DomFeatures(evidence, layout, evidence.dom);
      for (int i = 0; i < evidence.count; i++) {
        table.startRow();
        text.put(table, i);
        elements.put(table, i);
      }
    } else {
      LineFeatures lines = new LineFeatures(evidence, (LineLayout) evidence.page.layout());
      ContextFeatures context = new ContextFeatures(evidence);
      for (int i = 0; i < evidence.count; i++) {
        table.startRow();
        text.put(table, i);
        context.put(table, i);
        lines.put(table, i);
      }
    }
    return table;
  }
}
