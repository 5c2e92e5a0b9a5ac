package io.hydrant.core.quota;

import io.hydrant.core.entity.Command;
import io.hydrant.core.entity.Decision;
import java.time.Instant;

/** Reads the number of starts and stops that are admitted now; no API operation. */
public record EncryptionCallsLeft()
    implements Command<EncryptionCallBudget, EncryptionCallEvent, Integer> {
  @Override
  public Decision<EncryptionCallEvent, Integer> decide(EncryptionCallBudget budget, Instant now) {
    return Decision.answer(budget.left(now));
  }
}
