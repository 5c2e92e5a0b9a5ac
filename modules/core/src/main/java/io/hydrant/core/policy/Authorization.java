package io.hydrant.core.policy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Policies and grants together, as KMS puts them together: a deny anywhere wins; then a grant is
 * enough; then the key policy must allow the principal itself or its account. The identity policies
 * must allow too where the key policy names only the account, and always across accounts.
 */
public final class Authorization {
  private final AccessRequest request;
  private final Permissions permissions;

  private Authorization(AccessRequest request, Permissions permissions) {
    this.request = request;
    this.permissions = permissions;
  }

  public static Ruling decide(AccessRequest request, Permissions permissions) {
    return new Authorization(request, permissions).decide();
  }

  private Ruling decide() {
    return permissions
        .resourcePolicy()
        .flatMap(policy -> denial(policy, Denial.EXPLICIT_IN_RESOURCE_POLICY))
        .or(this::deniedByIdentity)
        .or(this::allowedByGrant)
        .orElseGet(this::byPolicies);
  }

  private Optional<Ruling> deniedByIdentity() {
    return permissions.identityPolicies().stream()
        .flatMap(policy -> denial(policy, Denial.EXPLICIT_IN_IDENTITY_POLICY).stream())
        .findFirst();
  }

  private Optional<Ruling> denial(NamedPolicy policy, Denial denial) {
    return policy
        .denying(request)
        .map(by -> new Ruling.Denied(denial, List.of(by), "denied by " + by));
  }

  private Optional<Ruling> allowedByGrant() {
    return permissions.grant().map(id -> new Ruling.Allowed(List.of(), "allowed by grant " + id));
  }

  private Ruling byPolicies() {
    Optional<Decider> direct = permissions.resourcePolicy().flatMap(p -> p.allowing(request));
    Optional<Decider> resource =
        direct.or(() -> permissions.resourcePolicy().flatMap(p -> p.delegating(request)));
    boolean owned = request.principal().account().equals(Optional.of(permissions.account()));
    if (resource.isEmpty() && (!owned || permissions.resourcePolicy().isPresent())) {
      return lack(Denial.NO_RESOURCE_POLICY);
    }
    return (owned && direct.isPresent()) || !hasIdentityPolicies()
        ? resource
            .map(by -> allowed(List.of(by)))
            .orElseGet(() -> new Ruling.Allowed(List.of(), "allowed to the account's root"))
        : byIdentity(resource);
  }

  private Ruling byIdentity(Optional<Decider> resource) {
    return permissions.identityPolicies().stream()
        .flatMap(policy -> policy.allowing(request).stream())
        .findFirst()
        .map(identity -> Stream.concat(Stream.of(identity), resource.stream()).toList())
        .map(Authorization::allowed)
        .orElseGet(() -> lack(Denial.NO_IDENTITY_POLICY));
  }

  private boolean hasIdentityPolicies() {
    return request.principal().accept(new HasIdentityPolicies());
  }

  private record HasIdentityPolicies() implements Principal.Visitor<Boolean> {
    /** A root may do in its account's name what the account may. */
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
  }

  private static Ruling allowed(List<Decider> by) {
    String statements = by.stream().map(Decider::toString).collect(Collectors.joining(" and "));
    return new Ruling.Allowed(by, "allowed by " + statements);
  }

  private Ruling lack(Denial denial) {
    String kind = denial == Denial.NO_RESOURCE_POLICY ? "resource" : "identity";
    return new Ruling.Denied(
        denial,
        List.of(),
        "no " + kind + "-based policy allows the " + request.action() + " action");
  }
}
