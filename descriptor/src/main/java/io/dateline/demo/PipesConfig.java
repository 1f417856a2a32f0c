package io.dateline.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** The distribution's {@code tika-config-pipes.xml}, pointed at another folder and node. */
public final class PipesConfig {

  private static final String FOLDER = "<basePath>/captures</basePath>";
  private static final String ADDRESS = "<url>http://localhost:9200</url>";

  private PipesConfig() {}

  /**
   * Writes the changed copy.
   *
   * @param shipped the distribution's file
   * @param work the folder for the copy
   * @param captures the folder to fetch from
   * @param elasticsearch the node to index into
   * @return the copy
   * @throws IOException if it cannot be written, or the shipped file lacks what is to be replaced
   */
  public static Path write(Path shipped, Path work, Path captures, URI elasticsearch)
      throws IOException {
    String config = Files.readString(shipped);
    if (!config.contains(FOLDER) || !config.contains(ADDRESS)) {
      throw new IOException(shipped + " no longer holds " + FOLDER + " and " + ADDRESS);
    }
    Path copy = work.resolve("tika-config-pipes.xml");
    Files.writeString(
        copy,
        config
            .replace(FOLDER, "<basePath>" + escaped(captures.toString()) + "</basePath>")
            .replace(ADDRESS, "<url>" + elasticsearch + "</url>"));
    return copy;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
