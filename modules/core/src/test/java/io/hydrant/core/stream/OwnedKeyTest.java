package io.hydrant.core.stream;

import static io.hydrant.core.stream.StreamHistory.ARN;
import static io.hydrant.core.stream.StreamHistory.WRAPPED;
import static io.hydrant.core.stream.StreamHistory.ownedTarget;
import static io.hydrant.core.stream.StreamHistory.stop;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.destination.DeliveryStreamType;
import io.hydrant.core.entity.Reply;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An AWS owned key needs no grant: there is none to create, to count or to retire. */
class OwnedKeyTest {
  @Test
  void a_start_asks_kms_for_a_data_key_alone() {
    StreamHistory history = StreamHistory.active();
    history.handle(StreamHistory.startOwned());
    assertThat(history.owed())
        .containsExactly(new StreamTask.GenerateDataKey(ARN, 1, ownedTarget()));
  }

  @Test
  void the_stream_uses_no_customers_key() {
    assertThat(StreamHistory.encryptedUnderOwnedKey().stream().customerKeys()).isEmpty();
  }

  @Test
  void nothing_is_left_to_do_for_it_once_its_records_are_delivered() {
    StreamHistory history = StreamHistory.encryptedUnderOwnedKey();
    history.handle(stop());
    history.pass(StreamHistory.PACE.disabling());
    history.handle(new StreamTaskResult.TransitionDue(Duration.ZERO));
    assertThat(history.due()).containsExactly(new StreamTask.AwaitDrained(ARN, 1, 1));
    history.handle(new StreamTaskResult.Drained(1));
    assertThat(history.stream().retiringKeys()).isEmpty();
    assertThat(history.owed()).isEmpty();
  }

  @Test
  void a_deleted_stream_leaves_its_name_as_soon_as_its_buffer_is_empty() {
    StreamHistory history = StreamHistory.encryptedUnderOwnedKey();
    history.handle(new DeleteDeliveryStream(false));
    history.handle(new StreamTaskResult.BufferDrained());
    assertThat(history.owed()).containsExactly(new StreamTask.DeregisterName(ARN, 1));
  }

  @Test
  void a_stream_created_with_it_is_active_once_it_is_in_force_and_the_time_has_come() {
    StreamHistory history = new StreamHistory();
    history.create(DeliveryStreamType.DIRECT_PUT, Optional.of(ownedTarget()));
    history.handle(
        new StreamTaskResult.GenerateDataKeyCompleted(1, Reply.success(WRAPPED), Duration.ZERO));
    assertThat(history.owed()).containsExactly(new StreamTask.CompleteTransition(ARN));
    assertThat(history.due()).isEmpty();
    history.pass(StreamHistory.PACE.creating());
    assertThat(history.due()).containsExactly(new StreamTask.CompleteTransition(ARN));
    history.handle(new StreamTaskResult.TransitionDue(Duration.ZERO));
    assertThat(history.stream().isActive()).isTrue();
  }
}
