package io.hydrant.http.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.fault.FaultPlan;
import io.hydrant.http.Answer;
import io.hydrant.http.Calls;
import io.hydrant.http.TestServer;
import java.nio.charset.StandardCharsets;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdminRoutesTest {
  private TestServer server;

  @BeforeEach
  void open() {
    server = new TestServer();
  }

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "1",
        "\"PT1H\"",
        "{",
        "{}",
        "{\"advance\":null}",
        "{\"advance\":1}",
        "{\"advance\":{}}",
        "{\"advance\":\"\"}",
        "{\"advance\":\"\\ud800\"}",
        "{\"advance\":\"-PT1S\"}",
        "{\"advance\":\"P99999999999999999999D\"}",
        "{\"advance\":\"PT9223372036854775807S\"}",
        "{\"advance\":\"PT31556889864403200S\"}",
        "{\"advance\":\"P3000000D\"}"
      })
  void the_clock_refuses_what_it_cannot_tell_and_keeps_its_time(String body) {
    Answer answer = advance(body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.message()).isNotEmpty();
    assertThat(now()).isEqualTo("1970-01-01T00:00:00Z");
  }

  @Test
  void the_clock_is_not_led_too_far_by_many_steps() {
    for (int step = 0; step < 4; step++) {
      advance("{\"advance\":\"P1000000D\"}");
    }
    assertThat(advance("{\"advance\":\"PT0S\"}").status()).isEqualTo(200);
    assertThat(now()).startsWith("7445-");
  }

  @Test
  void deep_nesting_is_refused() {
    assertThat(advance("[".repeat(100_000)).status()).isEqualTo(400);
    assertThat(advance("{\"advance\":" + "[".repeat(100_000)).status()).isEqualTo(400);
  }

  @Test
  void a_body_that_is_too_large_is_refused() {
    assertThat(advance(" ".repeat(TestServer.BODY_BYTES_MAX + 1)).status()).isEqualTo(413);
  }

  @Test
  void there_is_room_for_so_many_faults_and_for_no_more() {
    String fault = "{\"service\":\"kms\",\"unreachable\":true}";
    String most = "[" + (fault + ",").repeat(FaultPlan.FAULTS_MAX - 1) + fault + "]";
    assertThat(addFaults(most).status()).isEqualTo(200);
    Answer more = addFaults(fault);
    assertThat(more.status()).isEqualTo(400);
    assertThat(more.message()).isEqualTo("There is room for 200 faults; clear some first.");
    assertThat(server.ask(HttpRequest.GET("/_hydrant/faults")).json().path("faults"))
        .hasSize(FaultPlan.FAULTS_MAX);
    assertThat(server.ask(HttpRequest.DELETE("/_hydrant/faults")).status()).isEqualTo(200);
    assertThat(addFaults(fault).status()).isEqualTo(200);
  }

  @Test
  void a_fault_s_texts_are_as_long_as_names_are() {
    String fault = "{\"service\":\"s3\",\"unreachable\":true,\"on\":\"" + "k".repeat(1_025) + "\"}";
    assertThat(addFaults(fault).message()).isEqualTo("'on' must have at most 1024 characters.");
  }

  private Answer addFaults(String json) {
    return server.ask(Calls.bare("/_hydrant/faults", json.getBytes(StandardCharsets.UTF_8)));
  }

  private Answer advance(String body) {
    return server.ask(Calls.bare("/_hydrant/clock", body.getBytes(StandardCharsets.UTF_8)));
  }

  private String now() {
    return server.ask(HttpRequest.GET("/_hydrant/clock")).json().get("now").textValue();
  }
}
