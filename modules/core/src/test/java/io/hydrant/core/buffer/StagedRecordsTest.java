package io.hydrant.core.buffer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.entity.PendingTask;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Bytes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records that are processed first, and then delivered by the place where they go. */
class StagedRecordsTest {
  private static final BufferingPolicy PROCESSING = new BufferingPolicy(50, 10);
  private static final OutputPlace DATA = OutputPlace.data(Map.of(), Map.of());
  private static final OutputPlace FAILED = OutputPlace.errors("processing-failed");

  private final BufferHistory history = new BufferHistory();

  @BeforeEach
  void processRecords() {
    history.process(Optional.of(PROCESSING));
  }

  private List<PendingTask<BufferTask>> tasks() {
    return BufferTask.pendingTasks(history.buffer());
  }

  private BufferTask.ProcessRecords processing() {
    return tasks().stream()
        .map(PendingTask::task)
        .filter(BufferTask.ProcessRecords.class::isInstance)
        .map(BufferTask.ProcessRecords.class::cast)
        .findFirst()
        .orElseThrow();
  }

  /** Processes what is due: records as they are, to these places in turn. */
  private void process(boolean intervalFromNow, OutputPlace... places) {
    BufferTask.ProcessRecords task = processing();
    long position = history.buffer().stagedRecords().nextPosition();
    List<ProcessedRecords> made = new ArrayList<>();
    for (OutputPlace place : places) {
      made.add(
          new ProcessedRecords(
              place,
              BufferHistory.POLICY,
              new AppendedRecords(
                  history.now(), position++, 1, List.of(Bytes.wrap(new byte[40])), 40)));
    }
    history.handle(
        new ProcessingCommand.StoreProcessed(
            task.firstPosition(),
            history.processingEnd(),
            history.buffer().stagedRecords().nextPosition(),
            made,
            intervalFromNow));
  }

  private void plan(OutputPlace place) {
    OutputBuffer output = history.buffer().stagedRecords().at(place).orElseThrow();
    history.handle(
        new ProcessingCommand.PlanOutput(
            place, output.firstPosition(), BufferHistory.TARGET, Optional.empty()));
  }

  @Test
  void processing_is_due_after_its_own_interval() {
    history.append(1, 20);
    assertThat(tasks())
        .containsExactly(
            new PendingTask<>(
                new BufferTask.ProcessRecords(0, 1, 0), history.now().plusSeconds(10)));
  }

  @Test
  void processing_is_due_at_its_own_size_and_takes_no_more_than_that() {
    history.append(1, 5, 20);
    assertThat(tasks())
        .containsExactly(new PendingTask<>(new BufferTask.ProcessRecords(0, 1, 0), history.now()));
  }

  @Test
  void a_record_above_the_size_is_processed_alone() {
    history.append(1, 60);
    history.append(1, 60);
    assertThat(history.processingEnd()).isEqualTo(1);
  }

  @Test
  void what_was_not_processed_is_processed_next() {
    history.append(1, 5, 20);
    process(false, DATA);
    assertThat(processing()).isEqualTo(new BufferTask.ProcessRecords(2, 1, 0));
    assertThat(history.processingEnd()).isEqualTo(4);
    assertThat(history.buffer().pending().recordCount()).isEqualTo(3);
    assertThat(history.buffer().pending().dataBytes()).isEqualTo(60);
  }

  @Test
  void the_buffering_interval_begins_with_the_arrival_of_the_records() {
    history.append(1, 20);
    history.pass(Duration.ofSeconds(10));
    process(false, DATA);
    assertThat(tasks().get(0).due())
        .isEqualTo(history.now().plusSeconds(BufferHistory.POLICY.intervalSeconds()));
  }

