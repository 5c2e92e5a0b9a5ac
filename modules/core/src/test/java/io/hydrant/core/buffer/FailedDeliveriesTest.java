package io.hydrant.core.buffer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.entity.PendingTask;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A batch that cannot be delivered is tried again for 24 hours, and then given up. */
class FailedDeliveriesTest {
  private final BufferHistory history = new BufferHistory();

  @BeforeEach
  void planABatch() {
    history.append(0, 3, 40);
    history.plan(1);
  }

  private Batch batch() {
    return history.buffer().batch().orElseThrow();
  }

  private Instant due() {
    List<PendingTask<BufferTask>> tasks = BufferTask.pendingTasks(history.buffer());
    assertThat(tasks)
        .extracting(PendingTask::task)
        .containsExactly(new BufferTask.Deliver(batch()));
    return tasks.get(0).due();
  }

  @Test
  void a_failed_attempt_is_stored_with_its_reason_and_repeated_with_the_same_object() {
    history.failed(1, "No bucket.");
    assertThat(history.buffer().failure())
        .contains(
            new DeliveryFailure(history.now(), 1, history.now().plusMillis(250), "No bucket."));
    assertThat(batch().target()).isEqualTo(BufferHistory.TARGET);
    assertThat(BufferSummary.of(history.buffer()).failure()).isEqualTo(history.buffer().failure());
  }

  @Test
  void the_pause_before_an_attempt_doubles_up_to_thirty_seconds() {
    List<Long> pauses = new ArrayList<>();
    for (int attempt = 0; attempt < 10; attempt++) {
      history.failed(1, "No bucket.");
      pauses.add(Duration.between(history.now(), due()).toMillis());
      history.pass(Duration.between(history.now(), due()));
    }
    assertThat(pauses)
        .containsExactly(
            250L, 500L, 1000L, 2000L, 4000L, 8000L, 16_000L, 30_000L, 30_000L, 30_000L);
  }

  @Test
  void a_delivery_after_failures_clears_them() {
    history.failed(1, "No bucket.");
    history.uploaded(1);
    assertThat(history.buffer().batch()).isEmpty();
    assertThat(BufferSummary.of(history.buffer()).failure()).isEmpty();
  }

  @Test
  void a_flush_makes_a_waiting_batch_due_at_once() {
    history.failed(1, "No bucket.");
    history.failed(1, "No bucket.");
    history.handle(new BufferCommand.RequestFlush());
    assertThat(due()).isEqualTo(history.now());
    history.failed(1, "No bucket.");
    assertThat(due()).isAfter(history.now());
    history.handle(new BufferCommand.RequestFlush());
    assertThat(due()).as("a second flush, too").isEqualTo(history.now());
  }

  @Test
  void the_deletion_of_the_stream_makes_a_waiting_batch_due_at_once() {
    history.failed(1, "No bucket.");
    history.close(Duration.ofSeconds(10));
    assertThat(due()).isEqualTo(history.now());
  }

  @Test
  void records_are_given_up_24_hours_after_the_first_failed_attempt() {
    history.pass(DeliveryRetry.RETENTION);
    history.failed(1, "No bucket.");
    history.pass(DeliveryRetry.RETENTION.minusNanos(1));
    history.failed(1, "No bucket.");
    assertThat(history.buffer().batch()).isPresent();
    history.pass(Duration.ofNanos(1));
    history.append(0, 10);
    history.failed(1, "Still no bucket.");
    assertThat(history.events())
        .endsWith(new BufferEvent.DeliveryGivenUp(history.now(), 1, 3, 3, "Still no bucket."));
    assertThat(history.buffer().batch()).isEmpty();
    assertThat(history.buffer().pending().recordCount()).as("younger records stay").isOne();
    assertThat(history.buffer().deliveredAt()).isEqualTo(Optional.empty());
  }

  @Test
  void a_report_about_another_batch_does_nothing() {
    List<BufferEvent> before = history.events();
    history.failed(2, "No bucket.");
    assertThat(history.events()).isEqualTo(before);
    history.uploaded(1);
    before = history.events();
    history.failed(1, "No bucket.");
    assertThat(history.events()).isEqualTo(before);
  }
}
