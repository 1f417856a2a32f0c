package io.dateline.gazetteer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A gazetteer file that cannot be used")
class DamagedGazetteerTest {

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void copyBuiltIn() throws Exception {
    file = folder.resolve("own.dlgz");
    Files.copy(Path.of(BuiltInFile.class.getResource(BuiltInFile.RESOURCE).toURI()), file);
  }

  @Test
  void opensWhenItIsWhole() throws Exception {
    assertEquals(Gazetteer.builtIn().version(), Gazetteer.open(file).version());
  }

  /** In the section table, in the places, in the names, near the end. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-6, 0.1, 0.5, 0.999})
  void isRefusedWhenOneByteDiffers(double where) throws Exception {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      long at = Math.max(30, (long) (where * bytes.length()));
      bytes.seek(at);
      int before = bytes.read();
      bytes.seek(at);
      bytes.write(before ^ 0x10);
    }

    refusedWith("damaged");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 3, 100, 5_000_000})
  void isRefusedWhenCutOff(long length) throws Exception {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.setLength(length);
    }

    refusedWith(length < 8 ? "is not a Dateline gazetteer" : "damaged");
  }

  @Test
  void isRefusedWhenOfAnotherFormat() throws Exception {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek(4);
      bytes.write(99);
    }

    refusedWith("has format 99, this version of Dateline reads format " + IndexFile.FORMAT);
  }

  @Test
  void isRefusedWhenMissingOrSomethingElse() throws Exception {
    Files.writeString(file, "name,lat,lon\nSomewhere over the rainbow,1,2\n");
    refusedWith("is not a Dateline gazetteer");

    Files.delete(file);
    refusedWith("does not exist");
  }

  private void refusedWith(String reason) {
    GazetteerException refused = assertThrows(GazetteerException.class, () -> Gazetteer.open(file));

    assertTrue(refused.getMessage().contains(reason), refused.getMessage());
    assertTrue(refused.getMessage().contains(file.toString()), refused.getMessage());
    assertTrue(refused.getMessage().endsWith("."), refused.getMessage());
    assertEquals(-1, refused.getMessage().indexOf('\n'));
  }
}
