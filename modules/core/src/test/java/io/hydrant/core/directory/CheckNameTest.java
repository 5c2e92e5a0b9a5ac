package io.hydrant.core.directory;

import static io.hydrant.core.directory.DirectoryHistory.ACCOUNT;
import static io.hydrant.core.directory.DirectoryHistory.DIRECT;
import static io.hydrant.core.directory.DirectoryHistory.KINESIS;
import static io.hydrant.core.directory.DirectoryHistory.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.destination.DeliveryStreamType;
import io.hydrant.core.directory.DirectoryCommand.DeregisterName;
import io.hydrant.core.directory.DirectoryCommand.RegisterName;
import io.hydrant.core.entity.PendingTask;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.id.StreamName;
import io.hydrant.core.stream.DeliveryStreamDescription;
import io.hydrant.core.stream.DeliveryStreamDescription.EncryptionDescription;
import io.hydrant.core.stream.DeliveryStreamStatus;
import io.hydrant.core.stream.EncryptionStatus;
import io.hydrant.core.stream.StreamErrors;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The check that a listed name has a stream. */
class CheckNameTest {
  private static final StreamArn ARN = new StreamArn("us-east-1", ACCOUNT, new StreamName(ORDERS));

  private final DirectoryHistory history = new DirectoryHistory();

  private List<CheckName> due() {
    return CheckName.pendingTasks(history.directory()).stream()
        .filter(each -> !history.now().isBefore(each.due()))
        .map(PendingTask::task)
        .toList();
  }

  private static Reply<DeliveryStreamDescription> stream(
      DeliveryStreamStatus status, DeliveryStreamType type, int generation) {
    return Reply.success(
        new DeliveryStreamDescription(
            ARN,
            status,
            Optional.empty(),
            new EncryptionDescription(
                Optional.empty(), Optional.empty(), EncryptionStatus.DISABLED, Optional.empty()),
            type,
            generation,
            "1",
            Instant.EPOCH,
            Optional.empty(),
            Optional.empty(),
            List.of()));
  }

  private static Reply<DeliveryStreamDescription> none() {
    return Reply.failure(StreamErrors.notFound(ARN));
  }

  private void check(Reply<DeliveryStreamDescription> answer) {
    history.pass(CheckName.CREATION_GRACE);
    due().forEach(task -> NameCheckCompleted.of(task, answer).ifPresent(history::handle));
  }

  @Test
  void of_two_creations_at_once_the_newer_type_is_listed_until_the_stream_is_asked() {
    history.register(KINESIS, 1);
    history.register(DIRECT, 1);
    history.assertEntry(DIRECT, 1);
    check(stream(DeliveryStreamStatus.ACTIVE, KINESIS, 1));
    history.assertEntry(KINESIS, 1);
    history.register(DIRECT, 1);
    history.assertEntry(KINESIS, 1);
  }

  @Test
  void a_name_without_a_stream_is_removed_after_the_time_for_a_creation() {
    history.register(DIRECT, 1);
    history.pass(CheckName.CREATION_GRACE.minusMillis(1));
    assertThat(due()).isEmpty();
    assertThat(history.listed()).containsExactly(ORDERS);
    history.pass(Duration.ofMillis(1));
    check(none());
    assertThat(history.listed()).isEmpty();
  }

  @Test
  void a_name_whose_stream_is_found_is_not_checked_again() {
    history.register(DIRECT, 1);
    check(stream(DeliveryStreamStatus.ACTIVE, DIRECT, 1));
    assertThat(CheckName.pendingTasks(history.directory())).isEmpty();
    history.assertEntry(DIRECT, 1);
    history.handle(new DeregisterName(ORDERS, 1));
    assertThat(history.listed()).isEmpty();
  }

  @Test
  void a_stream_that_is_found_with_a_later_number_is_listed_with_it() {
    history.register(DIRECT, 1);
    check(stream(DeliveryStreamStatus.DELETING_FAILED, KINESIS, 4));
    history.assertEntry(KINESIS, 4);
    assertThat(CheckName.pendingTasks(history.directory())).isEmpty();
  }

