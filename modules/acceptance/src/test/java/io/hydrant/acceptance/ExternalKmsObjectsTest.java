package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/** Objects of a node whose keys are in the KMS of another node. */
class ExternalKmsObjectsTest extends KeysElsewhere {
  @Test
  void objects_are_encrypted_under_a_key_elsewhere_and_wait_for_it() {
    String key = keyElsewhere();
    String stream = newName();
    firehose.createDeliveryStream(
        r ->
            r.deliveryStreamName(stream)
                .extendedS3DestinationConfiguration(
                    s3 ->
                        s3.bucketARN("arn:aws:s3:::" + BUCKET)
                            .roleARN("arn:aws:iam::000000000000:role/firehose")
                            .prefix(stream + "/")
                            .encryptionConfiguration(EncryptedDestinations.under(key))
                            .bufferingHints(b -> b.intervalInSeconds(1).sizeInMBs(1))));
    awaitActive(stream);
    keys.disableKey(r -> r.keyId(key));
    put(stream, "elsewhere");
    assertThat(
            catchThrowableOfType(
                    S3Exception.class, () -> writeUnder(stream + "-direct", Optional.of(key)))
                .awsErrorDetails()
                .errorCode())
        .isEqualTo("KMS.DisabledException");
    keys.enableKey(r -> r.keyId(key));
    awaitDelivered(stream, "elsewhere");
    writeUnder(stream + "-direct", Optional.of(key));
    assertThat(s3.headObject(r -> r.bucket(BUCKET).key(stream + "-direct")).ssekmsKeyId())
        .isEqualTo(key);
  }

  @Test
  void without_a_key_objects_have_a_key_that_is_made_elsewhere() {
    writeUnder("without-a-key", Optional.empty());
    String used = s3.headObject(r -> r.bucket(BUCKET).key("without-a-key")).ssekmsKeyId();
    assertThat(keys.describeKey(r -> r.keyId("alias/hydrant/s3")).keyMetadata().arn())
        .isEqualTo(used);
    assertThat(s3.getObjectAsBytes(r -> r.bucket(BUCKET).key("without-a-key")).asUtf8String())
        .isEqualTo("x");
  }

  private void writeUnder(String object, Optional<String> key) {
    s3.putObject(
        r -> {
          r.bucket(BUCKET).key(object).serverSideEncryption(ServerSideEncryption.AWS_KMS);
          key.ifPresent(r::ssekmsKeyId);
        },
        RequestBody.fromString("x"));
  }
}
