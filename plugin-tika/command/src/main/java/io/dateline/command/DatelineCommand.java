package io.dateline.command;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The {@code dateline} command. */
@Command(
    name = "dateline",
    description = "News captures in, articles and the places they are about out.",
    mixinStandardHelpOptions = true,
    versionProvider = Versions.class,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything went well",
      "1:some input could not be handled; the rest was",
      "2:the command line is wrong, or nothing could be done"
    })
public final class DatelineCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** The command line, for those who want it without its process. */
  public static CommandLine commandLine() {
    CommandLine commands = new CommandLine(new DatelineCommand());
    commands.addSubcommand(new ExtractCommand());
    commands.addSubcommand(new ExplainCommand());
    commands.addSubcommand(new SetupCommand());
    commands.addSubcommand(new IngestCommand());
    commands.addSubcommand(new GazetteerCommand());
    commands.addSubcommand(new CommandLine.HelpCommand());
    return commands.setCaseInsensitiveEnumValuesAllowed(true);
  }

  @Override
  public Integer call() {
    throw new CommandLine.ParameterException(spec.commandLine(), "Which command?");
  }
}
