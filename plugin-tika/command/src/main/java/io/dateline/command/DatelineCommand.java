package io.dateline.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
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
    commands.setParameterExceptionHandler((wrong, arguments) -> say(wrong));
    return commands.setCaseInsensitiveEnumValuesAllowed(true);
  }

  /** The sentence alone: below it, the whole help of a command would push it off the screen. */
  private static int say(ParameterException wrong) {
    CommandLine command = wrong.getCommandLine();
    PrintWriter errors = command.getErr();
    errors.println(wrong.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(wrong, errors);
    if (command.getParent() == null) {
      command.usage(errors);
    } else {
      errors.println("See: " + command.getCommandSpec().qualifiedName() + " --help");
    }
    errors.flush();
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }
}
