package io.hydrant.core.kms;

import io.hydrant.core.entity.Command;
import io.hydrant.core.entity.Decision;
import java.time.Instant;

/** Everything a key can be asked. */
public sealed interface KeyCommand<O> extends Command<KeySlot, KeyEvent, O>
    permits CreateKey, KeyCommand.OfExisting {

  /** A call that needs the key to exist; without it, NotFoundException. */
  sealed interface OfExisting<O> extends KeyCommand<O>
      permits DescribeKey,
          EnableKey,
          DisableKey,
          ScheduleKeyDeletion,
          CancelKeyDeletion,
          CreateGrant,
          ListGrants,
          RetireGrant,
          RevokeGrant,
          UseKey,
          GetKeyPolicy {

    Decision<KeyEvent, O> decide(Key key, Instant now);

    @Override
    default Decision<KeyEvent, O> decide(KeySlot slot, Instant now) {
      return slot instanceof Key key && !key.isGone(now)
          ? decide(key, now)
          : Decision.refuse(Errors.noSuchKey(slot.arn().toString()));
    }
  }
}
