package io.hydrant.http.identity;

import io.hydrant.core.policy.Arns;
import io.hydrant.core.policy.Principal;

/** What the ARN of a principal tells. */
final class Principals {
  private Principals() {}

  static boolean isPrincipal(String arn) {
    return Arns.principal(arn).filter(found -> !(found instanceof Principal.Session)).isPresent();
  }

  static String account(String arn) {
    return Arns.principal(arn).flatMap(Principal::account).orElseThrow();
  }

  /**
   * Whether policies of {@code holder} are those of {@code caller}. A session's ARN leaves out the
   * path of its role, and no account has two roles of one name.
   */
  static boolean isHeldBy(String holder, String caller) {
    if (holder.equals(caller)) {
      return true;
    }
    return Arns.principal(caller).orElse(new Principal.Service(""))
            instanceof Principal.Session session
        && Arns.principal(holder).orElse(new Principal.Service("")) instanceof Principal.Role role
        && role.accountId().equals(session.role().accountId())
        && lastOf(role.name()).equals(session.role().name());
  }

  static String lastOf(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }
}
