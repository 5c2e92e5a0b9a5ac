package io.hydrant.core.buffer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hydrant.core.entity.Fold;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordBufferTest {
  private final BufferHistory history = new BufferHistory();

  @Test
  void records_get_positions_in_the_order_of_their_writes() {
    assertThat(history.handle(new BufferCommand.NextPosition())).isEqualTo(Reply.success(0L));
    assertThat(history.append(0, 3, 1)).isEqualTo(Reply.success(new AppendResult.Stored(3)));
    assertThat(history.append(0, 2, 1)).isEqualTo(Reply.success(new AppendResult.Stored(5)));
    assertThat(history.handle(new BufferCommand.NextPosition())).isEqualTo(Reply.success(5L));
    assertThat(history.buffer().pending().toList())
        .extracting(AppendedRecords::firstPosition)
        .containsExactly(0L, 3L);
  }

  @Test
  void records_for_another_position_than_the_next_are_a_defect() {
    history.append(0, 1);
    BufferEvent again = history.events().get(0);
    assertThatThrownBy(() -> again.evolve(history.buffer()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("records at position 0 where 1 is next");
  }

  @Test
  void a_write_without_a_record_is_a_defect() {
    assertThatThrownBy(() -> new AppendedRecords(history.now(), 0, 0, List.of(), 0))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_buffer_with_records_has_a_buffering_policy() {
    history.append(0, 1);
    PendingRecords pending = history.buffer().pending();
    assertThatThrownBy(() -> bufferOf(pending, Optional.empty(), Optional.empty()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("records without a buffering policy");
    assertThat(bufferOf(pending, Optional.of(BufferHistory.POLICY), Optional.empty())).isNotNull();
  }

  @Test
  void a_batch_has_records() {
    Batch batch = new Batch(1, 1, BufferHistory.TARGET, history.now());
    assertThatThrownBy(
            () ->
                bufferOf(
                    PendingRecords.NONE, Optional.of(BufferHistory.POLICY), Optional.of(batch)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a batch without records");
  }

  private static RecordBuffer bufferOf(
      PendingRecords pending, Optional<BufferingPolicy> policy, Optional<Batch> batch) {
    return new RecordBuffer(
        1,
        1,
        0,
        pending,
        policy,
        batch,
        Optional.empty(),
        Optional.empty(),
        0,
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void an_epoch_is_fenced_once_no_pending_record_is_sealed_in_it() {
    history.append(1, 100);
    assertThat(history.fence(1)).isEqualTo(Reply.success(false));
    history.plan(1);
    history.uploaded(1);
    assertThat(history.fence(1)).isEqualTo(Reply.success(true));
    assertThat(history.append(1, 1)).isEqualTo(Reply.success(new AppendResult.EpochFenced()));
    assertThat(history.append(2, 1)).isInstanceOf(Reply.Success.class);
    assertThat(history.append(0, 1)).isInstanceOf(Reply.Success.class);
  }

  @Test
  void plaintext_and_records_of_later_epochs_do_not_keep_an_epoch_from_being_fenced() {
    history.append(0, 1);
    history.append(2, 1);
    assertThat(history.fence(1)).isEqualTo(Reply.success(true));
    assertThat(history.fence(2)).isEqualTo(Reply.success(false));
    assertThat(history.fence(3)).as("an older epoch is pending").isEqualTo(Reply.success(false));
  }

  @Test
  void an_epoch_that_is_fenced_already_is_not_fenced_again() {
    history.fence(2);
    List<BufferEvent> before = history.events();
    assertThat(before).containsExactly(new BufferEvent.EpochFenced(history.now(), 2));
    assertThat(history.fence(2)).isEqualTo(Reply.success(true));
    assertThat(history.fence(1)).isEqualTo(Reply.success(true));
    assertThat(history.events()).isEqualTo(before);
  }

  @Test
  void a_full_buffer_asks_clients_to_slow_down() {
    history.append(0, 1000);
    ServiceError error = ((Reply.Failure<AppendResult>) history.append(0, 1)).error();
    assertThat(error.code()).isEqualTo("ServiceUnavailableException");
    assertThat(error.message()).startsWith("Slow down.").contains("1000 bytes");
  }

  @Test
  void a_closing_buffer_delivers_at_once_and_discards_what_is_left_after_its_grace() {
    Duration grace = Duration.ofSeconds(10);
    history.append(0, 3, 1);
    history.append(0, 2, 1);
    Instant since = history.now();
    assertThat(history.close(grace)).isEqualTo(Reply.success(false));
    assertThat(new BufferSchedule(history.buffer()).batchDue()).contains(since);
    history.pass(grace.minusNanos(1));
    assertThat(history.close(grace)).isEqualTo(Reply.success(false));
    assertThat(history.buffer().closingSince()).contains(since);
    history.pass(Duration.ofNanos(1));
    assertThat(history.close(grace)).isEqualTo(Reply.success(true));
    assertThat(history.events()).endsWith(new BufferEvent.RecordsDiscarded(history.now(), 5));
    assertThat(history.buffer().pending().isEmpty()).isTrue();
  }

  @Test
  void a_closing_buffer_refuses_records() {
    assertThat(history.close(Duration.ZERO)).isEqualTo(Reply.success(true));
    ServiceError error = ((Reply.Failure<AppendResult>) history.append(0, 1)).error();
    assertThat(error.code()).isEqualTo("ResourceNotFoundException");
  }

  @Test
  void a_closed_buffer_that_is_empty_stores_nothing_more() {
    history.close(Duration.ZERO);
    List<BufferEvent> before = history.events();
    assertThat(before).containsExactly(new BufferEvent.BufferCloseRequested(history.now()));
    assertThat(history.close(Duration.ZERO)).isEqualTo(Reply.success(true));
    assertThat(history.events()).isEqualTo(before);
  }

  @Test
  void a_snapshot_is_equal_to_the_fold_of_all_events_before_it() {
    history.append(1, 10);
    history.append(1, 20);
    BufferEvent snapshot = new BufferEvent.BufferSnapshotTaken(history.now(), history.buffer());
    assertThat(snapshot.isSnapshot()).isTrue();
    assertThat(Fold.fold(RecordBuffer.EMPTY, List.of(snapshot))).isEqualTo(history.buffer());
  }

  @Test
  void a_summary_shows_what_is_pending_and_when_it_is_due() {
    Instant first = history.now();
    assertThat(history.handle(new BufferCommand.Summarize()))
        .isEqualTo(
            Reply.success(
                new BufferSummary(
                    0,
                    0,
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    Optional.empty())));
    history.append(0, 3, 10);
    history.pass(Duration.ofSeconds(1));
    history.append(0, 2, 10);
    assertThat(BufferSummary.of(history.buffer()))
        .isEqualTo(
            new BufferSummary(
                5,
                50,
                Optional.of(first),
                Optional.of(first.plusSeconds(60)),
                false,
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void a_summary_shows_the_batch_in_flight_and_the_last_delivery() {
    history.append(0, 100);
    history.plan(1);
    assertThat(BufferSummary.of(history.buffer()).underWay()).isTrue();
    assertThat(BufferSummary.of(history.buffer()).due()).isEmpty();
    history.uploaded(1);
    assertThat(BufferSummary.of(history.buffer()).underWay()).isFalse();
    assertThat(BufferSummary.of(history.buffer()).deliveredAt()).contains(history.now());
  }
}
