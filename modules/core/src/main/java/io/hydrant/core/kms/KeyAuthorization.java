package io.hydrant.core.kms;

import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Caller;
import io.hydrant.core.policy.AccessRequest;
import io.hydrant.core.policy.ApplicablePolicies;
import io.hydrant.core.policy.Authorization;
import io.hydrant.core.policy.AuthorizationDecision;
import io.hydrant.core.policy.CallerRequest;
import io.hydrant.core.policy.DenyReason;
import io.hydrant.core.policy.NamedPolicy;
import io.hydrant.core.policy.Policy;
import io.hydrant.core.policy.PolicyErrors;
import io.hydrant.core.policy.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Authorizes calls to a key: an explicit deny wins; otherwise a grant or the policy can allow the
 * call. "The key policy mustn't explicitly deny the permission for Firehose to invoke KMS encrypt
 * and decrypt operations."
 */
final class KeyAuthorization {
  private KeyAuthorization() {}

  /**
   * Returns AccessDeniedException for a call that is not allowed.
   *
   * @param context the facts about the call, with the caller's identity policies
   * @param grant the id of a grant that lets the caller do this
   */
  static Optional<ServiceError> refusal(
      KeyCommand<?> command,
      Key.Present key,
      KeyCallContext context,
      Instant now,
      Optional<String> grant) {
    return denial(command, key, context, now, grant)
        .map(
            denial ->
                PolicyErrors.accessDenied(
                    command.caller(),
                    action(command),
                    key.arn().toString(),
                    denial.ending(action(command))));
  }

  private static Optional<DenyReason> denial(
      KeyCommand<?> command,
      Key.Present key,
      KeyCallContext context,
      Instant now,
      Optional<String> grant) {
    return rule(command, key, context, now, grant) instanceof AuthorizationDecision.Denied denied
        ? Optional.of(denied.denial())
        : Optional.empty();
  }

  /** Decides whether the command is permitted, and names the reason. */
  static AuthorizationDecision rule(
      KeyCommand<?> command,
      Key.Present key,
      KeyCallContext context,
      Instant now,
      Optional<String> grant) {
    Caller caller = command.caller();
    Optional<Policy> policy = key.policy().policy();
    AccessRequest request = request(command, key, context, now, CallerRequest.principal(caller));
    if (request.principal() instanceof Principal.Service) {
      if (policy.isEmpty() && caller.account().equals(key.arn().account())) {
        return new AuthorizationDecision.Allowed(
            List.of(), "allowed to the service that owns the key");
      }
      Optional<AuthorizationDecision> denied =
          deniesAccount(policy, request(command, key, context, now, root(caller)));
      if (denied.isPresent()) {
        return denied.get();
      }
    }
    return Authorization.decide(
        request,
        new ApplicablePolicies(
            key.arn().account(),
            policy.map(KeyAuthorization::named),
            context.identityPolicies(),
            grant));
  }

  private static NamedPolicy named(Policy policy) {
    return new NamedPolicy("the key policy", policy);
  }

  /** A service acts for an account, so a deny for the account applies to the service too. */
  private static Optional<AuthorizationDecision> deniesAccount(
      Optional<Policy> policy, AccessRequest request) {
    return policy
        .map(KeyAuthorization::named)
        .flatMap(named -> named.denying(request))
        .map(
            by ->
                new AuthorizationDecision.Denied(
                    DenyReason.EXPLICIT_IN_RESOURCE_POLICY,
                    List.of(by),
                    "denied to the account by " + by));
  }

  private static AccessRequest request(
      KeyCommand<?> command,
      Key.Present key,
      KeyCallContext context,
      Instant now,
      Principal principal) {
    return new AccessRequest(
        principal,
        action(command),
        key.arn().toString(),
        KmsConditionKeys.of(command, key, context, now));
  }

  private static String action(KeyCommand<?> command) {
    return "kms:" + command.action();
  }

  private static Principal root(Caller caller) {
    return new Principal.Root(caller.account());
  }

  /** Returns the id of a grant that permits the call. */
  static Optional<String> grant(
      Key.Present key, Caller caller, String action, Optional<Map<String, String>> context) {
    return key.grants().values().stream()
        .filter(
            grant ->
                isGrantee(grant, caller)
                    && grant.operations().contains(action)
                    && grant.constraints().admitSource(caller)
                    && context.stream().allMatch(grant.constraints()::admit))
        .map(Grant::id)
        .findFirst();
  }

  /** A session has the grants of its role. */
  static boolean isGrantee(Grant grant, Caller caller) {
    return is(grant.granteePrincipal(), caller);
  }

  static boolean is(String principal, Caller caller) {
    return principal.equals(caller.principalArn())
        || (CallerRequest.principal(caller) instanceof Principal.Session session
            && session.role().arn().equals(principal));
  }
}
