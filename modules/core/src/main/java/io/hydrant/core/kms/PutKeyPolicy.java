package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * PutKeyPolicy: replaces the key's policy.
 *
 * @param bypassLockoutCheck true to skip the check that the new policy lets the caller put another
 *     one
 */
public record PutKeyPolicy(
    Caller caller, KeyArn key, String policyName, KeyPolicy policy, boolean bypassLockoutCheck)
    implements KeyCommand<NoOutput> {
  @Override
  public Map<String, List<String>> conditionKeys() {
    return Map.of(
        "kms:BypassPolicyLockoutSafetyCheck", List.of(Boolean.toString(bypassLockoutCheck)));
  }

  @Override
  public Decision<KeyEvent, NoOutput> decideFor(Key.Present present, Instant now) {
    if (!policyName.equals(GetKeyPolicy.DEFAULT_POLICY)) {
      return Decision.refuse(KmsErrors.noSuchPolicy());
    }
    Optional<ServiceError> pending = KeyStateRules.pendingDeletion(present.metadata());
    if (pending.isPresent()) {
      return Decision.refuse(pending.get());
    }
    KeyEvent put = new KeyEvent.PolicyPut(now, policy);
    boolean lockedOut =
        !bypassLockoutCheck && Lockout.by(put.evolve(present).present(), caller, now);
    return lockedOut
        ? Decision.refuse(KmsErrors.policyLocksOut())
        : Decision.store(put, new NoOutput());
  }
}
