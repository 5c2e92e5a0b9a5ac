package io.hydrant.core.kms;

import static io.hydrant.core.kms.KeyHistory.ARN;
import static io.hydrant.core.kms.KeyHistory.MATERIAL;
import static io.hydrant.core.kms.KeyHistory.OWNER;
import static io.hydrant.core.kms.KeyHistory.START;
import static io.hydrant.core.kms.KeyHistory.code;
import static io.hydrant.core.kms.KeyHistory.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.document.Document;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.document.Document.Text;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.policy.NamedPolicy;
import io.hydrant.core.policy.PolicyKind;
import io.hydrant.core.policy.PolicyReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The lockout check of CreateKey and PutKeyPolicy, and policies that ask for tags and aliases. */
class KeyPolicyRulesTest {
  private static final String ROOT = "arn:aws:iam::000000000000:root";
  private static final String ADMIN = "arn:aws:iam::000000000000:role/Admin";
  private static final String LOCKED_OUT =
      "The new key policy will not allow you to update the key policy in the future.";
  private static final Caller USER =
      new Caller("000000000000", "us-east-1", "arn:aws:iam::000000000000:user/u", Optional.empty());

  private static Structure statement(String principal, String action) {
    return Structure.empty()
        .with("Effect", new Text("Allow"))
        .with("Principal", Structure.empty().with("AWS", new Text(principal)))
        .with("Action", new Text(action))
        .with("Resource", new Text("*"));
  }

  private static KeyPolicy policy(Structure... statements) {
    Structure document =
        Structure.empty().with("Statement", new Document.Sequence(List.of(statements)));
    return KeyPolicy.of("text", document)
        .fold(
            read -> read,
            error -> {
              throw new AssertionError(error);
            });
  }

  private static Structure condition(Structure statement, String operator, String key, String to) {
    return statement.with(
        "Condition", Structure.empty().with(operator, Structure.empty().with(key, new Text(to))));
  }

  private static Reply<KeyMetadata> create(Caller caller, KeyPolicy policy, boolean bypass) {
    CreateKey.Input input =
        KeyHistory.input(Optional.of(policy), KeyOrigin.AWS_KMS, bypass, List.of());
    CreateKey command = new CreateKey(caller, ARN, input, KeyManager.CUSTOMER, MATERIAL);
    NamedPolicy everything = identity("kms:*");
    return new AuthorizedKeyCommand<>(command, List.of(everything))
        .decide(new Key.Absent(), START)
        .reply();
  }

  private static NamedPolicy identity(String action) {
    return identity(
        Structure.empty()
            .with("Effect", new Text("Allow"))
            .with("Action", new Text(action))
            .with("Resource", new Text("*")));
  }

  private static NamedPolicy identity(Structure statement) {
    return PolicyReader.read(Structure.empty().with("Statement", statement), PolicyKind.IDENTITY)
        .fold(
            read -> new NamedPolicy("the policy Test", read),
            error -> {
              throw new AssertionError(error);
            });
  }

  @Test
  void a_key_is_not_made_with_a_policy_that_locks_its_maker_out() {
    assertThat(message(create(USER, policy(statement(ADMIN, "kms:*")), false)))
        .isEqualTo(LOCKED_OUT);
    assertThat(message(create(OWNER, policy(statement(ADMIN, "kms:Decrypt")), false)))
        .isEqualTo(LOCKED_OUT);
    assertThat(code(create(USER, policy(statement(ROOT, "kms:*")), false))).isEqualTo("success");
  }

  @Test
  void it_is_made_where_the_check_is_bypassed() {
    assertThat(code(create(USER, policy(statement(ADMIN, "kms:*")), true))).isEqualTo("success");
  }

  @Test
  void only_the_default_policy_is_put_and_not_on_a_key_pending_deletion() {
    KeyHistory key = KeyHistory.created();
    KeyPolicy policy = policy(statement(ROOT, "kms:*"));
    assertThat(code(key.ask(new PutKeyPolicy(OWNER, ARN, "other", policy, false))))
        .isEqualTo("NotFoundException");
    key.ask(new ScheduleKeyDeletion(OWNER, ARN, Optional.empty()));
    assertThat(code(key.ask(new PutKeyPolicy(OWNER, ARN, "default", policy, false))))
        .isEqualTo("KMSInvalidStateException");
  }

  @Test
  void a_root_represents_the_principals_of_its_account_that_the_policy_names() {
    KeyPolicy toAdmin = policy(statement(ADMIN, "kms:*"));
    KeyPolicy abroad = policy(statement("arn:aws:iam::111111111111:role/Admin", "kms:*"));
    assertThat(code(create(OWNER, toAdmin, false))).isEqualTo("success");
    assertThat(message(create(OWNER, abroad, false))).isEqualTo(LOCKED_OUT);
    KeyHistory key = KeyHistory.created();
    assertThat(message(key.ask(new PutKeyPolicy(OWNER, ARN, "default", abroad, false))))
        .isEqualTo(LOCKED_OUT);
    assertThat(code(key.ask(new PutKeyPolicy(OWNER, ARN, "default", toAdmin, false))))
        .isEqualTo("success");
  }

