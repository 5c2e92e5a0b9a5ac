package io.hydrant.core.policy;

import java.util.Locale;
import java.util.Set;

/** The condition keys that requests here carry; a policy with any other one is refused by name. */
final class ConditionKeys {
  private static final Set<String> KNOWN =
      Set.of(
          "kms:viaservice",
          "kms:calleraccount",
          "kms:grantisforawsresource",
          "kms:grantoperations",
          "kms:grantconstrainttype",
          "kms:granteeprincipal",
          "kms:retiringprincipal",
          "kms:encryptioncontextkeys",
          "kms:encryptionalgorithm",
          "kms:keyspec",
          "kms:keyusage",
          "kms:keyorigin",
          "aws:principalarn",
          "aws:principalaccount",
          "aws:principaltype",
          "aws:principalisawsservice",
          "aws:principalservicename",
          "aws:sourceaccount",
          "aws:sourcearn",
          "aws:sourceip",
          "aws:currenttime",
          "aws:epochtime",
          "aws:tokenissuetime",
          "aws:requestedregion",
          "aws:securetransport",
          "aws:userid",
          "aws:username");
  private static final String CONTEXT = "kms:encryptioncontext:";

  private ConditionKeys() {}

  static boolean isKnown(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    return KNOWN.contains(lower)
        || (lower.startsWith(CONTEXT) && lower.length() > CONTEXT.length());
  }
}
