package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.id.Caller;
import java.time.Instant;

/** RevokeGrant: removes a grant, as the key's account. */
public record RevokeGrant(Caller caller, KeyArn key, String grantId, boolean dryRun)
    implements KeyCommand<NoOutput> {
  @Override
  public Decision<KeyEvent, NoOutput> decideFor(Key.Present key, Instant now) {
    if (!key.grants().containsKey(grantId)) {
      return Decision.refuse(KmsErrors.noSuchGrant(grantId));
    }
    return dryRun
        ? Decision.refuse(KmsErrors.dryRun())
        : Decision.store(new KeyEvent.GrantRevoked(now, grantId), new NoOutput());
  }
}
