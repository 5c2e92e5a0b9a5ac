package io.hydrant.acceptance;

import static io.hydrant.acceptance.page.Sentence.DELETE_BY_FORCE;
import static io.hydrant.acceptance.page.Sentence.DELETE_FAILS_WITH_A_DESCRIPTION;
import static io.hydrant.acceptance.page.Sentence.DELETE_RETIRES_THE_GRANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hydrant.acceptance.page.Proves;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamStatus;
import software.amazon.awssdk.services.firehose.model.ResourceNotFoundException;

class DeletePageTest extends OneNode {
  private void delete(String stream, boolean force) {
    firehose.deleteDeliveryStream(r -> r.deliveryStreamName(stream).allowForceDelete(force));
  }

  private void awaitGone(String stream) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThatThrownBy(() -> describe(stream))
                    .isInstanceOf(ResourceNotFoundException.class));
  }

  private void awaitDeletingFailed(String stream) {
    await()
        .atMost(PATIENCE)
        .until(
            () -> describe(stream).deliveryStreamStatus() == DeliveryStreamStatus.DELETING_FAILED);
  }

  private String encryptedWith(String key) {
    String stream = activeStream();
    encrypt(stream, key);
    return stream;
  }

  private void refuseRetirement(String key) {
    fault(
        "{'service':'kms','operation':'RetireGrant','on':'%s','error':{'code':'AccessDeniedException','message':'Not so.'}}"
            .formatted(key));
  }

  @Test
  @Proves(DELETE_RETIRES_THE_GRANT)
  void deleting_retires_the_grant_and_frees_the_name() {
    String key = newKey();
    String stream = encryptedWith(key);
    put(stream, "last words");
    delete(stream, false);
    awaitGone(stream);
    assertThat(grants(key)).isEmpty();
    awaitDelivered(stream, "last words");
    assertThat(firehose.listDeliveryStreams().deliveryStreamNames()).doesNotContain(stream);
    create(stream, 1);
  }

  @Test
  @Proves(DELETE_FAILS_WITH_A_DESCRIPTION)
  void where_the_grant_cannot_be_retired_the_deletion_fails_and_is_tried_again() throws Exception {
    String key = newKey();
    String stream = encryptedWith(key);
    refuseRetirement(key);
    delete(stream, false);
    awaitDeletingFailed(stream);
    assertThat(describe(stream).failureDescription().typeAsString())
        .isEqualTo("RETIRE_KMS_GRANT_FAILED");
    assertThat(describe(stream).failureDescription().details()).contains("Not so.");
    clearFaults();
    delete(stream, false);
    awaitGone(stream);
    assertThat(grants(key)).isEmpty();
  }

  @Test
  @Proves(DELETE_BY_FORCE)
  void by_force_the_stream_goes_and_the_grant_is_left_to_its_owner() {
    String key = newKey();
    String stream = encryptedWith(key);
    refuseRetirement(key);
    delete(stream, false);
    awaitDeletingFailed(stream);
    delete(stream, true);
    awaitGone(stream);
    assertThat(grants(key)).hasSize(1);
    kms.revokeGrant(r -> r.keyId(key).grantId(grants(key).get(0).grantId()));
  }

  @Test
  @Proves(DELETE_FAILS_WITH_A_DESCRIPTION)
  void an_internal_error_of_kms_delays_a_deletion_and_does_not_fail_it() {
    String key = newKey();
    String stream = encryptedWith(key);
    fault(
        "{'service':'kms','operation':'RetireGrant','on':'%s','times':2,'error':{'code':'KMSInternalException'}}"
            .formatted(key));
    delete(stream, false);
    awaitGone(stream);
    assertThat(grants(key)).isEmpty();
  }
}
