package io.hydrant.acceptance;

import static io.hydrant.acceptance.page.Sentence.PUT_BATCH_PARTLY;
import static io.hydrant.acceptance.page.Sentence.PUT_KEY_GONE_FOR_GOOD;
import static io.hydrant.acceptance.page.Sentence.PUT_MENDED_BY_STARTING_AGAIN;
import static io.hydrant.acceptance.page.Sentence.PUT_REFUSED_WITHOUT_THE_KEY;
import static io.hydrant.acceptance.page.Sentence.PUT_SEALED_RECORDS_WAIT;
import static io.hydrant.acceptance.page.Sentence.START_INVALID_KMS_RESOURCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static software.amazon.awssdk.services.firehose.model.DeliveryStreamEncryptionStatus.ENABLED;

import io.hydrant.acceptance.page.Proves;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.firehose.model.FailureDescription;
import software.amazon.awssdk.services.firehose.model.InvalidKmsResourceException;
import software.amazon.awssdk.services.firehose.model.ServiceUnavailableException;

/** Puts and buffered records under a key that fails. The cached data key lives 100 ms here. */
class PutPageTest extends OneNode {
  private static final Duration CACHE = Duration.ofMillis(100);

  private String encrypted(String key) {
    String stream = newName();
    create(stream, 900);
    encrypt(stream, key);
    put(stream, "before");
    return stream;
  }

  /** The span of the cached data key is over, and the next put is refused. */
  private InvalidKmsResourceException refused(String stream) {
    advance(CACHE);
    InvalidKmsResourceException one =
        catchThrowableOfType(InvalidKmsResourceException.class, () -> put(stream, "x"));
    InvalidKmsResourceException batch =
        catchThrowableOfType(InvalidKmsResourceException.class, () -> putBatch(stream, "x"));
    assertThat(one).isNotNull();
    assertThat(batch.code()).isEqualTo(one.code());
    assertThat(one.statusCode()).isEqualTo(400);
    return one;
  }

  @Test
  @Proves({PUT_REFUSED_WITHOUT_THE_KEY, START_INVALID_KMS_RESOURCE})
  void under_a_disabled_key_puts_are_refused() {
    String key = newKey();
    String stream = encrypted(key);
    kms.disableKey(r -> r.keyId(key));
    assertThat(refused(stream).code()).isEqualTo("DisabledException");
    assertThat(refused(stream).getMessage()).contains(key + " is disabled.");
    kms.enableKey(r -> r.keyId(key));
    assertThat(put(stream, "after").encrypted()).isTrue();
  }

  @Test
  @Proves({PUT_REFUSED_WITHOUT_THE_KEY, START_INVALID_KMS_RESOURCE})
  void under_a_key_that_is_to_be_deleted_puts_are_refused() {
    String key = newKey();
    String stream = encrypted(key);
    kms.scheduleKeyDeletion(r -> r.keyId(key).pendingWindowInDays(7));
    assertThat(refused(stream).code()).isEqualTo("KMSInvalidStateException");
  }

  @Test
  @Proves({PUT_REFUSED_WITHOUT_THE_KEY, PUT_MENDED_BY_STARTING_AGAIN, START_INVALID_KMS_RESOURCE})
  void without_its_grant_puts_are_refused_until_encryption_is_started_again() {
    String key = newKey();
    String stream = encrypted(key);
    kms.revokeGrant(r -> r.keyId(key).grantId(grants(key).get(0).grantId()));
    assertThat(refused(stream).code()).isEqualTo("AccessDeniedException");
    assertThat(refused(stream).getMessage())
        .contains("The grant for the CMK to this delivery stream might have been revoked");
    encrypt(stream, key);
    assertThat(put(stream, "mended").encrypted()).isTrue();
    advance(Duration.ofMinutes(15));
    awaitDelivered(stream, "beforemended");
  }

  @Test
  @Proves(PUT_SEALED_RECORDS_WAIT)
  void sealed_records_wait_for_their_key_and_the_stream_says_so() {
    String key = newKey();
    String stream = encrypted(key);
    kms.disableKey(r -> r.keyId(key));
    advance(Duration.ofMinutes(15));
    await().atMost(PATIENCE).until(() -> failure(stream).isPresent());
    assertThat(failure(stream).orElseThrow().typeAsString()).isEqualTo("DISABLED_KMS_KEY");
    assertThat(failure(stream).orElseThrow().details()).contains("wait", key);
    assertThat(encryption(stream).status()).isEqualTo(ENABLED);
    assertThat(delivered(stream)).isEmpty();
    kms.enableKey(r -> r.keyId(key));
    awaitDelivered(stream, "before");
    await().atMost(PATIENCE).until(() -> failure(stream).isEmpty());
  }

  private Optional<FailureDescription> failure(String stream) {
    return Optional.ofNullable(encryption(stream).failureDescription());
  }

  @Test
  @Proves({PUT_KEY_GONE_FOR_GOOD, PUT_REFUSED_WITHOUT_THE_KEY})
  void under_a_key_that_is_gone_nothing_can_be_put_or_opened() {
    String key = newKey();
    String stream = encrypted(key);
    kms.scheduleKeyDeletion(r -> r.keyId(key).pendingWindowInDays(7));
    advance(Duration.ofDays(7));
    assertThat(refused(stream).code()).isEqualTo("NotFoundException");
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                failure(stream)
                    .filter(why -> why.typeAsString().equals("KMS_KEY_NOT_FOUND"))
                    .isPresent());
    assertThat(failure(stream).orElseThrow().details()).contains("cannot be opened", key);
    assertThat(delivered(stream)).isEmpty();
    encrypt(stream, newKey());
    assertThat(put(stream, "under another key").encrypted()).isTrue();
  }

  @Test
  @Proves(PUT_BATCH_PARTLY)
  void of_a_batch_some_records_can_fail() {
    String stream = newName();
    create(stream, 900);
    encrypt(stream, newKey());
    fault(
        "{'service':'firehose','operation':'PutRecordBatch','on':'%s','times':1,'share':0.5,'error':{'code':'ServiceUnavailableException','message':'Slow down.'}}"
            .formatted(stream));
    var answer = putBatch(stream, "a", "b", "c", "d");
    assertThat(answer.failedPutCount()).isEqualTo(2);
    assertThat(answer.encrypted()).isTrue();
    assertThat(answer.requestResponses()).hasSize(4);
    assertThat(answer.requestResponses().get(0).recordId()).isNotBlank();
    assertThat(answer.requestResponses().get(1).recordId()).isNull();
    assertThat(answer.requestResponses().get(1).errorCode())
        .isEqualTo("ServiceUnavailableException");
    assertThat(answer.requestResponses().get(1).errorMessage()).isEqualTo("Slow down.");
    advance(Duration.ofMinutes(15));
    awaitDelivered(stream, "ac");
  }

  @Test
  @Proves(PUT_BATCH_PARTLY)
  void puts_can_be_made_to_fail_as_a_whole() {
    String stream = newName();
    create(stream, 900);
    fault(
        "{'service':'firehose','operation':'PutRecord','on':'%s','times':9,'error':{'code':'ServiceUnavailableException','message':'Slow down.'}}"
            .formatted(stream));
    assertThatThrownBy(() -> put(stream, "x"))
        .isInstanceOfSatisfying(
            ServiceUnavailableException.class, e -> assertThat(e.statusCode()).isEqualTo(503));
  }
}
