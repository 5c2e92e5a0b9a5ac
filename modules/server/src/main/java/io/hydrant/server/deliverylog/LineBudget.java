package io.hydrant.server.deliverylog;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Limits how many lines of each error a log gets. AWS writes a sample of the errors, too. */
final class LineBudget {
  static final int LINES_MAX = 5;
  static final Duration PERIOD = Duration.ofMinutes(1);

  /** Errors of logs beyond that number share one budget. */
  static final int ERRORS_MAX = 1000;

  private static final String OTHERS = "";

  private final InstantSource clock;
  private final Map<String, Integer> written = new HashMap<>();
  private Instant periodEnd = Instant.MIN;

  /**
   * @param clock the real time, because the log is read in it
   */
  LineBudget(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Returns whether one more line may be written now.
   *
   * @param error the log and the code of the error
   */
  synchronized boolean admits(String error) {
    Instant now = clock.instant();
    if (!now.isBefore(periodEnd)) {
      written.clear();
      periodEnd = now.plus(PERIOD);
    }
    String counted = written.containsKey(error) || written.size() < ERRORS_MAX ? error : OTHERS;
    return written.merge(counted, 1, Integer::sum) <= LINES_MAX;
  }
}
