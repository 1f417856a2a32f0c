package io.dateline.elasticsearch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Who runs the server: we, or somebody without a name where we are root. */
final class ServerUser {

  private static final int NOBODY = 65534;

  private ServerUser() {}

  static boolean areWeRoot() throws IOException {
    return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
  }

  /** The command in such a form that the server accepts to run. */
  static List<String> wrap(List<String> command) throws IOException {
    if (!Files.exists(Path.of("/proc/self")) || !areWeRoot()) {
      return command;
    }
    List<String> wrapped = new ArrayList<>();
    if (isProgram("setpriv")) {
      wrapped.addAll(
          List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
    } else if (isProgram("runuser")) {
      wrapped.addAll(List.of("runuser", "-u", "nobody", "--"));
    } else if (isProgram("unshare")) {
      wrapped.addAll(List.of("unshare", "--user", "--map-user=1000", "--map-group=1000", "--"));
    } else {
      throw new IOException(
          "Elasticsearch refuses to run as root, and there is neither setpriv nor runuser nor"
              + " unshare to run it as somebody else");
    }
    wrapped.addAll(command);
    return wrapped;
  }

  /** Gives a folder to the server's user. */
  static void own(Path folder) throws IOException {
    if (!Files.exists(Path.of("/proc/self")) || !areWeRoot()) {
      return;
    }
    if (!isProgram("setpriv") && !isProgram("runuser")) {
      return; // unshare maps the owner, root, to the server's user
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        Files.setAttribute(path, "unix:uid", NOBODY);
        Files.setAttribute(path, "unix:gid", NOBODY);
      }
    }
  }

  private static boolean isProgram(String name) {
    String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin:/usr/sbin:/sbin");
    return Arrays.stream(path.split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
  }
}
