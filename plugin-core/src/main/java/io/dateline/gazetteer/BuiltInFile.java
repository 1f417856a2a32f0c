package io.dateline.gazetteer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;

/** Brings the gazetteer in the jar into memory. */
final class BuiltInFile {

  /** Where the build puts the index. */
  static final String RESOURCE = "builtin.dlgz";

  private BuiltInFile() {}

  static Gazetteer load() {
    URL url = BuiltInFile.class.getResource(RESOURCE);
    if (url == null) {
      throw new IllegalStateException("The Dateline jar lacks its gazetteer, " + RESOURCE + ".");
    }
    try {
      if ("file".equals(url.getProtocol())) {
        return Gazetteer.open(Path.of(url.toURI()));
      }
      try (InputStream in = url.openStream()) {
        return Gazetteer.of(IndexFile.wrap(in.readAllBytes(), url.toString()));
      }
    } catch (GazetteerException | URISyntaxException e) {
      throw new IllegalStateException(e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
