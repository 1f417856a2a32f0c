package io.dateline.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class DatelineCommandTest {

  private final StringWriter errors = new StringWriter();

  @Test
  void saysWhatIsWrongAndWhereToReadMore() {
    assertEquals(2, run("extract", "no-such-folder"));

    assertEquals(
        List.of("no-such-folder: there is no such file or folder", "See: dateline extract --help"),
        errors.toString().lines().toList());
  }

  @Test
  void listsTheCommandsToWhomNamesNone() {
    assertEquals(2, run());

    assertTrue(errors.toString().startsWith("Which command?"), errors::toString);
    assertTrue(errors.toString().contains("extract"), errors::toString);
  }

  private int run(String... arguments) {
    CommandLine command = DatelineCommand.commandLine();
    command.setErr(new PrintWriter(errors));
    return command.execute(arguments);
  }
}
