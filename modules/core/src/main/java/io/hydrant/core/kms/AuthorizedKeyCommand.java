package io.hydrant.core.kms;

import io.hydrant.core.entity.Command;
import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.policy.NamedPolicy;
import java.time.Instant;
import java.util.List;

/** A command to a key, with what is known about the call. */
public record AuthorizedKeyCommand<O>(KeyCommand<O> command, KeyCallContext context)
    implements Command<Key, KeyEvent, O> {
  static final String ALIASES_WANTED = "AliasesWanted";

  AuthorizedKeyCommand(KeyCommand<O> command, List<NamedPolicy> identityPolicies) {
    this(command, KeyCallContext.of(identityPolicies));
  }

  /** Returns whether the call must be repeated with the key's aliases in its context. */
  public static boolean wantsAliases(ServiceError refusal) {
    return refusal.code().equals(ALIASES_WANTED);
  }

  @Override
  public Decision<KeyEvent, O> decide(Key state, Instant now) {
    return state.live(now).filter(context::lacksAliases).isPresent()
        ? Decision.refuse(KmsErrors.aliasesWanted())
        : command.decide(state, context, now);
  }

  @Override
  public String operation() {
    return command.operation();
  }
}
