package io.hydrant.core.policy;

import static io.hydrant.core.policy.Ask.ABROAD;
import static io.hydrant.core.policy.Ask.ALICE;
import static io.hydrant.core.policy.Ask.BOB;
import static io.hydrant.core.policy.Ask.HOME;
import static io.hydrant.core.policy.Ask.KEY;
import static io.hydrant.core.policy.Ask.ROOT;
import static io.hydrant.core.policy.Ask.SESSION;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Key policies of the kinds that stacks of CDK and modules of Terraform make: each is accepted
 * whole and means what it means at AWS.
 */
class UsualKeyPoliciesTest {
  private static final String ADMINISTRATION =
      "'Sid':'Enable IAM User Permissions',"
          + "'Principal':{'AWS':'arn:aws:iam::111122223333:root'},'Action':'kms:*'";
  private static final Principal LOGS = new Principal.Service("logs.eu-west-1.amazonaws.com");
  private static final Principal DEPLOYER = new Principal.Role(HOME, "Deployer");

  @Test
  void cloudwatch_logs_encrypts_the_log_groups_of_one_account() {
    Policy key =
        Policies.key(
            ADMINISTRATION,
            "'Principal':{'Service':'logs.eu-west-1.amazonaws.com'},"
                + "'Action':['kms:Encrypt*','kms:Decrypt*','kms:ReEncrypt*','kms:GenerateDataKey*',"
                + "'kms:Describe*'],"
                + "'Condition':{'ArnLike':{'kms:EncryptionContext:aws:logs:arn':"
                + "'arn:aws:logs:eu-west-1:111122223333:*'}}");
    Ask group = ask(LOGS, "kms:GenerateDataKeyWithoutPlaintext");
    assertThat(allows(key, logs(group, HOME))).isTrue();
    assertThat(allows(key, logs(group, ABROAD))).isFalse();
    assertThat(allows(key, group)).isFalse();
  }

  private static Ask logs(Ask ask, String account) {
    return ask.and(
        "kms:EncryptionContext:aws:logs:arn",
        "arn:aws:logs:eu-west-1:" + account + ":log-group:app");
  }

  @Test
  void another_account_uses_the_key_and_makes_grants_for_services_only() {
    Policy key =
        Policies.key(
            ADMINISTRATION,
            "'Sid':'Use by the workload account','Principal':{'AWS':'arn:aws:iam::444455556666:root'},"
                + "'Action':['kms:Decrypt','kms:DescribeKey']",
            "'Principal':{'AWS':['444455556666']},'Action':'kms:CreateGrant',"
                + "'Condition':{'Bool':{'kms:GrantIsForAWSResource':'true'}}");
    Policy use = Policies.identity("'Action':'kms:*'");
    assertThat(allows(key, List.of(use), ask(BOB, "kms:Decrypt"))).isTrue();
    assertThat(allows(key, List.of(), ask(BOB, "kms:Decrypt"))).isFalse();
    Ask grant = ask(BOB, "kms:CreateGrant");
    assertThat(allows(key, List.of(use), grant)).isFalse();
    assertThat(allows(key, List.of(use), grant.and("kms:GrantIsForAWSResource", "true"))).isTrue();
  }

  @Test
  void an_organisation_shares_a_key_and_who_is_in_none_is_left_out() {
    Policy key =
        Policies.key(
            ADMINISTRATION,
            "'Sid':'Allow use of the key by the organisation','Principal':{'AWS':'*'},"
                + "'Action':['kms:Decrypt','kms:DescribeKey'],'Condition':{"
                + "'StringEquals':{'aws:PrincipalOrgID':'o-a1b2c3d4e5'},"
                + "'ForAnyValue:StringLike':{'aws:PrincipalOrgPaths':'o-a1b2c3d4e5/r-ab12/ou-*'}}");
    assertThat(allows(key, ask(BOB, "kms:Decrypt"))).isFalse();
    Ask member =
        ask(BOB, "kms:Decrypt")
            .and("aws:PrincipalOrgID", "o-a1b2c3d4e5")
            .and("aws:PrincipalOrgPaths", "o-a1b2c3d4e5/r-ab12/ou-ab12-1/");
    Policy use = Policies.identity("'Action':'kms:Decrypt'");
    assertThat(allows(key, List.of(use), member)).isTrue();
  }

