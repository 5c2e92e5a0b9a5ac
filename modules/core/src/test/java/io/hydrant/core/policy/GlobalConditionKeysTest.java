package io.hydrant.core.policy;

import static io.hydrant.core.policy.Ask.ALICE;
import static io.hydrant.core.policy.Ask.by;
import static io.hydrant.core.policy.Ask.with;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The condition keys that AWS publishes for all services and for KMS, and some of other services
 * that usual key policies have. None of these is a fact about Alice herself.
 */
class GlobalConditionKeysTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "aws:PrincipalOrgPaths",
        "aws:PrincipalOrgID",
        "aws:PrincipalTag/cost center",
        "aws:PrincipalServiceName",
        "aws:PrincipalServiceNamesList",
        "aws:userid",
        "aws:AssumedRoot",
        "aws:FederatedProvider",
        "aws:TokenIssueTime",
        "aws:SignInSessionArn",
        "aws:MultiFactorAuthAge",
        "aws:MultiFactorAuthPresent",
        "aws:ChatbotSourceArn",
        "aws:Ec2InstanceSourceVpc",
        "aws:Ec2InstanceSourcePrivateIPv4",
        "aws:SourceIdentity",
        "aws:SourceIp",
        "aws:SourceVpc",
        "aws:SourceVpcArn",
        "aws:SourceVpce",
        "aws:VpceAccount",
        "aws:VpceOrgID",
        "aws:VpceOrgPaths",
        "aws:VpcSourceIp",
        "aws:ResourceAccount",
        "aws:ResourceOrgID",
        "aws:ResourceOrgPaths",
        "aws:ResourceTag/team",
        "aws:CalledVia",
        "aws:CalledViaFirst",
        "aws:CalledViaLast",
        "aws:CalledViaAWSMCP",
        "aws:ViaAWSService",
        "aws:ViaAWSMCPService",
        "aws:IsMcpServiceAction",
        "aws:CurrentTime",
        "aws:EpochTime",
        "aws:referer",
        "aws:Referer",
        "aws:RequestedRegion",
        "aws:RequestTag/team",
        "aws:TagKeys",
        "aws:SecureTransport",
        "aws:SourceAccount",
        "aws:SourceArn",
        "aws:SourceOrgID",
        "aws:SourceOrgPaths",
        "aws:UserAgent",
        "kms:BypassPolicyLockoutSafetyCheck",
        "kms:CallerAccount",
        "kms:CustomerMasterKeySpec",
        "kms:CustomerMasterKeyUsage",
        "kms:DataKeyPairSpec",
        "kms:EncryptionAlgorithm",
        "kms:EncryptionContext:AppName",
        "kms:EncryptionContextKeys",
        "kms:ExpirationModel",
        "kms:GrantConstraintType",
        "kms:GrantIsForAWSResource",
        "kms:GrantOperations",
        "kms:GranteePrincipal",
        "kms:KeyAgreementAlgorithm",
        "kms:KeyOrigin",
        "kms:KeySpec",
        "kms:KeyUsage",
        "kms:MacAlgorithm",
        "kms:MessageType",
        "kms:MultiRegion",
        "kms:MultiRegionKeyType",
        "kms:PrimaryRegion",
        "kms:ReEncryptOnSameKey",
        "kms:RecipientAttestation:ImageSha384",
        "kms:RecipientAttestation:PCR0",
        "kms:RecipientAttestation:NitroTPMPCR7",
        "kms:ReplicaRegion",
        "kms:RequestAlias",
        "kms:ResourceAliases",
        "kms:RetiringPrincipal",
        "kms:RotationPeriodInDays",
        "kms:ScheduleKeyDeletionPendingWindowInDays",
        "kms:SigningAlgorithm",
        "kms:ValidTo",
        "kms:ViaService",
        "kms:WrappingAlgorithm",
        "kms:WrappingKeySpec",
        "ec2:SourceInstanceArn",
        "ec2:RoleDelivery",
        "lambda:SourceFunctionArn",
        "glue:RoleAssumedBy",
        "codebuild:BuildArn",
        "ssm:SourceInstanceArn",
        "identitystore:UserId",
        "s3:x-amz-server-side-encryption-aws-kms-key-id",
        "saml:aud",
        "accounts.google.com:aud",
        "cognito-identity.amazonaws.com:aud",
        "token.actions.githubusercontent.com:sub",
        "oidc.eks.eu-west-1.amazonaws.com/id/ABC:sub"
      })
  void a_published_key_is_known_and_its_absence_counts_as_documented(String key) {
    Ask absent = by(ALICE);
    Ask present = with(key, "o-1");
    assertThat(holds("StringEquals", key, "o-1", absent)).isFalse();
    assertThat(holds("StringEquals", key, "o-1", present)).isTrue();
    assertThat(holds("StringEquals", key, "o-2", present)).isFalse();
    assertThat(holds("StringEqualsIfExists", key, "o-1", absent)).isTrue();
    assertThat(holds("StringEqualsIfExists", key, "o-2", present)).isFalse();
    assertThat(holds("StringNotEquals", key, "o-1", absent)).isTrue();
    assertThat(holds("StringNotEqualsIfExists", key, "o-1", absent)).isTrue();
    assertThat(holds("StringNotEqualsIfExists", key, "o-1", present)).isFalse();
    assertThat(holds("ForAnyValue:StringLike", key, "o-*", absent)).isFalse();
    assertThat(holds("ForAnyValue:StringLike", key, "o-*", present)).isTrue();
    assertThat(holds("ForAllValues:StringLike", key, "o-*", absent)).isTrue();
    assertThat(holds("Null", key, "true", absent)).isTrue();
    assertThat(holds("Null", key, "true", present)).isFalse();
    assertThat(holds("Null", key, "false", absent)).isFalse();
    assertThat(holds("Null", key, "false", present)).isTrue();
  }

  private static boolean holds(String operator, String key, String value, Ask ask) {
    String statement = "'Condition':{'" + operator + "':{'" + key + "':'" + value + "'}}";
    return Policies.key(statement).evaluate(ask.request()) instanceof PolicyEvaluation.AllowedBy;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aws:PrincipalTag/cost center",
        "aws:userid",
        "aws:SourceVpce",
        "kms:EncryptionContext:team",
        "saml:sub"
      })
  void a_key_may_be_a_variable_with_a_value_for_its_absence(String key) {
    PolicyPattern plain = template("${" + key + "}");
    PolicyPattern withDefault = template("${" + key + ", 'green'}");
    assertThat(plain.matches("blue", with(key, "blue").request())).isTrue();
    assertThat(plain.matches("blue", by(ALICE).request())).isFalse();
    assertThat(withDefault.matches("blue", with(key, "blue").request())).isTrue();
    assertThat(withDefault.matches("green", with(key, "blue").request())).isFalse();
    assertThat(withDefault.matches("green", by(ALICE).request())).isTrue();
    assertThat(withDefault.matches("blue", with(key, "blue", "green").request())).isFalse();
  }

  private static PolicyPattern template(String text) {
    return PolicyPatternReader.exact(text, Version.V2012)
        .fold(
            read -> read,
            error -> {
              throw new AssertionError(error);
            });
  }
}
