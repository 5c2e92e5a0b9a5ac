package io.hydrant.core.quota;

import io.hydrant.core.entity.Event;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The events of a budget of encryption calls. */
public sealed interface EncryptionCallEvent extends Event<EncryptionCallBudget> {
  record EncryptionCallCounted(Instant at, EncryptionCallKind kind) implements EncryptionCallEvent {
    @Override
    public EncryptionCallBudget evolve(EncryptionCallBudget budget) {
      List<Instant> calls = Stream.concat(budget.counting(at).stream(), Stream.of(at)).toList();
      return new EncryptionCallBudget(calls);
    }
  }
}