  @Test
  void a_perimeter_denies_strangers_and_spares_services() {
    Policy key =
        Policies.key(
            ADMINISTRATION,
            "'Effect':'Deny','Principal':{'AWS':'*'},'Action':'kms:*','Condition':{"
                + "'StringNotEqualsIfExists':{'aws:PrincipalOrgID':'o-a1b2c3d4e5',"
                + "'aws:PrincipalAccount':['111122223333']},"
                + "'BoolIfExists':{'aws:PrincipalIsAWSService':'false','aws:ViaAWSService':'false'}}",
            "'Principal':'*','Action':'kms:Decrypt'");
    assertThat(allows(key, ask(ALICE, "kms:Decrypt"))).isTrue();
    assertThat(allows(key, ask(BOB, "kms:Decrypt"))).isFalse();
    assertThat(allows(key, ask(LOGS, "kms:Decrypt"))).isTrue();
  }

  @Test
  void single_sign_on_roles_and_identity_providers_stand_beside_each_other() {
    Policy key =
        Policies.key(
            "'Sid':'Administrators of the directory','Principal':{'AWS':'*'},'Action':'kms:*',"
                + "'Condition':{'ArnLike':{'aws:PrincipalArn':'arn:aws:iam::111122223333:role/"
                + "aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_Admin_*'},"
                + "'StringEquals':{'aws:PrincipalAccount':'111122223333'}}",
            "'Principal':{'Federated':"
                + "['arn:aws:iam::111122223333:saml-provider/AWSSSO_0123_DO_NOT_DELETE',"
                + "'cognito-identity.amazonaws.com']},'Action':'kms:Decrypt',"
                + "'Condition':{'StringEquals':{'SAML:aud':'https://signin.aws.amazon.com/saml'},"
                + "'Null':{'aws:FederatedProvider':'false'}}");
    Principal admin =
        new Principal.Role(
            HOME, "aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Admin_0123456789abcdef");
    assertThat(allows(key, ask(admin, "kms:PutKeyPolicy"))).isTrue();
    assertThat(allows(key, ask(SESSION, "kms:Decrypt"))).isFalse();
    assertThat(allows(key, ask(ROOT, "kms:Decrypt"))).isFalse();
  }

  @Test
  void an_eks_cluster_seals_its_secrets_through_its_role() {
    Policy key =
        Policies.key(
            ADMINISTRATION,
            "'Sid':'KeyUsage','Principal':{'AWS':['arn:aws:iam::111122223333:role/jobs/Loader']},"
                + "'Action':['kms:ReEncrypt*','kms:GenerateDataKey*','kms:Encrypt',"
                + "'kms:DescribeKey','kms:Decrypt']",
            "'Principal':{'Service':'eks.amazonaws.com'},"
                + "'Action':['kms:DescribeKey','kms:CreateGrant'],"
                + "'Condition':{'StringLike':{'aws:SourceArn':"
                + "'arn:aws:eks:*:111122223333:cluster/*'},'ForAllValues:StringEquals':"
                + "{'kms:GrantOperations':['Encrypt','Decrypt','DescribeKey']}}");
    assertThat(allows(key, ask(SESSION, "kms:Encrypt"))).isTrue();
    assertThat(allows(key, ask(SESSION, "kms:DisableKey"))).isFalse();
    Ask cluster =
        ask(new Principal.Service("eks.amazonaws.com"), "kms:CreateGrant")
            .and("aws:SourceArn", "arn:aws:eks:eu-west-1:111122223333:cluster/main");
    assertThat(allows(key, cluster.and("kms:GrantOperations", "Decrypt"))).isTrue();
    assertThat(allows(key, cluster.and("kms:GrantOperations", "Decrypt", "Sign"))).isFalse();
  }

  @Test
  void s3_encrypts_for_one_bucket_and_only_over_tls() {
    Policy key =
        Policies.key(
            ADMINISTRATION,
            "'Principal':{'Service':['s3.amazonaws.com','delivery.logs.amazonaws.com']},"
                + "'Action':['kms:GenerateDataKey*','kms:Decrypt'],'Condition':{"
                + "'StringEquals':{'aws:SourceAccount':'${aws:ResourceAccount}'},"
                + "'ArnEquals':{'aws:SourceArn':'arn:aws:s3:::trail'}}",
            "'Effect':'Deny','Principal':'*','Action':'kms:*',"
                + "'Condition':{'Bool':{'aws:SecureTransport':'false'}}");
    Ask bucket =
        ask(new Principal.Service("s3.amazonaws.com"), "kms:GenerateDataKey")
            .and("aws:SourceAccount", HOME)
            .and("aws:SourceArn", "arn:aws:s3:::trail");
    assertThat(allows(key, bucket.and("aws:ResourceAccount", HOME))).isTrue();
    assertThat(allows(key, bucket.and("aws:ResourceAccount", ABROAD))).isFalse();
    assertThat(
            allows(
                key, bucket.and("aws:ResourceAccount", HOME).and("aws:SecureTransport", "false")))
        .isFalse();
  }

