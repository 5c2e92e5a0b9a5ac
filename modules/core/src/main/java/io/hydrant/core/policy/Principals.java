package io.hydrant.core.policy;

import java.util.List;
import java.util.stream.Stream;

/** The principals that a statement applies to. */
sealed interface Principals {
  /** Returns whether an Allow names the principal itself. */
  boolean allow(Principal principal);

  /**
   * Returns whether a Deny applies to the principal; one for an account applies to all its
   * principals.
   */
  boolean deny(Principal principal);

  /**
   * Returns whether an Allow leaves the decision to the identity policies of the principal's
   * account.
   */
  boolean leaveToAccountOf(Principal principal);

  /** Returns the principals that the statement names one by one; none for a NotPrincipal. */
  default Stream<Principal> named() {
    return Stream.empty();
  }

  /** The principal that an identity policy is attached to. */
  record Holder() implements Principals {
    @Override
    public boolean allow(Principal principal) {
      return true;
    }

    @Override
    public boolean deny(Principal principal) {
      return true;
    }

    @Override
    public boolean leaveToAccountOf(Principal principal) {
      return false;
    }
  }

  record Only(List<PrincipalPattern> patterns) implements Principals {
    public Only {
      patterns = List.copyOf(patterns);
    }

    @Override
    public Stream<Principal> named() {
      return patterns.stream()
          .filter(PrincipalPattern.Exactly.class::isInstance)
          .map(pattern -> ((PrincipalPattern.Exactly) pattern).principal());
    }

    @Override
    public boolean allow(Principal principal) {
      return patterns.stream().anyMatch(pattern -> pattern.names(principal));
    }

    @Override
    public boolean deny(Principal principal) {
      return allow(principal) || leaveToAccountOf(principal);
    }

    @Override
    public boolean leaveToAccountOf(Principal principal) {
      return principal.account().stream()
          .anyMatch(id -> patterns.stream().anyMatch(pattern -> pattern.isAccount(id)));
    }
  }

  /** NotPrincipal: all principals but these. Only a Deny may have it. */
  record AllBut(List<PrincipalPattern> patterns) implements Principals {
    public AllBut {
      patterns = List.copyOf(patterns);
    }

    @Override
    public boolean allow(Principal principal) {
      return false;
    }

    /**
     * Returns false only where the policy names the principal, its account and, for a session, its
     * role: IAM checks each of them.
     */
    @Override
    public boolean deny(Principal principal) {
      Stream<Principal> account = principal.account().stream().map(Principal.Root::new);
      Stream<Principal> role =
          principal instanceof Principal.Session session
              ? Stream.of(session.role())
              : Stream.empty();
      Stream<Principal> all = Stream.concat(Stream.concat(account, role), Stream.of(principal));
      return !all.allMatch(one -> patterns.stream().anyMatch(pattern -> pattern.names(one)));
    }

    @Override
    public boolean leaveToAccountOf(Principal principal) {
      return false;
    }
  }
}
