package io.hydrant.core.quota;

import io.hydrant.core.entity.Command;
import io.hydrant.core.entity.Decision;
import java.time.Instant;

/**
 * The inspector's read: how many starts and stops of encryption are admitted now. A node of the
 * build before does not know it and does not answer.
 */
public record EncryptionCallsLeft() implements Command<EncryptionCallBudget, QuotaEvent, Integer> {
  @Override
  public Decision<QuotaEvent, Integer> decide(EncryptionCallBudget budget, Instant now) {
    return Decision.answer(budget.left(now));
  }
}
