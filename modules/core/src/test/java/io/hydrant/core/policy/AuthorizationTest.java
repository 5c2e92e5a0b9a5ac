package io.hydrant.core.policy;

import static io.hydrant.core.policy.Ask.ALICE;
import static io.hydrant.core.policy.Ask.BOB;
import static io.hydrant.core.policy.Ask.FIREHOSE;
import static io.hydrant.core.policy.Ask.HOME;
import static io.hydrant.core.policy.Ask.ROOT;
import static io.hydrant.core.policy.Ask.SESSION;
import static io.hydrant.core.policy.Ask.by;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AuthorizationTest {
  private static final String ACCOUNT = "'Sid':'Account','Principal':{'AWS':'111122223333'}";
  private static final String ABROAD = "'Sid':'Abroad','Principal':{'AWS':'444455556666'}";
  private static final String ALICE_HERE =
      "'Sid':'Alice','Principal':{'AWS':'arn:aws:iam::111122223333:user/Alice'}";
  private static final String BOB_THERE =
      "'Sid':'Bob','Principal':{'AWS':'arn:aws:iam::444455556666:user/Bob'}";
  private static final String SERVICE =
      "'Sid':'Service','Principal':{'Service':'firehose.amazonaws.com'}";
  private static final String DENY = "'Effect':'Deny','Sid':'No'";
  private static final String MAY = "'Sid':'May'";
  private static final String OTHER = "'Sid':'Other','Action':'kms:Encrypt'";
  private static final String NO_RESOURCE =
      "no resource-based policy allows the kms:Decrypt action";
  private static final String NO_IDENTITY =
      "no identity-based policy allows the kms:Decrypt action";

  /**
   * One ruling.
   *
   * @param key statements of the key policy; empty for a resource without a policy
   * @param identity statements of the one identity policy; empty for none
   */
  record Case(String rule, List<String> key, List<String> identity, Principal who, String words) {
    AuthorizationDecision ruling(Optional<String> grant) {
      return Authorization.decide(
          by(who).request(),
          new ApplicablePolicies(
              HOME,
              key.isEmpty()
                  ? Optional.empty()
                  : Optional.of(
                      new NamedPolicy("the key policy", Policies.key(key.toArray(String[]::new)))),
              identity.isEmpty()
                  ? List.of()
                  : List.of(
                      new NamedPolicy(
                          "the policy Own", Policies.identity(identity.toArray(String[]::new)))),
              grant));
    }

    @Override
    public String toString() {
      return rule;
    }
  }

  static Stream<Case> cases() {
    List<String> none = List.of();
    return Stream.of(
        allowed(
            "Same account: the key policy names the user",
            List.of(ALICE_HERE),
            none,
            ALICE,
            key("Alice")),
        allowed("Same account: everyone", List.of(MAY), none, SESSION, key("May")),
        allowed(
            "Same account: delegated and allowed",
            List.of(ACCOUNT),
            List.of(MAY),
            ALICE,
            own(key("Account"))),
        allowed(
            "Same account: delegated to a session's role",
            List.of(ACCOUNT),
            List.of(MAY),
            SESSION,
            own(key("Account"))),
        allowed("The root needs no identity policy", List.of(ACCOUNT), none, ROOT, key("Account")),
        allowed(
            "Other account: both allow the user",
            List.of(BOB_THERE),
            List.of(MAY),
            BOB,
            own(key("Bob"))),
        allowed(
            "Other account: account and identity policy",
            List.of(ABROAD),
            List.of(MAY),
            BOB,
            own(key("Abroad"))),
        allowed(
            "Other account: its root",
            List.of(ABROAD),
            none,
            new Principal.Root(Ask.ABROAD),
            key("Abroad")),
        allowed("Service: the key policy alone", List.of(SERVICE), none, FIREHOSE, key("Service")),
        allowed(
            "No resource policy: the identity policy alone",
            none,
            List.of(MAY),
            ALICE,
            "statement \"May\" of the policy Own"),
        new Case("No resource policy: the root", none, none, ROOT, "allowed to the account's root"),
        new Case(
            "Same account: delegated, nothing allows", List.of(ACCOUNT), none, ALICE, NO_IDENTITY),
        new Case(
            "Same account: delegated, another action",
            List.of(ACCOUNT),
            List.of(OTHER),
            ALICE,
            NO_IDENTITY),
        new Case(
            "Same account: identity policy without delegation",
            List.of(ALICE_HERE),
            List.of(MAY),
            SESSION,
            NO_RESOURCE),
        new Case(
            "Same account: the root can be left out", List.of(ALICE_HERE), none, ROOT, NO_RESOURCE),
        new Case("Other account: the key policy alone", List.of(BOB_THERE), none, BOB, NO_IDENTITY),
        new Case("Other account: everyone is not enough", List.of(MAY), none, BOB, NO_IDENTITY),
        new Case(
            "Other account: the identity policy alone",
            List.of(ACCOUNT),
            List.of(MAY),
            BOB,
            NO_RESOURCE),
        new Case(
            "Service: no account speaks for it", List.of(ACCOUNT), none, FIREHOSE, NO_RESOURCE),
        new Case("No resource policy: another account", none, List.of(MAY), BOB, NO_RESOURCE),
        new Case("No resource policy: a service", none, none, FIREHOSE, NO_RESOURCE),
        denied("Deny in the key policy", List.of(MAY, DENY), List.of(MAY), ALICE, key("No")),
        denied(
            "Deny in an identity policy",
            List.of(ALICE_HERE),
            List.of(MAY, DENY),
            ALICE,
            "statement \"No\" of the policy Own"),
        denied("Deny for the root", List.of(ACCOUNT, DENY), none, ROOT, key("No")),
        denied("Deny for a service", List.of(SERVICE, DENY), none, FIREHOSE, key("No")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void policies_decide_together(Case one) {
    AuthorizationDecision ruling = one.ruling(Optional.empty());
    assertThat(ruling.words()).isEqualTo(one.words());
    assertThat(ruling.allowed()).isEqualTo(one.words().startsWith("allowed"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_grant_is_enough_unless_a_statement_denies(Case one) {
    boolean denied = one.words().startsWith("denied");
    AuthorizationDecision ruling = one.ruling(Optional.of("g1"));
    assertThat(ruling.words()).isEqualTo(denied ? one.words() : "allowed by grant g1");
    assertThat(ruling.allowed()).isEqualTo(!denied);
  }

  @Test
  void the_deciding_statements_are_named() {
    Case one =
        new Case(
            "", List.of("'Sid':'x','Action':'kms:Sign'", "'Effect':'Deny'"), List.of(), ALICE, "");
    assertThat(one.ruling(Optional.empty()))
        .isEqualTo(
            new AuthorizationDecision.Denied(
                DenyReason.EXPLICIT_IN_RESOURCE_POLICY,
                List.of(new MatchedStatement("the key policy", 1, Optional.empty())),
                "denied by statement 2 of the key policy"));
  }

  @Test
  void a_denial_ends_as_the_message_of_aws_does() {
    assertThat(DenyReason.NO_IDENTITY_POLICY.ending("kms:Decrypt"))
        .isEqualTo("because no identity-based policy allows the kms:Decrypt action");
    assertThat(DenyReason.EXPLICIT_IN_RESOURCE_POLICY.ending("kms:Decrypt"))
        .isEqualTo("with an explicit deny in a resource-based policy");
  }

  private static Case allowed(
      String rule, List<String> key, List<String> identity, Principal who, String by) {
    return new Case(rule, key, identity, who, "allowed by " + by);
  }

  private static Case denied(
      String rule, List<String> key, List<String> identity, Principal who, String by) {
    return new Case(rule, key, identity, who, "denied by " + by);
  }

  private static String key(String sid) {
    return "statement \"" + sid + "\" of the key policy";
  }

  private static String own(String and) {
    return "statement \"May\" of the policy Own and " + and;
  }
}
