package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import java.time.Instant;
import java.util.Optional;

/**
 * RetireGrant: ends a grant. The retiring principal, a grantee with RetireGrant among its
 * operations and the key's account may call it.
 */
public record RetireGrant(Caller caller, KeyArn key, String grantId, boolean dryRun)
    implements KeyCommand<NoOutput> {
  /** The call's members: a token, or a key's ARN and a grant's id. */
  public record Input(
      Optional<String> grantToken,
      Optional<String> keyId,
      Optional<String> grantId,
      boolean dryRun) {
    /** Returns the grant that the call names. */
    public Reply<GrantToken> grant(Caller caller) {
      boolean byId = keyId.isPresent() && grantId.isPresent();
      if (grantToken.isPresent() == (keyId.isPresent() || grantId.isPresent())
          || (grantToken.isEmpty() && !byId)) {
        return Reply.failure(KmsErrors.grantArguments());
      }
      if (grantToken.isPresent()) {
        return GrantToken.ofRegion(caller, grantToken.get());
      }
      return KeyReference.parseKey(caller, keyId.orElseThrow())
          .map(arn -> new GrantToken(arn, grantId.orElseThrow()));
    }
  }

  /** An unknown id counts as permitted: every caller gets NotFoundException for it. */
  @Override
  public Optional<String> grant(Key.Present key) {
    return Optional.of(grantId)
        .filter(id -> !key.grants().containsKey(id) || mayRetire(key.grants().get(id)));
  }

  private boolean mayRetire(Grant grant) {
    return grant.retiringPrincipal().stream().anyMatch(who -> KeyAuthorization.is(who, caller))
        || (KeyAuthorization.isGrantee(grant, caller) && grant.operations().contains(action()));
  }

  @Override
  public Decision<KeyEvent, NoOutput> decideFor(Key.Present key, Instant now) {
    if (!key.grants().containsKey(grantId)) {
      return Decision.refuse(KmsErrors.noSuchGrant(grantId));
    }
    return dryRun
        ? Decision.refuse(KmsErrors.dryRun())
        : Decision.store(new KeyEvent.GrantRetired(now, grantId), new NoOutput());
  }
}
