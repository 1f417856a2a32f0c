package io.dateline.gazetteer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The gazetteer in the jar")
class BuiltInFileTest {

  private static URL resource;

  @TempDir Path folder;

  @BeforeAll
  static void findResource() {
    resource = BuiltInFile.class.getResource(BuiltInFile.RESOURCE);
  }

  @Test
  void isUnpackedOnceAndThenReused() throws Exception {
    BuiltInFile.load(resource, folder);
    Path file = onlyFile();
    FileTime unpacked = FileTime.from(Instant.now().minus(Duration.ofHours(3)));
    Files.setLastModifiedTime(file, unpacked);

    Gazetteer again = BuiltInFile.load(resource, folder);

    assertEquals(unpacked.toInstant(), Files.getLastModifiedTime(file).toInstant());
    assertEquals(Gazetteer.builtIn().version(), again.version());
  }

  @Test
  void isUnpackedAgainWhenTheCopyIsDamaged() throws Exception {
    BuiltInFile.load(resource, folder);
    Path file = onlyFile();
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.delete(file);
    Files.write(file, bytes);

    Gazetteer healed = BuiltInFile.load(resource, folder);

    assertEquals(Gazetteer.builtIn().size(), healed.size());
    assertEquals(onlyFile(), file);
  }

  @Test
  void survivesManyStartingAtOnceAndOneThatDied() throws Exception {
    Path left = Files.writeString(folder.resolve("gazetteer-1.part"), "half");
    Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofDays(1))));
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Gazetteer>> starts = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        starts.add(() -> BuiltInFile.load(resource, folder));
      }
      for (Future<Gazetteer> start : pool.invokeAll(starts)) {
        assertEquals(
            1, start.get().names().find("Kuala Lumpur").stream().filter(this::isCapital).count());
      }
    } finally {
      pool.shutdownNow();
    }

    onlyFile();
  }

  private boolean isCapital(Candidate candidate) {
    return Gazetteer.builtIn().featureCode(candidate.place()).equals("PPLC");
  }

  @Test
  void worksWithoutAFolderToWriteTo() throws Exception {
    Path notAFolder = Files.writeString(folder.resolve("file"), "in the way", UTF_8);

    Gazetteer gazetteer = BuiltInFile.load(resource, notAFolder.resolve("cache"));

    assertTrue(gazetteer.names().entryOf("kuala lumpur") >= 0);
  }

  private Path onlyFile() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      assertEquals(1, all.size(), all::toString);
      return all.get(0);
    }
  }
}
