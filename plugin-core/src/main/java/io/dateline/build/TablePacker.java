package io.dateline.build;

import io.dateline.boilerplate.KeepModel;
import io.dateline.boilerplate.PhraseBook;
import io.dateline.furniture.Agencies;
import io.dateline.furniture.Lexicon;
import io.dateline.gazetteer.FoldingTable;
import io.dateline.language.WordHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The build step that reads the lists and models and packs them beside the classes that use them,
 * so that a new process need not read them (see {@link io.dateline.table}).
 */
public final class TablePacker {

  private TablePacker() {}

  /**
   * Packs.
   *
   * @param args the folder of the classes
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      throw new IllegalArgumentException("usage: TablePacker classes");
    }
    Path classes = Path.of(args[0]);
    deleteOld(classes); // before a class is used, or it would read the pack of the last build
    write(classes, FoldingTable.class, FoldingTable.RESOURCE, FoldingTable.compute().toBytes());
    write(classes, WordHash.class, WordHash.RESOURCE, WordHash.toBytes());
    write(classes, Agencies.class, Agencies.RESOURCE, Agencies.compute().toBytes());
    write(classes, Lexicon.class, Lexicon.RESOURCE, Lexicon.compute().toBytes());
    write(classes, PhraseBook.class, PhraseBook.RESOURCE, PhraseBook.compute().toBytes());
    for (String model : List.of(KeepModel.HTML, KeepModel.TEXT)) {
      write(classes, KeepModel.class, model + KeepModel.PACKED, KeepModel.compute(model).toBytes());
    }
    write(
        classes,
        io.dateline.toponym.Lexicon.class,
        io.dateline.toponym.Lexicon.RESOURCE,
        io.dateline.toponym.Lexicon.compute().toBytes());
  }

  private static void deleteOld(Path classes) throws IOException {
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path old : files.filter(file -> file.toString().endsWith(".pack")).toList()) {
        Files.delete(old);
      }
    }
  }

  private static void write(Path classes, Class<?> owner, String name, byte[] bytes)
      throws IOException {
    Path folder = classes.resolve(owner.getPackageName().replace('.', '/'));
    Files.write(folder.resolve(name), bytes);
  }
}
