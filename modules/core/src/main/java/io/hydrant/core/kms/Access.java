package io.hydrant.core.kms;

import io.hydrant.core.id.Caller;
import java.util.Map;
import java.util.Optional;

/**
 * Who may use a key: its own account (the default key policy gives the account's root {@code
 * kms:*}; other policies are stored, not yet evaluated), and anyone else through a live grant.
 */
final class Access {
  private Access() {}

  static boolean allows(
      Key.Present key, Caller caller, String action, Optional<Map<String, String>> context) {
    return owns(key, caller)
        || key.grants().values().stream()
            .anyMatch(
                grant ->
                    grant.granteePrincipal().equals(caller.principalArn())
                        && grant.operations().contains(action)
                        && context.stream().allMatch(grant.constraints()::admit));
  }

  static boolean owns(Key.Present key, Caller caller) {
    return key.arn().account().equals(caller.account());
  }
}
