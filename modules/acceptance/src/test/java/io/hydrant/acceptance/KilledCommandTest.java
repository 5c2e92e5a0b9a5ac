package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.hydrant.cli.Main;
import io.hydrant.cli.process.NodeProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A command that is killed while it reads from a running node leaves nothing behind. */
class KilledCommandTest extends OneNode {
  private static final int KILLED = 137;

  /** Hands answers of the node on, but stops in the middle of the first one with events. */
  private HttpServer gate(CountDownLatch reading, CountDownLatch killed) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(call -> new Thread(call).start());
    server.createContext(
        "/",
        call -> {
          try (call) {
            String question = call.getRequestURI().toString();
            byte[] answer =
                http(HttpRequest.newBuilder(URI.create(endpoint() + question)))
                    .body()
                    .getBytes(StandardCharsets.UTF_8);
            boolean whole = question.endsWith("/entities");
            call.sendResponseHeaders(200, 0);
            call.getResponseBody().write(answer, 0, whole ? answer.length : answer.length / 2);
            call.getResponseBody().flush();
            if (!whole) {
              reading.countDown();
              killed.await();
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    server.start();
    return server;
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "search", "verify", "export"})
  void nothing_is_left_in_the_temporary_folder(String command, @TempDir Path folder)
      throws Exception {
    activeStream();
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    Path working = Files.createDirectory(folder.resolve("work"));
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch killed = new CountDownLatch(1);
    HttpServer gate = gate(reading, killed);
    List<String> line = NodeProcess.java(System.getProperty("java.class.path"));
    line.add(1, "-Djava.io.tmpdir=" + temporary);
    line.addAll(
        List.of(
            Main.class.getName(),
            "journal",
            command,
            "--url",
            "http://127.0.0.1:" + gate.getAddress().getPort()));
    if (command.equals("export")) {
      line.add("all.jsonl");
    }
    Process process =
        new ProcessBuilder(line)
            .directory(working.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(reading.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      process.destroyForcibly();
      assertThat(process.waitFor()).isEqualTo(KILLED);
    } finally {
      process.destroyForcibly();
      killed.countDown();
      gate.stop(0);
    }
    assertThat(temporary).isEmptyDirectory();
    try (var files = Files.list(working)) {
      assertThat(files.map(Path::getFileName).map(Path::toString))
          .isSubsetOf(command.equals("export") ? List.of("all.jsonl") : List.of());
    }
  }
}
