package io.hydrant.http.auth.identity;

import io.hydrant.core.policy.Principal;
import io.hydrant.core.policy.PrincipalArns;

/** Facts that the ARN of a principal contains. */
final class Principals {
  private Principals() {}

  static boolean isPrincipal(String arn) {
    return PrincipalArns.principal(arn)
        .filter(found -> !(found instanceof Principal.Session))
        .isPresent();
  }

  static String account(String arn) {
    return PrincipalArns.principal(arn).flatMap(Principal::account).orElseThrow();
  }

  /**
   * Returns the principal whose policies apply: for a session its role, without its path as in the
   * session's ARN. No account has two roles of one name.
   */
  static String holder(String arn) {
    return PrincipalArns.principal(arn)
        .map(principal -> principal.accept(new Holder()))
        .orElse(arn);
  }

  private record Holder() implements Principal.Visitor<String> {
    @Override
    public String visit(Principal.Root root) {
      return root.arn();
    }

    @Override
    public String visit(Principal.User user) {
      return user.arn();
    }

    @Override
    public String visit(Principal.Role role) {
      return role(role);
    }

    @Override
    public String visit(Principal.Session session) {
      return role(session.role());
    }

    @Override
    public String visit(Principal.Service service) {
      return service.arn();
    }

    @Override
    public String visit(Principal.Anonymous anonymous) {
      return anonymous.arn();
    }
  }

  private static String role(Principal.Role role) {
    String name = role.name().substring(role.name().lastIndexOf('/') + 1);
    return new Principal.Role(role.accountId(), name).arn();
  }
}
