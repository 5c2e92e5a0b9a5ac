package io.hydrant.core.policy;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The condition keys that a policy may name. Those of all services ({@code aws:}) and of KMS are
 * the ones that AWS documents, so that a misspelt one is refused; those of other services may be
 * any. A request may lack any of them.
 */
final class ConditionKeys {
  /** AWS documentation, IAM User Guide, page "AWS global condition context keys". */
  private static final Set<String> GLOBAL =
      folded(
          // Of the principal.
          "PrincipalArn",
          "PrincipalAccount",
          "PrincipalOrgPaths",
          "PrincipalOrgID",
          "PrincipalIsAWSService",
          "PrincipalServiceName",
          "PrincipalServiceNamesList",
          "PrincipalType",
          "userid",
          "username",
          // Of a session.
          "AssumedRoot",
          "FederatedProvider",
          "TokenIssueTime",
          "SignInSessionArn",
          "MultiFactorAuthAge",
          "MultiFactorAuthPresent",
          "ChatbotSourceArn",
          "Ec2InstanceSourceVpc",
          "Ec2InstanceSourcePrivateIPv4",
          "SourceIdentity",
          // Of the network.
          "SourceIp",
          "SourceVpc",
          "SourceVpcArn",
          "SourceVpce",
          "VpceAccount",
          "VpceOrgID",
          "VpceOrgPaths",
          "VpcSourceIp",
          // Of the resource.
          "ResourceAccount",
          "ResourceOrgID",
          "ResourceOrgPaths",
          // Of the request.
          "CalledVia",
          "CalledViaFirst",
          "CalledViaLast",
          "CalledViaAWSMCP",
          "ViaAWSService",
          "ViaAWSMCPService",
          "IsMcpServiceAction",
          "CurrentTime",
          "EpochTime",
          "referer",
          "RequestedRegion",
          "TagKeys",
          "SecureTransport",
          "SourceAccount",
          "SourceArn",
          "SourceOrgID",
          "SourceOrgPaths",
          "UserAgent");

  /** The same page: names that end with a tag's key, which may have any character. */
  private static final Pattern GLOBAL_TAG =
      Pattern.compile("(principaltag|requesttag|resourcetag)/.+", Pattern.DOTALL);

  /** AWS documentation, KMS Developer Guide, page "AWS KMS condition keys". */
  private static final Set<String> KMS =
      folded(
          "BypassPolicyLockoutSafetyCheck",
          "CallerAccount",
          "CustomerMasterKeySpec",
          "CustomerMasterKeyUsage",
          "DataKeyPairSpec",
          "EncryptionAlgorithm",
          "EncryptionContextKeys",
          "ExpirationModel",
          "GrantConstraintType",
          "GrantIsForAWSResource",
          "GrantOperations",
          "GranteePrincipal",
          "KeyAgreementAlgorithm",
          "KeyOrigin",
          "KeySpec",
          "KeyUsage",
          "MacAlgorithm",
          "MessageType",
          "MultiRegion",
          "MultiRegionKeyType",
          "PrimaryRegion",
          "ReEncryptOnSameKey",
          "ReplicaRegion",
          "RequestAlias",
          "ResourceAliases",
          "RetiringPrincipal",
          "RotationPeriodInDays",
          "ScheduleKeyDeletionPendingWindowInDays",
          "SigningAlgorithm",
          "ValidTo",
          "ViaService",
          "WrappingAlgorithm",
          "WrappingKeySpec");

  /** The same page: names that end with a pair of the encryption context or a measurement. */
  private static final Pattern KMS_PART =
      Pattern.compile(
          "encryptioncontext:.+|recipientattestation:(imagesha384|(nitrotpm)?pcr\\d{1,2})",
          Pattern.DOTALL);

  /**
   * A key of a service, for example {@code ec2:SourceInstanceArn} or {@code
   * token.actions.githubusercontent.com:sub}.
   */
  private static final Pattern OF_A_SERVICE =
      Pattern.compile("(?<service>[a-z0-9][a-z0-9._/-]*):(?<name>.+)", Pattern.DOTALL);

  private ConditionKeys() {}

  static boolean supports(String key) {
    var parts = OF_A_SERVICE.matcher(key.toLowerCase(Locale.ROOT));
    if (!parts.matches()) {
      return false;
    }
    String name = parts.group("name");
    return switch (parts.group("service")) {
      case "aws" -> GLOBAL.contains(name) || GLOBAL_TAG.matcher(name).matches();
      case "kms" -> KMS.contains(name) || KMS_PART.matcher(name).matches();
      default -> true;
    };
  }

  /** Returns whether the key is a tag of the requested resource. */
  static boolean isResourceTag(String key) {
    return key.toLowerCase(Locale.ROOT).startsWith("aws:resourcetag/");
  }

  private static Set<String> folded(String... names) {
    return Stream.of(names)
        .map(name -> name.toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }
}
