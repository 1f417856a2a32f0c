package io.dateline.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dateline.demo.TikaServerProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A real Tika Server, with the distribution's {@code tika-extras} or without. */
final class RealTikaServer implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LIMIT = Duration.ofSeconds(90);

  private final HttpClient client = HttpClient.newHttpClient();
  private final TikaServerProcess process;

  private RealTikaServer(TikaServerProcess process) {
    this.process = process;
  }

  /** A server with the plugin on its class path, as the README says. */
  static RealTikaServer withPlugin(@Nullable Path config, String work)
      throws IOException, InterruptedException {
    return new RealTikaServer(
        TikaServerProcess.start(
            Distribution.folder("tika.server"),
            Distribution.home().resolve("tika-extras"),
            config,
            Distribution.workFolder(work)));
  }

  /** A server without the plugin, to compare with. */
  static RealTikaServer stock(String work) throws IOException, InterruptedException {
    return new RealTikaServer(
        TikaServerProcess.start(
            Distribution.folder("tika.server"), null, null, Distribution.workFolder(work)));
  }

  /** Where it listens. */
  URI uri() {
    return process.uri("/");
  }

  /** The container's metadata and text from {@code PUT /rmeta/text}. */
  JsonNode metadataOf(Path file) throws IOException, InterruptedException {
    HttpResponse<String> response = put("/rmeta/text", file);
    if (response.statusCode() != 200) {
      throw new IOException(
          file.getFileName() + ": status " + response.statusCode() + "\n" + process.logTail());
    }
    return JSON.readTree(response.body()).get(0);
  }

  /** Sends a file with its name, and whatever headers come in pairs. */
  HttpResponse<String> put(String path, Path file, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(process.uri(path))
            .timeout(LIMIT)
            .header("Content-Disposition", "attachment; filename=" + file.getFileName())
            .PUT(BodyPublishers.ofFile(file));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  /** As {@link #put}, for answers that are not text. */
  HttpResponse<byte[]> putForBytes(String path, Path file)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(process.uri(path))
            .timeout(LIMIT)
            .header("Content-Disposition", "attachment; filename=" + file.getFileName())
            .PUT(BodyPublishers.ofFile(file))
            .build();
    return client.send(request, BodyHandlers.ofByteArray());
  }

  /** Sends a file as a browser's form does. */
  HttpResponse<String> form(String path, Path file) throws IOException, InterruptedException {
    String boundary = "----end-to-end-test";
    byte[] head =
        ("--"
                + boundary
                + "\r\nContent-Disposition: form-data; name=\"upload\"; filename=\""
                + file.getFileName()
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8);
    byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(process.uri(path))
            .timeout(LIMIT)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(BodyPublishers.ofByteArrays(List.of(head, Files.readAllBytes(file), tail)))
            .build();
    return client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  /** Asks for something. */
  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(process.uri(path)).timeout(LIMIT).build();
    return client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  /** Posts JSON, to {@code /pipes} say. */
  HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(process.uri(path))
            .timeout(LIMIT)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build();
    return client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  /** All that the server and its forks wrote. */
  String log() throws IOException {
    return Files.readString(process.log());
  }

  /** The processes in which its pipes parse. */
  List<ProcessHandle> forks() {
    return ProcessHandle.of(process.pid()).stream()
        .flatMap(ProcessHandle::descendants)
        .filter(fork -> fork.info().commandLine().orElse("").contains("PipesServer"))
        .toList();
  }

  /** The end of the server's log. */
  String logTail() {
    return process.logTail();
  }

  @Override
  public void close() {
    process.close();
  }
}
