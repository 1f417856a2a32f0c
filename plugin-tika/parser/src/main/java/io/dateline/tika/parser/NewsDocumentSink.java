package io.dateline.tika.parser;

import io.dateline.NewsDocument;

/**
 * Receives what the parser understood of a capture. Put one into the {@code ParseContext} to get
 * the document itself instead of reading it back from metadata.
 */
@FunctionalInterface
public interface NewsDocumentSink {

  /**
   * Called once for every capture that the parser handled, before its text is written.
   *
   * @param document the article, or the status that says why there is none
   */
  void accept(NewsDocument document);
}
