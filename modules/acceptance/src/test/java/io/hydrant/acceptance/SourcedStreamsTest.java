package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamType;
import software.amazon.awssdk.services.firehose.model.FirehoseException;
import software.amazon.awssdk.services.firehose.model.InvalidArgumentException;
import software.amazon.awssdk.services.firehose.model.Record;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.kms.model.SigningAlgorithmSpec;

/** Refusals that clients know by their type: of puts, of roles, and of what is not built. */
class SourcedStreamsTest extends OneNode {
  private static final SdkBytes DATA = SdkBytes.fromUtf8String("x");

  @ParameterizedTest
  @EnumSource(names = {"KINESIS_STREAM_AS_SOURCE", "MSK_AS_SOURCE"})
  void nothing_is_put_to_a_stream_that_reads_from_a_source(DeliveryStreamType source) {
    String stream = newName();
    firehose.createDeliveryStream(r -> OtherSources.of(source, r.deliveryStreamName(stream)));
    awaitActive(stream);
    String words = "This operation is not permitted on " + source + " delivery stream type.";
    assertThatThrownBy(
            () -> firehose.putRecord(r -> r.deliveryStreamName(stream).record(d -> d.data(DATA))))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining(words);
    assertThatThrownBy(
            () ->
                firehose.putRecordBatch(
                    r -> r.deliveryStreamName(stream).records(Record.builder().data(DATA).build())))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining(words);
  }

  @Test
  void a_role_of_another_account_is_denied_at_creation_and_at_an_update() {
    String foreign = "arn:aws:iam::111122223333:role/r";
    String words = "is not authorized to access this resource";
    assertThatThrownBy(
            () ->
                firehose.createDeliveryStream(
                    r ->
                        r.deliveryStreamName(newName())
                            .extendedS3DestinationConfiguration(
                                s3 -> s3.bucketARN("arn:aws:s3:::" + BUCKET).roleARN(foreign))))
        .hasMessageContaining(words)
        .asInstanceOf(type(FirehoseException.class))
        .extracting(e -> e.awsErrorDetails().errorCode())
        .isEqualTo("AccessDeniedException");
    String stream = activeStream();
    assertThatThrownBy(
            () ->
                firehose.updateDestination(
                    r ->
                        r.deliveryStreamName(stream)
                            .currentDeliveryStreamVersionId("1")
                            .destinationId("destinationId-000000000001")
                            .extendedS3DestinationUpdate(s3 -> s3.roleARN(foreign))))
        .hasMessageContaining(words);
    assertThat(describe(stream).versionId()).isEqualTo("1");
  }

  @Test
  void an_operation_of_kms_that_is_not_built_is_unsupported() {
    String key = newKey();
    assertThatThrownBy(
            () ->
                kms.sign(
                    r ->
                        r.keyId(key)
                            .message(DATA)
                            .signingAlgorithm(SigningAlgorithmSpec.RSASSA_PSS_SHA_256)))
        .hasMessageContaining("Hydrant does not support the operation Sign of KMS.");
    assertThatThrownBy(
            () ->
                kms.importKeyMaterial(
                    r -> r.keyId(key).importToken(DATA).encryptedKeyMaterial(DATA)))
        .asInstanceOf(type(KmsException.class))
        .extracting(e -> e.awsErrorDetails().errorCode())
        .isEqualTo("UnsupportedOperationException");
  }
}
