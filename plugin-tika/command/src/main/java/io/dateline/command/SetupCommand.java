package io.dateline.command;

import io.dateline.tika.connector.setup.ClusterSetup;
import io.dateline.tika.connector.setup.SetupLine;
import io.dateline.tika.connector.setup.SetupLine.Outcome;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dateline setup}: templates, indices, aliases and pipeline into Elasticsearch. */
@Command(
    name = "setup",
    description = {
      "Install what the news indices need into Elasticsearch: component and index templates, the"
          + " indices news-articles (alias news) and news-places (alias news-by-place), and the"
          + " ingest pipeline news where the node has its processors.",
      "Running it again changes nothing. What somebody else made, or changed, is left alone."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything is in place",
      "1:something was left alone that differs from what is shipped",
      "2:the command line is wrong, or Elasticsearch refused or did not answer"
    })
final class SetupCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private ClusterArguments cluster;

  @Option(
      names = "--dry-run",
      description = "Change nothing; print what would be done and what differs.")
  private boolean dryRun;

  @Option(
      names = "--force",
      description =
          "Replace templates and the pipeline even if somebody else made or changed them.")
  private boolean force;

  @Option(
      names = "--english",
      description =
          "Analyse texts as English, with stemming; works for indices that do not exist yet, and not"
              + " on a minimal node.")
  private boolean english;

  @Option(
      names = "--print-role",
      description = "Print the role that the emitter's user needs, as JSON, and do nothing else.")
  private boolean printRole;

  @Override
  public Integer call() throws IOException {
    if (printRole) {
      System.out.print(ClusterSetup.role());
      return 0;
    }
    ClusterSetup.Choices choices = new ClusterSetup.Choices(dryRun, force, english);
    List<SetupLine> lines;
    try (ClusterSetup setup = new ClusterSetup(cluster.access(), choices)) {
      lines = setup.run();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    } catch (IOException e) {
      System.err.println("setup failed: " + e.getMessage());
      return 2;
    }
    boolean left = false;
    for (SetupLine line : lines) {
      System.out.println(line);
      if (dryRun || line.outcome() == Outcome.LEFT_ALONE) {
        line.diff().forEach(difference -> System.out.println("    " + difference));
      }
      left |= line.outcome() == Outcome.LEFT_ALONE;
    }
    return left ? 1 : 0;
  }
}
