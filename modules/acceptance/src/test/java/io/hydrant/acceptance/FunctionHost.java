package io.hydrant.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Hosts a function as a runtime interface emulator does: AWS's runtime, in a process of its own,
 * fetches events from the documented Runtime API and posts its answers there. The same events can
 * be posted in the form of Lambda's API, which names a throw in a header.
 */
final class FunctionHost implements AutoCloseable {
  private static final String RUNTIME =
      "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
  private static final String NEXT = "/2018-06-01/runtime/invocation/next";
  private static final long SECONDS_MAX = 60;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
  private final Map<String, Invocation> running = new ConcurrentHashMap<>();
  private final CountDownLatch fetching = new CountDownLatch(1);
  private final Process runtime;

  private static final class Invocation {
    private final String id = UUID.randomUUID().toString();
    private final byte[] event;
    private final CompletableFuture<byte[]> answer = new CompletableFuture<>();
    private volatile boolean threw;

    private Invocation(byte[] event) {
      this.event = event;
    }
  }

  /**
   * Starts a function, and waits until its runtime fetches events. Runtimes that start at the same
   * time disturb each other: each unpacks its native library to the same file.
   *
   * @param handler a class and a method, for example {@code a.B::c}
   * @param log the file of what the runtime prints
   */
  FunctionHost(String handler, Path log) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/2018-06-01/runtime/", this::runtimeApi);
    server.createContext("/2015-03-31/functions/", this::invoke);
    server.start();
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            RUNTIME,
            handler);
    builder.redirectErrorStream(true).redirectOutput(new File(log.toString()));
    builder
        .environment()
        .putAll(
            Map.of(
                "AWS_LAMBDA_RUNTIME_API", "127.0.0.1:" + server.getAddress().getPort(),
                "AWS_LAMBDA_FUNCTION_NAME", "function",
                "AWS_LAMBDA_FUNCTION_VERSION", "$LATEST",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "128",
                "AWS_REGION", "us-east-1",
                "LAMBDA_TASK_ROOT", log.toAbsolutePath().getParent().toString(),
                "_HANDLER", handler));
    runtime = builder.start();
    awaitRuntime(log);
  }

  private void awaitRuntime(Path log) throws IOException {
    try {
      if (!fetching.await(SECONDS_MAX, TimeUnit.SECONDS)) {
        close();
        throw new IOException("The runtime does not start; it printed " + Files.readString(log));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("The test was stopped", e);
    }
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void invoke(HttpExchange exchange) throws IOException {
    Invocation invocation = new Invocation(exchange.getRequestBody().readAllBytes());
    waiting.add(invocation);
    byte[] answer = answer(invocation.answer);
    boolean emulator = exchange.getRequestURI().getPath().endsWith("/function/invocations");
    if (invocation.threw && !emulator) {
      exchange.getResponseHeaders().add("X-Amz-Function-Error", "Unhandled");
    }
    respond(exchange, 200, answer);
  }

  private static byte[] answer(CompletableFuture<byte[]> answer) throws IOException {
    try {
      return answer.get(SECONDS_MAX, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IOException("The runtime does not answer", e);
    }
  }

  private void runtimeApi(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (path.equals(NEXT)) {
      next(exchange);
      return;
    }
    List<String> parts = List.of(path.split("/", -1));
    Invocation invocation = running.remove(parts.get(parts.size() - 2));
    if (invocation != null) {
      invocation.threw = path.endsWith("/error");
      invocation.answer.complete(body);
    }
    respond(exchange, 202, new byte[0]);
  }

  private void next(HttpExchange exchange) throws IOException {
    fetching.countDown();
    try {
      Invocation invocation = waiting.take();
      running.put(invocation.id, invocation);
      exchange.getResponseHeaders().add("Lambda-Runtime-Aws-Request-Id", invocation.id);
      exchange
          .getResponseHeaders()
          .add(
              "Lambda-Runtime-Deadline-Ms",
              Long.toString(System.currentTimeMillis() + TimeUnit.MINUTES.toMillis(5)));
      exchange
          .getResponseHeaders()
          .add(
              "Lambda-Runtime-Invoked-Function-Arn",
              "arn:aws:lambda:us-east-1:000000000000:function:function");
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      respond(exchange, 200, invocation.event);
    } catch (InterruptedException e) {
      exchange.close();
    }
  }

  private static void respond(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    runtime.destroyForcibly();
    server.stop(0);
    threads.shutdownNow();
  }
}
