package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import java.time.Instant;

/**
 * Checks whether a grant token belongs to a grant. Grants count at once here, so a token adds no
 * permission; one that was never issued, or whose grant has ended, is InvalidGrantTokenException
 * (service model: "the specified grant token is not valid"; that an ended grant's token is refused
 * is assumed). The check needs no permission: its answer reveals no more than the token.
 */
public record CheckGrantToken(Caller caller, KeyArn key, String grantId)
    implements KeyCommand<NoOutput> {
  /** Returns the command for a token of the caller's Region. */
  public static Reply<CheckGrantToken> of(Caller caller, String token) {
    return GrantToken.ofRegion(caller, token)
        .map(grant -> new CheckGrantToken(caller, grant.key(), grant.grantId()));
  }

  @Override
  public Decision<KeyEvent, NoOutput> decide(Key state, KeyCallContext context, Instant now) {
    return state.live(now).filter(live -> live.grants().containsKey(grantId)).isPresent()
        ? Decision.answer(new NoOutput())
        : Decision.refuse(KmsErrors.invalidGrantToken());
  }

  @Override
  public Decision<KeyEvent, NoOutput> decideFor(Key.Present key, Instant now) {
    throw new IllegalStateException("decided without asking for a permission");
  }
}