  @Test
  void each_place_is_delivered_alone() {
    history.append(1, 20);
    process(false, DATA, FAILED);
    history.pass(Duration.ofSeconds(60));
    plan(DATA);
    plan(FAILED);
    assertThat(history.buffer().stagedRecords().outputs())
        .extracting(each -> each.batch().map(Batch::number))
        .containsExactly(Optional.of(1L), Optional.of(2L));
    history.failed(1, "No bucket.");
    history.uploaded(2);
    assertThat(history.buffer().stagedRecords().outputs())
        .extracting(OutputBuffer::place)
        .containsExactly(DATA);
    assertThat(BufferSummary.of(history.buffer()).failure())
        .map(DeliveryFailure::reason)
        .contains("No bucket.");
    history.uploaded(1);
    assertThat(history.buffer().isEmpty()).isTrue();
    assertThat(tasks()).isEmpty();
  }

  @Test
  void records_that_come_to_a_place_while_its_batch_is_in_flight_go_into_the_next_one() {
    history.append(1, 20);
    process(false, DATA);
    history.pass(Duration.ofSeconds(60));
    plan(DATA);
    history.append(1, 20);
    process(false, DATA);
    history.uploaded(1);
    assertThat(history.buffer().pendingRecords()).isEqualTo(1);
    assertThat(tasks().get(0).task()).isInstanceOf(BufferTask.NameOutput.class);
  }

  @Test
  void a_failed_attempt_is_repeated_with_the_same_records() {
    history.append(1, 20);
    history.pass(Duration.ofSeconds(10));
    history.handle(new ProcessingCommand.ProcessingAttemptFailed(0, 1, true, "No function."));
    history.append(1, 20);
    assertThat(tasks())
        .containsExactly(
            new PendingTask<>(
                new BufferTask.ProcessRecords(0, 2, 1), history.now().plusSeconds(10)));
    assertThat(history.processingEnd()).isEqualTo(1);
    assertThat(BufferSummary.of(history.buffer()).failure())
        .map(DeliveryFailure::reason)
        .contains("No function.");
  }

  @Test
  void the_pause_after_a_failed_processing_doubles_up_to_two_minutes() {
    history.append(1, 20);
    List<Long> pauses = new ArrayList<>();
    for (int attempt = 0; attempt < 6; attempt++) {
      history.handle(new ProcessingCommand.ProcessingAttemptFailed(0, 1, true, "No function."));
      pauses.add(Duration.between(history.now(), tasks().get(0).due()).toSeconds());
    }
    assertThat(pauses).containsExactly(10L, 20L, 40L, 80L, 120L, 120L);
  }

  @Test
  void an_attempt_that_did_not_get_to_a_processor_does_not_count_as_one_of_it() {
    history.append(1, 20);
    history.handle(new ProcessingCommand.ProcessingAttemptFailed(0, 1, false, "KMS refused."));
    assertThat(processing()).isEqualTo(new BufferTask.ProcessRecords(0, 1, 1));
  }

  @Test
  void records_that_cannot_be_processed_for_a_day_are_given_up() {
    history.append(1, 3, 20);
    history.handle(new ProcessingCommand.ProcessingAttemptFailed(0, 2, false, "KMS refused."));
    history.pass(Duration.ofHours(24));
    history.handle(new ProcessingCommand.ProcessingAttemptFailed(0, 2, false, "KMS refused."));
    assertThat(history.events().get(2))
        .isEqualTo(new ProcessingEvent.ProcessingGivenUp(history.now(), 2, 2, "KMS refused."));
    assertThat(history.buffer().pendingRecords()).isEqualTo(1);
  }

  @Test
  void a_flush_makes_failed_processing_and_what_comes_of_it_due() {
    history.append(1, 20);
    history.handle(new ProcessingCommand.ProcessingAttemptFailed(0, 1, true, "No function."));
    assertThat(history.handle(new BufferCommand.RequestFlush())).isEqualTo(Reply.success(1L));
    assertThat(tasks().get(0).due()).isEqualTo(history.now());
    process(true, DATA, OutputPlace.backup());
    assertThat(tasks()).extracting(PendingTask::due).containsOnly(history.now());
    assertThat(history.handle(new BufferCommand.CountFlushing())).isEqualTo(Reply.success(2L));
  }

