package io.hydrant.server.deliverylog;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Limits how many lines a log gets. AWS writes a sample of the errors, too. */
final class LineBudget {
  static final int LINES_MAX = 10;
  static final Duration PERIOD = Duration.ofMinutes(1);

  /** Logs beyond that number share one budget. */
  static final int LOGS_MAX = 1000;

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

  /** Returns whether one more line of that log may be written now. */
  synchronized boolean admits(String log) {
    Instant now = clock.instant();
    if (!now.isBefore(periodEnd)) {
      written.clear();
      periodEnd = now.plus(PERIOD);
    }
    String counted = written.containsKey(log) || written.size() < LOGS_MAX ? log : OTHERS;
    return written.merge(counted, 1, Integer::sum) <= LINES_MAX;
  }
}
