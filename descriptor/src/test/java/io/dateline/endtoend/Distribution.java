package io.dateline.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The unpacked distribution, run as a user runs it. */
final class Distribution {

  private static final long LIMIT_SECONDS = 300;

  private Distribution() {}

  /** What a run printed and how it ended. */
  record Run(int exitCode, String output, String errors) {}

  /** The folder {@code target/dateline}. */
  static Path home() {
    return folder("dateline.distribution");
  }

  static Path samples() {
    return home().resolve("samples");
  }

  /** A folder for the files of one test class, empty at first use of the build. */
  static Path workFolder(String name) throws IOException {
    return Files.createDirectories(folder("dateline.work").resolve(name));
  }

  /** A file or folder that the build hands to the tests as a system property. */
  static Path folder(String property) {
    String value = System.getProperty(property);
    if (value == null) {
      throw new IllegalStateException(
          "the system property " + property + " is missing; run this through mvn verify");
    }
    return Path.of(value);
  }

  /** Runs {@code bin/dateline} to its end. */
  static Run dateline(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(home().resolve("bin/dateline").toString());
    command.addAll(List.of(arguments));
    return run(null, command);
  }

  /** Runs a command to its end, in a working directory if one is given. */
  static Run run(@Nullable Path directory, List<String> command)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("dateline-", ".out");
    Path errors = Files.createTempFile("dateline-", ".err");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(directory == null ? null : directory.toFile())
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectOutput(output.toFile())
              .redirectError(errors.toFile())
              .start();
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException(command + " did not end within " + LIMIT_SECONDS + " s");
      }
      return new Run(
          process.exitValue(),
          Files.readString(output, StandardCharsets.UTF_8),
          Files.readString(errors, StandardCharsets.UTF_8));
    } finally {
      Files.deleteIfExists(output);
      Files.deleteIfExists(errors);
    }
  }
}
