package io.hydrant.core.stream;

import static io.hydrant.core.stream.StreamHistory.CALLER;
import static io.hydrant.core.stream.StreamHistory.arn;
import static io.hydrant.core.stream.StreamHistory.refusal;
import static io.hydrant.core.stream.StreamHistory.start;
import static io.hydrant.core.stream.StreamHistory.target;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is refused at once, and what becomes ENABLING_FAILED. */
class KeyCheckTest {
  private static final EncryptionConfigurationInput CUSTOMERS =
      new EncryptionConfigurationInput(
          KeyType.CUSTOMER_MANAGED_CMK, Optional.of("arn:aws:kms:::alias/mine"));
  private static final ServiceError DISABLED =
      new ServiceError("DisabledException", "key a is disabled.");

  @Test
  void a_customers_key_is_described_and_firehoses_own_is_not() {
    assertThat(KeyCheck.toDescribe(CUSTOMERS)).contains("arn:aws:kms:::alias/mine");
    assertThat(KeyCheck.toDescribe(EncryptionConfigurationInput.DEFAULT)).isEmpty();
  }

  @Test
  void a_key_that_kms_describes_is_the_target_by_its_own_arn() {
    assertThat(KeyCheck.answered(CALLER, CUSTOMERS, Reply.success(arn("a"))))
        .isEqualTo(Reply.success(target("a")));
    assertThat(
            KeyCheck.answered(
                CALLER, EncryptionConfigurationInput.DEFAULT, Reply.success(arn("own"))))
        .isEqualTo(Reply.success(new ResolvedKey(KeyType.AWS_OWNED_CMK, arn("own"), CALLER)));
  }

  @Test
  void what_the_look_refuses_is_invalid_kms_resource_with_kms_own_code() {
    ServiceError refused = refusal(KeyCheck.answered(CALLER, CUSTOMERS, Reply.failure(DISABLED)));
    assertThat(refused.code()).isEqualTo("InvalidKMSResourceException");
    assertThat(refused.message()).isEqualTo(DISABLED.message());
    assertThat(refused.details()).containsEntry("code", "DisabledException");
  }

  @Test
  void the_same_refusal_after_the_look_is_enabling_failed() {
    StreamHistory history = StreamHistory.active();
    history.handle(start("a"));
    history.handle(new StreamTaskResult.CreateGrantCompleted(1, arn("a"), Reply.failure(DISABLED)));
    assertThat(history.stream().encryption().status()).isEqualTo(EncryptionStatus.ENABLING_FAILED);
  }

  @Test
  void without_an_answer_the_caller_may_try_again() {
    assertThat(refusal(KeyCheck.unanswered()).code()).isEqualTo("ServiceUnavailableException");
  }
}
