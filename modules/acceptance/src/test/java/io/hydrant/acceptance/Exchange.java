package io.hydrant.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.hydrant.api.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What a command asked a node, and what the node answered. */
record Exchange(String question, String answer) {
  /** The events in it, as ENTITY#NUMBER. */
  List<String> events() throws IOException {
    List<String> events = new ArrayList<>();
    for (String line : answer.lines().toList()) {
      JsonNode json = Json.MAPPER.readTree(line);
      if (json.has("entity")) {
        events.add(json.path("entity").asText() + "#" + json.path("number").asLong());
      }
    }
    return events;
  }

  /** Hands everything on to the node and notes it. */
  static HttpServer between(URI node, List<Exchange> exchanges) throws IOException {
    return between(node, exchanges, UnaryOperator.identity());
  }

  /** The same, with each answer changed on its way. */
  static HttpServer between(URI node, List<Exchange> exchanges, UnaryOperator<String> change)
      throws IOException {
    HttpClient client = HttpClient.newHttpClient();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        call -> {
          try (call) {
            String question = call.getRequestURI().toString();
            HttpResponse<String> answer =
                client.send(
                    HttpRequest.newBuilder(URI.create(node + question)).build(),
                    HttpResponse.BodyHandlers.ofString());
            exchanges.add(new Exchange(question, answer.body()));
            byte[] bytes = change.apply(answer.body()).getBytes(UTF_8);
            call.sendResponseHeaders(answer.statusCode(), bytes.length);
            call.getResponseBody().write(bytes);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    server.start();
    return server;
  }
}
