package io.dateline.command;

import io.dateline.tika.parser.NewsJson;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dateline extract}: captures to JSON lines. */
@Command(
    name = "extract",
    description = {
      "Clean and geotag captures; one JSON object a line for each, in the order of the arguments,"
          + " inside folders sorted by path.",
      "What a capture does not say is left out of its line. A file that cannot be handled gives a"
          + " line with \"status\":\"failed\" and the reason, and the others go on."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every capture was handled",
      "1:at least one has the status failed",
      "2:the command line is wrong, or the output cannot be written"
    })
final class ExtractCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description =
          "Files, and folders to search for .html, .htm, .xhtml and .txt; all of them also with .gz"
              + " behind.")
  private List<Path> paths;

  @Mixin private OutputOption output;
  @Mixin private AnalyzerArguments analyzer;
  @Mixin private AsArticleOption asArticle;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many captures to work on at once (default: one a processor).")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (threads < 1) {
      throw new ParameterException(
          spec.commandLine(), "--threads must be at least 1; got " + threads);
    }
    List<CaptureFile> files = filesOf(paths);
    CaptureAnalysis analysis =
        new CaptureAnalysis(analyzer.checkedSettings(spec), asArticle.isGiven());
    ExecutorService workers =
        Executors.newFixedThreadPool(Math.min(threads, Math.max(1, files.size())));
    int failed;
    try (Writer out = output.open()) {
      failed = extract(files, analysis, workers, out);
    } finally {
      workers.shutdownNow();
    }
    if (failed > 0) {
      System.err.println(failed + " of " + files.size() + " captures failed; see their lines");
    }
    return failed == 0 ? 0 : 1;
  }

  private List<CaptureFile> filesOf(List<Path> arguments) throws IOException {
    try {
      return CaptureFile.in(arguments);
    } catch (NoSuchFileException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  /** Lines come out in order; only a few finished ones wait for a slow one before them. */
  private int extract(
      List<CaptureFile> files, CaptureAnalysis analysis, ExecutorService workers, Writer out)
      throws IOException, InterruptedException {
    ProgressBar progress = ProgressBar.of(files.size());
    Queue<Future<Line>> window = new ArrayDeque<>();
    Iterator<CaptureFile> next = files.iterator();
    int failed = 0;
    while (next.hasNext() || !window.isEmpty()) {
      while (next.hasNext() && window.size() < 4 * threads) {
        CaptureFile file = next.next();
        window.add(workers.submit(() -> line(file, analysis)));
      }
      Line line = ready(window.remove());
      out.write(line.json());
      out.write('\n');
      if (!line.ok()) {
        failed++;
      }
      progress.step(line.ok());
    }
    return failed;
  }

  private record Line(String json, boolean ok) {}

  private static Line line(CaptureFile file, CaptureAnalysis analysis) {
    CaptureAnalysis.Result result = analysis.analyze(file);
    return new Line(
        NewsJson.line(file.id(), result.sha256(), result.document(), result.text()), result.ok());
  }

  private static Line ready(Future<Line> line) throws InterruptedException {
    try {
      return line.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a capture ended the run", e.getCause());
    }
  }
}
