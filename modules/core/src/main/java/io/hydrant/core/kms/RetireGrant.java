package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.Empty;
import java.time.Instant;
import java.util.Optional;

/**
 * RetireGrant, by the grant's retiring principal, by its grantee where RetireGrant is among its
 * operations, or by the key's account.
 *
 * @param grant the grant's id, or its token
 * @param principal who retires it
 * @param account whose principal that is
 */
public record RetireGrant(String grant, String principal, String account)
    implements KeyCommand.OfExisting<Empty> {
  @Override
  public Decision<KeyEvent, Empty> decide(Key key, Instant now) {
    Optional<Grant> found =
        key.grants().stream()
            .filter(each -> each.grantId().equals(grant) || each.token().equals(grant))
            .findFirst();
    if (found.isEmpty()) {
      return Decision.refuse(Errors.noSuchGrant(grant));
    }
    Grant retired = found.get();
    boolean allowed =
        retired.retiringPrincipal().filter(principal::equals).isPresent()
            || (retired.granteePrincipal().equals(principal)
                && retired.operations().contains("RetireGrant"))
            || account.equals(key.arn().account());
    return allowed
        ? Decision.store(new KeyEvent.GrantRetired(now, retired.grantId(), principal), new Empty())
        : Decision.refuse(Errors.accessDenied(principal, "RetireGrant", key.arn()));
  }
}
