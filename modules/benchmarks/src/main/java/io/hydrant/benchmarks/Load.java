package io.hydrant.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** So many connections, each with one request under way. */
record Load(int connections) {

  /**
   * @param nanos of each answered request, sorted
   * @param failures requests that were throttled, refused or not answered
   * @param seconds that it took, the last answers included
   */
  record Figures(List<Long> nanos, long failures, double seconds) {
    Figures and(Figures more) {
      return new Figures(
          Stream.concat(nanos.stream(), more.nanos.stream()).sorted().toList(),
          failures + more.failures,
          seconds + more.seconds);
    }

    double requestsPerSecond() {
      return nanos.size() / seconds;
    }

    double millis(double quantile) {
      return nanos.isEmpty()
          ? Double.NaN
          : nanos.get(Math.min(nanos.size() - 1, (int) (nanos.size() * quantile))) / 1e6;
    }
  }

  Figures run(URI endpoint, String operation, String body, int seconds)
      throws InterruptedException {
    HttpRequest request = Api.request(endpoint, "Firehose_20150804." + operation, body);
    return run(Collections.nCopies(connections, request), seconds);
  }

  /**
   * @param requests the request of each connection
   */
  Figures run(List<HttpRequest> requests, int seconds) throws InterruptedException {
    Queue<Long> nanos = new ConcurrentLinkedQueue<>();
    AtomicLong failures = new AtomicLong();
    long started = System.nanoTime();
    long until = started + TimeUnit.SECONDS.toNanos(seconds);
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    for (HttpRequest request : requests) {
      threads.execute(() -> put(request, until, nanos, failures));
    }
    threads.shutdown();
    if (!threads.awaitTermination(seconds + 2 * Api.TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
      threads.shutdownNow();
    }
    return new Figures(
        nanos.stream().sorted().toList(), failures.get(), (System.nanoTime() - started) / 1e9);
  }

  private static void put(HttpRequest request, long until, Queue<Long> nanos, AtomicLong failures) {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    while (System.nanoTime() < until) {
      long started = System.nanoTime();
      try {
        HttpResponse<Void> answer = client.send(request, HttpResponse.BodyHandlers.discarding());
        if (answer.statusCode() == 200) {
          nanos.add(System.nanoTime() - started);
        } else {
          failures.incrementAndGet();
        }
      } catch (IOException e) {
        failures.incrementAndGet();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
