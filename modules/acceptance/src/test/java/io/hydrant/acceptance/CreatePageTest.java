package io.hydrant.acceptance;

import static io.hydrant.acceptance.page.Sentence.CREATE_500_STREAMS_A_KEY;
import static io.hydrant.acceptance.page.Sentence.CREATE_ENCRYPTED;
import static io.hydrant.acceptance.page.Sentence.CREATE_FAILS_WITH_A_DESCRIPTION;
import static io.hydrant.acceptance.page.Sentence.CREATE_NEEDS_DIRECT_PUT;
import static io.hydrant.acceptance.page.Sentence.DESCRIBE_NEVER_ENCRYPTED;
import static io.hydrant.acceptance.page.Sentence.START_INVALID_KMS_RESOURCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static software.amazon.awssdk.services.firehose.model.DeliveryStreamEncryptionStatus.DISABLED;
import static software.amazon.awssdk.services.firehose.model.DeliveryStreamEncryptionStatus.ENABLED;
import static software.amazon.awssdk.services.firehose.model.DeliveryStreamEncryptionStatus.ENABLING_FAILED;

import io.hydrant.acceptance.page.Proves;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamStatus;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamType;
import software.amazon.awssdk.services.firehose.model.InvalidArgumentException;
import software.amazon.awssdk.services.firehose.model.InvalidKmsResourceException;
import software.amazon.awssdk.services.firehose.model.KeyType;
import software.amazon.awssdk.services.firehose.model.LimitExceededException;
import software.amazon.awssdk.services.firehose.model.ResourceInUseException;
import software.amazon.awssdk.services.firehose.model.ResourceNotFoundException;

class CreatePageTest extends OneNode {
  private static final int STREAMS_PER_KEY = 3;

  /** AWS's 500, made small. */
  @Override
  Map<String, Object> settings() {
    return Map.of("hydrant.streams.per-key-max", STREAMS_PER_KEY);
  }

  private void createEncrypted(String name, String keyArn) {
    firehose.createDeliveryStream(
        r ->
            r.deliveryStreamName(name)
                .deliveryStreamEncryptionConfigurationInput(
                    c -> c.keyType(KeyType.CUSTOMER_MANAGED_CMK).keyARN(keyArn))
                .extendedS3DestinationConfiguration(
                    c ->
                        c.bucketARN("arn:aws:s3:::" + BUCKET)
                            .prefix(name + "/")
                            .bufferingHints(b -> b.intervalInSeconds(1).sizeInMBs(1))
                            .roleARN("arn:aws:iam::000000000000:role/x")));
  }

  @Test
  @Proves({CREATE_ENCRYPTED, DESCRIBE_NEVER_ENCRYPTED})
  void a_stream_is_created_encrypted() {
    String stream = newName();
    String key = newKey();
    createEncrypted(stream, key);
    awaitActive(stream);
    assertThat(encryption(stream).status()).isEqualTo(ENABLED);
    assertThat(encryption(stream).keyARN()).isEqualTo(key);
    assertThat(grants(key)).hasSize(1);
    assertThat(put(stream, "sealed from the first").encrypted()).isTrue();
    awaitDelivered(stream, "sealed from the first");
    String plain = activeStream();
    assertThat(encryption(plain).status()).isEqualTo(DISABLED);
    assertThat(encryption(plain).keyType()).isNull();
  }

  @Test
  @Proves(CREATE_FAILS_WITH_A_DESCRIPTION)
  void a_creation_whose_key_fails_can_only_be_deleted() {
    String stream = newName();
    String key = newKey();
    fault(
        "{'service':'kms','operation':'CreateGrant','on':'%s','times':1,'error':{'code':'AccessDeniedException','message':'Not you.'}}"
            .formatted(key));
    createEncrypted(stream, key);
    await()
        .atMost(PATIENCE)
        .until(
            () -> describe(stream).deliveryStreamStatus() == DeliveryStreamStatus.CREATING_FAILED);
    assertThat(describe(stream).failureDescription().typeAsString()).isEqualTo("KMS_ACCESS_DENIED");
    assertThat(describe(stream).failureDescription().details()).contains("Not you.");
    assertThat(encryption(stream).status()).isEqualTo(ENABLING_FAILED);
    assertThatThrownBy(() -> put(stream, "x")).isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(() -> start(stream, key)).isInstanceOf(ResourceInUseException.class);
    assertThatThrownBy(() -> createEncrypted(stream, key))
        .isInstanceOf(ResourceInUseException.class);
    firehose.deleteDeliveryStream(r -> r.deliveryStreamName(stream));
    awaitGone(stream);
    createEncrypted(stream, key);
    awaitActive(stream);
  }

  private void awaitGone(String stream) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThatThrownBy(() -> describe(stream))
                    .isInstanceOf(ResourceNotFoundException.class));
  }

  @Test
  @Proves(START_INVALID_KMS_RESOURCE)
  void a_key_that_describe_key_shows_to_be_unusable_creates_nothing() {
    String stream = newName();
    String key = newKey();
    kms.disableKey(r -> r.keyId(key));
    assertThatThrownBy(() -> createEncrypted(stream, key))
        .isInstanceOfSatisfying(
            InvalidKmsResourceException.class,
            e -> assertThat(e.code()).isEqualTo("DisabledException"));
    assertThatThrownBy(() -> describe(stream)).isInstanceOf(ResourceNotFoundException.class);
  }

  @ParameterizedTest
  @Proves(CREATE_NEEDS_DIRECT_PUT)
  @EnumSource(
      value = DeliveryStreamType.class,
      names = {"KINESIS_STREAM_AS_SOURCE", "MSK_AS_SOURCE"})
  void only_a_direct_put_stream_is_created_encrypted(DeliveryStreamType type) {
    String stream = newName();
    assertThatThrownBy(
            () ->
                firehose.createDeliveryStream(
                    r -> {
                      OtherSources.of(type, r.deliveryStreamName(stream));
                      r.deliveryStreamEncryptionConfigurationInput(
                          c -> c.keyType(KeyType.AWS_OWNED_CMK));
                    }))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("only allowed for direct put delivery streams");
    assertThatThrownBy(() -> describe(stream)).isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  @Proves(CREATE_500_STREAMS_A_KEY)
  void a_key_takes_streams_up_to_its_limit_and_one_more_when_one_has_left() {
    String key = newKey();
    String first = newName();
    createEncrypted(first, key);
    awaitActive(first);
    for (int stream = 2; stream <= STREAMS_PER_KEY; stream++) {
      encrypt(activeStream(), key);
    }
    assertThatThrownBy(() -> createEncrypted(newName(), key))
        .isInstanceOf(LimitExceededException.class)
        .hasMessageContaining(key);
    String late = activeStream();
    assertThatThrownBy(() -> start(late, key))
        .isInstanceOfSatisfying(
            LimitExceededException.class, e -> assertThat(e.statusCode()).isEqualTo(400));
    assertThat(encryption(late).status()).isEqualTo(DISABLED);
    encrypt(first, key);

    stop(first);
    await().atMost(PATIENCE).until(() -> grants(key).size() == STREAMS_PER_KEY - 1);
    advance(Duration.ofMinutes(2));
    encrypt(late, key);
  }
}
