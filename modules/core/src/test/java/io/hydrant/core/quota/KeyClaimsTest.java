package io.hydrant.core.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.History;
import io.hydrant.core.entity.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyClaimsTest {
  private KeyClaims claims = KeyClaims.NONE;
  private Instant now = Instant.parse("2026-11-23T12:00:00Z");

  private <O> Reply<O> tell(KeyClaimCommand<O> command) {
    Decision<KeyClaimEvent, O> decision = command.decide(claims, now);
    claims = History.fold(claims, decision.events());
    return decision.reply();
  }

  private boolean claim(int stream) {
    return tell(new KeyClaimCommand.ClaimKey("key", "stream-" + stream, Limits.STREAMS_PER_KEY_MAX))
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
    tell(new KeyClaimCommand.ReleaseKey(List.of("stream-7", "stream-unknown")));
    assertThat(claim(501)).isTrue();
    assertThat(claim(7)).isFalse();
  }

  @Test
  void a_claim_is_left_alone_while_its_encryption_may_be_about_to_start() {
    claim(1);
    now = now.plus(Duration.ofSeconds(59));
    assertThat(tell(new KeyClaimCommand.OldClaims())).isEqualTo(Reply.success(List.of()));
    now = now.plus(Duration.ofSeconds(1));
    assertThat(tell(new KeyClaimCommand.OldClaims())).isEqualTo(Reply.success(List.of("stream-1")));
  }
}
