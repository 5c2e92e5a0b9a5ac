package io.hydrant.core.stream;

import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Caller;
import io.hydrant.core.policy.AccessRequest;
import io.hydrant.core.policy.ApplicablePolicies;
import io.hydrant.core.policy.Authorization;
import io.hydrant.core.policy.AuthorizationDecision;
import io.hydrant.core.policy.CallerRequest;
import io.hydrant.core.policy.NamedPolicy;
import io.hydrant.core.policy.PolicyErrors;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Authorizes calls about streams. A stream has no policy of its own, so the caller's identity
 * policies decide.
 */
public final class StreamAuthorization {
  private StreamAuthorization() {}

  /** Returns AccessDeniedException for a call that is not allowed. */
  public static Optional<ServiceError> refusal(
      Caller caller,
      String action,
      String resource,
      Map<String, List<String>> conditionKeys,
      List<NamedPolicy> identity,
      Instant now) {
    return rule(caller, action, resource, conditionKeys, identity, now)
            instanceof AuthorizationDecision.Denied denied
        ? Optional.of(
            PolicyErrors.accessDenied(caller, action, resource, denied.denial().ending(action)))
        : Optional.empty();
  }

  /**
   * Decides whether a call is allowed, and names the reason.
   *
   * @param action for example {@code firehose:PutRecord}
   * @param resource the stream's ARN, or {@code *}
   * @param conditionKeys the condition keys of this operation, for example {@code aws:TagKeys}
   */
  public static AuthorizationDecision rule(
      Caller caller,
      String action,
      String resource,
      Map<String, List<String>> conditionKeys,
      List<NamedPolicy> identity,
      Instant now) {
    Map<String, List<String>> keys = new HashMap<>(conditionKeys);
    keys.putAll(CallerRequest.keys(caller, now));
    return Authorization.decide(
        new AccessRequest(CallerRequest.principal(caller), action, resource, keys),
        new ApplicablePolicies(caller.account(), Optional.empty(), identity, Optional.empty()));
  }
}
