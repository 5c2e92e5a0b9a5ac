package io.hydrant.core.stream;

import static io.hydrant.core.stream.StreamHistory.arn;
import static io.hydrant.core.stream.StreamHistory.start;
import static io.hydrant.core.stream.StreamHistory.stop;
import static io.hydrant.core.stream.StreamHistory.target;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.destination.DeliveryStreamType;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.stream.DeliveryStreamDescription.EncryptionDescription;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The status, the key and the failure that DescribeDeliveryStream shows in each state. */
class DescriptionTest {
  private static final ServiceError DENIED = new ServiceError("AccessDeniedException", "no");

  private static DeliveryStreamDescription describe(StreamHistory history) {
    return DescribeDeliveryStream.describe(history.stream());
  }

  private static EncryptionDescription customers(String key, EncryptionStatus status) {
    return new EncryptionDescription(
        Optional.of(arn(key)), Optional.of(KeyType.CUSTOMER_MANAGED_CMK), status, Optional.empty());
  }

  private static EncryptionDescription withoutKey(EncryptionStatus status) {
    return new EncryptionDescription(Optional.empty(), Optional.empty(), status, Optional.empty());
  }

  @Test
  void a_stream_that_is_created_or_deleted_has_no_failure() {
    StreamHistory history = new StreamHistory();
    history.create(DeliveryStreamType.DIRECT_PUT, Optional.empty());
    assertThat(describe(history).status()).isEqualTo(DeliveryStreamStatus.CREATING);
    assertThat(describe(history).failure()).isEmpty();
    StreamHistory deleted = StreamHistory.active();
    assertThat(describe(deleted).failure()).isEmpty();
    deleted.handle(new DeleteDeliveryStream(false));
    assertThat(describe(deleted).status()).isEqualTo(DeliveryStreamStatus.DELETING);
    assertThat(describe(deleted).failure()).isEmpty();
  }

  @Test
  void a_failed_creation_shows_why() {
    StreamHistory history = new StreamHistory();
    history.create(DeliveryStreamType.DIRECT_PUT, Optional.of(target("a")));
    history.handle(new StreamTaskResult.CreateGrantCompleted(1, arn("a"), Reply.failure(DENIED)));
    assertThat(describe(history).failure().map(FailureDescription::type))
        .contains(FailureType.KMS_ACCESS_DENIED);
  }

  @Test
  void a_stream_without_encryption_shows_no_key() {
    assertThat(describe(StreamHistory.active()).encryption())
        .isEqualTo(withoutKey(EncryptionStatus.DISABLED));
  }

  @Test
  void the_new_key_is_shown_while_it_is_being_enabled_and_afterwards() {
    StreamHistory history = StreamHistory.active();
    history.handle(start("a"));
    assertThat(describe(history).encryption()).isEqualTo(customers("a", EncryptionStatus.ENABLING));
    assertThat(describe(StreamHistory.encrypted()).encryption())
        .isEqualTo(customers("a", EncryptionStatus.ENABLED));
  }

  @Test
  void the_key_is_shown_until_encryption_is_disabled() {
    StreamHistory history = StreamHistory.encrypted();
    history.handle(stop());
    assertThat(describe(history).encryption())
        .isEqualTo(customers("a", EncryptionStatus.DISABLING));
    history.pass(StreamHistory.PACE.disabling());
    history.handle(new StreamTaskResult.TransitionDue(Duration.ZERO));
    assertThat(describe(history).encryption()).isEqualTo(withoutKey(EncryptionStatus.DISABLED));
  }

  @Test
  void a_failed_change_of_key_shows_the_key_that_still_encrypts() {
    StreamHistory history = StreamHistory.encrypted();
    history.handle(start("b"));
    history.handle(new StreamTaskResult.CreateGrantCompleted(2, arn("b"), Reply.failure(DENIED)));
    EncryptionDescription shown = describe(history).encryption();
    assertThat(shown.keyArn()).contains(arn("a"));
    assertThat(shown.keyType()).contains(KeyType.CUSTOMER_MANAGED_CMK);
    assertThat(shown.status()).isEqualTo(EncryptionStatus.ENABLING_FAILED);
  }

  @Test
  void a_failed_first_key_is_shown_itself() {
    StreamHistory history = StreamHistory.active();
    history.handle(start("a"));
    history.handle(new StreamTaskResult.CreateGrantCompleted(1, arn("a"), Reply.failure(DENIED)));
    assertThat(describe(history).encryption().keyArn()).contains(arn("a"));
  }

  @Test
  void the_arn_of_an_aws_owned_key_is_not_shown() {
    assertThat(describe(StreamHistory.encryptedUnderOwnedKey()).encryption())
        .isEqualTo(
            new EncryptionDescription(
                Optional.empty(),
                Optional.of(KeyType.AWS_OWNED_CMK),
                EncryptionStatus.ENABLED,
                Optional.empty()));
  }

  @Test
  void a_stop_of_a_stream_without_encryption_shows_no_key() {
    StreamHistory history = StreamHistory.active();
    history.handle(stop());
    assertThat(describe(history).encryption()).isEqualTo(withoutKey(EncryptionStatus.DISABLING));
  }
}
