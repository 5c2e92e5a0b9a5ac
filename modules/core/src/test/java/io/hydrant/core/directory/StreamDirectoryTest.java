package io.hydrant.core.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hydrant.core.destination.DeliveryStreamType;
import io.hydrant.core.directory.DirectoryCommand.DeregisterName;
import io.hydrant.core.directory.DirectoryCommand.RegisterName;
import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.Fold;
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

class StreamDirectoryTest {
  private static final String ACCOUNT = "000000000000";
  private static final String ORDERS = "orders";
  private static final DeliveryStreamType DIRECT = DeliveryStreamType.DIRECT_PUT;
  private static final DeliveryStreamType KINESIS = DeliveryStreamType.KINESIS_STREAM_AS_SOURCE;
  private static final StreamArn ARN = new StreamArn("us-east-1", ACCOUNT, new StreamName(ORDERS));

  private StreamDirectory directory = StreamDirectory.EMPTY;
  private Instant now = Instant.parse("2026-11-23T12:00:00Z");

  private <O> Reply<O> handle(DirectoryCommand<O> command) {
    Decision<DirectoryEvent, O> decision = command.decide(directory, now);
    directory = Fold.fold(directory, decision.events());
    return decision.reply();
  }

  private void enter(int generation) {
    enter(DIRECT, generation);
  }

  private void enter(DeliveryStreamType type, int generation) {
    handle(RegisterName.ofCreation(ORDERS, type, ACCOUNT, 50, generation));
  }

  private List<String> listed() {
    return handle(new ListDeliveryStreams(Optional.empty(), Optional.empty(), Optional.empty()))
        .fold(ListDeliveryStreams.Output::deliveryStreamNames, error -> List.of());
  }

  private void assertEntry(DeliveryStreamType type, int generation) {
    assertThat(directory.streams())
        .containsOnly(java.util.Map.entry(ORDERS, new StreamDirectory.Entry(type, generation)));
  }

  private List<CheckName> due() {
    return CheckName.pendingTasks(directory).stream()
        .filter(each -> !now.isBefore(each.due()))
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
    now = now.plus(CheckName.CREATION_GRACE);
    due().forEach(task -> NameCheckCompleted.of(task, answer).ifPresent(this::handle));
  }

  @Test
  void a_removal_that_comes_late_leaves_a_later_stream_its_name() {
    enter(2);
    handle(new DeregisterName(ORDERS, 1));
    assertThat(listed()).containsExactly(ORDERS);
    handle(new DeregisterName(ORDERS, 2));
    assertThat(listed()).isEmpty();
  }

  @Test
  void an_entry_that_comes_late_changes_nothing() {
    enter(KINESIS, 3);
    StreamDirectory before = directory;
    enter(DIRECT, 2);
    assertThat(directory).isEqualTo(before);
    enter(KINESIS, 3);
    assertThat(directory).isEqualTo(before);
  }

  @Test
  void a_later_stream_takes_the_entry_of_an_earlier_one() {
    enter(KINESIS, 1);
    enter(DIRECT, 2);
    assertEntry(DIRECT, 2);
  }

  @Test
  void of_two_creations_at_once_the_newer_type_stands_until_the_stream_is_asked() {
    enter(KINESIS, 1);
    enter(DIRECT, 1);
    assertEntry(DIRECT, 1);
    check(stream(DeliveryStreamStatus.ACTIVE, KINESIS, 1));
    assertEntry(KINESIS, 1);
    enter(DIRECT, 1);
    assertEntry(KINESIS, 1);
  }

  @Test
  void a_name_that_no_stream_has_after_its_time_of_grace_is_taken_out() {
    enter(1);
    now = now.plus(CheckName.CREATION_GRACE.minusMillis(1));
    assertThat(due()).isEmpty();
    assertThat(listed()).containsExactly(ORDERS);
    now = now.plusMillis(1);
    check(none());
    assertThat(listed()).isEmpty();
  }

  @Test
  void a_name_whose_stream_is_found_is_not_asked_for_again() {
    enter(1);
    check(stream(DeliveryStreamStatus.ACTIVE, DIRECT, 1));
    assertThat(CheckName.pendingTasks(directory)).isEmpty();
    assertEntry(DIRECT, 1);
    handle(new DeregisterName(ORDERS, 1));
    assertThat(listed()).isEmpty();
  }

  @Test
  void a_stream_that_is_found_with_a_later_number_is_listed_with_it() {
    enter(1);
    check(stream(DeliveryStreamStatus.DELETING_FAILED, KINESIS, 4));
    assertEntry(KINESIS, 4);
    assertThat(CheckName.pendingTasks(directory)).isEmpty();
  }

