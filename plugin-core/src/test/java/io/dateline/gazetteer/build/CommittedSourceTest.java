package io.dateline.gazetteer.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The committed source of the gazetteer")
class CommittedSourceTest {

  private static final Path FOLDER = Path.of("src", "main", "gazetteer");

  @Test
  void isWhatTheManifestSays() throws IOException {
    List<String[]> files =
        Files.readAllLines(FOLDER.resolve("MANIFEST.tsv")).stream()
            .map(line -> line.split("\t", -1))
            .filter(columns -> columns[0].equals("file"))
            .toList();

    assertEquals(4, files.size());
    for (String[] file : files) {
      try (InputStream in = new GZIPInputStream(Files.newInputStream(FOLDER.resolve(file[1])))) {
        assertEquals(file[2], PackageImport.sha256(in.readAllBytes()), file[1]);
      }
    }
  }

  @Test
  void holdsEveryDivisionAndCountryWithANameToLookUp() throws IOException {
    BuiltInSources sources = BuiltInSources.read(FOLDER);

    assertEquals(199_568, sources.places().size());
    assertEquals(3_865, sources.admin1().size());
    assertEquals(47_643, sources.admin2().size());
    assertEquals("Syria", sources.commonName("SY"));
  }
}
