package io.hydrant.core.policy;

/** One entry of a Principal element. */
sealed interface PrincipalPattern {
  /** Returns whether the entry names this principal itself, not only its account. */
  boolean names(Principal principal);

  /** Returns whether the entry names the account itself. */
  default boolean isAccount(String account) {
    return equals(new Account(account));
  }

  /** {@code *}, also as {@code {"AWS": "*"}}. */
  record Everyone() implements PrincipalPattern {
    @Override
    public boolean names(Principal principal) {
      return true;
    }
  }

  /** An account, written as its id or as its root's ARN. */
  record Account(String id) implements PrincipalPattern {
    @Override
    public boolean names(Principal principal) {
      return principal.equals(new Principal.Root(id));
    }
  }

  /**
   * A principal that no request here comes from: one of an identity provider, or an account by its
   * canonical id.
   *
   * @param id as the policy has it
   */
  record Elsewhere(String id) implements PrincipalPattern {
    @Override
    public boolean names(Principal principal) {
      return false;
    }
  }

  /** A user, a role with all its sessions, one session, or a service. */
  record Exactly(Principal principal) implements PrincipalPattern {
    @Override
    public boolean names(Principal asking) {
      return asking.arn().equals(principal.arn())
          || (asking instanceof Principal.Session session
              && session.role().arn().equals(principal.arn()));
    }
  }
}
