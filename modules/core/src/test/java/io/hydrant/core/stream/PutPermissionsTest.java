package io.hydrant.core.stream;

import static io.hydrant.core.stream.StreamHistory.arn;
import static io.hydrant.core.stream.StreamHistory.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.stream.PutPermissions.Freshness;
import io.hydrant.core.stream.PutPermissions.KeyAction;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rule of April 2026 on who may put records. */
class PutPermissionsTest {
  private static final Optional<KeyEpoch> CUSTOMERS = key(KeyType.CUSTOMER_MANAGED_CMK);
  private static final Reply<NoOutput> PERMITTED = Reply.success(new NoOutput());
  private static final Instant ASKED = Instant.parse("2026-11-23T12:00:00Z");
  private static final Duration REMEMBERED = Duration.ofSeconds(10);

  private static Optional<KeyEpoch> key(KeyType type) {
    return Optional.of(new KeyEpoch(1, type, arn("a"), Optional.empty(), StreamHistory.WRAPPED));
  }

  private static Freshness after(long millis) {
    return PutPermissions.freshness(ASKED, ASKED.plusMillis(millis), REMEMBERED);
  }

  @Test
  void both_a_data_key_and_its_opening_must_be_permitted() {
    assertThat(PutPermissions.NEEDED)
        .containsExactly(KeyAction.GENERATE_DATA_KEY, KeyAction.DECRYPT);
  }

  @Test
  void only_a_customers_key_is_asked() {
    assertThat(PutPermissions.keyToAsk(true, CUSTOMERS)).contains(arn("a"));
    assertThat(PutPermissions.keyToAsk(true, key(KeyType.AWS_OWNED_CMK))).isEmpty();
    assertThat(PutPermissions.keyToAsk(true, Optional.empty())).isEmpty();
  }

  @Test
  void by_the_rule_before_no_key_is_asked() {
    assertThat(PutPermissions.keyToAsk(false, CUSTOMERS)).isEmpty();
  }

  @Test
  void a_denial_of_access_refuses_the_put() {
    ServiceError denied = new ServiceError("AccessDeniedException", "not authorized");
    ServiceError refused = refusal(PutPermissions.answered(Reply.failure(denied)));
    assertThat(refused.code()).isEqualTo("InvalidKMSResourceException");
    assertThat(refused.details()).containsEntry("code", "AccessDeniedException");
  }

  @ParameterizedTest
  @ValueSource(strings = {"DisabledException", "NotFoundException", "KMSInvalidStateException"})
  void a_key_that_cannot_be_used_is_no_matter_of_permissions(String code) {
    assertThat(PutPermissions.answered(Reply.failure(new ServiceError(code, "no"))))
        .isEqualTo(PERMITTED);
  }

  @Test
  void a_permission_or_no_answer_lets_the_put_pass() {
    assertThat(PutPermissions.answered(PERMITTED)).isEqualTo(PERMITTED);
    assertThat(PutPermissions.unanswered()).isEqualTo(PERMITTED);
  }

  @Test
  void a_permission_is_asked_for_ahead_in_the_second_half_of_its_time_and_again_after_it() {
    assertThat(after(0)).isEqualTo(Freshness.FRESH);
    assertThat(after(4_999)).isEqualTo(Freshness.FRESH);
    assertThat(after(5_000)).isEqualTo(Freshness.AGING);
    assertThat(after(9_999)).isEqualTo(Freshness.AGING);
    assertThat(after(10_000)).isEqualTo(Freshness.STALE);
  }
}
