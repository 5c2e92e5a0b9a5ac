package io.hydrant.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.buffer.BufferSummary;
import io.hydrant.core.buffer.DeliveryFailure;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The content of a buffer in the overview. */
class BufferWordsTest {
  private static final Instant NOW = Instant.EPOCH;

  private static String words(long records, boolean underWay, Optional<DeliveryFailure> failure) {
    return BufferWords.held(
        new BufferSummary(
            records,
            2048,
            Optional.of(NOW),
            Optional.of(NOW.plusSeconds(58)),
            underWay,
            Optional.empty(),
            failure),
        NOW);
  }

  @Test
  void records_that_wait_have_a_time() {
    assertThat(words(3, false, Optional.empty())).isEqualTo("3 records, 2.0 KiB, due in 58 s");
    assertThat(words(1, true, Optional.empty())).isEqualTo("1 record, 2.0 KiB, being delivered");
    assertThat(words(0, false, Optional.empty())).isEqualTo("empty");
  }

  @Test
  void records_that_fail_have_the_reason_since_when_and_the_next_attempt() {
    DeliveryFailure failure =
        new DeliveryFailure(NOW, 4, NOW.plusSeconds(30), "There is no bucket.");
    assertThat(words(3, true, Optional.of(failure)))
        .isEqualTo(
            "3 records, 2.0 KiB, 4 attempts failed since 1970-01-01 00:00:00.000, next at"
                + " 1970-01-01 00:00:30.000: There is no bucket.");
  }
}
