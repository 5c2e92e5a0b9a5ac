package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.id.Caller;
import java.time.Instant;

/** Keeps a key that was to be deleted; it is disabled afterwards. */
public record CancelKeyDeletion(Caller caller, KeyArn key) implements KeyCommand<KeyArn> {
  @Override
  public Decision<KeyEvent, KeyArn> decideFor(Key.Present key, Instant now) {
    if (key.metadata().state() != KeyState.PENDING_DELETION) {
      return Decision.refuse(KmsErrors.notPendingDeletion(key.arn()));
    }
    // Only a key that waits for an import has this origin here.
    KeyState back =
        key.metadata().origin() == KeyOrigin.EXTERNAL ? KeyState.PENDING_IMPORT : KeyState.DISABLED;
    return Decision.store(new KeyEvent.KeyDeletionCancelled(now, back), key.arn());
  }
}
