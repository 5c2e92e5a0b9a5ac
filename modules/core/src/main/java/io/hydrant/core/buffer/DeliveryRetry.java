package io.hydrant.core.buffer;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a failed delivery is tried again, and when it is given up: records that were put directly
 * are kept for 24 hours. They are counted from the first failed attempt, so that a node that was
 * off for days does not give up at once. AWS does not say how long it pauses between attempts.
 */
final class DeliveryRetry {
  /** The time for which AWS keeps a record that it cannot deliver to S3. */
  static final Duration RETENTION = Duration.ofHours(24);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final int DOUBLINGS_MAX = 10;

  private DeliveryRetry() {}

  /**
   * Returns when the next attempt is due; empty where the batch is given up.
   *
   * @param since when the first attempt failed
   * @param attempts how many have failed
   */
  static Optional<Instant> next(Instant since, int attempts, Instant now) {
    if (!now.isBefore(since.plus(RETENTION))) {
      return Optional.empty();
    }
    return Optional.of(now.plus(pauseAfter(attempts)));
  }

  private static Duration pauseAfter(int attempts) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS_MAX));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }
}
