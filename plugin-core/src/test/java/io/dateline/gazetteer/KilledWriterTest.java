package io.dateline.gazetteer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that dies while it unpacks the gazetteer leaves nothing that another would believe. */
class KilledWriterTest {

  private static final int KILLS = 5;

  /** What the dying process runs. */
  public static final class Writer {
    private Writer() {}

    /** Unpacks into a folder, over and over. */
    public static void main(String[] args) throws Exception {
      Path folder = Path.of(args[0]);
      for (long round = 0; ; round++) {
        BuiltInFile.load(BuiltInFile.class.getResource(BuiltInFile.RESOURCE), folder);
        try (Stream<Path> files = Files.list(folder)) {
          for (Path file : files.filter(f -> f.toString().endsWith(".dlgz")).toList()) {
            Files.delete(file);
          }
        }
        if (round == 0) { // by now its classes are loaded, and it does nothing but write
          System.out.println("writing");
        }
      }
    }
  }

  @TempDir Path folder;

  @Test
  void killedAtAnyMomentLeavesNoDamagedFile() throws Exception {
    Random random = new Random(7);
    int halfWritten = 0;
    for (int i = 0; halfWritten < KILLS; i++) {
      assertTrue(i < 20 * KILLS, halfWritten + " kills have hit a writing process");
      Process writer = start();
      assertEquals('w', writer.getInputStream().read());
      Thread.sleep(random.nextInt(120)); // the moment is what is tried out here
      writer.destroyForcibly().waitFor();

      halfWritten += deleteHalfWritten() ? 1 : 0;
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".dlgz")).toList()) {
          assertEquals(Gazetteer.builtIn().size(), Gazetteer.open(file).size());
        }
      }
      Gazetteer next =
          BuiltInFile.load(BuiltInFile.class.getResource(BuiltInFile.RESOURCE), folder);
      assertFalse(next.names().find("Kuala Lumpur").isEmpty());
    }
  }

  /** Whether the dead process was writing; what it left would only be tidied up a day later. */
  private boolean deleteHalfWritten() throws IOException {
    boolean any = false;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".part")).toList()) {
        any |= Files.deleteIfExists(file);
      }
    }
    return any;
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Writer.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
