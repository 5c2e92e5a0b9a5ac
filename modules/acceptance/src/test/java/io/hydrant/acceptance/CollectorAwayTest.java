package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A collector that takes connections and never answers does not disturb the node. */
class CollectorAwayTest extends OneNode {
  /** More calls than spans have room in the queue. */
  private static final int CALLS = 1_500;

  private final ServerSocket silent = silent();

  private static ServerSocket silent() {
    try {
      return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  Map<String, Object> settings() {
    return Map.of(
        "hydrant.traces.endpoint", "http://127.0.0.1:" + silent.getLocalPort() + "/v1/traces");
  }

  @AfterAll
  void stopSilence() throws Exception {
    silent.close();
  }

  @Test
  void calls_are_answered_as_ever_and_the_node_stops_in_time() throws Exception {
    String stream = activeStream();
    encrypt(stream, newKey());
    long slowest = 0;
    for (int call = 0; call < CALLS; call++) {
      long start = System.nanoTime();
      put(stream, "one");
      slowest = Math.max(slowest, System.nanoTime() - start);
    }
    // An export is given up after five seconds; no call waits for one.
    assertThat(Duration.ofNanos(slowest)).isLessThan(Duration.ofSeconds(4));
    long start = System.nanoTime();
    stop();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
  }
}
