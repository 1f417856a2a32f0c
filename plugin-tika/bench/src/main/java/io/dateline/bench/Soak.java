package io.dateline.bench;

import io.dateline.demo.TikaServerProcess;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Sends many documents through a real Tika Server whose fork starts anew every few thousand, and
 * prints ten times what each process holds: resident memory, open descriptors, files in the
 * temporary folder. Memory must stay flat, the others must come back to where they were; a new
 * process id is a fork that started anew. Linux only.
 *
 * <p>Arguments: the server's jar, the folder tika-extras, a folder of pages, number of documents.
 */
public final class Soak {

  private static final int REPORTS = 10;

  private Soak() {}

  /** See the class. */
  public static void main(String[] args) throws Exception {
    List<Path> pages = ServerThroughput.pages(Path.of(args[2]));
    int documents = Integer.parseInt(args[3]);
    Path work = Files.createTempDirectory("tika-soak");
    Path config = Files.createTempFile("tika-soak", ".xml");
    Files.writeString(
        config,
        "<properties><server><params><maxFiles>4000</maxFiles></params></server></properties>");
    HttpClient http = HttpClient.newHttpClient();
    int every = Math.max(1, documents / REPORTS);
    int refused = 0;
    try (TikaServerProcess server =
        TikaServerProcess.start(
            Path.of(args[0]).toRealPath(), Path.of(args[1]).toRealPath(), config, work)) {
      for (int i = 0; i < documents; i++) {
        refused += send(http, server, pages.get(i % pages.size())) ? 0 : 1;
        if ((i + 1) % every == 0) {
          report(i + 1, refused, server.pid(), work.resolve("tmp"));
        }
      }
    }
    try (Stream<Path> left = Files.list(work.resolve("tmp"))) {
      System.out.println("left in the temporary folder: " + left.toList());
    }
  }

  /** A fork on its way out refuses; the client sends again, as Tika's documentation says. */
  private static boolean send(HttpClient http, TikaServerProcess server, Path page)
      throws InterruptedException {
    for (int attempt = 0; attempt < 60; attempt++) {
      try {
        if (ServerThroughput.put(http, server, page) == 200) {
          return true;
        }
      } catch (IOException e) {
        // the connection went with the fork
      }
      Thread.sleep(500);
    }
    return false;
  }

  private static void report(int sent, int refused, long parent, Path temporary)
      throws IOException {
    ProcessHandle root = ProcessHandle.of(parent).orElseThrow();
    StringBuilder line = new StringBuilder().append(sent).append(" sent, ").append(refused);
    line.append(" refused;");
    for (ProcessHandle process : Stream.concat(Stream.of(root), root.descendants()).toList()) {
      Path folder = Path.of("/proc", Long.toString(process.pid()));
      String resident =
          Files.readAllLines(folder.resolve("status")).stream()
              .filter(row -> row.startsWith("VmRSS"))
              .findFirst()
              .orElse("VmRSS: ?");
      try (Stream<Path> descriptors = Files.list(folder.resolve("fd"))) {
        line.append(" pid ").append(process.pid()).append(' ');
        line.append(resident.replaceAll("\\s+", " ")).append(", ");
        line.append(descriptors.count()).append(" descriptors;");
      }
    }
    try (Stream<Path> files = Files.list(temporary)) {
      line.append(' ').append(files.count()).append(" temporary files");
    }
    System.out.println(line);
  }
}
