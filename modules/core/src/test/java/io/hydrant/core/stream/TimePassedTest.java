package io.hydrant.core.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.destination.DeliveryStreamType;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What time alone brings about, and not before it has come. */
class TimePassedTest {
  private static final StreamTaskResult STEP = new StreamTaskResult.TransitionDue(Duration.ZERO);

  @Test
  void a_stream_is_active_when_its_creation_has_lasted_long_enough() {
    StreamHistory history = new StreamHistory();
    history.create(DeliveryStreamType.DIRECT_PUT, Optional.empty());
    history.handle(STEP);
    assertThat(history.stream().lifecycle().status()).isEqualTo(DeliveryStreamStatus.CREATING);
    history.pass(StreamHistory.PACE.creating());
    history.handle(STEP);
    assertThat(history.stream().lifecycle().status()).isEqualTo(DeliveryStreamStatus.ACTIVE);
  }

  @Test
  void encryption_is_disabled_when_disabling_has_lasted_long_enough() {
    StreamHistory history = StreamHistory.encrypted();
    history.handle(StreamHistory.stop());
    history.handle(STEP);
    assertThat(history.stream().encryption().status()).isEqualTo(EncryptionStatus.DISABLING);
    history.pass(StreamHistory.PACE.disabling());
    history.handle(STEP);
    assertThat(history.stream().encryption().status()).isEqualTo(EncryptionStatus.DISABLED);
  }

  @Test
  void a_key_that_kms_has_not_given_yet_is_not_in_force_however_long_it_takes() {
    StreamHistory history = StreamHistory.active();
    history.handle(StreamHistory.start("a"));
    history.pass(Duration.ofDays(1));
    history.handle(STEP);
    assertThat(history.stream().encryption().status()).isEqualTo(EncryptionStatus.ENABLING);
  }
}
