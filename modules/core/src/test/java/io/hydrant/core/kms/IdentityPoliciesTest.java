package io.hydrant.core.kms;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.document.Document.Text;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.policy.IdentityAccess;
import io.hydrant.core.policy.NamedPolicy;
import io.hydrant.core.policy.PolicyKind;
import io.hydrant.core.policy.PolicyReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A key with the default policy leaves it to the identity policies of its account. */
class IdentityPoliciesTest {
  private static final Caller ALICE =
      new Caller(
          "000000000000",
          "us-east-1",
          "arn:aws:iam::000000000000:user/alice",
          Optional.<Instant>empty());

  private final KeyHistory key = KeyHistory.created();

  private static List<NamedPolicy> policy(String effect, String action) {
    return policy(
        Structure.empty()
            .with("Effect", new Text(effect))
            .with("Action", new Text(action))
            .with("Resource", new Text("*")));
  }

  private static List<NamedPolicy> policy(Structure statement) {
    return PolicyReader.read(Structure.empty().with("Statement", statement), PolicyKind.IDENTITY)
        .map(read -> List.of(new NamedPolicy("the policy Test", read)))
        .fold(
            read -> read,
            error -> {
              throw new AssertionError(error.message());
            });
  }

  private Reply<KeyMetadata> describe(List<NamedPolicy> policies) {
    return key.ask(new AuthorizedKeyCommand<>(new DescribeKey(ALICE, KeyHistory.ARN), policies));
  }

  private static String outcome(Reply<?> reply) {
    return reply.fold(done -> "done", error -> error.code() + ": " + error.message());
  }

  @Test
  void a_user_may_what_its_policies_allow_and_nothing_else() {
    assertThat(outcome(describe(policy("Allow", "kms:Describe*")))).isEqualTo("done");
    assertThat(outcome(describe(policy("Allow", "kms:Encrypt"))))
        .isEqualTo(
            "AccessDeniedException: User: arn:aws:iam::000000000000:user/alice is not authorized"
                + " to perform: kms:DescribeKey on resource: "
                + KeyHistory.ARN
                + " because no identity-based policy allows the kms:DescribeKey action");
  }

  @Test
  void a_deny_of_an_identity_policy_wins_over_a_grant() {
    CreateGrant.Input grant =
        new CreateGrant.Input(
            Optional.of(ALICE.principalArn()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of("DescribeKey"),
            GrantConstraints.NONE,
            Optional.empty(),
            false);
    key.ask(new CreateGrant(KeyHistory.OWNER, KeyHistory.ARN, grant, "g"));
    assertThat(outcome(describe(List.of()))).isEqualTo("done");
    assertThat(outcome(describe(policy("Deny", "kms:*"))))
        .contains("with an explicit deny in an identity-based policy");
  }

  @Test
  void a_key_is_made_by_those_whose_policies_allow_it() {
    assertThat(outcome(create(policy("Allow", "kms:CreateKey")))).isEqualTo("done");
    assertThat(outcome(create(policy("Allow", "kms:DescribeKey"))))
        .contains("kms:CreateKey on resource: * because no identity-based policy allows");
  }

  private static Reply<KeyMetadata> create(List<NamedPolicy> policies) {
    return new AuthorizedKeyCommand<>(
            new CreateKey(
                ALICE,
                KeyHistory.ARN,
                CreateKey.Input.DEFAULT,
                KeyManager.CUSTOMER,
                KeyHistory.MATERIAL),
            policies)
        .decide(new Key.Absent(), KeyHistory.START)
        .reply();
  }

  @Test
  void the_directory_of_keys_is_shown_to_those_whose_policies_allow_it() {
    assertThat(outcome(list(List.of(IdentityAccess.EVERYTHING)))).isEqualTo("done");
    assertThat(outcome(list(List.of())))
        .contains("is not authorized to perform: kms:ListKeys on resource: *");
  }

  private static Reply<?> list(List<NamedPolicy> policies) {
    return new AuthorizedAccountCommand<>(
            new ListKeys(Optional.empty(), Optional.empty()), ALICE, "ListKeys", "*", policies)
        .decide(KeyDirectory.EMPTY, KeyHistory.START)
        .reply();
  }

  @Test
  void a_key_policy_that_leaves_it_to_the_account_locks_no_user_out() {
    KeyPolicy standard = KeyPolicy.defaultFor("000000000000");
    PutKeyPolicy put = new PutKeyPolicy(ALICE, KeyHistory.ARN, "default", standard, false);
    assertThat(
            outcome(key.ask(new AuthorizedKeyCommand<>(put, policy("Allow", "kms:PutKeyPolicy")))))
        .isEqualTo("done");
  }

  @Test
  void a_policy_can_ask_for_the_account_of_a_caller_that_creates_a_key() {
    assertThat(outcome(create(createKeyFor("000000000000")))).isEqualTo("done");
    assertThat(outcome(create(createKeyFor("111111111111")))).contains("AccessDeniedException");
  }

  private static List<NamedPolicy> createKeyFor(String account) {
    return policy(
        Structure.empty()
            .with("Effect", new Text("Allow"))
            .with("Action", new Text("kms:CreateKey"))
            .with("Resource", new Text("*"))
            .with(
                "Condition",
                Structure.empty()
                    .with(
                        "StringEquals",
                        Structure.empty().with("kms:CallerAccount", new Text(account)))));
  }

  @Test
  void a_command_keeps_its_name_in_a_history_when_it_is_authorized() {
    assertThat(
            new AuthorizedKeyCommand<>(new DescribeKey(ALICE, KeyHistory.ARN), List.of())
                .operation())
        .isEqualTo("DescribeKey");
    assertThat(
            new AuthorizedAccountCommand<>(
                    new GenerateRandom(), ALICE, "GenerateRandom", "*", List.of())
                .operation())
        .isEqualTo("GenerateRandom");
  }
}
