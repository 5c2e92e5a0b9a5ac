package io.hydrant.server.metrics;

import io.prometheus.metrics.core.metrics.Histogram;

/** Durations as Prometheus has them. */
final class Seconds {
  private static final double NANOS = 1e9;

  /** From what a read takes to what a client gives up after. */
  private static final double[] BOUNDS = {
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10
  };

  private Seconds() {}

  static Histogram.Builder histogram(String name) {
    return Histogram.builder().name(name).classicOnly().classicUpperBounds(BOUNDS);
  }

  static double of(long nanos) {
    return nanos / NANOS;
  }
}
