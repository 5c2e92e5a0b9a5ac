package io.hydrant.core.policy;

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

/** Whole key policies of the kinds that the documentation shows. */
class DocumentedPoliciesTest {
  private static final String DEFAULT =
      "'Sid':'Enable IAM User Permissions',"
          + "'Principal':{'AWS':'arn:aws:iam::111122223333:root'}";
  private static final String FIREHOSE = "firehose.us-east-1.amazonaws.com";

  private final Policy useOfKeys = Policies.identity("'Action':['kms:Decrypt','kms:CreateGrant']");

  @Test
  void under_the_default_key_policy_identity_policies_decide() {
    Policy key = Policies.key(DEFAULT);
    assertThat(allows(key, List.of(), Ask.by(ROOT))).isTrue();
    assertThat(allows(key, List.of(), Ask.by(ALICE))).isFalse();
    assertThat(allows(key, List.of(useOfKeys), Ask.by(ALICE))).isTrue();
    assertThat(allows(key, List.of(useOfKeys), Ask.to("kms:DisableKey"))).isFalse();
    assertThat(allows(key, List.of(useOfKeys), Ask.by(BOB))).isFalse();
  }

  @Test
  void a_key_managed_by_aws_serves_its_account_through_its_service_alone() {
    Policy key =
        Policies.key(
            "'Principal':{'AWS':'*'},'Action':['kms:Decrypt','kms:GenerateDataKey*'],"
                + "'Condition':{'StringEquals':{'kms:CallerAccount':'111122223333',"
                + "'kms:ViaService':'firehose.us-east-1.amazonaws.com'}}");
    Ask through = Ask.by(ALICE).and("kms:CallerAccount", HOME).and("kms:ViaService", FIREHOSE);
    assertThat(allows(key, List.of(), through)).isTrue();
    assertThat(allows(key, List.of(), Ask.by(ALICE).and("kms:CallerAccount", HOME))).isFalse();
    Ask stranger = Ask.by(BOB).and("kms:CallerAccount", Ask.ABROAD).and("kms:ViaService", FIREHOSE);
    assertThat(allows(key, List.of(useOfKeys), stranger)).isFalse();
  }

  @Test
  void grants_may_be_made_for_services_alone() {
    Policy key =
        Policies.key(
            "'Principal':{'AWS':'arn:aws:iam::111122223333:role/jobs/Loader'},"
                + "'Action':['kms:CreateGrant','kms:ListGrants','kms:RevokeGrant'],"
                + "'Condition':{'Bool':{'kms:GrantIsForAWSResource':true}}");
    Ask create = new Ask(SESSION, "kms:CreateGrant", KEY, Map.of());
    assertThat(allows(key, List.of(), create.and("kms:GrantIsForAWSResource", "true"))).isTrue();
    assertThat(allows(key, List.of(), create.and("kms:GrantIsForAWSResource", "false"))).isFalse();
    assertThat(allows(key, List.of(), create)).isFalse();
  }

  @Test
  void a_perimeter_keeps_other_accounts_out_whatever_else_allows() {
    Policy key =
        Policies.key(
            DEFAULT,
            "'Principal':{'AWS':'444455556666'},'Action':'kms:Decrypt'",
            "'Effect':'Deny','Condition':{"
                + "'StringNotEquals':{'aws:PrincipalAccount':'111122223333'},"
                + "'Bool':{'aws:PrincipalIsAWSService':false}}");
    assertThat(allows(key, List.of(useOfKeys), Ask.by(BOB))).isFalse();
    assertThat(allows(key, List.of(useOfKeys), Ask.by(ALICE))).isTrue();
  }

  private static boolean allows(Policy key, List<Policy> identity, Ask ask) {
    List<NamedPolicy> own = identity.stream().map(one -> new NamedPolicy("its own", one)).toList();
    Optional<NamedPolicy> named = Optional.of(new NamedPolicy("the key policy", key));
    return Authorization.decide(
            ask.request(), new ApplicablePolicies(HOME, named, own, Optional.empty()))
        .allowed();
  }
}
