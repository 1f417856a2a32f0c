package io.dateline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dateline.capture.Capture;
import io.dateline.capture.HtmlCapture;
import io.dateline.capture.TextCapture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The same capture gives the same document, whatever runs around it")
class SameEverywhereTest {

  private static final int DOCUMENTS = 1000;

  /** What another JVM runs. */
  public static final class Teller {
    private Teller() {}

    /** Prints a line a document. */
    public static void main(String[] args) {
      NewsAnalyzer analyzer = NewsAnalyzer.create(AnalyzerOptions.defaults());
      StringBuilder all = new StringBuilder();
      for (int i = 0; i < 60; i++) {
        all.append(tell(analyzer, i)).append('\n');
      }
      byte[] bytes = all.toString().getBytes(StandardCharsets.UTF_8);
      System.out.write(bytes, 0, bytes.length);
      System.out.flush();
    }
  }

  private static String tell(NewsAnalyzer analyzer, int i) {
    NewsDocument document = analyzer.analyze(capture(i), Mode.ALWAYS);
    String told = document.toString().replace('\n', '|');
    return told.replaceAll("(\\d\\.\\d{6})\\d+", "$1"); // later Javas print doubles shorter
  }

  private static final String[] TOWNS = {
    "Mombasa", "İstanbul", "Springfield, Illinois", "Idlib", "Lyon", "Москве", "São Paulo"
  };

  private static Capture capture(int i) {
    String town = TOWNS[i % TOWNS.length];
    String date = (1 + i % 28) + " " + (i % 2 == 0 ? "Nisan" : "April") + " 2013, 10:30 PM";
    String story =
        "FIRIN ISSUES A TITLE IN "
            + town
            + "\nBy Jane Doe "
            + i
            + "\n"
            + date
            + "\n\nThe ferry from "
            + town
            + " carried more people this week than in all of winter, the INDIA office said.\n\n"
            + "It takes "
            + (i % 40)
            + " minutes to "
            + TOWNS[(i + 3) % TOWNS.length]
            + " and runs twice a day, officials in Kenya and Syria said on Monday.\n";
    return i % 3 == 0
        ? TextCapture.of(story)
        : HtmlCapture.of(
            "<html><body><nav class=MENU><a href=/>Home</a></nav><article><h1>"
                + story.replace("\n\n", "</h1><p>")
                + "</p></article><footer>© 2013 TITLE</footer></body></html>");
  }

  @Test
  void onOneThreadAndOnSixteen() throws Exception {
    NewsAnalyzer analyzer = NewsAnalyzer.create(AnalyzerOptions.defaults());
    List<String> alone = new ArrayList<>();
    for (int i = 0; i < DOCUMENTS; i++) {
      alone.add(tell(analyzer, i));
    }

    ExecutorService pool = Executors.newFixedThreadPool(16);
    List<String> together = new ArrayList<>();
    try {
      List<Future<String>> told = new ArrayList<>();
      for (int i = 0; i < DOCUMENTS; i++) {
        int number = i;
        told.add(pool.submit(() -> tell(analyzer, number)));
      }
      for (Future<String> one : told) {
        together.add(one.get());
      }
    } finally {
      pool.shutdownNow();
    }

    assertEquals(alone, together);
  }

  @ParameterizedTest
  @CsvSource({
    "tr,TR,Europe/Istanbul,UTF-8",
    "ar,EG,Pacific/Kiritimati,ISO-8859-6",
    "th,TH,America/Adak,UTF-8"
  })
  void inAnyLocaleZoneAndCharset(String language, String country, String zone, String charset)
      throws Exception {
    String here = run(Path.of(System.getProperty("java.home")), List.of("-Duser.language=en"));

    String there =
        run(
            Path.of(System.getProperty("java.home")),
            List.of(
                "-Duser.language=" + language,
                "-Duser.country=" + country,
                "-Duser.timezone=" + zone,
                "-Dfile.encoding=" + charset));

    assertTrue(here.length() > 10_000, here);
    assertEquals(here, there);
  }

  @Test
  void onALaterJava() throws Exception {
    Path later = laterJava();
    if (later == null) {
      System.err.println(
          "NOT TESTED: no JDK of version 21 or later, by JAVA_HOME_25_X64 or in /usr/lib/jvm");
    }
    assumeTrue(later != null, "no JDK of version 21 or later");

    assertEquals(
        run(Path.of(System.getProperty("java.home")), List.of("-Duser.language=en")),
        run(later, List.of("-Duser.language=en")));
  }

  private static @Nullable Path laterJava() throws IOException {
    List<Path> homes = new ArrayList<>();
    for (String variable : List.of("JAVA_HOME_25_X64", "JAVA_HOME_21_X64", "ES_JAVA_HOME")) {
      String home = System.getenv(variable);
      if (home != null && !home.isBlank()) {
        homes.add(Path.of(home));
      }
    }
    for (String folder : List.of("/usr/lib/jvm", "/opt", "/opt/java")) {
      if (Files.isDirectory(Path.of(folder))) {
        try (Stream<Path> inside = Files.list(Path.of(folder))) {
          inside.sorted().forEach(homes::add);
        }
      }
    }
    for (Path home : homes) {
      Path release = home.resolve("release");
      boolean later =
          Files.isReadable(release)
              && Files.readString(release).matches("(?s).*JAVA_VERSION=\"(2[1-9]|[3-9]).*");
      if (later && Files.isExecutable(home.resolve("bin/java"))) {
        return home;
      }
    }
    return null;
  }

  private static String run(Path home, List<String> options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin/java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Teller.class.getName()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    byte[] told = process.getInputStream().readAllBytes();
    assertEquals(0, process.waitFor());
    return new String(told, StandardCharsets.UTF_8);
  }
}
