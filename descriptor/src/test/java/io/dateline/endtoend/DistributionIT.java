package io.dateline.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The distribution")
class DistributionIT {

  @Test
  void zipHoldsWhatTheFolderHolds() throws IOException {
    Path zip = Distribution.folder("dateline.zip");
    Path home = Distribution.home();
    Set<String> unpacked;
    try (Stream<Path> files = Files.walk(home)) {
      unpacked =
          files
              .filter(Files::isRegularFile)
              .map(file -> home.relativize(file).toString())
              .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> zipped;
    try (ZipFile file = new ZipFile(zip.toFile())) {
      String base = zip.getFileName().toString().replaceFirst("\\.zip$", "/");
      zipped =
          file.stream()
              .filter(entry -> !entry.isDirectory())
              .map(entry -> entry.getName().replaceFirst("^" + base, ""))
              .collect(Collectors.toCollection(TreeSet::new));
    }

    assertEquals(unpacked, zipped);
    assertTrue(
        unpacked.containsAll(
            List.of("bin/dateline", "bin/dateline.cmd", "LICENSE", "NOTICE", "README.md")),
        unpacked::toString);
  }

  @Test
  void tikaExtrasHoldOurJarsOnly() throws IOException {
    Set<String> names;
    try (Stream<Path> files = Files.list(Distribution.home().resolve("tika-extras"))) {
      names =
          files
              .map(file -> file.getFileName().toString().replaceFirst("-[0-9].*", ""))
              .collect(Collectors.toCollection(TreeSet::new));
    }

    assertEquals(
        new TreeSet<>(Set.of("dateline-core", "dateline-tika-parser", "dateline-tika-connector")),
        names);
  }

  @Test
  void commandRunsThroughLinkFromAnotherFolderWithSpaces(@TempDir Path temporary)
      throws IOException, InterruptedException {
    Path folder = Files.createDirectories(temporary.resolve("my folder"));
    Path home = Files.createSymbolicLink(folder.resolve("the program"), Distribution.home());
    Files.createSymbolicLink(folder.resolve("dl"), home.resolve("bin/dateline"));
    Path relative = folder.resolve("dateline");
    Files.createSymbolicLink(relative, Path.of("dl"));

    Distribution.Run run = Distribution.run(folder, List.of("./dateline", "--version"));

    assertEquals(0, run.exitCode(), run::errors);
    assertTrue(run.output().contains("0.1.0"), run::output);
  }

  @Test
  void commandSaysWhenJavaHomeIsWrong() throws IOException, InterruptedException {
    String command = Distribution.home().resolve("bin/dateline").toString();

    Distribution.Run run =
        Distribution.run(
            null, List.of("env", "JAVA_HOME=/no such java", "sh", command, "--version"));

    assertEquals(2, run.exitCode());
    assertEquals(
        "dateline: JAVA_HOME is /no such java, but there is no bin/java in it",
        run.errors().strip());
  }
}
