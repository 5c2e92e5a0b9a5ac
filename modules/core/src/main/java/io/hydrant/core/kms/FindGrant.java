package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.id.Caller;
import java.time.Instant;
import java.util.Optional;

/**
 * Finds a grant by the principal that it is for and by its name. A service looks for its own grant
 * in this way after the answer of CreateGrant was lost. It needs no permission of the caller, who
 * may have lost it since then.
 */
public record FindGrant(Caller caller, KeyArn key, String granteePrincipal, String name)
    implements KeyCommand<FindGrant.Output> {
  /**
   * @param grantId empty where there is no such grant
   */
  public record Output(Optional<String> grantId) {}

  @Override
  public Decision<KeyEvent, Output> decide(Key state, KeyCallContext context, Instant now) {
    return Decision.answer(
        new Output(
            state
                .live(now)
                .flatMap(
                    live ->
                        live.grants().values().stream()
                            .filter(grant -> grant.granteePrincipal().equals(granteePrincipal))
                            .filter(grant -> grant.name().equals(Optional.of(name)))
                            .map(Grant::id)
                            .findFirst())));
  }

  @Override
  public Decision<KeyEvent, Output> decideFor(Key.Present key, Instant now) {
    throw new IllegalStateException("decided without asking for a permission");
  }
}
