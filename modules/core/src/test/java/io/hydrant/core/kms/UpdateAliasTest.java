package io.hydrant.core.kms;

import static io.hydrant.core.kms.KeyHistory.ARN;
import static io.hydrant.core.kms.KeyHistory.START;
import static io.hydrant.core.kms.KeyHistory.code;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.entity.Fold;
import io.hydrant.core.entity.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UpdateAliasTest {
  private static final KeyMetadata FIRST = KeyHistory.created().state.present().metadata();
  private static final KeyMetadata SECOND = metadata("second", KeySpec.SYMMETRIC_DEFAULT);
  private static final AliasArn ALIAS = alias("alias/a");

  private KeyDirectory directory = KeyDirectory.EMPTY;
  private Instant now = START;

  UpdateAliasTest() {
    ask(new RegisterKey(ARN));
    ask(new RegisterKey(SECOND.arn()));
    ask(new CreateAlias(ALIAS, FIRST));
  }

  private static AliasArn alias(String name) {
    return new AliasArn("us-east-1", "000000000000", name);
  }

  private static KeyMetadata metadata(String id, KeySpec spec) {
    return new KeyMetadata(
        new KeyArn("us-east-1", "000000000000", id),
        START,
        "",
        spec,
        KeyUsage.ENCRYPT_DECRYPT,
        KeyOrigin.AWS_KMS,
        KeyManager.CUSTOMER,
        KeyState.ENABLED,
        Optional.empty(),
        Optional.empty());
  }

  private <O> Reply<O> ask(KeyDirectoryCommand<O> command) {
    var decision = command.decide(directory, now);
    directory = Fold.fold(directory, decision.events());
    return decision.reply();
  }

  private String updated(String name, KeyMetadata target) {
    return code(ask(new UpdateAlias(alias(name), FIRST, target)));
  }

  @Test
  void an_alias_leads_to_its_new_key_and_remembers_its_creation() {
    now = START.plusSeconds(1);
    assertThat(updated("alias/a", SECOND)).isEqualTo("success");
    assertThat(directory.alias("alias/a", now))
        .contains(new KeyDirectory.Alias(ALIAS, "second", START, now));
  }

  @Test
  void reserved_and_unknown_aliases_are_not_updated() {
    assertThat(updated("alias/aws/a", SECOND)).isEqualTo("NotAuthorizedException");
    assertThat(updated("alias/b", SECOND)).isEqualTo("NotFoundException");
  }

  @Test
  void the_new_key_exists_and_is_not_pending_deletion() {
    assertThat(updated("alias/a", metadata("third", KeySpec.SYMMETRIC_DEFAULT)))
        .isEqualTo("NotFoundException");
    assertThat(updated("alias/a", SECOND.pendingDeletion(START.plus(Duration.ofDays(7)))))
        .isEqualTo("KMSInvalidStateException");
  }

  @Test
  void the_new_key_has_the_spec_and_the_usage_of_the_old_one() {
    assertThat(updated("alias/a", metadata("second", KeySpec.RSA_2048)))
        .isEqualTo("ValidationException");
    KeyMetadata encrypting = metadata("first", KeySpec.RSA_2048);
    KeyMetadata signing =
        KeyHistory.created(KeyHistory.input(KeySpec.RSA_2048, KeyUsage.SIGN_VERIFY))
            .state
            .present()
            .metadata();
    assertThat(code(ask(new UpdateAlias(ALIAS, encrypting, signing))))
        .isEqualTo("ValidationException");
  }

  @Test
  void an_alias_is_created_for_a_key_that_exists_and_is_not_pending_deletion() {
    assertThat(
            code(
                ask(
                    new CreateAlias(
                        alias("alias/b"), metadata("third", KeySpec.SYMMETRIC_DEFAULT)))))
        .isEqualTo("NotFoundException");
    assertThat(
            code(
                ask(
                    new CreateAlias(
                        alias("alias/b"), FIRST.pendingDeletion(START.plus(Duration.ofDays(7)))))))
        .isEqualTo("KMSInvalidStateException");
  }

  @Test
  void names_without_the_prefix_and_reserved_ones_are_not_deleted() {
    assertThat(code(ask(new DeleteAlias(alias("a"))))).isEqualTo("ValidationException");
    assertThat(code(ask(new DeleteAlias(alias("alias/aws/a")))))
        .isEqualTo("NotAuthorizedException");
  }

  @Test
  void the_aliases_of_a_key_are_listed_and_those_of_deleted_keys_are_not() {
    ask(new CreateAlias(alias("alias/b"), SECOND));
    assertThat(listed(Optional.empty())).isEqualTo("[alias/a, alias/b]");
    assertThat(listed(Optional.of(ARN))).isEqualTo("[alias/a]");
    ask(new RecordDeletionDate(SECOND.arn(), Optional.of(now.plusSeconds(1)), 1));
    now = now.plusSeconds(1);
    assertThat(listed(Optional.empty())).isEqualTo("[alias/a]");
  }

  private String listed(Optional<KeyArn> key) {
    return ask(new ListAliases(key, Optional.empty(), Optional.empty()))
        .fold(
            page -> page.items().stream().map(each -> each.arn().name()).toList().toString(),
            error -> error.code());
  }
}
