package io.dateline.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The folder that Tika Server fetches captures from, filled with copies of the given files. */
final class Inbox {

  private static final List<String> ENDINGS = List.of(".html", ".htm", ".xhtml", ".txt");

  private Inbox() {}

  /**
   * Copies captures into a folder. Files given by name are taken whatever they are called; of a
   * folder, only HTML and text files, and not those that describe the others (README, LICENSE).
   *
   * @return the names of the copies, in the order of the paths
   * @throws IOException if a path does not exist or cannot be read
   */
  static List<String> fill(Path inbox, List<Path> paths) throws IOException {
    List<Path> captures = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        try (Stream<Path> files = Files.walk(path)) {
          files.filter(Inbox::isCapture).sorted().forEach(captures::add);
        }
      } else {
        captures.add(path);
      }
    }
    List<String> names = new ArrayList<>();
    for (Path capture : captures) {
      String name = freeName(inbox, capture.getFileName().toString());
      Files.copy(capture, inbox.resolve(name));
      names.add(name);
    }
    return names;
  }

  private static boolean isCapture(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return Files.isRegularFile(file)
        && ENDINGS.stream().anyMatch(name::endsWith)
        && !name.startsWith("readme");
  }

  /** Two folders may hold files of one name. */
  private static String freeName(Path inbox, String name) {
    String free = name;
    for (int i = 2; Files.exists(inbox.resolve(free)); i++) {
      free = i + "-" + name;
    }
    return free;
  }
}
