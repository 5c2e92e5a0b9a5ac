package io.hydrant.core.kms;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.entity.Reply;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeySummaryTest {
  private static final KeySummary.Read READ = new KeySummary.Read(KeyHistory.ARN);

  @Test
  void a_key_says_its_state_its_grants_and_its_rotations() {
    KeyHistory key = KeyHistory.created();
    assertThat(key.ask(READ))
        .isEqualTo(
            Reply.success(
                new KeySummary(KeyHistory.ARN, KeyManager.CUSTOMER, KeyState.ENABLED, 0, 0)));
    key.grant("grant-1", Optional.empty(), GrantConstraints.NONE);
    assertThat(key.ask(READ).fold(KeySummary::inWords, Object::toString))
        .isEqualTo("Enabled, 1 grant");
    assertThat(
            new KeySummary(KeyHistory.ARN, KeyManager.CUSTOMER, KeyState.DISABLED, 2, 3).inWords())
        .isEqualTo("Disabled, 2 grants, rotated 3 times");
  }

  @Test
  void a_key_that_never_was_or_no_longer_exists_is_not_found() {
    assertThat(new KeyHistory().ask(READ))
        .isEqualTo(Reply.failure(Errors.noSuchKey(KeyHistory.ARN)));
    KeyHistory key = KeyHistory.created();
    key.ask(new ScheduleKeyDeletion(KeyHistory.OWNER, KeyHistory.ARN, Optional.of(7)));
    assertThat(key.ask(READ).fold(KeySummary::inWords, Object::toString))
        .startsWith("PendingDeletion");
    key.now = key.now.plus(Duration.ofDays(7));
    assertThat(key.ask(READ)).isEqualTo(Reply.failure(Errors.noSuchKey(KeyHistory.ARN)));
  }
}
