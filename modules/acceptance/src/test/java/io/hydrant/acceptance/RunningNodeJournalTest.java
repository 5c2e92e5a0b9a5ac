package io.hydrant.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.hydrant.api.json.Json;
import io.hydrant.cli.Main;
import io.hydrant.cli.process.NodeProcess;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import software.amazon.awssdk.services.firehose.model.Tag;

/** A running node's journal, read over the network: only what is needed, and nothing is left. */
class RunningNodeJournalTest extends OneNode {
  private static HttpServer answeringWith(String body) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        call -> {
          byte[] bytes = body.getBytes(UTF_8);
          call.sendResponseHeaders(200, bytes.length);
          call.getResponseBody().write(bytes);
          call.close();
        });
    server.start();
    return server;
  }

  private static String url(HttpServer server) {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http(HttpRequest.newBuilder(URI.create(endpoint() + path)));
  }

  private static String entity(String stream) {
    return "stream|000000000000/us-east-1/" + stream;
  }

  private void tag(String stream, String key) {
    firehose.tagDeliveryStream(
        r -> r.deliveryStreamName(stream).tags(Tag.builder().key(key).value("v").build()));
  }

  @Test
  void follow_fetches_at_a_later_poll_what_is_new_and_nothing_else() throws Exception {
    String stream = activeStream();
    encrypt(stream, newKey());
    List<Exchange> exchanges = new CopyOnWriteArrayList<>();
    HttpServer server = Exchange.between(endpoint(), exchanges);
    StringWriter out = new StringWriter();
    Thread follower =
        new Thread(
            () ->
                new CommandLine(new Main())
                    .setOut(new PrintWriter(out))
                    .execute("journal", "follow", stream, "--url", url(server), "--rounds", "60"));
    try {
      follower.start();
      // The first poll ends with the refused calls.
      await().atMost(PATIENCE).until(() -> out.toString().contains("encryption enabled"));
      int first = exchanges.size();
      tag(stream, "noted-later");
      await().atMost(PATIENCE).until(() -> out.toString().contains("stream tagged"));
      List<String> before = new ArrayList<>();
      for (Exchange exchange : exchanges.subList(0, first)) {
        before.addAll(exchange.events());
      }
      List<String> later = new ArrayList<>();
      for (Exchange exchange : exchanges.subList(first, exchanges.size())) {
        assertThat(exchange.question()).contains("/_hydrant/journal?");
        later.addAll(exchange.events());
      }
      assertThat(later).isNotEmpty().doesNotContainAnyElementsOf(before);
      assertThat(later).allMatch(event -> event.startsWith(entity(stream) + "#"));
      assertThat(out.toString().split("stream tagged", -1)).hasSize(2);
    } finally {
      follower.interrupt();
      await().atMost(PATIENCE).until(() -> !follower.isAlive());
      server.stop(0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"timeline", "show", "state"})
  void a_command_about_one_stream_does_not_fetch_the_others(String command) throws Exception {
    String stream = activeStream();
    String other = activeStream();
    List<Exchange> exchanges = new CopyOnWriteArrayList<>();
    HttpServer server = Exchange.between(endpoint(), exchanges);
    try {
      assertThat(JournalCommands.run(command, stream, "--url", url(server))).isNotBlank();
    } finally {
      server.stop(0);
    }
    List<String> events = new ArrayList<>();
    for (Exchange exchange : exchanges) {
      if (!exchange.question().endsWith("/entities")) {
        events.addAll(exchange.events());
      }
    }
    assertThat(events).contains(entity(stream) + "#1").noneMatch(event -> event.contains(other));
  }

  @Test
  void no_command_leaves_a_file(@TempDir Path folder) throws Exception {
    String stream = activeStream();
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    String url = endpoint().toString();
    List<String> all = NodeProcess.java(System.getProperty("java.class.path"));
    all.add(1, "-Djava.io.tmpdir=" + temporary);
    all.add(CommandsInOneProcess.class.getName());
    List<List<String>> commands =
        List.of(
            List.of("list"),
            List.of("show", stream),
            List.of("state", stream),
            List.of("diff", stream, "--from", "1"),
            List.of("timeline", stream),
            List.of("follow", stream, "--rounds", "3"),
            List.of("search", "--event", "stream"),
            List.of("why", stream, "--call", "none"),
            List.of("what-if", stream, "--without", "2"),
            List.of("verify"),
            List.of("export", folder.resolve("all.jsonl").toString()));
    for (List<String> command : commands) {
      all.addAll(command);
      all.addAll(List.of("--url", url, ";"));
    }
    HttpServer noNode = answeringWith("{\"events\": 3}\n");
    String output;
    try {
      all.addAll(List.of("verify", "--url", url(noNode), ";"));
      Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
      output = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor()).as(output).isZero();
    } finally {
      noNode.stop(0);
    }
    assertThat(output).contains("The node's answer does not name its entities.");
    List<String> left = output.lines().filter(line -> line.startsWith("LEFT ")).toList();
    assertThat(left).hasSize(commands.size() + 1).allMatch(line -> line.endsWith(" []"));
    assertThat(output).contains("all sound", "events written to");
    assertThat(temporary).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "after=1",
        "limit=1",
        "entity=",
        "entity=orders",
        "entity=stream%7Ca&after=-1",
        "entity=stream%7Ca&after=x",
        "entity=stream%7Ca&after=9999999999999999999",
        "entity=stream%7Ca&limit=0",
        "entity=stream%7Ca&limit=1001",
        "entity=stream%7Ca&entity=stream%7Cb",
        "entity=stream%7Ca%0D%0Ab",
        "refused-after=%00",
        "enttiy=stream%7Ca"
      })
  void malformed_parameters_are_refused(String query) throws Exception {
    HttpResponse<String> answer = get("/_hydrant/journal?" + query);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    JsonNode json = Json.MAPPER.readTree(answer.body());
    assertThat(json.path("message").asText()).isNotBlank();
    assertThat(json).hasSize(1);
  }

  @Test
  void an_entity_that_there_is_not_has_no_events() throws Exception {
    HttpResponse<String> answer =
        get("/_hydrant/journal?entity=" + URLEncoder.encode(entity("nobody"), UTF_8) + "&after=7");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(new Exchange("", answer.body()).events()).isEmpty();
  }
}
