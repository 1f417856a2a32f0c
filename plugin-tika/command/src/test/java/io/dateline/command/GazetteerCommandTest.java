package io.dateline.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("dateline gazetteer")
class GazetteerCommandTest {

  @TempDir Path folder;

  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

  @BeforeEach
  void listen() {
    System.setOut(new PrintStream(printed, true, UTF_8));
    System.setErr(new PrintStream(complained, true, UTF_8));
  }

  @AfterEach
  void stopListening() {
    System.setOut(out);
    System.setErr(err);
  }

  @Test
  void looksUpNamesInAnyScript() {
    int code = run("lookup", "دمشق", "Dayr az Zor");

    assertEquals(0, code, complained.toString(UTF_8));
    assertTrue(printed.toString(UTF_8).contains("\tDamascus\tPPLC\tSY\t"), printed.toString(UTF_8));
    assertTrue(printed.toString(UTF_8).contains("loose\tDeir ez-Zor\tPPLA\tSY\t"));
  }

  @Test
  void tellsUnknownNames() {
    assertEquals(1, run("lookup", "Xqwzvtown"));
    assertEquals("Xqwzvtown: unknown", complained.toString(UTF_8).strip());
  }

  @Test
  void buildsFromATableAndLooksUpInTheResult() throws Exception {
    Path table =
        Files.writeString(
            folder.resolve("camps.csv"), "name,lat,lon,country\nXqwzvtown Camp,33.5,36.25,SY\n");
    Path own = folder.resolve("own.dlgz");

    assertEquals(0, run("build", "--csv", table.toString(), "-o", own.toString()));
    assertTrue(printed.toString(UTF_8).contains(" 1 of them new"), printed.toString(UTF_8));
    printed.reset();
    assertEquals(0, run("lookup", "--gazetteer", own.toString(), "xqwzvtown camp"));
    assertTrue(printed.toString(UTF_8).contains("\t33.50000\t36.25000\t"));
  }

  @Test
  void refusesWhatItCannotUse() throws Exception {
    Path file = Files.writeString(folder.resolve("own.dlgz"), "not a gazetteer");

    assertEquals(2, run("lookup", "--gazetteer", file.toString(), "Paris"));
    assertEquals(1, complained.toString(UTF_8).lines().count());
    assertEquals(2, run("build", "--csv", "nowhere.csv", "-o", file.toString()));
    assertEquals(2, run("build", "-o", file.toString()));
    assertEquals("not a gazetteer", Files.readString(file));
  }

  private static int run(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "gazetteer";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return DatelineCommand.commandLine().execute(all);
  }
}
