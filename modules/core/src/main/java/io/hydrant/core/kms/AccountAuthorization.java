package io.hydrant.core.kms;

import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Caller;
import io.hydrant.core.policy.AccessRequest;
import io.hydrant.core.policy.CallerRequest;
import io.hydrant.core.policy.IdentityAccess;
import io.hydrant.core.policy.NamedPolicy;
import io.hydrant.core.policy.PolicyErrors;
import io.hydrant.core.policy.Principal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Authorizes operations without a key, to which no key policy applies. */
final class AccountAuthorization {
  private AccountAuthorization() {}

  /**
   * Returns AccessDeniedException for a call that is not allowed; a service has all permissions.
   */
  static Optional<ServiceError> refusal(
      Caller caller, String action, String resource, List<NamedPolicy> identity, Instant now) {
    return refusal(caller, action, resource, Map.of(), identity, now);
  }

  /**
   * Does the same for a call with further condition keys.
   *
   * @param conditionKeys the values by the key's name
   */
  static Optional<ServiceError> refusal(
      Caller caller,
      String action,
      String resource,
      Map<String, List<String>> conditionKeys,
      List<NamedPolicy> identity,
      Instant now) {
    Principal principal = CallerRequest.principal(caller);
    if (principal instanceof Principal.Service) {
      return Optional.empty();
    }
    Map<String, List<String>> keys = new HashMap<>(conditionKeys);
    keys.putAll(KmsConditionKeys.of(caller, now));
    AccessRequest request = new AccessRequest(principal, "kms:" + action, resource, keys);
    return IdentityAccess.denial(request, caller.account(), identity)
        .map(
            denial ->
                PolicyErrors.accessDenied(
                    caller, request.action(), resource, denial.ending(request.action())));
  }
}
