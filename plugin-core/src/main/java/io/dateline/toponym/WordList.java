package io.dateline.toponym;

import io.dateline.table.ListFile;
import java.util.function.Consumer;

/**
 * Reads the tab-separated lists beside this class. Lines that start with {@code #} are comments.
 */
final class WordList {

  private WordList() {}

  /** Hands on each line, split at tabs. */
  static void readRows(String resource, Consumer<String[]> eachRow) {
    for (String line : ListFile.lines(WordList.class, resource)) {
      eachRow.accept(line.split("\t", -1));
    }
  }
}
