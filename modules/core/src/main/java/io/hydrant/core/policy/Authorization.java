package io.hydrant.core.policy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides about a request from policies and grants together, as KMS does: a deny in any policy
 * wins; otherwise a grant is enough; otherwise the key policy must allow the principal itself or
 * its account. Where it names only the account, and always across accounts, an identity policy must
 * allow the request too.
 */
public final class Authorization {
  private final AccessRequest request;
  private final ApplicablePolicies permissions;

  private Authorization(AccessRequest request, ApplicablePolicies permissions) {
    this.request = request;
    this.permissions = permissions;
  }

  public static AuthorizationDecision decide(
      AccessRequest request, ApplicablePolicies permissions) {
    return new Authorization(request, permissions).decide();
  }

  private AuthorizationDecision decide() {
    return permissions
        .resourcePolicy()
        .flatMap(policy -> denial(policy, DenyReason.EXPLICIT_IN_RESOURCE_POLICY))
        .or(this::deniedByIdentity)
        .or(this::allowedByGrant)
        .orElseGet(this::byPolicies);
  }

  private Optional<AuthorizationDecision> deniedByIdentity() {
    return permissions.identityPolicies().stream()
        .flatMap(policy -> denial(policy, DenyReason.EXPLICIT_IN_IDENTITY_POLICY).stream())
        .findFirst();
  }

  private Optional<AuthorizationDecision> denial(NamedPolicy policy, DenyReason denial) {
    return policy
        .denying(request)
        .map(by -> new AuthorizationDecision.Denied(denial, List.of(by), "denied by " + by));
  }

  private Optional<AuthorizationDecision> allowedByGrant() {
    return permissions
        .grant()
        .map(id -> new AuthorizationDecision.Allowed(List.of(), "allowed by grant " + id));
  }

  private AuthorizationDecision byPolicies() {
    Optional<MatchedStatement> direct =
        permissions.resourcePolicy().flatMap(p -> p.allowing(request));
    Optional<MatchedStatement> resource =
        direct.or(() -> permissions.resourcePolicy().flatMap(p -> p.delegating(request)));
    boolean owned = request.principal().account().equals(Optional.of(permissions.account()));
    if (resource.isEmpty() && (!owned || permissions.resourcePolicy().isPresent())) {
      return lack(DenyReason.NO_RESOURCE_POLICY);
    }
    return (owned && direct.isPresent()) || !hasIdentityPolicies()
        ? resource
            .map(by -> allowed(List.of(by)))
            .orElseGet(
                () -> new AuthorizationDecision.Allowed(List.of(), "allowed to the account's root"))
        : byIdentity(resource);
  }

  private AuthorizationDecision byIdentity(Optional<MatchedStatement> resource) {
    return permissions.identityPolicies().stream()
        .flatMap(policy -> policy.allowing(request).stream())
        .findFirst()
        .map(identity -> Stream.concat(Stream.of(identity), resource.stream()).toList())
        .map(Authorization::allowed)
        .orElseGet(() -> lack(DenyReason.NO_IDENTITY_POLICY));
  }

  private boolean hasIdentityPolicies() {
    return request.principal().accept(new HasIdentityPolicies());
  }

  private record HasIdentityPolicies() implements Principal.Visitor<Boolean> {
    /** A root has all permissions of its account. */
    @Override
    public Boolean visit(Principal.Root root) {
      return false;
    }

    @Override
    public Boolean visit(Principal.User user) {
      return true;
    }

    @Override
    public Boolean visit(Principal.Role role) {
      return true;
    }

    @Override
    public Boolean visit(Principal.Session session) {
      return true;
    }

    @Override
    public Boolean visit(Principal.Service service) {
      return false;
    }

    @Override
    public Boolean visit(Principal.Anonymous anonymous) {
      return false;
    }
  }

  private static AuthorizationDecision allowed(List<MatchedStatement> by) {
    String statements =
        by.stream().map(MatchedStatement::toString).collect(Collectors.joining(" and "));
    return new AuthorizationDecision.Allowed(by, "allowed by " + statements);
  }

  private AuthorizationDecision lack(DenyReason denial) {
    String kind = denial == DenyReason.NO_RESOURCE_POLICY ? "resource" : "identity";
    return new AuthorizationDecision.Denied(
        denial,
        List.of(),
        "no " + kind + "-based policy allows the " + request.action() + " action");
  }
}
