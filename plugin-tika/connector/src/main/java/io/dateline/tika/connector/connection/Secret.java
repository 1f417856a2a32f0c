package io.dateline.tika.connector.connection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A password or API key. Its text never shows in {@link #toString}. */
public final class Secret {

  private final String text;

  private Secret(String text) {
    this.text = text;
  }

  /**
   * A secret as it is.
   *
   * @throws IllegalArgumentException if it is empty, or has a line break in it
   */
  public static Secret of(String text) {
    if (text.isEmpty() || text.chars().anyMatch(c -> c == '\n' || c == '\r')) {
      throw new IllegalArgumentException("a secret must be one line and not empty");
    }
    return new Secret(text);
  }

  /**
   * The value of an environment variable.
   *
   * @throws IllegalArgumentException if it is not set
   */
  public static Secret fromEnvironment(String variable) {
    String value = System.getenv(variable);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("the environment variable " + variable + " is not set");
    }
    return of(value.strip());
  }

  /**
   * The first line of a file.
   *
   * @throws IllegalArgumentException if it cannot be read or is empty
   */
  public static Secret fromFile(Path file) {
    String content;
    try {
      content = Files.readString(file);
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read the secret from " + file + ": " + e, e);
    }
    return of(content.lines().findFirst().orElse("").strip());
  }

  String text() {
    return text;
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}
