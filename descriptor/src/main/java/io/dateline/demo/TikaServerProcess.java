package io.dateline.demo;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A real Tika Server in a process of its own, on a free loopback port. The server forks a child
 * that does the work; {@link #close}, or the end of this JVM, ends both. Used by one thread.
 */
public final class TikaServerProcess implements AutoCloseable {

  /**
   * A loaded machine with two cores took 30 seconds; a server that cannot start exits by itself.
   */
  private static final Duration STARTUP_LIMIT = Duration.ofMinutes(2);

  private static final Duration POLL = Duration.ofMillis(50);

  private final Process process;
  private final URI base;
  private final Path log;
  private final Thread hook = new Thread(this::stop, "stop-tika");
  private boolean detached;

  private TikaServerProcess(Process process, URI base, Path log) {
    this.process = process;
    this.base = base;
    this.log = log;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * Starts a server and waits until it answers.
   *
   * @param serverJar the {@code tika-server-standard} jar
   * @param extras a folder of jars beside it on the class path, as Docker's {@code /tika-extras};
   *     null for the stock server
   * @param config a {@code tika-config.xml}; null for none
   * @param work an existing folder for the server's log and temporary files
   * @throws IOException if it exits or does not answer within two minutes; the message ends with
   *     the tail of its log
   */
  public static TikaServerProcess start(
      Path serverJar, @Nullable Path extras, @Nullable Path config, Path work)
      throws IOException, InterruptedException {
    int port = freePort();
    Path log = Files.createTempFile(work, "tika-server-", ".log");
    Path temporary = Files.createDirectories(work.resolve("tmp"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Djava.io.tmpdir=" + temporary);
    command.add("-cp");
    command.add(
        extras == null ? serverJar.toString() : serverJar + File.pathSeparator + extras + "/*");
    command.add("org.apache.tika.server.core.TikaServerCli");
    command.addAll(List.of("-h", "127.0.0.1", "-p", Integer.toString(port)));
    if (config != null) {
      command.addAll(List.of("-c", config.toString()));
    }
    Process process =
        new ProcessBuilder(command)
            .directory(work.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    TikaServerProcess server =
        new TikaServerProcess(process, URI.create("http://127.0.0.1:" + port), log);
    boolean answered = false;
    try {
      server.awaitAnswer();
      answered = true;
    } finally {
      if (!answered) {
        server.close();
      }
    }
    return server;
  }

  /** The address of one of the server's endpoints, such as {@code "/rmeta/text"}. */
  public URI uri(String path) {
    return base.resolve(path);
  }

  /** The process id of the parent, whose end ends the child too. */
  public long pid() {
    return process.pid();
  }

  /** What the server wrote. */
  public Path log() {
    return log;
  }

  /** The last lines of the log, for messages. */
  public String logTail() {
    try (Stream<String> lines = Files.lines(log)) {
      List<String> all = lines.toList();
      return String.join("\n", all.subList(Math.max(0, all.size() - 30), all.size()));
    } catch (IOException | UncheckedIOException e) {
      return "(no log: " + e.getMessage() + ")";
    }
  }

  /** Leaves it running when this JVM ends, and after {@link #close}. */
  public void detach() {
    detached = true;
    Runtime.getRuntime().removeShutdownHook(hook);
  }

  /** Ends the server and whatever it forked. */
  @Override
  public void close() {
    if (!detached) {
      stop();
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }

  private void stop() {
    // the parent first would restart a child it misses, and a child outlives a killed parent
    List<ProcessHandle> family = process.descendants().toList();
    process.destroy();
    boolean ended = false;
    try {
      ended = process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!ended) {
      process.destroyForcibly();
    }
    family.forEach(ProcessHandle::destroyForcibly);
  }

  private void awaitAnswer() throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest version =
        HttpRequest.newBuilder(uri("/version")).timeout(Duration.ofSeconds(5)).build();
    long deadline = System.nanoTime() + STARTUP_LIMIT.toNanos();
    while (System.nanoTime() < deadline) {
      if (process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException(
            "Tika Server exited with code " + process.exitValue() + " at start:\n" + logTail());
      }
      if (answers(client, version)) {
        return;
      }
    }
    throw new IOException(
        "Tika Server did not answer within " + STARTUP_LIMIT.toSeconds() + " s:\n" + logTail());
  }

  private static boolean answers(HttpClient client, HttpRequest request)
      throws InterruptedException {
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false; // not listening yet
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
