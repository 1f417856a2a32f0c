package io.dateline.command;

import picocli.CommandLine.Option;

/** {@code --as-article}, for commands that can do without Tika. */
final class AsArticleOption {

  @Option(
      names = "--as-article",
      description =
          "Take the input as the clean UTF-8 text of an article: remove nothing, only find places.")
  private boolean asArticle;

  boolean isGiven() {
    return asArticle;
  }
}
