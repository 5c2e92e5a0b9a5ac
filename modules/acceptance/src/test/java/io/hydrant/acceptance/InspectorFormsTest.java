package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The inspector's forms: from its own pages they work, from elsewhere they do not. */
class InspectorFormsTest extends OneNode {
  private HttpResponse<String> post(String path, String form, String origin) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint().resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form));
    return http(origin.isEmpty() ? request : request.header("Origin", origin));
  }

  private Instant now() throws Exception {
    String json = http(HttpRequest.newBuilder(endpoint().resolve("/_hydrant/clock"))).body();
    return Instant.parse(json.replaceAll(".*\"now\":\"([^\"]+)\".*\\s*", "$1"));
  }

  @Test
  void the_node_s_own_page_moves_the_clock_and_is_shown_again() throws Exception {
    Instant before = now();
    HttpResponse<String> answer = post("/_hydrant/clock", "advance=PT6H", endpoint().toString());
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).hasValue("/_hydrant/");
    assertThat(Duration.between(before, now())).isGreaterThanOrEqualTo(Duration.ofHours(6));
  }

  @Test
  void json_that_curl_calls_a_form_is_json() throws Exception {
    assertThat(post("/_hydrant/clock", "{\"advance\":\"PT1M\"}", "").statusCode()).isEqualTo(200);
    assertThat(
            post("/_hydrant/clock", "{\"advance\":\"PT1M\"}", "http://evil.example").statusCode())
        .isEqualTo(403);
  }

  @Test
  void a_form_of_another_site_or_of_none_is_refused() throws Exception {
    Instant before = now();
    for (String origin : new String[] {"", "null", "http://evil.example", "http://127.0.0.1:1"}) {
      assertThat(post("/_hydrant/clock", "advance=PT24H", origin).statusCode())
          .as(origin)
          .isEqualTo(403);
    }
    assertThat(Duration.between(before, now())).isLessThan(Duration.ofHours(1));
  }

  @Test
  void faults_are_added_and_removed_and_a_bad_one_is_refused() throws Exception {
    String own = endpoint().toString();
    String fault =
        "fault=%7B%22service%22%3A%22s3%22%2C%22operation%22%3A%22PutObject%22%2C%22on%22%3A%22nowhere%22%2C%22unreachable%22%3Atrue%7D";
    assertThat(post("/_hydrant/faults", fault, own).statusCode()).isEqualTo(303);
    assertThat(faults()).contains("nowhere");
    assertThat(post("/_hydrant/faults", "clear=all", own).statusCode()).isEqualTo(303);
    assertThat(faults()).doesNotContain("nowhere");
    HttpResponse<String> bad = post("/_hydrant/faults", "fault=%7B", own);
    assertThat(bad.statusCode()).isEqualTo(400);
    assertThat(bad.body()).contains("not JSON");
    assertThat(post("/_hydrant/clock", "advance=%zz", own).statusCode()).isEqualTo(400);
    assertThat(post("/_hydrant/reset", "x=y", own).statusCode()).isEqualTo(404);
  }

  private String faults() throws Exception {
    return http(HttpRequest.newBuilder(endpoint().resolve("/_hydrant/faults"))).body();
  }
}
