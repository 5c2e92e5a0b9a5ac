package io.hydrant.core.policy;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The condition keys that requests here carry; one that none carries would never decide. */
final class ConditionKeys {
  private static final String ENCRYPTION_CONTEXT = "kms:encryptioncontext:";

  private static final Set<String> SUPPORTED =
      Stream.of(
              "kms:ViaService",
              "kms:CallerAccount",
              "kms:GrantIsForAWSResource",
              "kms:GrantOperations",
              "kms:GrantConstraintType",
              "kms:GranteePrincipal",
              "kms:RetiringPrincipal",
              "kms:EncryptionContextKeys",
              "kms:KeySpec",
              "kms:KeyUsage",
              "kms:KeyOrigin",
              "kms:EncryptionAlgorithm",
              "kms:RequestAlias",
              "kms:ResourceAliases",
              "kms:BypassPolicyLockoutSafetyCheck",
              "kms:ScheduleKeyDeletionPendingWindowInDays",
              "aws:PrincipalArn",
              "aws:PrincipalAccount",
              "aws:PrincipalType",
              "aws:PrincipalIsAWSService",
              "aws:PrincipalServiceName",
              "aws:SourceAccount",
              "aws:SourceArn",
              "aws:SourceIp",
              "aws:CurrentTime",
              "aws:EpochTime",
              "aws:SecureTransport",
              "aws:RequestedRegion",
              "aws:TokenIssueTime",
              "aws:MultiFactorAuthPresent",
              "aws:userid",
              "aws:username")
          .map(ConditionKeys::folded)
          .collect(Collectors.toUnmodifiableSet());

  private ConditionKeys() {}

  static boolean supports(String key) {
    String folded = folded(key);
    return SUPPORTED.contains(folded)
        || (folded.startsWith(ENCRYPTION_CONTEXT) && folded.length() > ENCRYPTION_CONTEXT.length());
  }

  private static String folded(String key) {
    return key.toLowerCase(Locale.ROOT);
  }
}
