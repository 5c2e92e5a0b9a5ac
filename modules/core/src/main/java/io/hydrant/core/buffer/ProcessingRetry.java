package io.hydrant.core.buffer;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a failed processing is tried again. AWS does not say how long it pauses; its users saw four
 * attempts within about 80 seconds.
 */
final class ProcessingRetry {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);
  private static final int DOUBLINGS_MAX = 10;

  private ProcessingRetry() {}

  /**
   * Returns when the next attempt is due; empty where the records are given up.
   *
   * @param since when the first attempt failed
   * @param attempts how many have failed
   */
  static Optional<Instant> next(Instant since, int attempts, Instant now) {
    if (!now.isBefore(since.plus(DeliveryRetry.RETENTION))) {
      return Optional.empty();
    }
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS_MAX));
    return Optional.of(now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause));
  }
}