  @Test
  void a_flush_delivers_the_backup_also_where_nothing_else_is_left() {
    history.append(1, 20);
    process(true, OutputPlace.backup());
    assertThat(history.handle(new BufferCommand.RequestFlush())).isEqualTo(Reply.success(1L));
    assertThat(tasks().get(0).due()).isEqualTo(history.now());
    assertThat(history.handle(new BufferCommand.CountFlushing())).isEqualTo(Reply.success(1L));
  }

  @Test
  void records_after_a_flush_wait_for_their_interval() {
    history.append(1, 20);
    process(true, DATA);
    history.handle(new BufferCommand.RequestFlush());
    plan(DATA);
    history.uploaded(1);
    history.append(1, 20);
    process(true, DATA);
    assertThat(tasks().get(0).due()).isAfter(history.now());
  }

  @Test
  void an_epoch_is_fenced_once_no_processed_record_is_sealed_in_it() {
    history.append(1, 20);
    process(false, DATA);
    assertThat(history.fence(1)).isEqualTo(Reply.success(false));
    history.pass(Duration.ofSeconds(60));
    plan(DATA);
    history.uploaded(1);
    assertThat(history.fence(1)).isEqualTo(Reply.success(true));
  }

  @Test
  void processed_records_count_against_the_size_of_the_buffer() {
    history.append(1, 50);
    process(false, Collections.nCopies(24, DATA).toArray(OutputPlace[]::new));
    assertThat(history.append(1, 50)).isInstanceOf(Reply.Failure.class);
  }

  @Test
  void a_late_result_of_processing_does_nothing() {
    history.append(1, 20);
    BufferTask.ProcessRecords task = processing();
    long end = history.processingEnd();
    process(false, DATA);
    int events = history.events().size();
    history.handle(
        new ProcessingCommand.StoreProcessed(
            task.firstPosition(), end, StagedRecords.FIRST_POSITION, List.of(), false));
    history.handle(new ProcessingCommand.ProcessingAttemptFailed(0, 1, true, "Late."));
    assertThat(history.events()).hasSize(events);
  }

  @Test
  void records_that_a_function_drops_leave_nothing() {
    history.append(1, 20);
    process(true);
    assertThat(history.buffer().isEmpty()).isTrue();
  }

  @Test
  void a_stream_that_is_deleted_processes_and_delivers_at_once() {
    history.append(1, 20);
    history.close(Duration.ofMinutes(1));
    process(true, DATA);
    assertThat(tasks().get(0).due()).isEqualTo(history.now());
    history.pass(Duration.ofMinutes(1));
    assertThat(history.close(Duration.ofMinutes(1))).isEqualTo(Reply.success(true));
    assertThat(history.buffer().isEmpty()).isTrue();
  }

  @Test
  void a_stream_that_processes_no_more_delivers_its_processed_records() {
    history.append(1, 20);
    process(false, DATA);
    history.process(Optional.empty());
    history.append(1, 100);
    assertThat(tasks())
        .extracting(PendingTask::task)
        .hasSize(2)
        .hasAtLeastOneElementOfType(BufferTask.NameObject.class)
        .hasAtLeastOneElementOfType(BufferTask.NameOutput.class);
  }

  @Test
  void a_stream_that_processes_no_more_forgets_the_attempts_that_failed() {
    history.append(1, 20);
    history.handle(new ProcessingCommand.ProcessingAttemptFailed(0, 1, true, "No function."));
    history.process(Optional.empty());
    history.append(1, 20);
    assertThat(history.buffer().stagedRecords().failure()).isEmpty();
    assertThat(BufferSummary.of(history.buffer()).failure()).isEmpty();
  }

  @Test
  void five_hundred_partitions_can_be_active() {
    history.append(1, 20);
    OutputPlace[] places = new OutputPlace[ActivePartitions.MAX];
    for (int i = 0; i < places.length; i++) {
      places[i] = OutputPlace.data(Map.of("key", "" + i), Map.of());
    }
    process(false, places);
    ActivePartitions active = ActivePartitions.of(history.buffer());
    assertThat(active.admits(places[0])).isTrue();
    assertThat(active.admits(OutputPlace.data(Map.of("key", "new"), Map.of()))).isFalse();
    assertThat(active.admits(FAILED)).isTrue();
  }
}
