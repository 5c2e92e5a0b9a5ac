package io.hydrant.runtime.buffer;

import io.hydrant.core.buffer.BufferingPolicy;
import io.hydrant.core.destination.BufferingHints;
import io.hydrant.runtime.clock.ServiceClock;
import io.hydrant.runtime.metrics.RuntimeMetrics;
import io.hydrant.runtime.tracing.Tracing;
import java.time.Duration;

/**
 * The settings of a buffer.
 *
 * @param dataKeyCache how long a plaintext data key is used before KMS is asked again
 * @param pendingBytesMax data of one stream that may wait for delivery
 * @param waitingBytesMax data of one stream that may wait to be written
 * @param throughputLimited true if AWS's throughput quotas of a stream apply
 * @param writeBytesMax data that goes into one write, unless a single call has more
 * @param spans receives the writes
 */
public record BufferSettings(
    ServiceClock clock,
    Duration dataKeyCache,
    long pendingBytesMax,
    long waitingBytesMax,
    long writeBytesMax,
    boolean throughputLimited,
    RuntimeMetrics meters,
    Tracing spans) {
  private static final long MEBIBYTE = 1024L * 1024;

  static BufferingPolicy policy(BufferingHints hints) {
    return new BufferingPolicy(hints.sizeInMBs() * MEBIBYTE, hints.intervalInSeconds());
  }
}
