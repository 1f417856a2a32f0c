package io.dateline.command;

import io.dateline.tika.connector.ElasticsearchEmitter;
import io.dateline.tika.connector.StoredVersions;
import io.dateline.tika.connector.connection.Access;
import io.dateline.tika.connector.delivery.Delivery.OnDuplicate;
import io.dateline.tika.connector.delivery.DeliveryException;
import io.dateline.tika.connector.delivery.Replay;
import io.dateline.tika.connector.delivery.Sending;
import io.dateline.tika.connector.delivery.Tally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.tika.exception.TikaConfigException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dateline ingest}: captures through Tika's pipes into Elasticsearch. */
@Command(
    name = "ingest",
    description = {
      "Clean and geotag captures in Tika's forked processes and index them into Elasticsearch; run"
          + " `dateline setup` once before.",
      "The same file always gets the same id, so running it again replaces and does not double. What"
          + " Elasticsearch does not take goes into a dead-letter file; --replay sends it again."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every capture is indexed, or was already there",
      "1:at least one was not parsed, is in the dead-letter file, or was refused",
      "2:the command line is wrong, or Elasticsearch cannot be used as it is set up"
    })
final class IngestCommand implements Callable<Integer> {

  /** Long enough for a node to be restarted meanwhile; there is no watchdog here as in a server. */
  private static final Duration DEADLINE = Duration.ofMinutes(5);

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description =
          "Files, and folders to search for .html, .htm, .xhtml and .txt; all of them also with .gz"
              + " behind.")
  private List<Path> paths = List.of();

  @Mixin private ClusterArguments cluster;
  @Mixin private AnalyzerArguments analyzer;

  @Option(
      names = "--replay",
      paramLabel = "FILE|FOLDER",
      description =
          "Send the dead letters of a file, or of all files of a folder, again; what is stored leaves"
              + " its file.")
  private @Nullable Path replay;

  @Option(
      names = "--reprocess-older-than",
      paramLabel = "VERSION",
      description =
          "Of the given captures, only those whose article is in the index and was written by an older"
              + " plugin (0.2.0), or with an older gazetteer (gazetteer:2026-11-20).")
  private @Nullable String reprocess;

  @Option(
      names = "--base",
      paramLabel = "FOLDER",
      description =
          "Call captures by their path below this folder (default: by their absolute path).")
  private @Nullable Path base;

  @Option(
      names = "--on-duplicate",
      paramLabel = "WAY",
      description =
          "An article that is there already: replace it (default), keep it, or store each version"
              + " of its content.")
  private OnDuplicate onDuplicate = OnDuplicate.REPLACE;

  @Option(
      names = "--dead-letters",
      paramLabel = "FOLDER",
      description = "Where dead letters go (default: ${DEFAULT-VALUE}).")
  private Path deadLetters = Path.of("dateline-dead-letters");

  @Option(names = "--pipeline", paramLabel = "NAME", description = "An ingest pipeline to use.")
  private @Nullable String pipeline;

  @Option(
      names = "--timezone",
      paramLabel = "ZONE",
      description = "The zone of times that state none (default: UTC).")
  private ZoneId zone = ZoneOffset.UTC;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "How many processes parse at once, each with up to 768 MB (default: one a processor, at"
              + " most 4).")
  private int threads = Math.min(4, Runtime.getRuntime().availableProcessors());

  @Override
  public Integer call() throws TikaConfigException, InterruptedException {
    check();
    Sending sending =
        Sending.DEFAULT
            .withOnDuplicate(onDuplicate)
            .withDeadLetterFolder(deadLetters)
            .withPipeline(pipeline)
            .withDeadline(DEADLINE);
    Access access;
    try {
      access = cluster.access();
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage());
    }
    try {
      return replay == null ? ingest(access, sending) : replay(access, sending, replay);
    } catch (IOException e) {
      System.err.println("ingest failed: " + e.getMessage());
      return 2;
    }
  }

  private void check() {
    if ((replay == null) == paths.isEmpty()) {
      throw wrong("give captures, or --replay with dead letters");
    }
    if (threads < 1) {
      throw wrong("--threads must be at least 1; got " + threads);
    }
    if (reprocess != null && onDuplicate != OnDuplicate.REPLACE) {
      throw wrong("--reprocess-older-than replaces articles; it does not go with --on-duplicate");
    }
    if (replay != null && !Files.exists(replay)) {
      throw wrong(replay + ": there is no such file or folder");
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private int ingest(Access access, Sending sending)
      throws IOException, TikaConfigException, InterruptedException {
    analyzer.checkedSettings(spec);
    List<PipesIngest.Input> inputs;
    try {
      inputs = inputs(access, sending);
    } catch (java.nio.file.NoSuchFileException | IllegalArgumentException e) {
      throw wrong(e.getMessage());
    }
    ElasticsearchEmitter emitter = new ElasticsearchEmitter(access, sending, zone);
    emitter.setName("here");
    PipesIngest pipes = new PipesIngest(emitter, ProgressBar.of(inputs.size()));
    PipesIngest.Result result =
        pipes.run(
            inputs,
            Math.min(threads, Math.max(1, inputs.size())),
            analyzer.fetcherParams(),
            e -> e.getCause() instanceof DeliveryException refusal && refusal.isStop());
    return report(result, emitter.counts());
  }

  private List<PipesIngest.Input> inputs(Access access, Sending sending) throws IOException {
    CaptureKeys keys = new CaptureKeys(base);
    Map<String, PipesIngest.Input> inputs = new LinkedHashMap<>();
    for (CaptureFile file : CaptureFile.in(paths)) {
      String key = keys.of(file);
      inputs.putIfAbsent(key, new PipesIngest.Input(file, key)); // named twice is still one capture
    }
    if (reprocess == null) {
      return List.copyOf(inputs.values());
    }
    Set<String> older =
        new HashSet<>(
            new StoredVersions(access, sending.articleIndex())
                .olderThan(
                    StoredVersions.Bound.parse(reprocess), new ArrayList<>(inputs.keySet())));
    System.out.println(older.size() + " of " + inputs.size() + " captures are to be sent again");
    return inputs.values().stream().filter(input -> older.contains(input.key())).toList();
  }

  private static int report(PipesIngest.Result result, Tally.Counts counts) {
    result.notParsed().forEach((path, reason) -> System.err.println(path + ": " + reason));
    int left = result.captures() - result.parsed() - result.notParsed().size();
    System.out.printf(
        Locale.ROOT,
        "captures: %d read, %d parsed, %d not parsed%s%n",
        result.captures(),
        result.parsed(),
        result.notParsed().size(),
        left == 0 ? "" : ", " + left + " not tried");
    System.out.println(counts.toString().replace("; ", System.lineSeparator()));
    if (result.stopReason() != null) {
      System.err.println("stopped: " + result.stopReason());
      return 2;
    }
    boolean whole =
        result.notParsed().isEmpty()
            && result.refusedBatches() == 0
            && counts.documents().deadLettered() + counts.documents().refused() == 0
            && counts.rows().deadLettered() + counts.rows().refused() == 0;
    return whole ? 0 : 1;
  }

  private static int replay(Access access, Sending sending, Path letters) throws IOException {
    Replay.Result result = sending.replay(access).run(letters);
    System.out.printf(
        Locale.ROOT,
        "dead letters: %d stored, %d overtaken by newer versions, %d failed again, %d unreadable%n",
        result.stored(),
        result.overtaken(),
        result.failed(),
        result.unreadable());
    result.busyFiles().forEach(file -> System.err.println(file + " is in use; try it again"));
    if (result.stopReason() != null) {
      System.err.println("stopped: " + result.stopReason());
      return 2;
    }
    return result.isComplete() ? 0 : 1;
  }
}
