package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.Empty;
import io.hydrant.core.id.Caller;
import java.time.Instant;

/** Takes a grant back, as the key's account. */
public record RevokeGrant(Caller caller, KeyArn key, String grantId, boolean dryRun)
    implements KeyCommand<Empty> {
  @Override
  public Decision<KeyEvent, Empty> decideFor(Key.Present key, Instant now) {
    if (!key.grants().containsKey(grantId)) {
      return Decision.refuse(Errors.noSuchGrant(grantId));
    }
    return dryRun
        ? Decision.refuse(Errors.dryRun())
        : Decision.store(new KeyEvent.GrantRevoked(now, grantId), new Empty());
  }
}
