package io.dateline.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The lists beside the classes that use them: UTF-8, an entry a line, {@code #} before comments.
 */
public final class ListFile {

  private ListFile() {}

  /**
   * The lines of a list that are neither blank nor a comment.
   *
   * @param owner the class that the file lies beside
   * @param name the file, relative to the class
   * @throws IllegalStateException if it is not there
   */
  public static List<String> lines(Class<?> owner, String name) {
    try (InputStream in = owner.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + name);
      }
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }
}
