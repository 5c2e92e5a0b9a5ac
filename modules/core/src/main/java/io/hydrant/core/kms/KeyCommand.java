package io.hydrant.core.kms;

import io.hydrant.core.entity.Command;
import io.hydrant.core.entity.Decision;
import io.hydrant.core.id.Caller;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A command to one key. Existence and permission are the same question for all of them; what is
 * left is each operation's own rule.
 */
public sealed interface KeyCommand<O> extends Command<Key, KeyEvent, O>
    permits CreateKey,
        DescribeKey,
        GetKeyPolicy,
        EnableKey,
        DisableKey,
        ScheduleKeyDeletion,
        CancelKeyDeletion,
        CreateGrant,
        ListGrants,
        RetireGrant,
        RevokeGrant,
        GenerateDataKey,
        GenerateDataKeyWithoutPlaintext,
        Encrypt,
        Decrypt {
  KeyArn key();

  Caller caller();

  /** The rule for a key that exists, asked by someone who may ask. */
  Decision<KeyEvent, O> decideFor(Key.Present key, Instant now);

  /** The operation's name, as grants and refusals spell it. */
  default String action() {
    return getClass().getSimpleName();
  }

  /** The encryption context of a cryptographic operation; empty for the others. */
  default Optional<Map<String, String>> context() {
    return Optional.empty();
  }

  default boolean permitted(Key.Present key) {
    return Access.allows(key, caller(), action(), context());
  }

  @Override
  default Decision<KeyEvent, O> decide(Key state, Instant now) {
    Optional<Key.Present> live = state.live(now);
    if (live.isEmpty()) {
      return Decision.refuse(Errors.noSuchKey(key()));
    }
    return permitted(live.get())
        ? decideFor(live.get(), now)
        : Decision.refuse(Errors.accessDenied(caller(), action(), key()));
  }
}
