package io.hydrant.cli.journal;

import io.hydrant.api.json.Json;
import io.hydrant.replay.source.UnreadableJournalException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Sends requests for a running node's journal. */
final class NodeCalls {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int BUSY = 503;
  private static final int BUSY_MAX = 25;
  private static final long BUSY_MILLIS = 200;

  private final URI node;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

  NodeCalls(URI node) {
    this.node = node;
  }

  /** Reads the body of an answer. */
  @FunctionalInterface
  interface Body<T> {
    T read(InputStream in) throws IOException;
  }

  /**
   * Calls the node and reads its whole answer.
   *
   * @throws UnreadableJournalException where there is no such answer
   */
  <T> T get(String path, Body<T> body) {
    try (InputStream in = open(path)) {
      return body.read(in);
    } catch (IOException e) {
      throw noAnswer(e);
    }
  }

  /**
   * Calls the node and returns its answer, which the caller closes. Where a node has too many
   * readers, the call is repeated for some seconds.
   *
   * @throws UnreadableJournalException where there is no such answer
   */
  InputStream open(String path) {
    try {
      HttpResponse<InputStream> answer = send(path);
      for (int busy = 0; answer.statusCode() == BUSY && busy < BUSY_MAX; busy++) {
        answer.body().close();
        TimeUnit.MILLISECONDS.sleep(BUSY_MILLIS);
        answer = send(path);
      }
      if (answer.statusCode() == 200) {
        return answer.body();
      }
      try (InputStream in = answer.body()) {
        throw new UnreadableJournalException(
            node + " answers " + answer.statusCode() + " instead of its journal." + words(in));
      }
    } catch (IOException | IllegalArgumentException e) {
      throw noAnswer(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnreadableJournalException("Interrupted.", e);
    }
  }

  private UnreadableJournalException noAnswer(Exception cause) {
    return new UnreadableJournalException(
        "There is no answer from " + node + "; does a node run there?", cause);
  }

  private HttpResponse<InputStream> send(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(node.resolve(path)).timeout(TIMEOUT).build(),
        BodyHandlers.ofInputStream());
  }

  private static String words(InputStream in) {
    try {
      String message = Json.MAPPER.readTree(in).path("message").asText();
      return message.isEmpty() ? "" : " " + message;
    } catch (IOException noJson) {
      return "";
    }
  }
}
