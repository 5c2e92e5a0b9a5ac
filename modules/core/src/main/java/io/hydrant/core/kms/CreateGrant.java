package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import java.time.Instant;
import java.util.Optional;

/**
 * CreateGrant. A name makes it idempotent: the same grant under the same name is the one that is
 * there.
 *
 * @param grant the grant to be, with a new id and token
 */
public record CreateGrant(Grant grant, String by)
    implements KeyCommand.OfExisting<CreateGrant.Output> {
  public record Output(String grantId, String grantToken) {}

  @Override
  public Decision<KeyEvent, Output> decide(Key key, Instant now) {
    if (key.state() != KeyState.ENABLED) {
      return Decision.refuse(
          key.state() == KeyState.DISABLED
              ? Errors.disabled(key.arn())
              : Errors.invalidState(key.arn(), key.state()));
    }
    Optional<Grant> same =
        key.grants().stream()
            .filter(existing -> grant.name().isPresent() && existing.sameAs(grant))
            .findFirst();
    return same.map(g -> Decision.<KeyEvent, Output>answer(new Output(g.grantId(), g.token())))
        .orElseGet(
            () ->
                Decision.store(
                    new KeyEvent.GrantCreated(now, grant, by),
                    new Output(grant.grantId(), grant.token())));
  }
}
