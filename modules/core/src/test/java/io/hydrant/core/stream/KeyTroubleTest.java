package io.hydrant.core.stream;

import static io.hydrant.core.stream.StreamHistory.arn;
import static io.hydrant.core.stream.StreamHistory.refusal;
import static io.hydrant.core.stream.StreamHistory.start;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.stream.DeliveryStreamDescription.EncryptionDescription;
import org.junit.jupiter.api.Test;

/** A key that fails after the stream has begun to use it. */
class KeyTroubleTest {
  private static final ServiceError DENIED = new ServiceError("AccessDeniedException", "no");
  private static final ServiceError GONE =
      new ServiceError("NotFoundException", "Key 'a' does not exist");

  private static StreamHistory deletedWithAGrantThatStays(boolean force) {
    StreamHistory history = StreamHistory.encrypted();
    history.handle(new DeleteDeliveryStream(force));
    history.handle(new StreamTaskResult.BufferDrained());
    history.handle(new StreamTaskResult.RetireGrantFailed(1, DENIED));
    return history;
  }

  private static EncryptionDescription encryption(StreamHistory history) {
    return DescribeDeliveryStream.describe(history.stream()).encryption();
  }

  @Test
  void a_grant_that_kms_will_not_retire_makes_a_deletion_fail_with_a_description() {
    StreamHistory history = deletedWithAGrantThatStays(false);
    DeliveryStreamDescription shown = DescribeDeliveryStream.describe(history.stream());
    assertThat(shown.status()).isEqualTo(DeliveryStreamStatus.DELETING_FAILED);
    assertThat(shown.failure().orElseThrow().type()).isEqualTo(FailureType.RETIRE_KMS_GRANT_FAILED);
    assertThat(shown.failure().orElseThrow().details()).contains("AllowForceDelete");
    assertThat(history.owed()).isEmpty();
    assertThat(refusal(history.handle(start("b"))).code()).isEqualTo("ResourceInUseException");
  }

  @Test
  void a_failed_deletion_is_tried_again_by_deleting_again() {
    StreamHistory history = deletedWithAGrantThatStays(false);
    history.handle(new DeleteDeliveryStream(false));
    history.handle(new StreamTaskResult.BufferDrained());
    history.handle(new StreamTaskResult.GrantRetired(1, "grant-a"));
    assertThat(history.due()).containsExactly(new StreamTask.DeregisterName(StreamHistory.ARN, 1));
  }

  @Test
  void a_forced_deletion_leaves_the_grant_to_its_owner() {
    StreamHistory history = deletedWithAGrantThatStays(true);
    assertThat(history.due()).containsExactly(new StreamTask.DeregisterName(StreamHistory.ARN, 1));
  }

  @Test
  void a_deletion_under_way_can_still_be_forced() {
    StreamHistory history = StreamHistory.encrypted();
    history.handle(new DeleteDeliveryStream(false));
    history.handle(new StreamTaskResult.BufferDrained());
    history.handle(new DeleteDeliveryStream(true));
    history.handle(new StreamTaskResult.BufferDrained());
    history.handle(new StreamTaskResult.RetireGrantFailed(1, DENIED));
    assertThat(history.due()).containsExactly(new StreamTask.DeregisterName(StreamHistory.ARN, 1));
  }

  @Test
  void records_that_cannot_be_opened_show_in_the_description_until_they_are_delivered() {
    StreamHistory history = StreamHistory.encrypted();
    history.handle(new StreamTaskResult.DataKeyDecryptFailed(1, GONE));
    int stored = history.events().size();
    history.handle(new StreamTaskResult.DataKeyDecryptFailed(1, GONE));
    assertThat(history.events()).as("stored once").hasSize(stored);
    assertThat(encryption(history).status()).isEqualTo(EncryptionStatus.ENABLED);
    assertThat(encryption(history).failure().orElseThrow().type())
        .isEqualTo(FailureType.KMS_KEY_NOT_FOUND);
    history.handle(new StreamTaskResult.DeliveryRecovered());
    assertThat(encryption(history).failure()).isEmpty();
  }

  @Test
  void the_failure_of_a_change_is_shown_before_that_of_the_records() {
    StreamHistory history = StreamHistory.encrypted();
    history.handle(new StreamTaskResult.DataKeyDecryptFailed(1, GONE));
    history.handle(start("b"));
    history.handle(new StreamTaskResult.CreateGrantCompleted(2, arn("b"), Reply.failure(DENIED)));
    assertThat(encryption(history).failure().orElseThrow().type())
        .isEqualTo(FailureType.KMS_ACCESS_DENIED);
  }
}
