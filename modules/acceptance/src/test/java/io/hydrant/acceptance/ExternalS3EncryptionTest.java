package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/** A node that delivers to an external S3, which is another node with its own KMS. */
class ExternalS3EncryptionTest extends KeysElsewhere {
  private final LogLines log = new LogLines();

  @BeforeAll
  void listen() {
    log.keep();
  }

  @AfterAll
  void stopListening() {
    log.stopKeeping();
  }

  @Override
  Map<String, Object> settings() {
    Map<String, Object> all = new HashMap<>(super.settings());
    all.put("hydrant.s3.endpoint", keysNode.endpoint());
    return all;
  }

  @Test
  void an_external_s3_encrypts_under_the_destinations_key_and_records_wait_for_it() {
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
    put(stream, "abroad");
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                log.lines().stream()
                    .anyMatch(line -> line.contains(stream) && line.contains("Disabled")));
    keys.enableKey(r -> r.keyId(key));
    awaitDelivered(stream, "abroad");
    assertThat(s3.listObjectsV2(r -> r.bucket(BUCKET).prefix(stream)).contents())
        .singleElement()
        .satisfies(
            object -> {
              HeadObjectResponse head = s3.headObject(r -> r.bucket(BUCKET).key(object.key()));
              assertThat(head.serverSideEncryption()).isEqualTo(ServerSideEncryption.AWS_KMS);
              assertThat(head.ssekmsKeyId()).isEqualTo(key);
            });
  }
}
