package io.hydrant.core.policy;

import io.hydrant.core.entity.Refusal;

/** Why a policy document is refused when it is put. */
public final class Errors {
  private Errors() {}

  public static Refusal malformed(String why) {
    return new Refusal("MalformedPolicyDocumentException", why);
  }
}
