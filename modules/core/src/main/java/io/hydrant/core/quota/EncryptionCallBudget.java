package io.hydrant.core.quota;

import java.time.Instant;
import java.util.List;

/**
 * The starts and stops of one stream that still count.
 *
 * @param calls their times, oldest first; at most 25
 */
public record EncryptionCallBudget(List<Instant> calls) {
  public static final EncryptionCallBudget UNUSED = new EncryptionCallBudget(List.of());

  public EncryptionCallBudget {
    calls = List.copyOf(calls);
    if (calls.size() > QuotaLimits.ENCRYPTION_CALLS_MAX) {
      throw new IllegalStateException("more calls admitted than the budget has");
    }
  }

  /** Returns the calls of the last 24 hours; one that is exactly 24 hours old counts no longer. */
  public List<Instant> counting(Instant now) {
    Instant since = now.minus(QuotaLimits.ENCRYPTION_CALLS_WINDOW);
    return calls.stream().filter(call -> call.isAfter(since)).toList();
  }

  /** Returns the number of calls that are admitted now. */
  public int left(Instant now) {
    return QuotaLimits.ENCRYPTION_CALLS_MAX - counting(now).size();
  }
}
