package io.hydrant.core.quota;

import io.hydrant.core.entity.Command;
import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.Empty;
import java.time.Instant;
import java.util.List;

/**
 * A start or stop that the stream admits: counted, or LimitExceededException. What KMS says of it
 * afterwards does not give it back.
 */
public record CountEncryptionCall(EncryptionCallKind kind)
    implements Command<EncryptionCallBudget, QuotaEvent, Empty> {
  @Override
  public Decision<QuotaEvent, Empty> decide(EncryptionCallBudget budget, Instant now) {
    List<Instant> counting = budget.counting(now);
    if (counting.size() >= Limits.ENCRYPTION_CALLS_MAX) {
      return Decision.refuse(
          Errors.exhausted(counting.get(0).plus(Limits.ENCRYPTION_CALLS_WINDOW)));
    }
    return Decision.store(new QuotaEvent.EncryptionCallCounted(now, kind), new Empty());
  }
}
