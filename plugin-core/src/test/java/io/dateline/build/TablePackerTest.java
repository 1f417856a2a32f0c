package io.dateline.build;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.dateline.boilerplate.KeepModel;
import io.dateline.boilerplate.PhraseBook;
import io.dateline.furniture.Agencies;
import io.dateline.furniture.Lexicon;
import io.dateline.gazetteer.FoldingTable;
import io.dateline.language.WordHash;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from the packs is what the lists say, to the bit. */
class TablePackerTest {

  @Test
  void plainLetters() throws IOException {
    assertPacked(WordHash.class, WordHash.RESOURCE, WordHash.toBytes());
    assertEquals(WordHash.of("Ea"), WordHash.of("éạ"));
  }

  @Test
  void folding() throws IOException {
    assertPacked(FoldingTable.class, FoldingTable.RESOURCE, FoldingTable.compute().toBytes());
  }

  @Test
  void agencies() throws IOException {
    assertPacked(Agencies.class, Agencies.RESOURCE, Agencies.get().toBytes());
    assertArrayEquals(Agencies.compute().toBytes(), Agencies.get().toBytes());
  }

  @Test
  void furniture() throws IOException {
    assertPacked(Lexicon.class, Lexicon.RESOURCE, Lexicon.get().toBytes());
    assertArrayEquals(Lexicon.compute().toBytes(), Lexicon.get().toBytes());
  }

  @Test
  void phrases() throws IOException {
    assertPacked(PhraseBook.class, PhraseBook.RESOURCE, PhraseBook.builtIn().toBytes());
    assertArrayEquals(PhraseBook.compute().toBytes(), PhraseBook.builtIn().toBytes());
  }

  @ParameterizedTest
  @ValueSource(strings = {KeepModel.HTML, KeepModel.TEXT})
  void models(String model) throws IOException {
    byte[] loaded = KeepModel.load(model).toBytes();
    assertPacked(KeepModel.class, model + KeepModel.PACKED, loaded);
    assertArrayEquals(KeepModel.compute(model).toBytes(), loaded);
  }

  @Test
  void placeWords() throws IOException {
    byte[] loaded = io.dateline.toponym.Lexicon.builtIn().toBytes();
    assertPacked(io.dateline.toponym.Lexicon.class, io.dateline.toponym.Lexicon.RESOURCE, loaded);
    assertArrayEquals(io.dateline.toponym.Lexicon.compute().toBytes(), loaded);
  }

  private static void assertPacked(Class<?> owner, String resource, byte[] expected)
      throws IOException {
    try (InputStream file = owner.getResourceAsStream(resource)) {
      assertNotNull(file, resource + ": the build has not packed it");
      assertArrayEquals(expected, file.readAllBytes(), resource + " is old: mvn process-classes");
    }
  }
}
