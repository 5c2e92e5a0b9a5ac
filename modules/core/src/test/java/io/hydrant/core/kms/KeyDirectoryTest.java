package io.hydrant.core.kms;

import static io.hydrant.core.kms.KeyHistory.ARN;
import static io.hydrant.core.kms.KeyHistory.START;
import static io.hydrant.core.kms.KeyHistory.code;
import static io.hydrant.core.kms.KeyHistory.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.entity.Fold;
import io.hydrant.core.entity.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyDirectoryTest {
  private static final AliasArn ALIAS = new AliasArn("us-east-1", "000000000000", "alias/a");
  private KeyDirectory directory = KeyDirectory.EMPTY;
  private Instant now = START;

  @Test
  void an_alias_leads_to_its_key_until_it_is_deleted() {
    ask(new RegisterKey(ARN));
    assertThat(code(ask(create("alias/a")))).isEqualTo("success");
    assertThat(ask(new ResolveAlias(ALIAS)).<Object>fold(arn -> arn, r -> r)).isEqualTo(ARN);
    assertThat(message(ask(create("alias/a"))))
        .isEqualTo("An alias with the name " + ALIAS + " already exists");
    assertThat(code(ask(new DeleteAlias(ALIAS)))).isEqualTo("success");
    assertThat(message(ask(new DeleteAlias(ALIAS)))).isEqualTo("Alias " + ALIAS + " is not found.");
  }

  @Test
  void alias_names_have_a_prefix_and_some_are_reserved() {
    ask(new RegisterKey(ARN));
    assertThat(code(ask(create("a")))).isEqualTo("ValidationException");
    assertThat(code(ask(create("alias/aws/a")))).isEqualTo("NotAuthorizedException");
  }

  @Test
  void keys_and_aliases_are_listed_in_pages() {
    for (int i = 1; i <= 3; i++) {
      ask(new RegisterKey(new KeyArn("us-east-1", "000000000000", "k" + i)));
    }
    Page<KeyDirectory.Entry> first = page(Optional.empty());
    assertThat(first.items()).extracting(entry -> entry.arn().keyId()).containsExactly("k1", "k2");
    Page<KeyDirectory.Entry> rest = page(first.nextMarker());
    assertThat(rest.items()).extracting(entry -> entry.arn().keyId()).containsExactly("k3");
    assertThat(rest.nextMarker()).isEmpty();
    assertThat(code(ask(new ListKeys(Optional.of(1001), Optional.empty()))))
        .isEqualTo("ValidationException");
    assertThat(code(ask(new ListAliases(Optional.of(ARN), Optional.empty(), Optional.empty()))))
        .isEqualTo("NotFoundException");
  }

  @Test
  void a_deleted_key_leaves_with_its_aliases() {
    ask(new RegisterKey(ARN));
    ask(create("alias/a"));
    ask(new RecordDeletionDate(ARN, Optional.of(now.plus(Duration.ofDays(7))), 1));
    assertThat(code(ask(new ResolveAlias(ALIAS)))).isEqualTo("success");
    now = now.plus(Duration.ofDays(7));
    assertThat(code(ask(new ResolveAlias(ALIAS)))).isEqualTo("NotFoundException");
    assertThat(page(Optional.empty()).items()).isEmpty();
  }

  @Test
  void a_notification_that_comes_late_changes_nothing() {
    Optional<Instant> date = Optional.of(now.plus(Duration.ofDays(7)));
    ask(new RegisterKey(ARN));
    ask(new RecordDeletionDate(ARN, Optional.empty(), 2));
    ask(new RecordDeletionDate(ARN, date, 1));
    ask(new RegisterKey(ARN));
    assertThat(directory.keys().get(ARN.keyId()))
        .isEqualTo(new KeyDirectory.Entry(ARN, Optional.empty(), 2));
    ask(new RecordDeletionDate(ARN, date, 3));
    assertThat(directory.keys().get(ARN.keyId()).deletionDate()).isEqualTo(date);
  }

  @Test
  void the_directory_is_notified_of_the_last_decision_each_time_a_key_is_loaded() {
    KeyHistory key = KeyHistory.created();
    assertThat(KeyTask.onceInMemory(key.state))
        .containsExactly(new KeyTask.NotifyDirectory(ARN, Optional.empty(), 0));
    key.ask(new ScheduleKeyDeletion(KeyHistory.OWNER, ARN, Optional.of(7)));
    key.ask(new CancelKeyDeletion(KeyHistory.OWNER, ARN));
    assertThat(KeyTask.onceInMemory(key.state))
        .containsExactly(new KeyTask.NotifyDirectory(ARN, Optional.empty(), 2));
    assertThat(KeyTask.onceInMemory(new Key.Absent())).isEmpty();
  }

  @Test
  void a_notification_registers_a_new_key_and_records_a_changed_deletion() {
    Optional<Instant> date = Optional.of(now);
    assertThat(new KeyTask.NotifyDirectory(ARN, Optional.empty(), 0).command())
        .isEqualTo(new RegisterKey(ARN));
    assertThat(new KeyTask.NotifyDirectory(ARN, date, 1).command())
        .isEqualTo(new RecordDeletionDate(ARN, date, 1));
    KeyHistory key = KeyHistory.created();
    assertThat(code(key.ask(new DirectoryNotified()))).isEqualTo("success");
    assertThat(key.events).hasSize(1);
  }

  @Test
  void a_repeated_notification_stores_nothing() {
    RecordDeletionDate date = new RecordDeletionDate(ARN, Optional.of(now), 1);
    ask(date);
    assertThat(date.decide(directory, now).events()).isEmpty();
  }

  @Test
  void the_first_reservation_of_an_alias_wins() {
    KeyArn second = new KeyArn("us-east-1", "000000000000", "second");
    ask(new RegisterKey(ARN));
    ask(new RegisterKey(second));
    ask(new ReserveAlias(ALIAS, ARN));
    assertThat(ask(new ReserveAlias(ALIAS, second)).<Object>fold(arn -> arn, r -> r))
        .isEqualTo(ARN);
  }

  private Page<KeyDirectory.Entry> page(Optional<String> marker) {
    return ask(new ListKeys(Optional.of(2), marker))
        .fold(
            page -> page,
            error -> {
              throw new AssertionError(error);
            });
  }

  private static CreateAlias create(String name) {
    return new CreateAlias(
        new AliasArn("us-east-1", "000000000000", name),
        KeyHistory.created().state.present().metadata());
  }

  private <O> Reply<O> ask(KeyDirectoryCommand<O> command) {
    var decision = command.decide(directory, now);
    directory = Fold.fold(directory, decision.events());
    return decision.reply();
  }
}
