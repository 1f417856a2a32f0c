package io.dateline.command;

import io.dateline.Mode;
import io.dateline.NewsDocument;
import io.dateline.Status;
import io.dateline.command.explain.Explanation;
import io.dateline.command.explain.ExplanationPage;
import io.dateline.command.explain.ExplanationText;
import io.dateline.tika.parser.NewsParserSettings;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dateline explain}: why a capture came out as it did. */
@Command(
    name = "explain",
    description = {
      "Show what was kept and removed of a capture and why, its fields, and its places with what"
          + " else they could have been.",
      "Writes one HTML page that needs nothing else and works with the keyboard; with --text, plain"
          + " text for the terminal. A capture that is not an article is explained as mode always"
          + " would treat it."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the explanation was written",
      "1:the capture could not be handled",
      "2:the command line is wrong, or the output cannot be written"
    })
final class ExplainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "A capture: HTML or text, also with .gz behind.")
  private Path file;

  @Mixin private OutputOption output;
  @Mixin private AnalyzerArguments analyzer;
  @Mixin private AsArticleOption asArticle;

  @Option(names = "--text", description = "Write plain text instead of HTML.")
  private boolean text;

  @Override
  public Integer call() throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new ParameterException(spec.commandLine(), file + ": there is no such file");
    }
    NewsParserSettings settings = analyzer.checkedSettings(spec);
    CaptureFile capture = new CaptureFile(file);
    NewsDocument document =
        new CaptureAnalysis(settings, asArticle.isGiven()).analyze(capture).document();
    @Nullable String verdict = null;
    if (document.status() == Status.NOT_ARTICLE && settings.mode() == Mode.AUTO) {
      verdict = document.statusReason();
      document =
          new CaptureAnalysis(settings.withMode(Mode.ALWAYS), false).analyze(capture).document();
    }
    if (document.status() == Status.FAILED) {
      System.err.println(file + ": " + document.statusReason());
      return 1;
    }
    Explanation explanation = Explanation.of(capture.resourceName(), document, verdict);
    try (Writer out = output.open()) {
      out.write(text ? ExplanationText.of(explanation) : ExplanationPage.of(explanation));
    }
    return 0;
  }
}
