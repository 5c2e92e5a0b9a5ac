package io.hydrant.core.policy;

import static io.hydrant.core.policy.Ask.ALICE;
import static io.hydrant.core.policy.Ask.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Key policies that go by tags, aliases and the network. */
class UsualTagPoliciesTest {
  private static final String ADMINISTRATION =
      "'Principal':{'AWS':'arn:aws:iam::111122223333:root'},'Action':'kms:*'";

  @Test
  void teams_use_keys_with_their_own_tag_through_an_endpoint_of_the_network() {
    Policy key =
        Policies.key(
            ADMINISTRATION,
            "'Principal':{'AWS':'arn:aws:iam::111122223333:root'},'Action':'kms:Decrypt',"
                + "'Condition':{'StringEquals':{'aws:ResourceTag/team':'${aws:PrincipalTag/team}'},"
                + "'ForAnyValue:StringLike':{'kms:ResourceAliases':'alias/app-*'}}",
            "'Effect':'Deny','Principal':'*','Action':'kms:Decrypt','Condition':{"
                + "'StringNotEqualsIfExists':{'aws:SourceVpce':'vpce-0a1b2c3d'},"
                + "'NotIpAddressIfExists':{'aws:VpcSourceIp':'10.0.0.0/8'},"
                + "'Null':{'aws:SourceVpce':'false'}}");
    Policy all = Policies.identity("'Action':'kms:*'");
    Ask decrypt = Ask.by(ALICE).and("kms:ResourceAliases", "alias/x", "alias/app-1");
    assertThat(allows(key, List.of(all), decrypt)).isTrue();
    assertThat(allows(key, List.of(all), decrypt.and("aws:SourceVpce", "vpce-0a1b2c3d"))).isTrue();
    assertThat(allows(key, List.of(all), decrypt.and("aws:SourceVpce", "vpce-9"))).isFalse();
    Policy byTag =
        Policies.key(
            "'Action':'kms:Decrypt','Condition':{"
                + "'StringEquals':{'aws:ResourceTag/team':'${aws:PrincipalTag/team}'},"
                + "'ForAnyValue:StringLike':{'kms:ResourceAliases':'alias/app-*'}}");
    Ask tagged = decrypt.and("aws:ResourceTag/team", "blue").and("aws:PrincipalTag/team", "blue");
    assertThat(allows(byTag, tagged)).isTrue();
    assertThat(allows(byTag, tagged.and("aws:ResourceTag/team", "red"))).isFalse();
    assertThat(allows(byTag, decrypt.and("aws:ResourceTag/team", "blue"))).isFalse();
    assertThat(allows(byTag, tagged.and("kms:ResourceAliases", "alias/x"))).isFalse();
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
