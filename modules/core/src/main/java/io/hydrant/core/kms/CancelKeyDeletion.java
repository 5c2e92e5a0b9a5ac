package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.Empty;
import java.time.Instant;

/** CancelKeyDeletion: the key is Disabled afterwards. */
public record CancelKeyDeletion(String by) implements KeyCommand.OfExisting<Empty> {
  @Override
  public Decision<KeyEvent, Empty> decide(Key key, Instant now) {
    return key.state() == KeyState.PENDING_DELETION
        ? Decision.store(new KeyEvent.DeletionCancelled(now, by), new Empty())
        : Decision.refuse(Errors.notPendingDeletion(key.arn()));
  }
}
