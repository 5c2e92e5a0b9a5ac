package io.hydrant.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** So many connections, each with one request under way, for so many seconds. */
record Load(int connections, int warmUpSeconds, int seconds) {

  /**
   * @param nanos of each answered request, sorted
   */
  record Figures(List<Long> nanos, long failures, int seconds) {
    double requestsPerSecond() {
      return (double) nanos.size() / seconds;
    }

    double millis(double quantile) {
      return nanos.isEmpty()
          ? Double.NaN
          : nanos.get(Math.min(nanos.size() - 1, (int) (nanos.size() * quantile))) / 1e6;
    }
  }

  Figures run(URI endpoint, String operation, String body) throws InterruptedException {
    measure(endpoint, operation, body, warmUpSeconds);
    return measure(endpoint, operation, body, seconds);
  }

  private Figures measure(URI endpoint, String operation, String body, int span)
      throws InterruptedException {
    HttpRequest request = Api.request(endpoint, "Firehose_20150804." + operation, body);
    Queue<Long> nanos = new ConcurrentLinkedQueue<>();
    AtomicLong failures = new AtomicLong();
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(span);
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    for (int i = 0; i < connections; i++) {
      threads.execute(() -> put(request, until, nanos, failures));
    }
    threads.shutdown();
    threads.awaitTermination(span + 60L, TimeUnit.SECONDS);
    return new Figures(nanos.stream().sorted().toList(), failures.get(), span);
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
