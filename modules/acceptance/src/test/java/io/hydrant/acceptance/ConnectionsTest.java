package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Connections that do nothing, or little, and very many of them. */
class ConnectionsTest extends OneNode {
  private static final int MOST = 20;
  private static final Duration TICK = Duration.ofMillis(100);
  private static final String HEALTH = "GET /_hydrant/health HTTP/1.1\r\nHost: localhost\r\n\r\n";
  private static final String LIST_KEYS =
      "POST / HTTP/1.1\r\nHost: localhost\r\nX-Amz-Target: TrentService.ListKeys\r\n"
          + "X-Amz-Date: 20261123T000000Z\r\nAuthorization: AWS4-HMAC-SHA256"
          + " Credential=test/20261123/us-east-1/kms/aws4_request, SignedHeaders=host,"
          + " Signature=0\r\nContent-Type: application/x-amz-json-1.1\r\n";

  @Override
  Map<String, Object> settings() {
    return Map.of(
        "hydrant.http.connections-max", MOST,
        "hydrant.http.idle-timeout", "4s",
        "hydrant.http.request-timeout", "2s");
  }

  private RawConnection connection() throws IOException {
    return new RawConnection(endpoint());
  }

  private String answer(String request) throws IOException {
    try (RawConnection connection = connection().send(request)) {
      await().atMost(PATIENCE).until(() -> connection.received().contains("\r\n\r\n"));
      return connection.received();
    }
  }

  private static boolean endsInSpiteOf(RawConnection connection, String text) {
    await().atMost(PATIENCE).pollInterval(TICK).until(() -> connection.hasEndedInSpiteOf(text));
    return true;
  }

  @Test
  void a_full_node_answers_health_and_refuses_the_rest_until_idle_connections_are_ended()
      throws Exception {
    List<RawConnection> idle = new ArrayList<>();
    for (int i = 0; i < MOST + 5; i++) {
      idle.add(connection());
    }
    assertThat(answer(HEALTH)).startsWith("HTTP/1.1 200").contains("Connection: close");
    assertThat(answer(LIST_KEYS + "Content-Length: 2\r\n\r\n{}"))
        .startsWith("HTTP/1.1 503")
        .contains("Connection: close", "\"__type\":\"ServiceUnavailableException\"");
    assertThat(answer("GET /bucket HTTP/1.1\r\nHost: localhost\r\n\r\n"))
        .startsWith("HTTP/1.1 503")
        .contains("<Code>ServiceUnavailable</Code>");
    await().atMost(PATIENCE).until(() -> idle.stream().allMatch(RawConnection::isEnded));
    assertThat(answer(LIST_KEYS + "Content-Length: 2\r\n\r\n{}")).startsWith("HTTP/1.1 200");
    for (RawConnection each : idle) {
      each.close();
    }
  }

  @Test
  void a_connection_whose_request_head_arrives_too_slowly_is_closed() throws Exception {
    try (RawConnection slow = connection().send("GET /_hydrant/health HTTP/1.1\r\nX: ")) {
      assertThat(endsInSpiteOf(slow, "x")).isTrue();
    }
  }

  @Test
  void a_connection_whose_second_request_head_arrives_too_slowly_is_closed() throws Exception {
    try (RawConnection slow = connection().send(HEALTH)) {
      await().atMost(PATIENCE).until(() -> slow.received().contains("UP"));
      assertThat(slow.isEnded()).isFalse();
      assertThat(endsInSpiteOf(slow, "G")).isTrue();
    }
  }

  @Test
  void a_call_whose_body_arrives_too_slowly_is_answered_408() throws Exception {
    try (RawConnection slow = connection().send(LIST_KEYS + "Content-Length: 9999\r\n\r\n{")) {
      assertThat(endsInSpiteOf(slow, " ")).isTrue();
      assertThat(slow.received())
          .startsWith("HTTP/1.1 408")
          .contains("Connection: close", "\"__type\":\"RequestTimeoutException\"");
    }
  }

  @Test
  void a_call_whose_body_never_arrives_is_answered_408() throws Exception {
    try (RawConnection slow = connection().send(LIST_KEYS + "Content-Length: 9\r\n\r\n")) {
      await().atMost(PATIENCE).until(slow::isEnded);
      assertThat(slow.received()).startsWith("HTTP/1.1 408");
    }
  }

  @Test
  void a_chunked_body_that_arrives_too_slowly_is_answered_408() throws Exception {
    String chunked =
        "POST /_hydrant/clock HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n";
    try (RawConnection slow = connection().send(chunked)) {
      assertThat(endsInSpiteOf(slow, "1\r\n \r\n")).isTrue();
      assertThat(slow.received()).startsWith("HTTP/1.1 408").contains("\"message\":");
    }
  }

  @Test
  void an_object_of_which_too_little_comes_is_not_waited_for() throws Exception {
    String put =
        "PUT /" + BUCKET + "/slow HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999\r\n\r\n";
    try (RawConnection slow = connection().send(put)) {
      assertThat(endsInSpiteOf(slow, "x")).isTrue();
      assertThat(slow.received())
          .startsWith("HTTP/1.1 408")
          .contains("<Code>RequestTimeout</Code>");
    }
  }

  @Test
  void an_object_of_which_enough_comes_may_take_longer() throws Exception {
    int parts = 50;
    String part = "x".repeat(32 * 1024);
    String put =
        "PUT /"
            + BUCKET
            + "/long HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
            + parts * part.length()
            + "\r\n\r\n";
    try (RawConnection steady = connection().send(put)) {
      int[] sent = {0};
      await()
          .atMost(PATIENCE)
          .pollInterval(TICK)
          .until(() -> !steady.send(part).isEnded() && ++sent[0] == parts);
      await().atMost(PATIENCE).until(() -> steady.received().startsWith("HTTP/1.1 200"));
    }
  }
}
