package io.hydrant.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A Lambda function behind the API of runtime interface emulators that fails at random: it throws,
 * its server answers 500, or the connection breaks, as at the first invocation. What it does with a
 * record depends on the record's id alone: every tenth is marked as failed, every tenth is dropped.
 */
final class UnreliableFunction implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int RESIDUES = 10;
  private static final int FAILED = 3;
  private static final int DROPPED = 7;
  private static final int PARTITIONS = 3;

  private final Set<Integer> dropped = ConcurrentHashMap.newKeySet();
  private final AtomicInteger invocations = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final HttpServer server;

  private UnreliableFunction(HttpServer server) {
    this.server = server;
  }

  static UnreliableFunction start() throws IOException {
    UnreliableFunction function =
        new UnreliableFunction(
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    function.server.setExecutor(function.threads);
    function.server.createContext("/", function::answer);
    function.server.start();
    return function;
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Returns whether the function marks the record with that id as failed. */
  static boolean fails(int id) {
    return id % RESIDUES == FAILED;
  }

  /** Returns whether the function drops the record with that id. */
  static boolean drops(int id) {
    return id % RESIDUES == DROPPED;
  }

  /** Returns the ids of the records that it has dropped in an answer. */
  Set<Integer> dropped() {
    return dropped;
  }

  int invocations() {
    return invocations.get();
  }

  /** Counts the invocations that failed as a whole. */
  int failures() {
    return failures.get();
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] event = exchange.getRequestBody().readAllBytes();
    boolean first = invocations.incrementAndGet() == 1;
    switch (first ? 0 : ThreadLocalRandom.current().nextInt(RESIDUES)) {
      case 0 -> {
        failures.incrementAndGet();
        exchange.close();
      }
      case 1 -> {
        failures.incrementAndGet();
        send(exchange, 500, "{\"message\":\"Internal server error\"}");
      }
      case 2 -> {
        failures.incrementAndGet();
        exchange.getResponseHeaders().add("X-Amz-Function-Error", "Unhandled");
        send(exchange, 200, "{\"errorMessage\":\"at random\",\"errorType\":\"Error\"}");
      }
      default -> send(exchange, 200, transformed(JSON.readTree(event)).toString());
    }
  }

  private ObjectNode transformed(JsonNode event) throws IOException {
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode records = answer.putArray("records");
    for (JsonNode record : event.path("records")) {
      int id = JSON.readTree(record.path("data").binaryValue()).path("id").asInt();
      ObjectNode made = records.addObject();
      made.put("recordId", record.path("recordId").asText());
      made.put("result", result(id));
      made.put("data", record.path("data").asText());
      made.putObject("metadata")
          .putObject("partitionKeys")
          .put("shard", String.valueOf(id % PARTITIONS));
    }
    return answer;
  }

  private String result(int id) {
    if (drops(id)) {
      dropped.add(id);
      return "Dropped";
    }
    return fails(id) ? "ProcessingFailed" : "Ok";
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
