package io.hydrant.delivery.lambda;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.hydrant.core.id.Bytes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server in the place of Lambda or of a runtime interface emulator. */
final class LambdaStub implements AutoCloseable {
  /** An answer. */
  interface Answer {
    void give(HttpExchange exchange) throws IOException;
  }

  record Request(String method, String path, Headers headers, Bytes body) {}

  final List<Request> requests = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  LambdaStub(Answer answer) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          requests.add(
              new Request(
                  exchange.getRequestMethod(),
                  exchange.getRequestURI().getRawPath(),
                  exchange.getRequestHeaders(),
                  Bytes.wrap(exchange.getRequestBody().readAllBytes())));
          answer.give(exchange);
        });
    server.start();
  }

  /** Returns a stub that always answers the same. */
  static LambdaStub answering(int status, String body, Map<String, String> headers)
      throws IOException {
    return new LambdaStub(
        exchange -> {
          headers.forEach(exchange.getResponseHeaders()::add);
          respond(exchange, status, body.getBytes(StandardCharsets.UTF_8));
        });
  }

  static void respond(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
