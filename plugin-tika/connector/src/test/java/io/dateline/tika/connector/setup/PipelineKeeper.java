package io.dateline.tika.connector.setup;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dateline.elasticsearch.NodeClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stands before a node of 7.10, the last with processors that can be had, and keeps a pipeline's
 * {@code _meta} for it, as every node since 7.16 does by itself. All else goes through.
 */
final class PipelineKeeper implements AutoCloseable {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String PIPELINES = "/_ingest/pipeline/";

  private final NodeClient node;
  private final HttpServer server;
  private volatile JsonNode meta = MAPPER.nullNode();

  PipelineKeeper(NodeClient node) throws IOException {
    this.node = node;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::pass);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void pass(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String method = exchange.getRequestMethod();
    boolean pipeline = path.startsWith(PIPELINES);
    if (pipeline && method.equals("PUT")) {
      ObjectNode json = (ObjectNode) MAPPER.readTree(body);
      JsonNode taken = json.remove("_meta");
      meta = taken == null ? MAPPER.nullNode() : taken;
      body = json.toString();
    }
    NodeClient.Said said = node.send(method, path, body);
    byte[] answer = said.body().getBytes(StandardCharsets.UTF_8);
    if (pipeline && method.equals("GET") && said.status() == 200 && !meta.isNull()) {
      ObjectNode json = (ObjectNode) MAPPER.readTree(said.body());
      json.withObject("news").set("_meta", meta.deepCopy());
      answer = json.toString().getBytes(StandardCharsets.UTF_8);
    }
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(said.status(), answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