  @Test
  void what_says_nothing_yet_is_asked_again() {
    enter(2);
    for (Reply<DeliveryStreamDescription> answer :
        List.<Reply<DeliveryStreamDescription>>of(
            stream(DeliveryStreamStatus.DELETING, DIRECT, 2),
            stream(DeliveryStreamStatus.ACTIVE, DIRECT, 1),
            Reply.failure(new ServiceError("ServiceUnavailableException", "")))) {
      check(answer);
      assertThat(due()).hasSize(1);
      assertEntry(DIRECT, 2);
    }
  }

  @Test
  void an_answer_about_a_name_that_was_entered_again_since_changes_nothing() {
    enter(1);
    now = now.plus(CheckName.CREATION_GRACE);
    CheckName asked = due().get(0);
    handle(new DeregisterName(ORDERS, 1));
    enter(1);
    StreamDirectory before = directory;
    NameCheckCompleted.of(asked, none()).ifPresent(this::handle);
    NameCheckCompleted.of(asked, stream(DeliveryStreamStatus.ACTIVE, DIRECT, 1))
        .ifPresent(this::handle);
    assertThat(directory).isEqualTo(before);
  }

  @Test
  void a_check_that_looked_before_the_stream_was_made_does_not_take_out_its_name() {
    enter(1);
    now = now.plus(CheckName.CREATION_GRACE);
    CheckName asked = due().get(0);
    now = now.plusMillis(1);
    handle(RegisterName.ofExisting(ORDERS, DIRECT, ACCOUNT, 1));
    NameCheckCompleted.of(asked, none()).ifPresent(this::handle);
    assertThat(listed()).containsExactly(ORDERS);
    assertThat(due()).as("the name is checked again later").isEmpty();
    check(none());
    assertThat(listed()).as("a late message listed a stream that is gone").isEmpty();
  }

  @Test
  void a_stream_that_enters_a_checked_name_stores_nothing() {
    enter(1);
    check(stream(DeliveryStreamStatus.ACTIVE, DIRECT, 1));
    assertThat(RegisterName.ofExisting(ORDERS, DIRECT, ACCOUNT, 1).decide(directory, now).events())
        .isEmpty();
  }

  @Test
  void a_creation_that_is_tried_again_and_again_does_not_postpone_the_check() {
    enter(1);
    now = now.plus(CheckName.CREATION_GRACE);
    enter(1);
    assertThat(due()).hasSize(1);
  }

  @Test
  void a_stream_that_exists_is_listed_beyond_the_quota_and_counts_in_it() {
    handle(RegisterName.ofCreation("first", DIRECT, ACCOUNT, 1, 1));
    handle(RegisterName.ofExisting(ORDERS, DIRECT, ACCOUNT, 1));
    assertThat(listed()).containsExactly("first", ORDERS);
    assertThat(handle(RegisterName.ofCreation("third", DIRECT, ACCOUNT, 2, 1)))
        .isInstanceOf(Reply.Failure.class);
    assertThat(handle(RegisterName.ofCreation(ORDERS, DIRECT, ACCOUNT, 1, 2)))
        .as("a name that is counted already")
        .isInstanceOf(Reply.Success.class);
  }

  @Test
  void a_name_is_never_registered_twice_for_the_same_stream() {
    enter(1);
    DirectoryEvent again = new DirectoryEvent.NameRegistered(now, ORDERS, DIRECT, 1);
    assertThatThrownBy(() -> again.evolve(directory)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_check_that_finds_the_stream_confirms_the_name() {
    enter(1);
    now = now.plus(CheckName.CREATION_GRACE);
    NameCheckCompleted found =
        NameCheckCompleted.of(due().get(0), stream(DeliveryStreamStatus.ACTIVE, DIRECT, 1))
            .orElseThrow();
    assertThat(found.decide(directory, now).events())
        .containsExactly(new DirectoryEvent.NameConfirmed(now, ORDERS));
  }

  @Test
  void the_names_of_a_long_journal_are_checked_a_few_at_a_time() {
    for (int i = 0; i < 1000; i++) {
      handle(RegisterName.ofExisting("stream-" + i, DIRECT, ACCOUNT, 1));
    }
    now = now.plus(Duration.ofDays(1));
    assertThat(due()).hasSizeLessThan(100).extracting(CheckName::name).contains("stream-0");
    int rounds = 0;
    while (!due().isEmpty()) {
      due().forEach(task -> NameCheckCompleted.of(task, none()).ifPresent(this::handle));
      rounds++;
    }
    assertThat(rounds).isGreaterThan(10);
    assertThat(listed()).isEmpty();
  }
}
