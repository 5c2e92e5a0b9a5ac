package io.hydrant.runtime.buffer;

import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.quota.Throughput;
import io.hydrant.runtime.clock.ServiceClock;
import java.util.Optional;

/** Limits a stream's puts to AWS's throughput quotas, if the settings say so. */
final class ThroughputGate {
  private final ServiceClock clock;
  private Optional<Throughput> left;

  private ThroughputGate(ServiceClock clock, Optional<Throughput> left) {
    this.clock = clock;
    this.left = left;
  }

  static ThroughputGate of(BufferSettings settings, String region) {
    return new ThroughputGate(
        settings.clock(),
        settings.throughputLimited()
            ? Optional.of(Throughput.unused(Throughput.Limit.ofAws(region), settings.clock().now()))
            : Optional.empty());
  }

  /** Counts a put, or returns the error of a put beyond the quota. */
  Optional<ServiceError> refusal(BufferMessage.Put put) {
    return left.flatMap(
        limited ->
            limited
                .put(put.records().size(), put.dataBytes(), clock.now())
                .fold(
                    after -> {
                      left = Optional.of(after);
                      return Optional.empty();
                    },
                    Optional::of));
  }
}
