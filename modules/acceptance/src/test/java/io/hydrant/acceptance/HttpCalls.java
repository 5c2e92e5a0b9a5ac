package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.acceptance.probe.Answer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Calls without an SDK. */
final class HttpCalls {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private HttpCalls() {}

  /** What answers an API call is held against its shape. */
  static HttpResponse<String> inspected(HttpRequest request)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = plain(request);
    request
        .headers()
        .firstValue("X-Amz-Target")
        .map(target -> new Answer(target, answer.statusCode(), answer.body()))
        .ifPresent(seen -> assertThat(seen.problems()).isEmpty());
    return answer;
  }

  static HttpResponse<String> plain(HttpRequest request) throws IOException, InterruptedException {
    return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
