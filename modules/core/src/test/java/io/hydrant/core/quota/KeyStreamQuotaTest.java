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
  private KeyStreamQuota claims = KeyStreamQuota.NONE;
  private Instant now = Instant.parse("2026-11-23T12:00:00Z");

  private <O> Reply<O> handle(KeyStreamQuotaCommand<O> command) {
    Decision<KeyStreamQuotaEvent, O> decision = command.decide(claims, now);
    claims = Fold.fold(claims, decision.events());
    return decision.reply();
  }

  private boolean claim(int stream) {
    return handle(
            new KeyStreamQuotaCommand.ReserveKey(
                "key", "stream-" + stream, QuotaLimits.STREAMS_PER_KEY_MAX, false))
        .fold(
            done -> true,
            refusal -> {
              assertThat(refusal.code()).isEqualTo("LimitExceededException");
              return false;
            });
  }

  @Test
  void a_key_takes_500_streams_and_not_one_more() {
    for (int stream = 1; stream <= 500; stream++) {
      assertThat(claim(stream)).isTrue();
    }
    assertThat(claim(501)).isFalse();
    assertThat(claim(500)).as("one that is let already").isTrue();
  }

  @Test
  void a_released_place_is_free_again() {
    for (int stream = 1; stream <= 500; stream++) {
      claim(stream);
    }
    release("stream-7", "stream-unknown");
    assertThat(claim(501)).as("a claim has its time of grace").isFalse();
    now = now.plus(Duration.ofMinutes(1));
    release("stream-7", "stream-unknown");
    assertThat(claim(501)).isTrue();
    assertThat(claim(7)).isFalse();
  }

  private void release(String... streams) {
    handle(new KeyStreamQuotaCommand.ReleaseReservations(List.of(streams), now));
  }

  @Test
  void a_stream_that_claims_again_while_its_old_claim_is_looked_at_keeps_its_place() {
    claim(1);
    now = now.plus(Duration.ofMinutes(1));
    Instant looked = now;
    now = now.plus(Duration.ofSeconds(1));
    claim(1);
    now = now.plus(Duration.ofHours(1));
    handle(new KeyStreamQuotaCommand.ReleaseReservations(List.of("stream-1"), looked));
    assertThat(claims.streams()).containsOnlyKeys("stream-1");
    handle(new KeyStreamQuotaCommand.ReleaseReservations(List.of("stream-1"), now));
    assertThat(claims.streams()).isEmpty();
  }

  @Test
  void a_claim_of_the_same_instant_as_the_reading_may_have_come_later_and_stays() {
    claim(1);
    now = now.plus(Duration.ofHours(1));
    Instant read = now;
    claim(1);
    now = now.plus(Duration.ofHours(1));
    handle(new KeyStreamQuotaCommand.ReleaseReservations(List.of("stream-1"), read));
    assertThat(claims.streams()).containsOnlyKeys("stream-1");
  }

  @Test
  void a_stream_that_uses_the_key_is_counted_whatever_the_limit_says() {
    for (int stream = 1; stream <= 500; stream++) {
      claim(stream);
    }
    handle(KeyStreamQuotaCommand.ReserveKey.held("key", "stream-501"));
    assertThat(claims.streams()).containsKey("stream-501");
    Instant claimed = now;
    now = now.plus(Duration.ofSeconds(59));
    handle(KeyStreamQuotaCommand.ReserveKey.held("key", "stream-501"));
    assertThat(claims.streams())
        .as("said again within its time of grace, it is no new claim")
        .containsEntry("stream-501", claimed);
  }

  @Test
  void an_old_claim_of_a_stream_that_uses_the_key_outlives_a_sweep_that_looked_before() {
    claim(1);
    now = now.plus(Duration.ofMinutes(1));
    Instant looked = now;
    now = now.plusMillis(1);
    handle(KeyStreamQuotaCommand.ReserveKey.held("key", "stream-1"));
    now = now.plus(Duration.ofHours(1));
    handle(new KeyStreamQuotaCommand.ReleaseReservations(List.of("stream-1"), looked));
    assertThat(claims.streams()).containsOnlyKeys("stream-1");
  }

  @Test
  void a_claim_is_left_alone_while_its_encryption_may_be_about_to_start() {
    claim(1);
    now = now.plus(Duration.ofSeconds(59));
    assertThat(handle(new KeyStreamQuotaCommand.StaleReservations()))
        .isEqualTo(Reply.success(List.of()));
    now = now.plus(Duration.ofSeconds(1));
    assertThat(handle(new KeyStreamQuotaCommand.StaleReservations()))
        .isEqualTo(Reply.success(List.of("stream-1")));
  }
}
