package io.hydrant.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.document.Document.Structure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A bucket of Alice's account, and who may read it by which policies. */
class ResourceAuthorizationTest {
  private static final String ALICE = "'Principal':{'AWS':'arn:aws:iam::111122223333:user/Alice'}";
  private static final String BOB = "'Principal':{'AWS':'arn:aws:iam::444455556666:user/Bob'}";
  private static final String ABROAD = "'Principal':{'AWS':'444455556666'}";
  private static final String S3 = "'Action':'s3:*'";
  private static final String DENY = "'Effect':'Deny'";
  private static final Principal ANONYMOUS = new Principal.Anonymous();

  private static String outcome(
      Principal principal, Optional<String> bucket, Optional<String> identity) {
    ResourceAuthorization policies =
        new ResourceAuthorization(
            Ask.HOME,
            bucket.map(text -> new NamedPolicy("the bucket policy", bucket(text))),
            identity.stream()
                .map(text -> new NamedPolicy("the policy Own", Policies.identity(text)))
                .toList());
    return policies
        .denial(
            new AccessRequest(
                principal, "s3:GetObject", "arn:aws:s3:::b/k", Map.of("s3:prefix", List.of())))
        .map(DenyReason::name)
        .orElse("allowed");
  }

  private static Policy bucket(String statement) {
    return Policies.output(
        PolicyReader.read(Policies.document(PolicyKind.BUCKET, statement), PolicyKind.BUCKET));
  }

  private static Optional<String> of(String... members) {
    return Optional.of(String.join(",", members));
  }

  @Test
  void one_allow_is_enough_within_the_account() {
    assertThat(outcome(Ask.ALICE, Optional.empty(), of(S3))).isEqualTo("allowed");
    assertThat(outcome(Ask.ALICE, of(S3, ALICE), Optional.empty())).isEqualTo("allowed");
    assertThat(outcome(Ask.ALICE, Optional.empty(), Optional.empty()))
        .isEqualTo("NO_IDENTITY_POLICY");
    assertThat(outcome(Ask.ALICE, of(S3, BOB), of("'Action':'s3:PutObject'")))
        .isEqualTo("NO_IDENTITY_POLICY");
  }

  @Test
  void both_must_allow_across_accounts() {
    assertThat(outcome(Ask.BOB, of(S3, BOB), of(S3))).isEqualTo("allowed");
    assertThat(outcome(Ask.BOB, of(S3, ABROAD), of(S3))).isEqualTo("allowed");
    assertThat(outcome(Ask.BOB, of(S3, BOB), Optional.empty())).isEqualTo("NO_IDENTITY_POLICY");
    assertThat(outcome(Ask.BOB, Optional.empty(), of(S3))).isEqualTo("NO_RESOURCE_POLICY");
    assertThat(outcome(Ask.BOB, of(S3, ALICE), of(S3))).isEqualTo("NO_RESOURCE_POLICY");
  }

  @Test
  void a_deny_anywhere_wins() {
    assertThat(outcome(Ask.ALICE, of(S3, ALICE, DENY), of(S3)))
        .isEqualTo("EXPLICIT_IN_RESOURCE_POLICY");
    assertThat(outcome(Ask.ALICE, of(S3, ALICE), of(S3, DENY)))
        .isEqualTo("EXPLICIT_IN_IDENTITY_POLICY");
    assertThat(outcome(Ask.ROOT, of(S3, DENY), Optional.empty()))
        .as("an account's root, too")
        .isEqualTo("EXPLICIT_IN_RESOURCE_POLICY");
  }

  @Test
  void a_root_has_all_permissions_of_its_own_account_only() {
    Principal abroad = new Principal.Root(Ask.ABROAD);
    assertThat(outcome(Ask.ROOT, Optional.empty(), Optional.empty())).isEqualTo("allowed");
    assertThat(outcome(abroad, Optional.empty(), Optional.empty())).isEqualTo("NO_RESOURCE_POLICY");
    assertThat(outcome(abroad, of(S3, ABROAD), Optional.empty())).isEqualTo("allowed");
  }

  @Test
  void only_a_policy_that_names_everyone_allows_an_anonymous_request() {
    assertThat(outcome(ANONYMOUS, of(S3), Optional.empty())).isEqualTo("allowed");
    assertThat(outcome(ANONYMOUS, of(S3, "'Principal':{'AWS':'*'}"), Optional.empty()))
        .isEqualTo("allowed");
    assertThat(outcome(ANONYMOUS, of(S3, ALICE), Optional.empty())).isEqualTo("NO_RESOURCE_POLICY");
    assertThat(outcome(ANONYMOUS, Optional.empty(), Optional.empty()))
        .isEqualTo("NO_RESOURCE_POLICY");
    assertThat(outcome(ANONYMOUS, of(S3, DENY), Optional.empty()))
        .isEqualTo("EXPLICIT_IN_RESOURCE_POLICY");
    assertThat(
            outcome(
                ANONYMOUS, of(S3, DENY, "'NotPrincipal':{'AWS':'111122223333'}"), Optional.empty()))
        .isEqualTo("EXPLICIT_IN_RESOURCE_POLICY");
  }

  @Test
  void conditions_know_an_anonymous_request() {
    String anonymous = "'Condition':{'StringEquals':{'aws:PrincipalType':'Anonymous'}}";
    assertThat(outcome(ANONYMOUS, of(S3, anonymous), Optional.empty())).isEqualTo("allowed");
    assertThat(outcome(Ask.BOB, of(S3, anonymous), of(S3))).isEqualTo("NO_RESOURCE_POLICY");
    assertThat(
            outcome(
                ANONYMOUS,
                of(S3, "'Condition':{'StringLike':{'aws:PrincipalArn':'*'}}"),
                Optional.empty()))
        .as("it has no ARN")
        .isEqualTo("NO_RESOURCE_POLICY");
  }

  @Test
  void the_policy_of_a_bucket_needs_its_elements_and_may_name_its_statements_freely() {
    for (String element : List.of("Principal", "Action", "Resource")) {
      assertThat(Policies.refusal(PolicyReader.read(without(element), PolicyKind.BUCKET)).message())
          .isEqualTo("statement 1: the element \"" + element + "\" is missing");
    }
    assertThat(bucket("'Sid':'Allow get requests, please'").statements()).hasSize(1);
  }

  private static Structure without(String element) {
    String statement =
        List.of("'Principal':'*'", "'Action':'s3:*'", "'Resource':'*'", "'Effect':'Allow'").stream()
            .filter(member -> !member.startsWith("'" + element + "'"))
            .reduce((first, second) -> first + "," + second)
            .orElseThrow();
    return Json.members("'Statement':{" + statement + "}");
  }
}
