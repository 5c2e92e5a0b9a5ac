package io.hydrant.server.metrics;

import io.prometheus.metrics.core.metrics.Histogram;

/** Durations in seconds, the unit of Prometheus. */
final class Seconds {
  private static final double NANOS = 1e9;

  /** The bounds of buckets, from the time of a read to the timeout of a client. */
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
