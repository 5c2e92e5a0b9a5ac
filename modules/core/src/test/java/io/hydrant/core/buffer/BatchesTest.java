package io.hydrant.core.buffer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hydrant.core.entity.PendingTask;
import io.hydrant.core.entity.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class BatchesTest {
  private static final Duration INTERVAL =
      Duration.ofSeconds(BufferHistory.POLICY.intervalSeconds());

  private BufferHistory history = new BufferHistory();

  private Batch batch() {
    return history.buffer().batch().orElseThrow();
  }

  @Test
  void a_batch_is_due_after_the_interval_or_at_the_size_whichever_comes_first() {
    assertThat(new BufferSchedule(history.buffer()).batchDue()).isEmpty();
    history.append(0, 40);
    assertThat(new BufferSchedule(history.buffer()).batchDue())
        .contains(history.now().plus(INTERVAL));
    history.append(0, 60);
    assertThat(new BufferSchedule(history.buffer()).batchDue()).contains(history.now());
  }

  @Test
  void a_batch_that_is_not_due_is_not_planned() {
    history.append(0, 1);
    history.pass(INTERVAL.minusNanos(1));
    history.plan(1);
    assertThat(history.buffer().batch()).isEmpty();
    history.pass(Duration.ofNanos(1));
    history.plan(1);
    assertThat(batch()).isEqualTo(new Batch(1, 1, BufferHistory.TARGET, history.now()));
  }

  @Test
  void a_plan_with_the_number_of_another_batch_does_nothing() {
    history.append(0, 100);
    history.plan(2);
    assertThat(history.buffer().batch()).isEmpty();
  }

  @Test
  void batches_are_numbered_from_one() {
    for (long number = 1; number <= 3; number++) {
      history.append(0, 100);
      history.plan(number);
      assertThat(batch().number()).isEqualTo(number);
      history.uploaded(number);
    }
  }

  @Test
  void a_batch_takes_as_many_writes_as_fit_the_size_of_the_policy() {
    history.append(0, 40);
    history.append(0, 60);
    history.append(0, 1);
    history.plan(1);
    assertThat(batch().endPosition()).isEqualTo(2);
  }

  @Test
  void a_write_that_would_exceed_the_size_is_left_for_the_next_batch() {
    history.append(0, 60);
    history.append(0, 41);
    history.plan(1);
    assertThat(batch().endPosition()).isEqualTo(1);
  }

  @Test
  void a_write_larger_than_the_size_is_a_batch_of_its_own() {
    history.append(0, 300);
    history.append(0, 1);
    history.plan(1);
    assertThat(batch().endPosition()).isEqualTo(1);
  }

  @Test
  void records_of_a_requested_flush_are_due_at_once_and_later_ones_are_not() {
    history.append(0, 10);
    assertThat(history.handle(new BufferCommand.RequestFlush())).isEqualTo(Reply.success(1L));
    Instant requested = history.now();
    history.pass(Duration.ofSeconds(5));
    history.append(0, 10);
    assertThat(new BufferSchedule(history.buffer()).batchDue()).contains(requested);
    assertThat(history.handle(new BufferCommand.CountFlushing())).isEqualTo(Reply.success(1L));
    history.plan(1);
    history.uploaded(1);
    assertThat(history.handle(new BufferCommand.CountFlushing())).isEqualTo(Reply.success(0L));
    history.append(0, 10);
    assertThat(new BufferSchedule(history.buffer()).batchDue())
        .contains(history.now().plus(INTERVAL));
  }

  @Test
  void a_flush_of_no_record_or_of_records_being_flushed_stores_nothing() {
    assertThat(history.handle(new BufferCommand.RequestFlush())).isEqualTo(Reply.success(0L));
    assertThat(history.events()).isEmpty();
    history.append(0, 10);
    history.handle(new BufferCommand.RequestFlush());
    List<BufferEvent> before = history.events();
    assertThat(history.handle(new BufferCommand.RequestFlush())).isEqualTo(Reply.success(1L));
    assertThat(history.events()).isEqualTo(before);
  }

  @Test
  void the_object_is_named_before_it_is_uploaded_and_keeps_its_name() {
    history.append(0, 100);
    assertThat(BufferTask.pendingTasks(history.buffer()))
        .containsExactly(
            new PendingTask<>(new BufferTask.NameObject(1, history.now()), history.now()));
    history.plan(1);
    history.handle(
        new BufferCommand.PlanBatch(
            1, new S3ObjectLocation("bucket", "other", "GZIP"), Optional.empty()));
    assertThat(BufferTask.pendingTasks(history.buffer()))
        .containsExactly(new PendingTask<>(new BufferTask.Deliver(batch()), Instant.MIN));
    assertThat(batch().target()).isEqualTo(BufferHistory.TARGET);
  }

  @Test
  void an_empty_buffer_has_no_task() {
    assertThat(BufferTask.pendingTasks(history.buffer())).isEmpty();
  }

  @Test
  void records_that_come_during_an_upload_wait_for_the_next_batch() {
    history.append(0, 100);
    history.plan(1);
    history.append(0, 30);
    assertThat(history.buffer().of(batch()))
        .extracting(AppendedRecords::dataBytes)
        .containsExactly(100L);
    history.uploaded(1);
    assertThat(history.buffer().pending().dataBytes()).isEqualTo(30);
    assertThat(history.buffer().batch()).isEmpty();
  }

  @Test
  void a_report_about_another_batch_than_the_one_in_flight_does_nothing() {
    history.uploaded(1);
    history.append(0, 100);
    history.plan(1);
    List<BufferEvent> before = history.events();
    history.uploaded(2);
    assertThat(history.events()).isEqualTo(before);
    assertThat(new BufferCommand.BatchUploaded(1).decide(history.buffer(), history.now()).reply())
        .isInstanceOf(Reply.Success.class);
  }

  @Test
  void events_of_a_second_batch_in_flight_or_of_none_are_a_defect() {
    history.append(0, 100);
    BufferEvent delivered = new BufferEvent.BatchDelivered(history.now(), 1);
    assertThatThrownBy(() -> delivered.evolve(history.buffer()))
        .isInstanceOf(IllegalStateException.class);
    history.plan(1);
    BufferEvent second = new BufferEvent.BatchPlanned(history.now(), batch());
    assertThatThrownBy(() -> second.evolve(history.buffer()))
        .isInstanceOf(IllegalStateException.class);
    BufferEvent other = new BufferEvent.BatchDelivered(history.now(), 2);
    assertThatThrownBy(() -> other.evolve(history.buffer()))
        .isInstanceOf(IllegalStateException.class);
  }

  enum Step {
    APPEND_SMALL,
    APPEND_LARGE,
    PLAN,
    UPLOADED,
    TIME
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Arbitraries.of(Step.class).list().ofMaxSize(80);
  }

  @Property(tries = 300)
  void each_record_leaves_once_and_in_order(@ForAll("steps") List<Step> steps) {
    history = new BufferHistory();
    long delivered = 0;
    for (Step step : steps) {
      switch (step) {
        case APPEND_SMALL -> history.append(0, 1);
        case APPEND_LARGE -> history.append(0, 60);
        case PLAN -> history.plan(history.buffer().nextBatch());
        case UPLOADED -> {
          if (history.buffer().batch().isPresent()) {
            List<AppendedRecords> chunks = history.buffer().of(batch());
            assertThat(chunks.get(0).firstPosition()).isEqualTo(delivered);
            delivered = chunks.get(chunks.size() - 1).nextPosition();
            assertThat(delivered).isEqualTo(batch().endPosition());
            history.uploaded(batch().number());
          }
        }
        case TIME -> history.pass(Duration.ofSeconds(30));
      }
      assertThat(delivered + history.buffer().pending().recordCount())
          .isEqualTo(history.buffer().nextPosition());
    }
  }
}