  @Test
  void autoscaling_uses_the_key_through_its_service_linked_role() {
    String role =
        "arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/"
            + "AWSServiceRoleForAutoScaling";
    Policy key =
        Policies.key(
            ADMINISTRATION,
            "'Principal':{'AWS':'" + role + "'},'Action':['kms:Encrypt','kms:Decrypt']",
            "'Principal':{'AWS':'"
                + role
                + "'},'Action':'kms:CreateGrant',"
                + "'Condition':{'Bool':{'kms:GrantIsForAWSResource':true}}",
            "'Principal':{'AWS':'*'},'Action':['kms:Decrypt','kms:GenerateDataKey*'],"
                + "'Condition':{'StringEquals':{'kms:CallerAccount':'111122223333',"
                + "'kms:ViaService':['ec2.eu-west-1.amazonaws.com','rds.eu-west-1.amazonaws.com']}}");
    Principal linked =
        new Principal.Role(
            HOME, "aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling");
    assertThat(allows(key, ask(linked, "kms:Decrypt"))).isTrue();
    assertThat(allows(key, ask(linked, "kms:CreateGrant"))).isFalse();
    Ask volume =
        ask(ALICE, "kms:Decrypt")
            .and("kms:CallerAccount", HOME)
            .and("kms:ViaService", "ec2.eu-west-1.amazonaws.com");
    assertThat(allows(key, volume)).isTrue();
    assertThat(allows(key, ask(ALICE, "kms:Decrypt").and("kms:CallerAccount", HOME))).isFalse();
  }

  @Test
  void only_a_break_glass_role_may_delete_the_key_and_with_a_second_factor() {
    Policy key =
        Policies.key(
            ADMINISTRATION,
            "'Sid':'BreakGlass','Effect':'Deny','Principal':{'AWS':'*'},"
                + "'Action':['kms:ScheduleKeyDeletion','kms:DisableKey'],'Condition':{"
                + "'ArnNotEquals':{'aws:PrincipalArn':'arn:aws:iam::111122223333:role/Deployer'}}",
            "'Sid':'SecondFactor','Effect':'Deny','Principal':{'AWS':'*'},"
                + "'Action':'kms:ScheduleKeyDeletion','Condition':{"
                + "'NumericGreaterThanIfExists':{'aws:MultiFactorAuthAge':'3600'},"
                + "'BoolIfExists':{'aws:MultiFactorAuthPresent':'false'}}",
            "'Sid':'ShortWindow','Effect':'Deny','Principal':'*',"
                + "'Action':'kms:ScheduleKeyDeletion','Condition':{"
                + "'NumericLessThan':{'kms:ScheduleKeyDeletionPendingWindowInDays':'30'}}");
    Policy all = Policies.identity("'Action':'kms:*'");
    Ask delete = ask(DEPLOYER, "kms:ScheduleKeyDeletion");
    Ask careful =
        delete
            .and("aws:MultiFactorAuthPresent", "true")
            .and("kms:ScheduleKeyDeletionPendingWindowInDays", "30");
    assertThat(allows(key, List.of(all), careful)).isTrue();
    assertThat(allows(key, List.of(all), delete)).isFalse();
    assertThat(
            allows(
                key, List.of(all), careful.and("kms:ScheduleKeyDeletionPendingWindowInDays", "7")))
        .isFalse();
    assertThat(allows(key, List.of(all), ask(ALICE, "kms:DisableKey"))).isFalse();
    assertThat(allows(key, List.of(all), ask(DEPLOYER, "kms:DisableKey"))).isTrue();
  }

  private static Ask ask(Principal principal, String action) {
    return new Ask(principal, action, KEY, Map.of());
  }

  private static boolean allows(Policy key, Ask ask) {
    return allows(key, List.of(), ask);
  }

  private static boolean allows(Policy key, List<Policy> identity, Ask ask) {
    List<NamedPolicy> own = identity.stream().map(one -> new NamedPolicy("its own", one)).toList();
    Optional<NamedPolicy> named = Optional.of(new NamedPolicy("the key policy", key));
    return Authorization.decide(
            ask.request(), new ApplicablePolicies(HOME, named, own, Optional.empty()))
        .allowed();
  }
}
