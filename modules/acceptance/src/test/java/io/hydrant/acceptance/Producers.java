package io.hydrant.acceptance;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Clients that put into streams, a client a stream, until they are closed. After each answer they
 * pause, so that nodes that start beside them get a share of the processors.
 */
final class Producers implements AutoCloseable {
  private static final int SECONDS_MAX = 60;
  private static final Duration PAUSE = Duration.ofMillis(20);

  static final Duration SHORTEST_PAUSE = Duration.ofNanos(1);

  private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
  private final Map<String, Long> lastTaken = new ConcurrentHashMap<>();
  private final Map<String, Long> longestPause = new ConcurrentHashMap<>();
  private final AtomicInteger number = new AtomicInteger();
  private final Queue<String> refused = new ConcurrentLinkedQueue<>();
  private final ScheduledExecutorService clients;
  private final List<Future<?>> running = new ArrayList<>();

  /**
   * @param put puts a record into a stream, or throws
   */
  Producers(List<String> streams, BiConsumer<String, String> put) {
    this(streams, PAUSE, put);
  }

  /**
   * @param pause of a client after each answer; the shortest one has a put of each client under way
   *     at almost any time
   * @param put puts a record into a stream, or throws
   */
  Producers(List<String> streams, Duration pause, BiConsumer<String, String> put) {
    clients = Executors.newScheduledThreadPool(streams.size());
    for (String stream : streams) {
      lastTaken.put(stream, System.nanoTime());
      running.add(
          clients.scheduleWithFixedDelay(
              () -> produce(stream, put), 0, pause.toNanos(), NANOSECONDS));
    }
  }

  private void produce(String stream, BiConsumer<String, String> put) {
    String record = stream + "/" + number.incrementAndGet();
    try {
      put.accept(stream, record);
      acknowledged.add(record);
      long now = System.nanoTime();
      longestPause.merge(stream, now - lastTaken.put(stream, now), Math::max);
    } catch (SdkException e) {
      // The client goes on with the next one.
      refused.add(e.getMessage());
    }
  }

  /** The records that were taken, in no order. */
  Queue<String> acknowledged() {
    return acknowledged;
  }

  /** Why puts were not acknowledged. */
  Queue<String> refused() {
    return refused;
  }

  /** Whether records of every stream have been taken since that {@link System#nanoTime}. */
  boolean allTakenSince(long nanos) {
    return lastTaken.values().stream().allMatch(taken -> taken - nanos > 0);
  }

  /** Between two records of a stream that were taken. */
  Duration longestPause() {
    return Duration.ofNanos(
        longestPause.values().stream().mapToLong(pause -> pause).max().orElse(0));
  }

  /** Returns when the last put has been answered. */
  void stop() {
    clients.shutdown();
    try {
      assertThat(clients.awaitTermination(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
      // A client that met anything but a refusal has ended before.
      assertThat(running).allMatch(Future::isCancelled);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stop();
  }
}