  @Test
  void an_answer_that_settles_nothing_is_asked_for_again() {
    history.register(DIRECT, 2);
    for (Reply<DeliveryStreamDescription> answer :
        List.<Reply<DeliveryStreamDescription>>of(
            stream(DeliveryStreamStatus.DELETING, DIRECT, 2),
            stream(DeliveryStreamStatus.ACTIVE, DIRECT, 1),
            Reply.failure(new ServiceError("ServiceUnavailableException", "")))) {
      check(answer);
      assertThat(due()).hasSize(1);
      history.assertEntry(DIRECT, 2);
    }
  }

  @Test
  void an_answer_about_a_name_that_was_registered_again_since_stores_nothing() {
    history.register(DIRECT, 1);
    history.pass(CheckName.CREATION_GRACE);
    CheckName asked = due().get(0);
    history.handle(new DeregisterName(ORDERS, 1));
    history.register(DIRECT, 1);
    StreamDirectory before = history.directory();
    NameCheckCompleted.of(asked, none()).ifPresent(history::handle);
    NameCheckCompleted.of(asked, stream(DeliveryStreamStatus.ACTIVE, DIRECT, 1))
        .ifPresent(history::handle);
    assertThat(history.directory()).isEqualTo(before);
  }

  @Test
  void a_check_that_began_before_the_stream_was_created_does_not_remove_its_name() {
    history.register(DIRECT, 1);
    history.pass(CheckName.CREATION_GRACE);
    CheckName asked = due().get(0);
    history.pass(Duration.ofMillis(1));
    history.handle(RegisterName.ofExisting(ORDERS, DIRECT, ACCOUNT, 1));
    NameCheckCompleted.of(asked, none()).ifPresent(history::handle);
    assertThat(history.listed()).containsExactly(ORDERS);
    assertThat(due()).as("the name is checked again later").isEmpty();
    check(none());
    assertThat(history.listed()).as("a late message listed a stream that is gone").isEmpty();
  }

  @Test
  void a_stream_that_registers_a_checked_name_again_stores_nothing() {
    history.register(DIRECT, 1);
    check(stream(DeliveryStreamStatus.ACTIVE, DIRECT, 1));
    assertThat(
            RegisterName.ofExisting(ORDERS, DIRECT, ACCOUNT, 1)
                .decide(history.directory(), history.now())
                .events())
        .isEmpty();
  }

  @Test
  void a_repeated_creation_does_not_postpone_the_check() {
    history.register(DIRECT, 1);
    history.pass(CheckName.CREATION_GRACE);
    history.register(DIRECT, 1);
    assertThat(due()).hasSize(1);
  }

  @Test
  void a_check_that_finds_the_stream_confirms_the_name() {
    history.register(DIRECT, 1);
    history.pass(CheckName.CREATION_GRACE);
    NameCheckCompleted found =
        NameCheckCompleted.of(due().get(0), stream(DeliveryStreamStatus.ACTIVE, DIRECT, 1))
            .orElseThrow();
    assertThat(found.decide(history.directory(), history.now()).events())
        .containsExactly(new DirectoryEvent.NameConfirmed(history.now(), ORDERS));
  }

  @Test
  void the_names_of_a_long_journal_are_checked_a_few_at_a_time() {
    for (int i = 0; i < 1000; i++) {
      history.handle(RegisterName.ofExisting("stream-" + i, DIRECT, ACCOUNT, 1));
    }
    history.pass(Duration.ofDays(1));
    assertThat(due()).hasSizeLessThan(100).extracting(CheckName::name).contains("stream-0");
    int rounds = 0;
    while (!due().isEmpty()) {
      due().forEach(task -> NameCheckCompleted.of(task, none()).ifPresent(history::handle));
      rounds++;
    }
    assertThat(rounds).isGreaterThan(10);
    assertThat(history.listed()).isEmpty();
  }
}
