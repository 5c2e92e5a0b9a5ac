package io.hydrant.core.kms;

import io.hydrant.core.entity.Command;
import io.hydrant.core.entity.Decision;
import io.hydrant.core.id.Caller;
import io.hydrant.core.policy.NamedPolicy;
import java.time.Instant;
import java.util.List;

/**
 * A client's command to the directory of an account's keys, which the identity policies of its
 * caller alone may allow.
 *
 * @param action for example {@code ListKeys}
 * @param resource the ARN of an alias, or {@code *}
 */
public record AuthorizedAccountCommand<O>(
    KeyDirectoryCommand<O> command,
    Caller caller,
    String action,
    String resource,
    List<NamedPolicy> identityPolicies)
    implements Command<KeyDirectory, KeyDirectoryEvent, O> {
  public AuthorizedAccountCommand {
    identityPolicies = List.copyOf(identityPolicies);
  }

  @Override
  public Decision<KeyDirectoryEvent, O> decide(KeyDirectory state, Instant now) {
    return AccountAuthorization.refusal(caller, action, resource, identityPolicies, now)
        .<Decision<KeyDirectoryEvent, O>>map(Decision::refuse)
        .orElseGet(() -> command.decide(state, now));
  }

  @Override
  public String operation() {
    return command.operation();
  }
}
