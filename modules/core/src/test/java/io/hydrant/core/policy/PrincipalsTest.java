package io.hydrant.core.policy;

import static io.hydrant.core.policy.Ask.ALICE;
import static io.hydrant.core.policy.Ask.BOB;
import static io.hydrant.core.policy.Ask.FIREHOSE;
import static io.hydrant.core.policy.Ask.ROLE;
import static io.hydrant.core.policy.Ask.ROOT;
import static io.hydrant.core.policy.Ask.SESSION;
import static io.hydrant.core.policy.Ask.by;
import static io.hydrant.core.policy.Row.allowed;
import static io.hydrant.core.policy.Row.denied;
import static io.hydrant.core.policy.Row.silent;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PrincipalsTest {
  private static final String ALICE_ARN = "arn:aws:iam::111122223333:user/Alice";
  private static final String ROOT_ARN = "arn:aws:iam::111122223333:root";
  private static final String ROLE_ARN = "arn:aws:iam::111122223333:role/jobs/Loader";
  private static final String SESSION_ARN = "arn:aws:sts::111122223333:assumed-role/Loader/monday";

  private static final String SAML =
      "arn:aws:iam::111122223333:saml-provider/AWSSSO_1_DO_NOT_DELETE";
  private static final String OIDC =
      "arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/ABC";
  private static final String FEDERATED_USER = "arn:aws:sts::111122223333:federated-user/Carol";

  static Stream<Row> rows() {
    return Stream.concat(principals(), notPrincipals());
  }

  private static Stream<Row> principals() {
    return Stream.of(
        allowed("Principal: everyone", "'Principal':'*'", by(BOB)),
        allowed("Principal: everyone in AWS", aws("*"), by(BOB)),
        allowed("Principal: everyone means services too", "'Principal':'*'", by(FIREHOSE)),
        allowed("Principal: a user", aws(ALICE_ARN), by(ALICE)),
        silent("Principal: another user", aws(ALICE_ARN), by(BOB)),
        allowed("Principal: a list", aws(ROLE_ARN + "','" + ALICE_ARN), by(ALICE)),
        allowed("Principal: an account is its root", aws("111122223333"), by(ROOT)),
        allowed("Principal: the root's ARN", aws(ROOT_ARN), by(ROOT)),
        silent("Principal: an account gives its users nothing", aws(ROOT_ARN), by(ALICE)),
        denied("Principal: denying an account denies its users", aws(ROOT_ARN), by(ALICE)),
        denied("Principal: denying an account by id", aws("111122223333"), by(SESSION)),
        silent("Principal: denying another account", deny(aws("111122223333")), by(BOB)),
        allowed("Principal: a role", aws(ROLE_ARN), by(ROLE)),
        allowed("Principal: a role means its sessions", aws(ROLE_ARN), by(SESSION)),
        allowed("Principal: one session", aws(SESSION_ARN), by(SESSION)),
        silent(
            "Principal: another session of the role",
            aws(SESSION_ARN),
            by(new Principal.Session(ROLE, "tuesday"))),
        silent("Principal: a session is not its role", aws(SESSION_ARN), by(ROLE)),
        allowed(
            "Principal: a service",
            "'Principal':{'Service':'firehose.amazonaws.com'}",
            by(FIREHOSE)),
        silent(
            "Principal: another service",
            "'Principal':{'Service':'s3.amazonaws.com'}",
            by(FIREHOSE)),
        allowed(
            "Principal: a service in a Region",
            "'Principal':{'Service':'logs.eu-west-1.amazonaws.com'}",
            by(new Principal.Service("logs.eu-west-1.amazonaws.com"))),
        silent(
            "Principal: the service of another Region",
            "'Principal':{'Service':'logs.eu-west-1.amazonaws.com'}",
            by(new Principal.Service("logs.us-east-1.amazonaws.com"))),
        silent("Principal: of a SAML provider", federated(SAML), by(SESSION)),
        silent("Principal: of an OIDC provider", federated(OIDC), by(ROOT)),
        silent("Principal: of a web identity", federated("accounts.google.com"), by(ALICE)),
        silent("Principal: a canonical user", canonical(), by(ROOT)),
        silent("Principal: a federated user", aws(FEDERATED_USER), by(ROOT)),
        allowed(
            "Principal: a federated one beside another",
            "'Principal':{'Federated':'" + SAML + "','AWS':'" + ALICE_ARN + "'}",
            by(ALICE)),
        allowed(
            "Principal: several kinds",
            "'Principal':{'AWS':'444455556666','Service':['firehose.amazonaws.com']}",
            by(FIREHOSE)));
  }

  private static Stream<Row> notPrincipals() {
    return Stream.of(
        denied("NotPrincipal: others", not(ROOT_ARN + "','" + ALICE_ARN), by(BOB)),
        silent(
            "NotPrincipal: with its account", deny(not(ROOT_ARN + "','" + ALICE_ARN)), by(ALICE)),
        denied("NotPrincipal: without its account", not(ALICE_ARN), by(ALICE)),
        denied("NotPrincipal: the account alone", not(ROOT_ARN), by(ALICE)),
        silent("NotPrincipal: the root", deny(not(ROOT_ARN)), by(ROOT)),
        silent(
            "NotPrincipal: role and account", deny(not(ROOT_ARN + "','" + ROLE_ARN)), by(SESSION)),
        denied(
            "NotPrincipal: session without role", not(ROOT_ARN + "','" + SESSION_ARN), by(SESSION)),
        denied(
            "NotPrincipal: a federated one",
            "'NotPrincipal':{'Federated':'" + SAML + "'}",
            by(BOB)),
        silent(
            "NotPrincipal: a service",
            deny("'NotPrincipal':{'Service':'firehose.amazonaws.com'}"),
            by(FIREHOSE)));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void a_statement_is_about_whom_it_names(Row row) {
    row.check();
  }

  @Test
  void an_allowed_account_may_decide_for_its_own_alone() {
    Policy policy = Policies.key(aws("111122223333"));
    assertThat(policy.delegation(by(ALICE).request())).isPresent();
    assertThat(policy.delegation(by(SESSION).request())).isPresent();
    assertThat(policy.delegation(by(BOB).request())).isEmpty();
    assertThat(policy.delegation(by(FIREHOSE).request())).isEmpty();
  }

  @Test
  void an_identity_policy_is_about_its_holder() {
    Policy policy = Policies.identity("'Action':'kms:Decrypt'");
    assertThat(policy.evaluate(by(ALICE).request())).isInstanceOf(PolicyEvaluation.AllowedBy.class);
    assertThat(policy.delegation(by(ALICE).request())).isEmpty();
  }

  @Test
  void an_arn_names_its_principal_and_back() {
    for (String arn : new String[] {ALICE_ARN, ROOT_ARN, ROLE_ARN, SESSION_ARN}) {
      assertThat(PrincipalArns.principal(arn)).map(Principal::arn).contains(arn);
    }
    assertThat(PrincipalArns.principal("arn:aws:iam::111122223333:group/staff")).isEmpty();
  }

  private static String federated(String provider) {
    return "'Principal':{'Federated':'" + provider + "'}";
  }

  private static String canonical() {
    return "'Principal':{'CanonicalUser':'" + "79a59df9".repeat(8) + "'}";
  }

  private static String aws(String arns) {
    return "'Principal':{'AWS':['" + arns + "']}";
  }

  private static String not(String arns) {
    return "'NotPrincipal':{'AWS':['" + arns + "']}";
  }

  private static String deny(String statement) {
    return "'Effect':'Deny'," + statement;
  }
}
