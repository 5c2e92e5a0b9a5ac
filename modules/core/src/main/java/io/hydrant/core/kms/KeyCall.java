package io.hydrant.core.kms;

import io.hydrant.core.entity.Command;
import io.hydrant.core.entity.Decision;
import io.hydrant.core.policy.NamedPolicy;
import java.time.Instant;
import java.util.List;

/**
 * A command to a key, with what the identity policies of its caller were when it was made. They
 * travel with the command and are never stored.
 */
public record KeyCall<O>(KeyCommand<O> command, List<NamedPolicy> identityPolicies)
    implements Command<Key, KeyEvent, O> {
  public KeyCall {
    identityPolicies = List.copyOf(identityPolicies);
  }

  @Override
  public Decision<KeyEvent, O> decide(Key state, Instant now) {
    return command.decide(state, identityPolicies, now);
  }

  @Override
  public String operation() {
    return command.operation();
  }
}
