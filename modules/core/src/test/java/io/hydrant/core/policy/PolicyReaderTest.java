package io.hydrant.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.ServiceError;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyReaderTest {
  static Stream<Arguments> malformedStatements() {
    return Stream.of(
        Arguments.of("'Foo':'x'", "the element \"Foo\" is not known"),
        Arguments.of("'Effect':'allow'", "the Effect must be Allow or Deny"),
        Arguments.of("'Sid':7", "\"Sid\" must be a string"),
        Arguments.of("'Action':'Decrypt'", "the action \"Decrypt\" is not valid"),
        Arguments.of("'Action':[]", "\"Action\" has no value"),
        Arguments.of("'NotResource':[7]", "\"NotResource\" must be a string"),
        Arguments.of("'Action':[7]", "\"Action\" must be a string"),
        Arguments.of(
            "'Action':'kms:*','NotAction':'kms:*'",
            "\"Action\" and \"NotAction\" exclude each other"),
        Arguments.of("'Resource':'key/1'", "\"key/1\" is not an ARN"),
        Arguments.of("'Principal':'111122223333'", "\"Principal\" must be \"*\" or an object"),
        Arguments.of("'Principal':{}", "\"Principal\" has no value"),
        Arguments.of(
            "'Principal':'*','NotPrincipal':'*'",
            "\"Principal\" and \"NotPrincipal\" exclude each other"),
        Arguments.of("'NotPrincipal':'*'", "NotPrincipal is not supported with the Effect Allow"),
        Arguments.of("'Condition':'x'", "\"Condition\" must be an object"),
        Arguments.of("'Condition':{'Bool':'x'}", "\"Bool\" must be an object"),
        Arguments.of(
            condition("StringIs", "kms:KeySpec", "x"),
            "the condition operator \"StringIs\" is not known"),
        Arguments.of(
            condition("NullIfExists", "kms:KeySpec", "true"),
            "the condition operator \"NullIfExists\" is not known"),
        Arguments.of(
            condition("StringEquals", "aws:PrincipalTag/", "x"),
            "the condition key \"aws:PrincipalTag/\" is not supported"),
        Arguments.of(
            condition("StringEquals", "aws:PrincipalOrgId2", "x"),
            "the condition key \"aws:PrincipalOrgId2\" is not supported"),
        Arguments.of(
            condition("StringEquals", "kms:ViaServcie", "x"),
            "the condition key \"kms:ViaServcie\" is not supported"),
        Arguments.of(
            condition("StringEquals", "PrincipalOrgID", "x"),
            "the condition key \"PrincipalOrgID\" is not supported"),
        Arguments.of(
            condition("StringEquals", "kms:EncryptionContext:", "x"),
            "the condition key \"kms:EncryptionContext:\" is not supported"),
        Arguments.of(
            condition("Bool", "aws:SecureTransport", "yes"),
            "the condition value \"yes\" is not true or false"),
        Arguments.of(
            condition("NumericEquals", "aws:EpochTime", "1e3"),
            "the condition value \"1e3\" is not a number"),
        Arguments.of(
            condition("DateEquals", "aws:CurrentTime", "2026-13-01"),
            "the condition value \"2026-13-01\" is not a date"),
        Arguments.of(
            condition("IpAddress", "aws:SourceIp", "10.0.0.0/33"),
            "the condition value \"10.0.0.0/33\" is not an IP address or a CIDR range"),
        Arguments.of(
            condition("IpAddress", "aws:SourceIp", "1::2::3"),
            "the condition value \"1::2::3\" is not an IP address or a CIDR range"),
        Arguments.of(
            condition("ArnLike", "aws:SourceArn", "arn:aws:s3"), "\"arn:aws:s3\" is not an ARN"),
        Arguments.of(
            condition("StringEquals", "aws:userid", "${aws:Weather}"),
            "the policy variable \"${aws:Weather}\" is not supported"),
        Arguments.of(
            condition("StringEquals", "aws:userid", "${username}"),
            "the policy variable \"${username}\" is not supported"),
        Arguments.of(
            condition("StringEquals", "aws:userid", "${aws:PrincipalArn"),
            "a policy variable is not closed in \"${aws:PrincipalArn\""));
  }

  @ParameterizedTest
  @MethodSource("malformedStatements")
  void what_is_wrong_is_named(String statement, String message) {
    assertThat(refused(Policies.document(PolicyKind.KEY, "", statement), PolicyKind.KEY))
        .isEqualTo(new ServiceError("MalformedPolicyDocumentException", "statement 2: " + message));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'AWS':'arn:aws:iam::111122223333:user/*'",
        "'AWS':'arn:aws:iam::111122223333:group/staff'",
        "'AWS':'Alice'",
        "'AWS':'11112222333'",
        "'AWS':['*','me']",
        "'Service':'me'",
        "'Service':'*'",
        "'Federated':'x'",
        "'Federated':'arn:aws:iam::111122223333:role/Admin'",
        "'CanonicalUser':'79a59df900b949e55d96a1e698fb'",
        "'Robot':'x'"
      })
  void a_principal_that_cannot_be_is_refused_in_the_words_of_aws(String principal) {
    Structure document = Policies.document(PolicyKind.KEY, "", "'Principal':{" + principal + "}");
    assertThat(refused(document, PolicyKind.KEY))
        .isEqualTo(
            new ServiceError(
                "MalformedPolicyDocumentException",
                "Policy contains a statement with one or more invalid principals."));
  }

  @Test
  void an_identity_policy_cannot_ask_for_the_tags_of_streams_which_are_not_at_hand() {
    String tag = condition("StringEquals", "aws:ResourceTag/team", "x");
    String expected =
        "the condition key \"aws:ResourceTag/team\" is not supported for actions of" + " Firehose";
    assertThat(identity("'Action':'firehose:Put*'," + tag)).isEqualTo("statement 1: " + expected);
    assertThat(identity("'Action':'*'," + tag)).isEqualTo("statement 1: " + expected);
    assertThat(identity("'NotAction':'s3:*'," + tag)).isEqualTo("statement 1: " + expected);
    assertThat(Policies.identity("'Action':['kms:*','s3:*']," + tag).statements()).hasSize(1);
    assertThat(Policies.key("'Action':'*'," + tag).statements()).hasSize(1);
  }

  static Stream<Arguments> malformedDocuments() {
    return Stream.of(
        Arguments.of("", "the element \"Statement\" is missing"),
        Arguments.of("'Statement':[]", "the element \"Statement\" is missing"),
        Arguments.of("'Statement':'x'", "statement 1: \"Statement\" must be an object"),
        Arguments.of("'Rules':[]", "the element \"Rules\" is not known"),
        Arguments.of("'Id':7", "\"Id\" must be a string"),
        Arguments.of("'Version':'2020-01-01'", "the Version must be 2012-10-17 or 2008-10-17"),
        Arguments.of("'Statement':{}", "statement 1: the element \"Effect\" is missing"),
        Arguments.of(
            "'Statement':{'Effect':'Allow'}", "statement 1: the element \"Principal\" is missing"));
  }

  @ParameterizedTest
  @MethodSource("malformedDocuments")
  void a_document_must_be_a_policy(String members, String message) {
    assertThat(refused(Json.members(members), PolicyKind.KEY).message()).isEqualTo(message);
  }

  @Test
  void an_identity_policy_says_what_may_be_done_and_not_by_whom() {
    assertThat(identity("'Principal':'*'"))
        .isEqualTo("statement 1: an identity-based policy must not name a principal");
    assertThat(identity("'Sid':'two words'"))
        .isEqualTo("statement 1: the Sid \"two words\" must consist of letters and digits");
    assertThat(identity("'Sid':'a'", "'Sid':'a'")).isEqualTo("the Sid \"a\" occurs twice");
    assertThat(
            refused(Json.members("'Statement':{'Effect':'Allow'}"), PolicyKind.IDENTITY).message())
        .isEqualTo("statement 1: the element \"Action\" is missing");
  }

  @Test
  void a_key_policys_statement_without_action_or_resource_has_no_effect() {
    Structure noResource =
        Json.members("'Statement':{'Effect':'Allow','Principal':'*','Action':'kms:*'}");
    Structure noAction =
        Json.members("'Statement':{'Effect':'Allow','Principal':'*','Resource':'*'}");
    for (Structure document : new Structure[] {noResource, noAction}) {
      Policy policy = Policies.output(PolicyReader.read(document, PolicyKind.KEY));
      assertThat(policy.evaluate(Ask.by(Ask.ALICE).request()))
          .isEqualTo(new PolicyEvaluation.Implicit());
    }
  }

  @Test
  void the_older_language_has_no_variables() {
    String statement =
        "'Statement':{'Effect':'Allow','Principal':'*','Action':'kms:*','Resource':'*',"
            + condition("StringEquals", "kms:ViaService", "${*}")
            + "}";
    Policy policy = Policies.output(PolicyReader.read(Json.members(statement), PolicyKind.KEY));
    assertThat(policy.evaluate(Ask.with("kms:ViaService", "${*}").request()))
        .isInstanceOf(PolicyEvaluation.AllowedBy.class);
  }

  @Test
  void a_key_policys_sid_may_be_words() {
    assertThat(Policies.key("'Sid':'Enable IAM User Permissions'").statements().get(0).sid())
        .isEqualTo(Optional.of("Enable IAM User Permissions"));
  }

  private static String identity(String... statements) {
    Structure document = Policies.document(PolicyKind.IDENTITY, statements);
    return refused(document, PolicyKind.IDENTITY).message();
  }

  private static ServiceError refused(Structure document, PolicyKind kind) {
    return Policies.refusal(PolicyReader.read(document, kind));
  }

  private static String condition(String operator, String key, String value) {
    return "'Condition':{'" + operator + "':{'" + key + "':'" + value + "'}}";
  }
}
