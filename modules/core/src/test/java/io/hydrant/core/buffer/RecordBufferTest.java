package io.hydrant.core.buffer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.Fold;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RecordBufferTest {
  private static final BufferingPolicy POLICY = new BufferingPolicy(100, 60);
  private static final S3ObjectLocation TARGET =
      new S3ObjectLocation("bucket", "key", "UNCOMPRESSED");

  private final List<BufferEvent> events = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-23T12:00:00Z");

  private RecordBuffer buffer() {
    return Fold.fold(RecordBuffer.EMPTY, events);
  }

  private <O> Reply<O> handle(BufferCommand<O> command) {
    Decision<BufferEvent, O> decision = command.decide(buffer(), now);
    events.addAll(decision.events());
    return decision.reply();
  }

  private Reply<AppendResult> append(int epoch, int bytes) {
    return handle(
        new BufferCommand.AppendRecords(
            buffer().nextPosition(),
            epoch,
            List.of(Bytes.wrap(new byte[bytes])),
            bytes,
            POLICY,
            1000));
  }

  @Test
  void a_batch_is_due_after_the_interval_or_at_the_size_whichever_comes_first() {
    append(0, 40);
    assertThat(buffer().batchDue()).contains(now.plusSeconds(60));
    append(0, 60);
    assertThat(buffer().batchDue()).contains(now);
  }

  @Test
  void what_somebody_wants_now_is_due_at_once_and_what_comes_after_it_waits() {
    append(0, 10);
    assertThat(handle(new BufferCommand.RequestFlush())).isEqualTo(Reply.success(1L));
    now = now.plusSeconds(5);
    append(0, 10);
    assertThat(buffer().batchDue()).contains(now.minusSeconds(5));
    assertThat(handle(new BufferCommand.CountFlushing())).isEqualTo(Reply.success(1L));
    handle(new BufferCommand.PlanBatch(1, TARGET));
    handle(new BufferCommand.BatchUploaded(1));
    assertThat(handle(new BufferCommand.CountFlushing())).isEqualTo(Reply.success(0L));
    append(0, 10);
    assertThat(buffer().batchDue()).contains(now.plusSeconds(60));
  }

  @Test
  void an_order_to_deliver_what_is_ordered_already_or_nothing_is_no_event() {
    assertThat(handle(new BufferCommand.RequestFlush())).isEqualTo(Reply.success(0L));
    assertThat(events).isEmpty();
    append(0, 10);
    handle(new BufferCommand.RequestFlush());
    int before = events.size();
    assertThat(handle(new BufferCommand.RequestFlush())).isEqualTo(Reply.success(1L));
    assertThat(events).hasSize(before);
  }

  @Test
  void the_object_is_named_before_it_is_uploaded_and_the_same_after_a_crash() {
    append(0, 100);
    handle(new BufferCommand.PlanBatch(1, TARGET));
    assertThat(buffer().batch().get().target()).isEqualTo(TARGET);
    handle(new BufferCommand.PlanBatch(1, new S3ObjectLocation("bucket", "other", "GZIP")));
    assertThat(BufferTask.pendingTasks(buffer()))
        .singleElement()
        .extracting(each -> ((BufferTask.Deliver) each.task()).batch().target())
        .isEqualTo(TARGET);
  }

  @Test
  void records_that_come_during_an_upload_wait_for_the_next_batch() {
    append(0, 100);
    handle(new BufferCommand.PlanBatch(1, TARGET));
    append(0, 30);
    handle(new BufferCommand.BatchUploaded(1));
    assertThat(buffer().pending().dataBytes()).isEqualTo(30);
    assertThat(buffer().batch()).isEmpty();
  }

  @Test
  void an_epoch_is_fenced_once_nothing_sealed_in_it_is_held() {
    append(1, 100);
    assertThat(handle(new BufferCommand.FenceEpoch(1))).isEqualTo(Reply.success(false));
    handle(new BufferCommand.PlanBatch(1, TARGET));
    handle(new BufferCommand.BatchUploaded(1));
    assertThat(handle(new BufferCommand.FenceEpoch(1))).isEqualTo(Reply.success(true));
    assertThat(append(1, 1)).isEqualTo(Reply.success(new AppendResult.EpochFenced()));
    assertThat(append(2, 1)).isInstanceOf(Reply.Success.class);
    assertThat(append(0, 1)).isInstanceOf(Reply.Success.class);
  }

  @Test
  void a_full_buffer_tells_clients_to_slow_down() {
    append(0, 1000);
    ServiceError refusal = ((Reply.Failure<AppendResult>) append(0, 1)).error();
    assertThat(refusal.code()).isEqualTo("ServiceUnavailableException");
    assertThat(refusal.message()).startsWith("Slow down.");
  }

  @Test
  void a_closing_buffer_delivers_at_once_and_gives_up_after_its_grace() {
    append(0, 1);
    Duration grace = Duration.ofSeconds(10);
    assertThat(handle(new BufferCommand.CloseBuffer(grace))).isEqualTo(Reply.success(false));
    assertThat(buffer().batchDue()).contains(now);
    now = now.plus(grace);
    assertThat(handle(new BufferCommand.CloseBuffer(grace))).isEqualTo(Reply.success(true));
    assertThat(buffer().pending().isEmpty()).isTrue();
    assertThat(append(0, 1)).isInstanceOf(Reply.Failure.class);
  }

  @Test
  void a_carried_over_state_stands_for_all_events_before_it() {
    append(1, 10);
    append(1, 20);
    BufferEvent carried = new BufferEvent.BufferSnapshotTaken(now, buffer());
    assertThat(Fold.fold(RecordBuffer.EMPTY, List.of(carried))).isEqualTo(buffer());
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

  /** Every record is delivered at most once, in order, and none disappears. */
  @Property(tries = 300)
  void records_leave_once_and_in_order(@ForAll("steps") List<Step> steps) {
    events.clear();
    long delivered = 0;
    for (Step step : steps) {
      switch (step) {
        case APPEND_SMALL -> append(0, 1);
        case APPEND_LARGE -> append(0, 60);
        case PLAN -> handle(new BufferCommand.PlanBatch(buffer().nextBatch(), TARGET));
        case UPLOADED -> {
          if (buffer().batch().isPresent()) {
            Batch batch = buffer().batch().get();
            List<AppendedRecords> chunks = buffer().of(batch);
            assertThat(chunks.get(0).firstPosition()).isEqualTo(delivered);
            delivered = chunks.get(chunks.size() - 1).nextPosition();
            assertThat(delivered).isEqualTo(batch.endPosition());
            handle(new BufferCommand.BatchUploaded(batch.number()));
          }
        }
        case TIME -> now = now.plusSeconds(30);
      }
      long held = buffer().pending().toList().stream().mapToLong(c -> c.records().size()).sum();
      assertThat(delivered + held).isEqualTo(buffer().nextPosition());
    }
  }
}
