package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.id.Caller;
import io.hydrant.core.policy.AuthorizationDecision;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Explains whether the key permits a call, and why. It needs no permission and stores nothing.
 *
 * @param caller the caller of the call to explain
 * @param action without its prefix, for example {@code Decrypt}
 * @param context the encryption context of that call
 * @param conditionKeys further condition keys of that call, for example {@code kms:GrantOperations}
 */
public record ExplainAccess(
    Caller caller,
    KeyArn key,
    String action,
    Optional<Map<String, String>> context,
    Map<String, List<String>> conditionKeys)
    implements KeyCommand<AuthorizationDecision> {
  @Override
  public Decision<KeyEvent, AuthorizationDecision> decide(
      Key state, KeyCallContext callContext, Instant now) {
    return state
        .live(now)
        .<Decision<KeyEvent, AuthorizationDecision>>map(
            live ->
                Decision.answer(KeyAuthorization.rule(this, live, callContext, now, grant(live))))
        .orElseGet(() -> Decision.refuse(KmsErrors.noSuchKey(key)));
  }

  @Override
  public Decision<KeyEvent, AuthorizationDecision> decideFor(Key.Present key, Instant now) {
    throw new IllegalStateException("decided without asking for a permission");
  }
}
