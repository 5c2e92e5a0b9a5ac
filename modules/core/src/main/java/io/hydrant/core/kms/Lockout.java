package io.hydrant.core.kms;

import io.hydrant.core.id.Caller;
import io.hydrant.core.policy.CallerRequest;
import io.hydrant.core.policy.IdentityAccess;
import io.hydrant.core.policy.Policy;
import io.hydrant.core.policy.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The policy lockout safety check of CreateKey and PutKeyPolicy: "the key policy must allow the
 * calling principal to make a subsequent PutKeyPolicy request" (service model, CreateKey, Policy).
 */
final class Lockout {
  private Lockout() {}

  /**
   * Returns whether the key's policy keeps the caller from a later PutKeyPolicy. A caller without
   * credentials is the root of its account; it counts as each principal of the account that the
   * policy names.
   */
  static boolean by(Key.Present key, Caller caller, Instant now) {
    return candidates(key, caller).noneMatch(each -> mayPutPolicy(key, each, now));
  }

  private static Stream<Caller> candidates(Key.Present key, Caller caller) {
    boolean root = CallerRequest.principal(caller) instanceof Principal.Root;
    return Stream.concat(
        Stream.of(caller),
        key.policy().policy().map(Policy::principals).orElseGet(List::of).stream()
            .filter(named -> root && named.account().filter(caller.account()::equals).isPresent())
            .map(named -> as(named, caller)));
  }

  private static Caller as(Principal principal, Caller caller) {
    return new Caller(caller.account(), caller.region(), principal.arn(), Optional.empty());
  }

  private static boolean mayPutPolicy(Key.Present key, Caller caller, Instant now) {
    PutKeyPolicy put =
        new PutKeyPolicy(caller, key.arn(), GetKeyPolicy.DEFAULT_POLICY, key.policy(), false);
    KeyCallContext unlimited = KeyCallContext.of(List.of(IdentityAccess.EVERYTHING));
    return KeyAuthorization.refusal(put, key, unlimited, now, Optional.empty()).isEmpty();
  }
}
