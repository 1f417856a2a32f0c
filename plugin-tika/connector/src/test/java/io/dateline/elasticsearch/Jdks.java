package io.dateline.elasticsearch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The JDKs of this machine, where they usually are. */
public final class Jdks {

  private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");
  private static final List<String> VARIABLES =
      List.of("ES_JAVA_HOME", "JAVA_HOME_21_X64", "JAVA_HOME_25_X64", "JAVA_HOME");
  private static final List<String> FOLDERS = List.of("/usr/lib/jvm", "/opt", "/opt/java");

  private Jdks() {}

  /** One of at least this version. */
  public static Optional<Path> atLeast(int version) throws IOException {
    List<Path> candidates = new ArrayList<>();
    candidates.add(Path.of(System.getProperty("java.home")));
    for (String variable : VARIABLES) {
      String home = System.getenv(variable);
      if (home != null && !home.isBlank()) {
        candidates.add(Path.of(home));
      }
    }
    for (String folder : FOLDERS) {
      if (Files.isDirectory(Path.of(folder))) {
        try (Stream<Path> inside = Files.list(Path.of(folder))) {
          inside.sorted().forEach(candidates::add);
        }
      }
    }
    for (Path home : candidates) {
      if (versionOf(home) >= version && Files.isExecutable(home.resolve("bin/java"))) {
        return Optional.of(home);
      }
    }
    return Optional.empty();
  }

  private static int versionOf(Path home) throws IOException {
    Path release = home.resolve("release");
    if (!Files.isReadable(release)) {
      return 0;
    }
    Matcher matcher = VERSION.matcher(Files.readString(release));
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }
}
