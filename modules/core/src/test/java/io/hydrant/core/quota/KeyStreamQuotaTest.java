package io.hydrant.core.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.Fold;
import io.hydrant.core.entity.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyStreamQuotaTest {
  private KeyStreamQuota quota = KeyStreamQuota.NONE;
  private Instant now = Instant.parse("2026-11-23T12:00:00Z");

  private <O> Reply<O> handle(KeyStreamQuotaCommand<O> command) {
    Decision<KeyStreamQuotaEvent, O> decision = command.decide(quota, now);
    quota = Fold.fold(quota, decision.events());
    return decision.reply();
  }

  private boolean reserve(int stream) {
    return handle(
            new KeyStreamQuotaCommand.ReserveKey(
                "key", "stream-" + stream, QuotaLimits.STREAMS_PER_KEY_MAX, false))
        .fold(
            done -> true,
            error -> {
              assertThat(error.code()).isEqualTo("LimitExceededException");
              return false;
            });
  }

  @Test
  void a_key_takes_500_streams_and_not_one_more() {
    for (int stream = 1; stream <= 500; stream++) {
      assertThat(reserve(stream)).isTrue();
    }
    assertThat(reserve(501)).isFalse();
    assertThat(reserve(500)).as("it has a place already").isTrue();
  }

  @Test
  void a_released_place_is_free_again() {
    for (int stream = 1; stream <= 500; stream++) {
      reserve(stream);
    }
    release("stream-7", "stream-unknown");
    assertThat(reserve(501)).as("encryption has a minute to start").isFalse();
    now = now.plus(Duration.ofMinutes(1));
    release("stream-7", "stream-unknown");
    assertThat(reserve(501)).isTrue();
    assertThat(reserve(7)).isFalse();
  }

  private void release(String... streams) {
    handle(new KeyStreamQuotaCommand.ReleaseReservations(List.of(streams), now));
  }

  @Test
  void a_stream_that_reserves_again_while_its_old_reservation_is_checked_keeps_its_place() {
    reserve(1);
    now = now.plus(Duration.ofMinutes(1));
    Instant read = now;
    now = now.plus(Duration.ofSeconds(1));
    reserve(1);
    now = now.plus(Duration.ofHours(1));
    handle(new KeyStreamQuotaCommand.ReleaseReservations(List.of("stream-1"), read));
    assertThat(quota.streams()).containsOnlyKeys("stream-1");
    handle(new KeyStreamQuotaCommand.ReleaseReservations(List.of("stream-1"), now));
    assertThat(quota.streams()).isEmpty();
  }

  @Test
  void a_reservation_of_the_same_instant_as_the_reading_is_not_released() {
    reserve(1);
    now = now.plus(Duration.ofHours(1));
    Instant read = now;
    reserve(1);
    now = now.plus(Duration.ofHours(1));
    handle(new KeyStreamQuotaCommand.ReleaseReservations(List.of("stream-1"), read));
    assertThat(quota.streams()).containsOnlyKeys("stream-1");
  }

  @Test
  void a_stream_that_uses_the_key_is_counted_whatever_the_limit_says() {
    for (int stream = 1; stream <= 500; stream++) {
      reserve(stream);
    }
    handle(KeyStreamQuotaCommand.ReserveKey.held("key", "stream-501"));
    assertThat(quota.streams()).containsKey("stream-501");
    Instant reserved = now;
    now = now.plus(Duration.ofSeconds(59));
    handle(KeyStreamQuotaCommand.ReserveKey.held("key", "stream-501"));
    assertThat(quota.streams())
        .as("a recent reservation is not replaced")
        .containsEntry("stream-501", reserved);
  }

  @Test
  void a_renewed_reservation_is_not_released_by_a_check_that_began_before() {
    reserve(1);
    now = now.plus(Duration.ofMinutes(1));
    Instant read = now;
    now = now.plusMillis(1);
    handle(KeyStreamQuotaCommand.ReserveKey.held("key", "stream-1"));
    now = now.plus(Duration.ofHours(1));
    handle(new KeyStreamQuotaCommand.ReleaseReservations(List.of("stream-1"), read));
    assertThat(quota.streams()).containsOnlyKeys("stream-1");
  }

  @Test
  void a_reservation_is_stale_when_encryption_has_not_started_within_a_minute() {
    reserve(1);
    now = now.plus(Duration.ofSeconds(59));
    assertThat(handle(new KeyStreamQuotaCommand.StaleReservations()))
        .isEqualTo(Reply.success(List.of()));
    now = now.plus(Duration.ofSeconds(1));
    assertThat(handle(new KeyStreamQuotaCommand.StaleReservations()))
        .isEqualTo(Reply.success(List.of("stream-1")));
  }
}
