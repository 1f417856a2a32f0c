package io.dateline.command;

import io.dateline.tika.connector.connection.Access;
import io.dateline.tika.connector.setup.ClusterSetup;
import io.dateline.tika.connector.setup.KibanaImport;
import io.dateline.tika.connector.setup.SetupLine;
import io.dateline.tika.connector.setup.SetupLine.Outcome;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
          + " indices news-articles (alias news) and news-places (alias news-by-place), the index"
          + " news-countries with outlines for maps, and the ingest pipeline news where the node has"
          + " its processors. With --kibana, import the data views and dashboards.",
      "Running it again changes nothing. What somebody else made, or changed, is left alone."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything is in place",
      "1:something was left alone that differs from what is shipped",
      "2:the command line is wrong, or Elasticsearch or Kibana refused or did not answer"
    })
final class SetupCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private ClusterArguments cluster;

  @Option(
      names = "--kibana",
      paramLabel = "URL",
      description =
          "Where Kibana listens, such as http://localhost:5601, with its base path if it has one;"
              + " takes the same credentials.")
  private @Nullable String kibana;

  @Option(
      names = "--space",
      paramLabel = "NAME",
      description = "The Kibana space to import into (default: ${DEFAULT-VALUE}).",
      defaultValue = "default")
  private String space = "default";

  @Option(
      names = "--dry-run",
      description = "Change nothing; print what would be done and what differs.")
  private boolean dryRun;

  @Option(
      names = "--force",
      description =
          "Replace templates, the pipeline and Kibana's objects even if somebody else made or changed"
              + " them.")
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
    List<SetupLine> lines = new ArrayList<>();
    try {
      if (kibana == null || cluster.isGiven()) {
        lines.addAll(cluster());
      }
      if (kibana != null) {
        lines.addAll(dashboards(kibana));
        if (!cluster.isGiven()) {
          lines.add(
              new SetupLine(
                  Outcome.LEFT_OUT,
                  "index news-countries",
                  "--elasticsearch is not given; without this index maps lack countries",
                  List.of()));
        }
      }
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    } catch (IOException e) {
      print(lines);
      System.err.println("setup failed: " + e.getMessage());
      return 2;
    }
    return print(lines) ? 1 : 0;
  }

  private List<SetupLine> cluster() throws IOException {
    ClusterSetup.Choices choices = new ClusterSetup.Choices(dryRun, force, english);
    try (ClusterSetup setup = new ClusterSetup(cluster.access(), choices)) {
      return setup.run();
    }
  }

  private List<SetupLine> dashboards(String address) throws IOException {
    Access access = cluster.accessTo(withPort(address));
    try (KibanaImport dashboards = new KibanaImport(access, space, force)) {
      return dryRun
          ? List.of(
              new SetupLine(
                  Outcome.LEFT_OUT, "Kibana", "not done, as this is a dry run", List.of()))
          : dashboards.run();
    }
  }

  /** People paste Kibana's address from the browser; for Elasticsearch no port would mean 9200. */
  private static String withPort(String address) {
    URI url = URI.create(address);
    if (url.getPort() >= 0 || url.getHost() == null) {
      return address;
    }
    int port = "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
    return url.getScheme() + "://" + url.getHost() + ":" + port + url.getPath();
  }

  /** Whether something was left alone. */
  private boolean print(List<SetupLine> lines) {
    boolean left = false;
    for (SetupLine line : lines) {
      System.out.println(line);
      if (dryRun || line.outcome() == Outcome.LEFT_ALONE) {
        line.diff().forEach(difference -> System.out.println("    " + difference));
      }
      left |= line.outcome() == Outcome.LEFT_ALONE;
    }
    return left;
  }
}
