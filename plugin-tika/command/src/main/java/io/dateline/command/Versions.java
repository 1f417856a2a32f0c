package io.dateline.command;

import io.dateline.gazetteer.Gazetteer;
import io.dateline.tika.parser.NewsMetadata;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Versions implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {
      "dateline " + NewsMetadata.version(), "gazetteer " + Gazetteer.builtIn().version()
    };
  }
}
