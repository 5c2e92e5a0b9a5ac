package io.hydrant.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A stand-in of Glue's API: it has every table, with one column. */
final class GlueServer implements AutoCloseable {
  private static final String TABLE =
      "{\"Name\":\"t\",\"StorageDescriptor\":{\"Columns\":[{\"Name\":\"id\",\"Type\":\"bigint\"}]}}";

  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final HttpServer server;

  private GlueServer(HttpServer server) {
    this.server = server;
  }

  static GlueServer start() throws IOException {
    GlueServer glue =
        new GlueServer(
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    glue.server.setExecutor(glue.threads);
    glue.server.createContext("/", glue::answer);
    glue.server.start();
    return glue;
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    if (target.endsWith("GetTableVersion")) {
      send(exchange, "{\"TableVersion\":{\"Table\":" + TABLE + "}}");
    } else {
      send(exchange, "{\"Table\":" + TABLE + "}");
    }
  }

  private static void send(HttpExchange exchange, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
