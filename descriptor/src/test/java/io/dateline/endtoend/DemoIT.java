package io.dateline.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("demo.sh")
class DemoIT {

  private static final Path SCRIPT = Path.of("demo.sh").toAbsolutePath();

  @Test
  void showsGivenCapturesAndStopsWhatItStarted(@TempDir Path temporary)
      throws IOException, InterruptedException {
    Path folder = Files.createDirectories(temporary.resolve("my captures"));
    for (String sample : List.of("river-json-ld.html", "shop-page.html")) {
      Files.copy(Distribution.samples().resolve(sample), folder.resolve(sample));
    }

    Distribution.Run run = Distribution.run(temporary, List.of(SCRIPT.toString(), "my captures"));

    assertEquals(0, run.exitCode(), () -> run.output() + run.errors());
    for (String expected :
        List.of(
            "river-json-ld.html",
            "removed  ",
            "Cairo (US)",
            "focus    ",
            "Articles with the words",
            "Articles within 100 km of",
            "The map, as a grid")) {
      assertTrue(run.output().contains(expected), () -> expected + " is not in\n" + run.output());
    }
    List<URI> servers =
        Pattern.compile("http://127\\.0\\.0\\.1:\\d+")
            .matcher(run.output())
            .results()
            .map(url -> URI.create(url.group()))
            .distinct()
            .toList();
    assertEquals(2, servers.size());
    for (URI server : servers) {
      assertThrows(ConnectException.class, () -> get(server), server::toString);
    }
  }

  @Test
  void refusesUnknownOptionsAndMissingPaths() throws IOException, InterruptedException {
    for (String wrong : List.of("--kep", "no-such-file.html")) {
      Distribution.Run run = Distribution.run(null, List.of(SCRIPT.toString(), wrong));

      assertEquals(2, run.exitCode());
      assertTrue(run.errors().contains(wrong), run::errors);
    }
  }

  private static int get(URI server) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(server).build(), BodyHandlers.discarding())
        .statusCode();
  }
}
