package io.hydrant.core.quota;

import io.hydrant.core.entity.Command;
import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.NoOutput;
import java.time.Instant;
import java.util.List;

/**
 * Counts a start or stop that the stream admits; LimitExceededException beyond the limit. A call
 * that KMS makes fail afterwards counts too.
 */
public record CountEncryptionCall(EncryptionCallKind kind)
    implements Command<EncryptionCallBudget, EncryptionCallEvent, NoOutput> {
  @Override
  public Decision<EncryptionCallEvent, NoOutput> decide(EncryptionCallBudget budget, Instant now) {
    List<Instant> counting = budget.counting(now);
    if (counting.size() >= QuotaLimits.ENCRYPTION_CALLS_MAX) {
      return Decision.refuse(
          QuotaErrors.exhausted(counting.get(0).plus(QuotaLimits.ENCRYPTION_CALLS_WINDOW)));
    }
    return Decision.store(new EncryptionCallEvent.EncryptionCallCounted(now, kind), new NoOutput());
  }
}