  @Test
  void an_identity_policy_can_ask_what_a_new_key_shall_be() {
    NamedPolicy hmacOnly =
        identity(
            condition(
                Structure.empty()
                    .with("Effect", new Text("Allow"))
                    .with("Action", new Text("kms:CreateKey"))
                    .with("Resource", new Text("*")),
                "StringEquals",
                "kms:KeySpec",
                "HMAC_256"));
    assertThat(code(create(hmacOnly, KeySpec.HMAC_256, KeyUsage.GENERATE_VERIFY_MAC)))
        .isEqualTo("success");
    assertThat(code(create(hmacOnly, KeySpec.RSA_2048, KeyUsage.SIGN_VERIFY)))
        .isEqualTo("AccessDeniedException");
  }

  private static Reply<KeyMetadata> create(NamedPolicy identity, KeySpec spec, KeyUsage usage) {
    CreateKey command =
        new CreateKey(USER, ARN, KeyHistory.input(spec, usage), KeyManager.CUSTOMER, MATERIAL);
    return new AuthorizedKeyCommand<>(command, List.of(identity))
        .decide(new Key.Absent(), START)
        .reply();
  }

  @Test
  void a_key_policy_can_ask_for_the_tags_of_the_key() {
    KeyHistory key = KeyHistory.created();
    Structure blue =
        condition(
            statement(USER.principalArn(), "kms:DescribeKey"),
            "StringEquals",
            "aws:ResourceTag/team",
            "blue");
    key.ask(new PutKeyPolicy(OWNER, ARN, "default", policy(statement(ROOT, "kms:*"), blue), false));
    assertThat(code(describe(key))).isEqualTo("AccessDeniedException");
    key.ask(new TagResource(OWNER, ARN, List.of(new Tag("team", "blue"))));
    assertThat(code(describe(key))).isEqualTo("success");
    key.ask(new TagResource(OWNER, ARN, List.of(new Tag("team", "red"))));
    assertThat(code(describe(key))).isEqualTo("AccessDeniedException");
  }

  private static Reply<KeyMetadata> describe(KeyHistory key) {
    return key.ask(
        new AuthorizedKeyCommand<>(new DescribeKey(USER, ARN), List.of(identity("s3:*"))));
  }

  @Test
  void aliases_are_asked_for_only_where_a_policy_depends_on_them() {
    KeyHistory key = KeyHistory.created();
    assertThat(code(describe(key))).isEqualTo("AccessDeniedException");
    NamedPolicy byAlias =
        identity(
            condition(
                Structure.empty()
                    .with("Effect", new Text("Allow"))
                    .with("Action", new Text("kms:DescribeKey"))
                    .with("Resource", new Text("*")),
                "ForAnyValue:StringEquals",
                "kms:ResourceAliases",
                "alias/a"));
    KeyCallContext unknown = KeyCallContext.of(List.of(byAlias));
    DescribeKey describe = new DescribeKey(USER, ARN);
    assertThat(
            key.ask(new AuthorizedKeyCommand<>(describe, unknown))
                .<Boolean>fold(o -> false, AuthorizedKeyCommand::wantsAliases))
        .isTrue();
    assertThat(AuthorizedKeyCommand.wantsAliases(KmsErrors.dryRun())).isFalse();
    assertThat(
            code(
                key.ask(
                    new AuthorizedKeyCommand<>(
                        describe, unknown.withResourceAliases(List.of("alias/a"))))))
        .isEqualTo("success");
    assertThat(
            code(
                key.ask(
                    new AuthorizedKeyCommand<>(describe, unknown.withResourceAliases(List.of())))))
        .isEqualTo("AccessDeniedException");
  }

  @Test
  void the_directory_names_the_aliases_of_a_key() {
    KeyDirectory directory = KeyDirectory.EMPTY;
    for (String name : List.of("alias/a", "alias/b")) {
      AliasArn alias = new AliasArn("us-east-1", "000000000000", name);
      directory = new KeyDirectoryEvent.AliasCreated(START, alias, ARN.keyId()).evolve(directory);
    }
    AliasArn other = new AliasArn("us-east-1", "000000000000", "alias/c");
    directory = new KeyDirectoryEvent.AliasCreated(START, other, "another").evolve(directory);
    assertThat(new AliasesOfKey(ARN.keyId()).decide(directory, START).reply())
        .isEqualTo(Reply.success(List.of("alias/a", "alias/b")));
  }

  @Test
  void aliases_are_asked_for_where_the_policy_of_the_key_depends_on_them() {
    KeyHistory key = KeyHistory.created();
    Structure byAlias =
        condition(
            statement(USER.principalArn(), "kms:DescribeKey"),
            "ForAnyValue:StringEquals",
            "kms:ResourceAliases",
            "alias/a");
    key.ask(
        new PutKeyPolicy(OWNER, ARN, "default", policy(statement(ROOT, "kms:*"), byAlias), true));
    assertThat(describe(key).<Boolean>fold(o -> false, AuthorizedKeyCommand::wantsAliases))
        .isTrue();
  }
}
