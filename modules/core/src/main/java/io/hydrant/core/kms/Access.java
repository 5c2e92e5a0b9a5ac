package io.hydrant.core.kms;

import io.hydrant.core.entity.Refusal;
import io.hydrant.core.id.Caller;
import io.hydrant.core.policy.AccessRequest;
import io.hydrant.core.policy.Principal;
import io.hydrant.core.policy.Verdict;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Who may use a key: an explicit deny of its policy wins; then a live grant or the policy can
 * allow. "The key policy mustn't explicitly deny the permission for Firehose to invoke KMS encrypt
 * and decrypt operations."
 */
final class Access {
  private Access() {}

  /** AccessDeniedException, or nothing. */
  static Optional<Refusal> refusal(
      KeyCommand<?> command, Key.Present key, Instant now, boolean granted) {
    Verdict verdict = verdict(command, key, now);
    if (verdict instanceof Verdict.Denied) {
      return Optional.of(Errors.explicitlyDenied(command.caller(), command.action(), key.arn()));
    }
    return granted || !(verdict instanceof Verdict.Silent)
        ? Optional.empty()
        : Optional.of(Errors.accessDenied(command.caller(), command.action(), key.arn()));
  }

  private static Verdict verdict(KeyCommand<?> command, Key.Present key, Instant now) {
    return key.policy()
        .policy()
        .or(() -> KeyPolicy.defaultFor(key.arn().account()).policy())
        .orElseThrow()
        .evaluate(request(command, key, now));
  }

  private static AccessRequest request(KeyCommand<?> command, Key.Present key, Instant now) {
    Caller caller = command.caller();
    return new AccessRequest(
        Principal.of(caller.principalArn(), caller.account()),
        "kms:" + command.action(),
        key.arn().toString(),
        RequestKeys.of(command, key.metadata(), now));
  }

  /** Whether a live grant lets the caller do this. */
  static boolean granted(
      Key.Present key, Caller caller, String action, Optional<Map<String, String>> context) {
    return key.grants().values().stream()
        .anyMatch(
            grant ->
                isGrantee(grant, caller)
                    && grant.operations().contains(action)
                    && grant.constraints().admitSource(caller)
                    && context.stream().allMatch(grant.constraints()::admit));
  }

  /** A session has the grants of its role. */
  static boolean isGrantee(Grant grant, Caller caller) {
    return is(grant.granteePrincipal(), caller);
  }

  static boolean is(String principal, Caller caller) {
    return principal.equals(caller.principalArn())
        || Principal.of(caller.principalArn(), caller.account())
            .roleArn()
            .filter(principal::equals)
            .isPresent();
  }
}
