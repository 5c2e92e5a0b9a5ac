package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.Empty;
import java.time.Instant;

/** RevokeGrant: the key's owner ends a grant. */
public record RevokeGrant(String grantId, String by) implements KeyCommand.OfExisting<Empty> {
  @Override
  public Decision<KeyEvent, Empty> decide(Key key, Instant now) {
    return key.grant(grantId).isPresent()
        ? Decision.store(new KeyEvent.GrantRevoked(now, grantId, by), new Empty())
        : Decision.refuse(Errors.noSuchGrant(grantId));
  }
}
