package io.dateline.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  void readmeNamesEveryJarThatIsShippedAndNoOther() throws IOException {
    String readme = Files.readString(Path.of("../README.md"));
    String table =
        readme.substring(readme.indexOf("\n## Dependencies\n"), readme.indexOf("\n## Build\n"));
    Set<String> named = new TreeSet<>();
    for (String row : table.lines().filter(line -> line.startsWith("| ")).toList()) {
      Matcher jar = Pattern.compile("`([^`]+)`").matcher(row.split("\\|", -1)[3]);
      while (jar.find()) {
        named.add(jar.group(1));
      }
    }

    assertEquals(libraries(), named);
  }

  @Test
  void billOfMaterialsNamesEveryJarThatIsShipped() throws IOException {
    Path sbom = Distribution.home().resolve("sbom.cdx.json");
    assumeTrue(Files.exists(sbom), "built without a network, and so without a bill of materials");
    Set<String> named = new TreeSet<>();
    for (JsonNode component : new ObjectMapper().readTree(sbom.toFile()).get("components")) {
      named.add(component.get("name").asText());
    }

    assertTrue(named.containsAll(libraries()), named::toString);
  }

  /** The names of the jars in lib/ without their versions, and without our own. */
  private static Set<String> libraries() throws IOException {
    try (Stream<Path> files = Files.list(Distribution.home().resolve("lib"))) {
      return files
          .map(file -> file.getFileName().toString().replaceFirst("-[0-9.]+\\.jar$", ""))
          .filter(name -> !name.startsWith("dateline-"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
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
