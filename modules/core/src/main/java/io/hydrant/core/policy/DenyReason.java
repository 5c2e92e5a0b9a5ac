package io.hydrant.core.policy;

/** The reason for a denial, with the ending of AWS's message for it. */
public enum DenyReason {
  EXPLICIT_IN_RESOURCE_POLICY("with an explicit deny in a resource-based policy"),
  EXPLICIT_IN_IDENTITY_POLICY("with an explicit deny in an identity-based policy"),
  NO_RESOURCE_POLICY("because no resource-based policy allows the %s action"),
  NO_IDENTITY_POLICY("because no identity-based policy allows the %s action");

  private final String ending;

  DenyReason(String ending) {
    this.ending = ending;
  }

  /** Returns for example {@code because no identity-based policy allows the kms:Decrypt action}. */
  public String ending(String action) {
    return ending.formatted(action);
  }
}
